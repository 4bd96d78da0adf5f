import { $, $$ } from "./dom.js";

// One screen at a time. A screen says what its keys do and, where it is not a check-in, what a scan means to it.
let current = { name: "starting", keys: {} };

export const screen = () => current;

export function show(name, { keys = {}, scan, focus } = {}) {
  for (const section of $$("main > .screen")) section.hidden = section.id !== name;
  current = { name, keys, scan };
  $("#station").dataset.screen = name;
  if (name !== "verdict") delete $("#station").dataset.tone;
  const target = focus && $(focus);
  if (target) target.focus({ preventScroll: true });
  else document.activeElement?.blur?.();
  scrollTo(0, 0);
}

// What a screen reader says when something happened that eyes see from afar.
export function speak(text) {
  $("#spoken").textContent = text;
}

export function notice(selector, text) {
  const place = $(selector);
  place.textContent = text ?? "";
  place.hidden = !text;
}
