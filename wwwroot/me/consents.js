import { $, $$ } from "../station/dom.js";
import { soon } from "../soon.js";
import { t } from "./words.js";

const form = $("#consents");
let token, known = {};

/** What is known of the answers. An answer just being given is left alone; without network none can be given. */
export function showConsents(own, online) {
  token = own.form;
  known = own.consents;
  for (const choice of $$("input", form)) {
    if (choice.closest("fieldset").dataset.busy) continue;
    choice.checked = known[choice.name] === choice.value;
    choice.disabled = !online || !token;
  }
}

const say = (group, text) => { $("[role=status]", group).textContent = text; };

async function answer({ target }) {
  const group = target.closest("fieldset");
  group.dataset.busy = "yes";
  say(group, t("Saving"));
  for (const choice of $$("input", group)) choice.disabled = true;
  const saved = await send(target.name, target.value);
  if (saved) known[target.name] = target.value;
  for (const choice of $$("input", group)) [choice.checked, choice.disabled] = [known[choice.name] === choice.value, false];
  target.focus();
  say(group, t(saved ? "Saved" : "NotSaved"));
  delete group.dataset.busy;
}

async function send(purpose, state) {
  try {
    const reply = await fetch(`${location.pathname}/consents`, {
      method: "POST", headers: { "Content-Type": "application/json", RequestVerificationToken: token },
      body: JSON.stringify({ purpose, state }), signal: soon(15000),
    });
    return reply.ok;
  } catch {
    return false;
  }
}

form.addEventListener("change", answer);
form.addEventListener("submit", event => event.preventDefault());
