import { $, h } from "./dom.js";
import { onceAtATime } from "./forms.js";
import { openHandover } from "./handover.js";
import { notice, show } from "./screens.js";
import { play, setSounds, soundsOn } from "./sound.js";
import { choose, enrol, readCheckpoints, refresh, station, unpair } from "./station.js";
import { t, word } from "./texts.js";

// Before the first scan: which station is this, and where does it check in?
let begin = () => {};

export function showPairing(message) {
  notice("#pairing-message", message);
  $("#pairing-code").value = "";
  show("pairing", { focus: "#pairing-code" });
}

export async function showChoice({ ask = true } = {}) {
  const result = await readCheckpoints();
  const known = station.checkpoints.find(checkpoint => checkpoint.id === station.checkpoint?.id);
  if (!ask && known) return go(known);
  if (!ask && station.checkpoints.length === 1) return go(station.checkpoints[0]);
  $("#choice-empty").textContent = t(result.kind === "answer" ? "NoCheckpoints" : "CheckpointsFailed");
  $("#choice-empty").hidden = station.checkpoints.length > 0;
  $("#choices").replaceChildren(...station.checkpoints.map(checkpoint => h("li", {},
    h("button", { type: "button", "aria-pressed": String(checkpoint.id === known?.id), onclick: () => go(checkpoint) }, h("b", {}, nameOf(checkpoint)), h("span", { class: "detail" }, word("Kind", checkpoint.kind.replace(/-./, pair => pair[1].toUpperCase())))))));
  $("#unpair-ask").hidden = true;
  paintOperator();
  show("choice", { keys: known ? { Escape: () => go(known) } : {}, focus: "#choice-title" });
}

export const nameOf = checkpoint => (document.documentElement.lang === "en" && checkpoint.nameEn) || checkpoint.name;

async function go(checkpoint) {
  await choose(checkpoint);
  begin();
}

export function prepareStart(onBegin) {
  begin = onBegin;
  onceAtATime($("#pairing-form"), async () => {
    const result = await enrol($("#pairing-code").value);
    if (result.kind !== "answer") return notice("#pairing-message", t(result.kind === "lost" ? "PairingOffline" : result.kind === "busy" ? "PairingBusy" : "PairingWrong"));
    await refresh();
    await showChoice({ ask: false });
  });
  paintSound();
  $("#operator-switch").addEventListener("click", openHandover);
  $("#sound-switch").addEventListener("click", async () => { await setSounds(!soundsOn()); paintSound(); });
  $("#sound-test").addEventListener("click", () => play("ok"));
  $("#unpair").addEventListener("click", () => { $("#unpair-ask").hidden = false; $("#unpair-no").focus(); });
  $("#unpair-no").addEventListener("click", () => { $("#unpair-ask").hidden = true; $("#unpair").focus(); });
  $("#unpair-yes").addEventListener("click", async () => { await unpair(); location.reload(); });
}

export function paintOperator() {
  const { operators = [], operator } = station.me ?? {};
  $("#operator-field").hidden = operators.length === 0;
  $("#operator").textContent = operator?.name ?? t("OperatorNone");
}

function paintSound() {
  $("#sound-switch").setAttribute("aria-pressed", String(soundsOn()));
  $("#sound-switch").textContent = t(soundsOn() ? "SoundOn" : "SoundOff");
}
