// The reply form: no circuit, for it is filled in inside a phone's chat browser, which sleeps. Every answer is kept as it is typed.
import { addCard, cardOf, cards, countPeople, lead, namesIn, newKey, tidy } from "./cards.js";
import { isFocused, questionsOf, read, setMark, setProblem, showTaken, write } from "./fields.js";
import { recall } from "./keep.js";
import { showLinks } from "./links.js";
import { showProof, watchProof } from "./proof.js";
import { Saving } from "./saving.js";
import { send, showOutcome } from "./sending.js";
import { say, state } from "./texts.js";

const ASK_EVERY = 4000, STILL_TYPING = 3000;
const form = document.getElementById("reply");
const mostPasted = Number(document.getElementById("people").dataset.most);
const id = form.dataset.reply;
// What the server is known to hold, by person and field: the base of every edit.
const held = new Map();
let typedAt = 0;
const heldOf = (person, field) => held.get(person)?.[field] ?? "";
const personOf = (node) => node.closest("[data-person]")?.dataset.person ?? "";

const setHeld = (person, field, text) => {
  if (!held.has(person)) held.set(person, {});
  held.get(person)[field] = text;
};

const saving = new Saving(settle, () => {
  form.inert = true;
  showOutcome("ended", say("JsLinkEnded"));
});

function settle(edit, result) {
  const card = cardOf(edit.person);
  if (!card) return;
  if (result.kind === "taken") return saving.has(edit.person, edit.field) ? null : askWhich(card, edit, result);
  if (result.kind === "notTaken") return setProblem(card, edit.field, result.problem);
  setHeld(edit.person, edit.field, edit.text);
  if (saving.has(edit.person, edit.field)) return;
  setProblem(card, edit.field, result.problem);
  setMark(card, edit.field, "kept");
}

// Nothing of a colleague's is overwritten without being seen.
function askWhich(card, edit, result) {
  setHeld(edit.person, edit.field, result.theirs);
  setMark(card, edit.field, "");
  showTaken(card, edit.field, result, (mine) => {
    if (mine) return change(edit.person, edit.field, edit.text);
    write(card, edit.field, result.theirs);
    if (edit.field === "gone") card.dataset.gone = result.theirs;
    tidy(card);
  });
}

function change(person, field, text) {
  const card = cardOf(person);
  setMark(card, field, "typing");
  setProblem(card, field, null);
  saving.add(person, field, heldOf(person, field), text);
  if (person) tidy(card);
  countPeople();
}

function addPerson(answers) {
  const person = newKey();
  addCard(person);
  for (const [field, text] of Object.entries(answers)) {
    write(cardOf(person), field, text);
    change(person, field, text);
  }
  countPeople();
  return person;
}

function show(person, answers, pending) {
  const card = cardOf(person);
  const fields = new Set([...card.querySelectorAll("[data-question]")].filter((node) => personOf(node) === person).map((node) => node.dataset.question));
  if (person) fields.add("gone");
  for (const field of fields) {
    const text = answers[field] ?? "";
    if (saving.has(person, field) || (isFocused(card, field) && Date.now() - typedAt < STILL_TYPING) || card.querySelector(`[data-question="${field}"] .reply-taken`)) continue;
    setHeld(person, field, text);
    if (field === "gone") card.dataset.gone = text;
    else write(card, field, text);
    if (pending.includes(field)) setMark(card, field, "waits");
    else if (questionsOf(card, field)[0]?.querySelector(".reply-mark")?.dataset.mark === "waits") setMark(card, field, "");
  }
}

function render(face) {
  Object.assign(state, face);
  show("", face.answers, face.pending);
  for (const person of face.people) {
    const card = cardOf(person.key) ?? addCard(person.key);
    show(person.key, person.answers, person.pending);
    for (const field of Object.keys(person.answers)) if (!isFocused(card, field)) setProblem(card, field, person.problems[field]);
    card.querySelector(".reply-state").textContent = say(person.listed ? "JsListed" : "JsUnsent");
    tidy(card);
  }
  for (const card of cards()) {
    const person = card.dataset.person;
    const isNew = ![...saving.edits.values()].some((edit) => edit.person === person) && held.has(person) && !face.people.some((one) => one.key === person);
    if (isNew && !card.contains(document.activeElement)) card.remove();
  }
  saving.unsent = [face, ...face.people].reduce((sum, one) => sum + one.pending.length, 0);
  if (document.getElementById("saved").dataset.state === "saved") saving.tell("saved");
  if (face.answers.declined === "yes") document.getElementById("decline-part").open = true;
  showProof(face.proof, saving.unsent);
  countPeople();
}

async function renew() {
  if (document.hidden) return;
  const before = saving.answered;
  try {
    const answer = await fetch(`/reply/${id}/state`, { cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (answer.status === 401) saving.end();
    else if (answer.ok) {
      const face = await answer.json();
      // What was asked before an answer was kept shows the form without it.
      if (saving.answered === before) render(face);
    }
  } catch {
    // The next round asks again.
  }
}

form.addEventListener("input", ({ target }) => {
  const field = target.dataset?.field;
  if (!field) return;
  typedAt = Date.now();
  const person = personOf(target);
  change(person, field, read(cardOf(person), field));
});

// A column of names, pasted into one field, is as many people.
form.addEventListener("paste", (event) => {
  if (event.target.dataset?.field !== "name") return;
  const names = namesIn(event.clipboardData.getData("text"));
  if (names.length < 2) return;
  event.preventDefault();
  const person = personOf(event.target);
  write(cardOf(person), "name", names[0]);
  change(person, "name", names[0]);
  for (const name of names.slice(1, mostPasted)) addPerson({ name });
  if (names.length > mostPasted) showOutcome("pasted", say("JsPasted", mostPasted, names.length - mostPasted));
});

form.addEventListener("submit", (event) => event.preventDefault());

form.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const card = button.closest(".reply-card");
  if (button.id === "add-person") lead(addPerson({}), "name");
  else if (button.id === "send") send(saving, renew);
  else if (button.classList.contains("reply-chip")) {
    addPerson({ name: button.dataset.name, ...(button.dataset.post && { post: button.dataset.post }) });
    button.remove();
  } else if (button.classList.contains("reply-remove")) setGone(card, "yes");
  else if (button.classList.contains("reply-undo")) setGone(card, "");
});

function setGone(card, gone) {
  card.dataset.gone = gone;
  change(card.dataset.person, "gone", gone);
}

document.addEventListener("visibilitychange", () => (document.hidden ? saving.flush({ leaving: true }) : renew()));
addEventListener("pagehide", () => saving.flush({ leaving: true }));

const clearAddress = () => location.hash && history.replaceState(null, "", location.pathname);
addEventListener("hashchange", clearAddress);
clearAddress();
render(state);
if (cards().length === 0) addCard(newKey());
for (const { person, field, before, text } of (await recall(id)) ?? []) {
  const card = cardOf(person) ?? addCard(person);
  if (field === "gone") card.dataset.gone = text;
  else write(card, field, text);
  saving.add(person, field, before, text);
  setMark(card, field, "typing");
  tidy(card);
}
countPeople();
form.dataset.ready = "true";
watchProof(renew);
setInterval(renew, ASK_EVERY);
if (state.replied && !state.declined) showLinks();
