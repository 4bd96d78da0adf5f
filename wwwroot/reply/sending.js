// Sends the whole form and says how that ended.
import { editorName, post } from "./asking.js";
import { cards, cardOf, clearProblems, lead } from "./cards.js";
import { read, setProblem, takenBoxes } from "./fields.js";
import { showLinks } from "./links.js";
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

function showProblems(problems, text = say("JsMendFirst")) {
  showOutcome("refused", text, say("JsOutcome_refused", problems.length));
  for (const { person, field, problem } of problems) setProblem(cardOf(person), field, problem);
  document.getElementById("outcome-problems").replaceChildren(...problems.map(({ person, field, problem }) => {
    const link = Object.assign(document.createElement("button"), { type: "button", className: "link-button" });
    link.textContent = [nameOf(person), say(`JsField_${field}`), problemText(problem, field)].filter(Boolean).join(" · ");
    link.addEventListener("click", () => lead(person, field));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
}

// Nothing is sent for somebody who has not said which answer it is.
function leadToTaken([taken]) {
  if (!taken) return false;
  box.hidden = true;
  lead(taken.closest("[data-person]")?.dataset.person ?? "", taken.closest("[data-question]").dataset.question);
  taken.focus();
  return true;
}

// Of a card that the server would not take one line says enough.
const notTaken = (edits) => [...new Map(edits.map(({ person, field, refused }) => [person, { person, field, problem: refused }])).values()];

/** @param saving everything typed is kept before anything is sent */
export async function send(saving, renew) {
  if (button.disabled) return;
  button.disabled = true;
  try {
    saving.retry();
    if (!(await saving.flush())) return saving.hasEnded || showTrouble(saving, saving.trouble);
    if (leadToTaken(takenBoxes())) return;
    if (saving.refused.length) return showProblems(notTaken(saving.refused), say("JsNotTaken"));
    const { kind, count, problems } = await post("send", { editor: editorName() });
    clearProblems();
    if (kind === "refused") showProblems(problems);
    else showOutcome(kind, say(`JsOutcomeText_${kind}`, count));
    if (kind !== "refused") await showLinks();
    await renew();
  } catch (trouble) {
    if (trouble.kind === "ended") saving.end();
    else showTrouble(saving, trouble);
  } finally {
    button.disabled = false;
  }
}

const showTrouble = (saving, { kind = "server" }) => showOutcome(kind, say(`JsTrouble_${kind === "offline" && !saving.isKept ? "unkept" : kind}`), say("JsOutcome_offline"));
