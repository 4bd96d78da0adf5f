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
  note.textContent = problem ? problemText(problem) : "";
  question.classList.toggle("field-wrong", Boolean(problem));
  for (const input of inputsOf(question)) {
    input.toggleAttribute("aria-invalid", Boolean(problem));
    if (problem) input.setAttribute("aria-describedby", note.id);
    else input.removeAttribute("aria-describedby");
  }
}

/** Shows a colleague's answer beside one's own; the choice is made by a click. */
export function showTaken(person, field, { theirs, editor }, choose) {
  const [question] = questionsOf(person, field);
  question.querySelector(".reply-taken")?.remove();
  const box = document.createElement("div");
  box.className = "reply-taken";
  box.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  sentence.textContent = say("JsTaken", editor || say("JsColleague"), theirs || say("JsEmpty"));
  const buttons = [["JsKeepTheirs", false], ["JsKeepMine", true]].map(([text, mine]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: say(text) });
    button.addEventListener("click", () => { box.remove(); choose(mine); });
    return button;
  });
  box.append(sentence, ...buttons);
  question.append(box);
}

/** Parts that only one answer makes worth asking. */
export function showParts(person) {
  for (const node of person.querySelectorAll("[data-when]"))
    node.hidden = !node.dataset.is.split(" ").includes(read(person, node.dataset.when));
}
