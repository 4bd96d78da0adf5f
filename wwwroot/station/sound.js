import { keep, recall } from "./keep.js";

// Each verdict has its own short figure of tones, told apart without looking: [frequency in Hz, start, length] in seconds.
const FIGURES = {
  ok: [[880, 0, 0.09], [1319, 0.1, 0.16]],
  info: [[988, 0, 0.09], [740, 0.1, 0.16]],
  warn: [[587, 0, 0.14], [587, 0.2, 0.14]],
  refuse: [[196, 0, 0.22], [165, 0.24, 0.34]],
  lost: [[440, 0, 0.1], [349, 0.13, 0.1], [277, 0.26, 0.24]],
};
const SHAKES = { ok: [40], info: [40], warn: [60, 60, 60], refuse: [250], lost: [120, 60, 120] };

let context;
let on = true;

// Browsers let a page sound only after a touch or a key; a scanner's keys count.
function wake() {
  context ??= globalThis.AudioContext ? new AudioContext() : null;
  if (context?.state === "suspended") context.resume();
}

export async function startSounds() {
  on = (await recall("sound")) ?? true;
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, wake, { capture: true });
}

export const soundsOn = () => on;

export async function setSounds(value) {
  on = value;
  await keep("sound", value);
}

export function play(name) {
  document.documentElement.dataset.sounded = name;
  if (!on) return;
  navigator.vibrate?.(SHAKES[name]);
  if (context?.state !== "running") return;
  for (const [frequency, start, length] of FIGURES[name]) tone(frequency, context.currentTime + start, length);
}

function tone(frequency, at, length) {
  const source = context.createOscillator();
  const volume = context.createGain();
  source.type = frequency < 300 ? "sawtooth" : "sine";
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.35, at + 0.01);
  volume.gain.setValueAtTime(0.35, at + length - 0.03);
  volume.gain.linearRampToValueAtTime(0, at + length);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + length);
}
