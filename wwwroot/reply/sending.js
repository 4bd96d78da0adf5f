// Sends the whole form and says how that ended.
import { cards, cardOf, clearProblems, lead } from "./cards.js";
import { read, setProblem } from "./fields.js";
import { showLinks } from "./links.js";
import { editorName, post } from "./saving.js";
import { problemText, say } from "./texts.js";

const box = document.getElementById("outcome");
const button = document.getElementById("send");

export function showOutcome(kind, text, title = say(`JsOutcome_${kind}`)) {
  box.hidden = false;
  box.dataset.kind = kind;
  document.getElementById("outcome-title").textContent = title;
  document.getElementById("outcome-text").textContent = text;
  document.getElementById("outcome-problems").replaceChildren();
  box.focus();
  box.scrollIntoView({ block: "start" });
}

function nameOf(person) {
  if (person === "") return "";
  return read(cardOf(person), "name") || say("JsPersonNo", cards().findIndex((card) => card.dataset.person === person) + 1);
}

function showProblems(problems) {
  showOutcome("refused", say("JsMendFirst"), say("JsOutcome_refused", problems.length));
  for (const { person, field, problem } of problems) setProblem(cardOf(person), field, problem);
  document.getElementById("outcome-problems").replaceChildren(...problems.map(({ person, field, problem }) => {
    const link = Object.assign(document.createElement("button"), { type: "button", className: "link-button" });
    link.textContent = [nameOf(person), say(`JsField_${field}`), problemText(problem)].filter(Boolean).join(" · ");
    link.addEventListener("click", () => lead(person, field));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
}

/** @param saving everything typed is kept before anything is sent */
export async function send(saving, renew) {
  if (button.disabled) return;
  button.disabled = true;
  try {
    if (!(await saving.flush())) return showOutcome("offline", say("JsOffline"));
    const answer = await post("send", { editor: editorName() });
    if (answer.status === 401) return saving.end();
    if (!answer.ok) throw new Error(String(answer.status));
    const { kind, count, problems } = await answer.json();
    clearProblems();
    if (kind === "refused") showProblems(problems);
    else showOutcome(kind, say(`JsOutcomeText_${kind}`, count));
    if (kind === "sent") await showLinks();
    await renew();
  } catch {
    showOutcome("offline", say("JsOffline"));
  } finally {
    button.disabled = false;
  }
}
