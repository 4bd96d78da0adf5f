// The people of a unit, a card each.
import { questionsOf, read, setProblem, showParts } from "./fields.js";
import { say, state } from "./texts.js";

const list = document.getElementById("people");
const count = document.getElementById("people-count");
const REQUIRED = ["lodging"];

export const cards = () => [...list.children];
export const cardOf = (person) => (person === "" ? document.getElementById("reply") : cards().find((card) => card.dataset.person === person));

export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return "n" + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function addCard(person) {
  const card = document.getElementById("person").content.firstElementChild.cloneNode(true);
  card.dataset.person = person;
  for (const node of card.querySelectorAll("[id]")) node.id = `${person}-${node.id}`;
  for (const label of card.querySelectorAll("label[for]")) label.htmlFor = `${person}-${label.htmlFor}`;
  list.append(card);
  tidy(card);
  return card;
}

/** Heading, folded parts and number of a card, from what it answers. */
export function tidy(card) {
  if (!card.dataset.person) return;
  const isGone = card.dataset.gone === "yes";
  card.querySelector(".reply-name").textContent = read(card, "name") || say("JsNewPerson");
  card.querySelector(".reply-card-gone").hidden = !isGone;
  card.querySelector(".reply-card-body").hidden = isGone;
  card.querySelector(".reply-remove").hidden = isGone;
  const left = REQUIRED.filter((field) => !read(card, field)).length;
  card.querySelector(".reply-more-left").textContent = left ? say("JsLeft", left) : "";
  card.querySelector(".reply-renamed").hidden = !isRenamed(card);
  showParts(card);
}

const bare = (name) => name.replace(/\s/g, "");

/** The name of somebody in the list was overtyped: a slip of the pen, or somebody else. */
export const isRenamed = (card) => Boolean(card.dataset.listed) && bare(read(card, "name")) !== bare(card.dataset.listed);

/** A card in which nothing stands is nobody yet. */
export const isBlank = (card) => [...card.querySelectorAll("[data-question]")].every((question) => !read(card, question.dataset.question));

export function countPeople() {
  const coming = cards().filter((card) => card.dataset.gone !== "yes" && !isBlank(card)).length;
  count.textContent = say("JsCount", coming, state.places);
  count.classList.toggle("reply-over", coming > state.places);
  const over = document.querySelector('[data-question="overQuota"]');
  over.hidden = coming <= state.places && !over.querySelector("input").value;
}

/** Opens what hides a question and puts the cursor there. */
export function lead(person, field) {
  const [question] = questionsOf(cardOf(person), field);
  for (let node = question; node; node = node.parentElement) {
    if (node.tagName === "DETAILS") node.open = true;
    if (node.dataset?.when || node.className === "reply-renamed") node.hidden = false;
    if (node === question) node.hidden = false;
  }
  question?.querySelector("[data-field]")?.focus();
  question?.scrollIntoView({ block: "center" });
}

export function clearProblems() {
  for (const question of document.querySelectorAll("#reply [data-question]"))
    setProblem(question.closest("[data-person]") ?? document.getElementById("reply"), question.dataset.question, null);
}
