// The reply form: no circuit, for it is filled in inside a phone's chat browser, which sleeps. Every answer is kept as it is typed.
import { get } from "./asking.js";
import { addCard, cardOf, cards, countPeople, isRenamed, lead, newKey, tidy } from "./cards.js";
import { isFocused, problemOf, questionsOf, read, setMark, setProblem } from "./fields.js";
import { recall } from "./keep.js";
import { showLinks } from "./links.js";
import { peopleIn } from "./pasting.js";
import { showProof, watchProof } from "./proof.js";
import { send, showOutcome } from "./sending.js";
import { say, state } from "./texts.js";
import { addPerson, askWhich, change, fill, follow, isKnown, put, saving, setGone, setHeld } from "./typing.js";

const ASK_EVERY = 4000, STILL_TYPING = 3000;
const form = document.getElementById("reply");
const mostPasted = Number(document.getElementById("people").dataset.most);
let typedAt = 0;
const personOf = (node) => node.closest("[data-person]")?.dataset.person ?? "";

function fieldsOf(person) {
  const fields = new Set([...cardOf(person).querySelectorAll("[data-question]")].filter((node) => personOf(node) === person).map((node) => node.dataset.question));
  return person ? fields.add("gone") : fields;
}

function show(person, { answers, pending, problems = {} }) {
  const card = cardOf(person);
  for (const field of fieldsOf(person)) {
    const text = answers[field] ?? "", edit = saving.of(person, field);
    if (edit?.theirs !== undefined && edit.theirs !== text) follow(card, edit, text);
    if (edit || (isFocused(card, field) && Date.now() - typedAt < STILL_TYPING)) continue;
    setHeld(person, field, text);
    put(card, field, text);
    // That an answer is missing is said when the form is sent, and stands until there is one.
    const shown = problemOf(card, field), problem = problems[field] ?? (!text && shown === "Missing" ? shown : "");
    if (person && problem !== shown && !isFocused(card, field)) setProblem(card, field, problem);
    if (pending.includes(field)) setMark(card, field, "waits");
    else if (questionsOf(card, field)[0]?.querySelector(".reply-mark")?.dataset.mark === "waits") setMark(card, field, "");
  }
}

function render(face) {
  Object.assign(state, face);
  showHead(face);
  show("", face);
  for (const person of face.people) {
    const card = cardOf(person.key) ?? addCard(person.key);
    card.dataset.listed = person.listedName ?? "";
    show(person.key, person);
    card.querySelector(".reply-state").textContent = say(person.listed ? "JsListed" : person.pending.length ? "JsUnsent" : "JsAwaits");
    tidy(card);
  }
  for (const card of cards()) {
    const person = card.dataset.person;
    const isNew = !saving.all.some((edit) => edit.person === person) && isKnown(person) && !face.people.some((one) => one.key === person);
    if (isNew && !card.contains(document.activeElement)) card.remove();
  }
  saving.unsent = [face, ...face.people].reduce((sum, one) => sum + one.pending.length, 0);
  saving.show();
  if (face.answers.declined === "yes") document.getElementById("decline-part").open = true;
  showProof(face.proof, saving.unsent);
  countPeople();
}

// Until when, and what waits for the organiser: both change while the form is open.
function showHead({ late, until, asked }) {
  const [deadline, waits] = [document.getElementById("deadline"), document.getElementById("asked")];
  deadline.hidden = !until;
  deadline.textContent = until ?? "";
  for (const look of ["reply-note", "reply-warn"]) deadline.classList.toggle(look, late);
  waits.hidden = asked === 0;
  waits.textContent = asked ? say("JsAsked", asked) : "";
}

async function renew() {
  if (document.hidden || saving.hasEnded) return;
  const before = saving.answered;
  try {
    const face = await get("state");
    // What was asked before an answer was kept shows the form without it.
    if (saving.answered === before) render(face);
  } catch (trouble) {
    // Of any other the next round asks again.
    if (trouble.kind === "ended") saving.end();
  }
}

form.addEventListener("input", ({ target }) => {
  const field = target.dataset?.field;
  if (!field) return;
  typedAt = Date.now();
  const person = personOf(target);
  const card = cardOf(person);
  change(person, field, read(card, field));
  // Typed back to what the list says, it is nobody else any more.
  if (field === "name" && read(card, "renamed") && !isRenamed(card)) fill(person, { renamed: "" });
});

// What is no single name becomes as many people; the first takes the card in which it was pasted, if that is free.
form.addEventListener("paste", (event) => {
  if (event.target.dataset?.field !== "name") return;
  const all = peopleIn(event.clipboardData.getData("text")), people = all.slice(0, mostPasted);
  if (all.length < 2 && !all[0]?.post && !all[0]?.phone) return;
  event.preventDefault();
  const person = personOf(event.target);
  const isFree = ["name", "post", "phone"].every((field) => !read(cardOf(person), field));
  people.forEach((one, i) => (isFree && i === 0 ? fill(person, one) : addPerson(one)));
  const said = document.getElementById("people-said");
  said.hidden = false;
  said.textContent = say("JsRead", people.length, people.map(({ name }) => name).join(" "));
  if (all.length > people.length) showOutcome("pasted", say("JsPasted", mostPasted, all.length - mostPasted));
  else said.scrollIntoView({ block: "center" });
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

document.addEventListener("visibilitychange", () => (document.hidden ? saving.flush({ leaving: true }) : renew()));
addEventListener("pagehide", () => saving.flush({ leaving: true }));

// A renewed link, opened in the same tab, changes the fragment alone.
const takeAddress = () => {
  if (saving.hasEnded) location.reload();
  else if (location.hash) history.replaceState(null, "", location.pathname);
};
addEventListener("hashchange", takeAddress);
takeAddress();
render(state);
for (const edit of await recall(form.dataset.reply)) {
  const card = cardOf(edit.person) ?? addCard(edit.person);
  put(card, edit.field, edit.text);
  delete edit.refused;
  saving.restore(edit);
  setMark(card, edit.field, "typing");
  if (edit.theirs !== undefined) askWhich(card, edit);
  tidy(card);
}
if (cards().length === 0) addCard(newKey());
saving.show();
countPeople();
form.dataset.ready = "true";
watchProof(renew);
setInterval(renew, ASK_EVERY);
if (state.replied && !state.declined) showLinks();
