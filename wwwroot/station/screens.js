import { $, $$ } from "./dom.js";

// One screen at a time. A screen says what its keys do and, where it is not a check-in, what a scan means to it.
let current = { name: "starting", keys: {} };

export const screen = () => current;

// The same name of the same thing is the same screen, painted anew.
export function show(name, { keys = {}, scan, focus, of } = {}) {
  for (const section of $$("main > .screen")) section.hidden = section.id !== name;
  if (of !== undefined && current.name === name && current.of === of) Object.assign(current, { keys, scan });
  else current = { name, keys, scan, of };
  $("#station").dataset.screen = name;
  if (name !== "verdict") delete $("#station").dataset.tone;
  const target = focus && $(focus);
  if (target) target.focus({ preventScroll: true });
  else document.activeElement?.blur?.();
  scrollTo(0, 0);
}

// What a screen does, it does once until that has ended: a double click or an impatient key is the same wish.
export const once = act => async (...given) => {
  const here = current;
  if (here.acting) return;
  here.acting = true;
  try {
    await act(...given);
  } finally {
    here.acting = false;
  }
};

// What a screen reader says when something happened that eyes see from afar.
export function speak(text) {
  $("#spoken").textContent = text;
}

export function notice(selector, text) {
  const place = $(selector);
  place.textContent = text ?? "";
  place.hidden = !text;
}
