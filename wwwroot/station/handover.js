// Another of the staff takes the desk over with their PIN. It lies over the screen, which is not left for it.
import { $, fill, h, keyCap } from "./dom.js";
import { notice, speak } from "./screens.js";
import { station, switchOperator } from "./station.js";
import { t } from "./texts.js";

const KEYS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
// A scanner's burst goes on where a person's last digit does not.
const SETTLED = 180;
let chosen, timer, sending = false, changed = () => {};

const dialog = () => $("#handover");
const field = () => $("#handover-pin");

export const handingOver = () => dialog().open;

export function openHandover() {
  if (!station.me?.operators?.length) return;
  choose(undefined);
  fill("#handover-names", ...station.me.operators.map((person, at) => h("li", {},
    h("button", { type: "button", "data-person": person.id, "aria-pressed": "false", disabled: !person.hasPin, onclick: () => choose(person) },
      KEYS[at] && keyCap(KEYS[at]), h("span", {}, person.name), !person.hasPin && h("span", { class: "detail" }, t("HandoverNoPin"))))));
  dialog().showModal();
}

export const closeHandover = () => dialog().open && dialog().close();

// A single key chooses a name; while the dialog is open no key means anything to the screen below.
export function keyInHandover(name) {
  const person = station.me?.operators?.[KEYS.indexOf(name)];
  if (name.length === 1 && person?.hasPin && document.activeElement !== field()) choose(person);
}

function choose(person) {
  chosen = person;
  clearTimeout(timer);
  notice("#handover-message", "");
  field().value = "";
  field().disabled = !person;
  $("#handover-who").textContent = person ? t("HandoverPin", person.name) : t("HandoverChoose");
  for (const button of dialog().querySelectorAll("[data-person]")) button.setAttribute("aria-pressed", String(button.dataset.person === String(person?.id)));
  if (person) field().focus();
}

function typed() {
  clearTimeout(timer);
  if (new RegExp(`^[0-9]{${field().dataset.length}}$`).test(field().value)) timer = setTimeout(send, SETTLED);
}

async function send() {
  clearTimeout(timer);
  if (sending || !chosen) return;
  sending = true;
  const person = chosen;
  const result = await switchOperator(person.id, field().value);
  sending = false;
  if (result.kind === "answer") {
    closeHandover();
    changed();
    return speak(t("HandoverDone", person.name));
  }
  field().value = "";
  notice("#handover-message", result.body?.detail ?? t("Say_NotSent"));
  field().focus();
}

export function prepareHandover(onChange) {
  changed = onChange;
  field().addEventListener("input", typed);
  $("#handover-form").addEventListener("submit", event => { event.preventDefault(); if (field().value) send(); });
  $("#handover-close").addEventListener("click", closeHandover);
}
