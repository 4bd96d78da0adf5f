import { clock } from "./contact.js";
import { $, h, icon } from "./dom.js";
import { isAdmitted, lookOf } from "./outcomes.js";
import { t } from "./texts.js";

// What happened at this station just now, newest first; five are shown, more are kept for undo.
const SHOWN = 5;
const KEPT = 30;
let entries = [];

export function addScan(entry) {
  entries = [{ at: Date.now(), ...entry }, ...entries.filter(other => !entry.scanId || other.scanId !== entry.scanId)].slice(0, KEPT);
  paint();
}

export const undoable = () => entries.find(entry => isAdmitted(entry.outcome) && !entry.undone);

export const entryOf = scanId => entries.find(entry => entry.scanId === scanId);

export function markUndone(entry) {
  entry.undone = true;
  paint();
}

function paint() {
  $("#no-scans").hidden = entries.length > 0;
  $("#last-scans").replaceChildren(...entries.slice(0, SHOWN).map(row));
}

function row({ at, name, outcome, note, undone }) {
  const look = lookOf(outcome);
  return h("li", { class: undone && "undone" },
    h("time", {}, clock(at)),
    h("b", {}, name ?? t("Nobody")),
    h("span", { class: `mark ${look.tone}` }, icon(undone ? "undo" : look.shape), undone ? t("Word_Undone") : note ?? t(`Word_${outcome}`)));
}
