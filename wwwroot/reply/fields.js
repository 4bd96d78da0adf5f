// One question on the page: reads and writes its inputs, shows what is wrong, whether it is kept, and what a colleague answered meanwhile.
import { problemText, say } from "./texts.js";

const inputsOf = (question) => [...question.querySelectorAll("[data-field]")];
const part = (question, name) => question.querySelector(name);

/** All boxes and inputs that answer this field of this person. */
export const questionsOf = (person, field) => [...person.querySelectorAll(`[data-question="${field}"]`)];

export function read(person, field) {
  const inputs = questionsOf(person, field).flatMap(inputsOf);
  if (inputs[0]?.dataset.value) return inputs.filter((box) => box.checked).map((box) => box.dataset.value).join(" ");
  return inputs[0]?.type === "checkbox" ? (inputs[0].checked ? "yes" : "") : inputs[0]?.value ?? "";
}

export function write(person, field, text) {
  for (const input of questionsOf(person, field).flatMap(inputsOf)) {
    if (input.dataset.value) input.checked = text.split(" ").includes(input.dataset.value);
    else if (input.type === "checkbox") input.checked = text === "yes";
    else if (input.value !== text) setValue(input, text);
  }
}

// A word that the list does not offer is still what was answered.
function setValue(input, text) {
  if (input.tagName === "SELECT" && text && ![...input.options].some((option) => option.value === text)) input.add(new Option(text, text));
  input.value = text;
}

export const isFocused = (person, field) => questionsOf(person, field).flatMap(inputsOf).includes(document.activeElement);

/** @param mark "typing", "kept", "waits" or "" */
export function setMark(person, field, mark) {
  for (const question of questionsOf(person, field)) {
    const node = part(question, ".reply-mark");
    node.dataset.mark = mark;
    node.textContent = mark ? say(`JsMark_${mark}`) : "";
  }
}

export function setProblem(person, field, problem) {
  const [question] = questionsOf(person, field);
  if (!question) return;
  const note = part(question, ".field-problem");
  note.hidden = !problem;
  note.textContent = problem ? problemText(problem, field) : "";
  note.dataset.problem = problem ?? "";
  question.classList.toggle("field-wrong", Boolean(problem));
  for (const input of inputsOf(question)) {
    input.toggleAttribute("aria-invalid", Boolean(problem));
    if (problem) input.setAttribute("aria-describedby", note.id);
    else input.removeAttribute("aria-describedby");
  }
}

// What was answered, as the page words it.
function inWords([input, ...more], text) {
  if (!text) return say("JsEmpty");
  if (input.tagName === "SELECT") return [...input.options].find((option) => option.value === text)?.textContent ?? text;
  if (input.type !== "checkbox") return text;
  if (!input.dataset.value) return say(text === "yes" ? "JsTicked" : "JsEmpty");
  return [input, ...more].filter((box) => text.split(" ").includes(box.dataset.value)).map((box) => box.closest("label").textContent.trim()).join(" ");
}

/** What the page says is wrong with an answer; empty where nothing is. */
export const problemOf = (person, field) => (questionsOf(person, field)[0] && part(questionsOf(person, field)[0], ".field-problem").dataset.problem) ?? "";

/** Shows what a colleague answered beside one's own; the choice is made by a click. Shown again, it says what the colleague answers by now. */
export function showTaken(person, field, theirs, choose) {
  const questions = questionsOf(person, field);
  const box = questions[0].querySelector(".reply-taken") ?? newTaken(questions[0], choose);
  box.firstChild.textContent = say("JsTaken", inWords(questions.flatMap(inputsOf), theirs));
}

function newTaken(question, choose) {
  const box = Object.assign(document.createElement("div"), { className: "reply-taken", tabIndex: -1 });
  box.setAttribute("role", "alert");
  const buttons = [["JsKeepTheirs", false], ["JsKeepMine", true]].map(([text, mine]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: say(text) });
    button.addEventListener("click", () => choose(mine));
    return button;
  });
  box.append(document.createElement("p"), ...buttons);
  question.append(box);
  return box;
}

export function hideTaken(person, field) {
  const box = questionsOf(person, field)[0]?.querySelector(".reply-taken");
  if (box?.contains(document.activeElement)) box.parentElement.querySelector("[data-field]").focus();
  box?.remove();
}

/** Those between which has to be chosen before the form is sent. */
export const takenBoxes = () => [...document.querySelectorAll("#reply .reply-taken")].filter((box) => box.closest(".reply-card")?.dataset.gone !== "yes");

/** Parts that only one answer makes worth asking. */
export function showParts(person) {
  for (const node of person.querySelectorAll("[data-when]"))
    node.hidden = !node.dataset.is.split(" ").includes(read(person, node.dataset.when));
}
