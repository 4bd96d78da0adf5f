// What is typed, and how it ended: kept, refused, or a colleague's answer beside it.
import { addCard, cardOf, countPeople, isBlank, newKey, tidy } from "./cards.js";
import { hideTaken, read, setMark, setProblem, showTaken, write } from "./fields.js";
import { Saving } from "./saving.js";
import { showOutcome } from "./sending.js";
import { say } from "./texts.js";

// Why the server takes nothing of a card at all.
const NOBODY = ["NoSuchPerson", "TooManyPeople"];
const form = document.getElementById("reply");
// What the server is known to hold, by person and field: the base of every edit.
const held = new Map();
const heldOf = (person, field) => held.get(person)?.[field] ?? "";

/** Whether the server held anything of this person. */
export const isKnown = (person) => held.has(person);

export const setHeld = (person, field, text) => {
  if (!held.has(person)) held.set(person, {});
  held.get(person)[field] = text;
};

export const saving = new Saving(settle, () => {
  for (const part of form.children) part.inert = part.id !== "outcome" && Boolean(part.querySelector("a, button, input"));
  showOutcome("ended", say("JsLinkEnded"));
});

function settle(edit, text, result) {
  const card = cardOf(edit.person);
  if (!card) return;
  if (result.kind === "taken") return askWhich(card, edit);
  if (result.kind === "notTaken") {
    setMark(card, edit.field, "");
    return setProblem(card, edit.field, result.problem);
  }
  setHeld(edit.person, edit.field, text);
  if (saving.of(edit.person, edit.field)) return;
  setProblem(card, edit.field, result.problem);
  setMark(card, edit.field, "kept");
}

// Nothing of a colleague's is overwritten without being seen, and nothing of one's own without being asked.
export function askWhich(card, edit) {
  const { person, field } = edit;
  const choose = (mine) => {
    const text = mine ? read(card, field) : edit.theirs;
    hideTaken(card, field);
    saving.decide(edit);
    put(card, field, text);
    change(person, field, text);
  };
  if (field === "gone") return choose(false);
  setMark(card, field, "");
  showTaken(card, field, edit.theirs, choose);
}

// The colleague goes on typing while one has not chosen yet.
export function follow(card, edit, text) {
  if (text === edit.text) {
    hideTaken(card, edit.field);
    saving.drop(edit);
    return settle(edit, text, { kind: "kept" });
  }
  edit.theirs = text;
  saving.store(edit);
  askWhich(card, edit);
}

export function put(card, field, text) {
  if (field === "gone") card.dataset.gone = text;
  else write(card, field, text);
}

export function change(person, field, text) {
  const card = cardOf(person);
  setMark(card, field, saving.of(person, field)?.theirs === undefined ? "typing" : "");
  setProblem(card, field, null);
  saving.add(person, field, heldOf(person, field), text);
  if (person) tidy(card);
  countPeople();
}

export function fill(person, answers) {
  for (const [field, text] of Object.entries(answers)) {
    write(cardOf(person), field, text);
    change(person, field, text);
  }
}

export function addPerson(answers) {
  const person = newKey();
  addCard(person);
  fill(person, answers);
  return person;
}

export function setGone(card, gone) {
  const { person } = card.dataset, edits = saving.all.filter((edit) => edit.person === person);
  const isNobody = edits.length ? edits.every((edit) => NOBODY.includes(edit.refused)) : !isKnown(person) && isBlank(card);
  if (gone && isNobody) return forgetCard(card, edits);
  card.dataset.gone = gone;
  change(person, "gone", gone);
}

// Of a card that the server does not hold nothing is left.
function forgetCard(card, edits) {
  edits.forEach((edit) => saving.drop(edit));
  card.remove();
  countPeople();
}
