// The names as they will be printed: the unit reads them and confirms; a later change asks again.
import { editorName, post } from "./asking.js";
import { say } from "./texts.js";

const section = document.getElementById("proof");
const said = document.getElementById("proof-said");
const button = document.getElementById("proof-confirm");
let shown = "", version = "";

function line({ name, post: office, category, hint, changed }) {
  const item = document.createElement("li");
  if (changed) item.dataset.changed = "true";
  const part = (tag, className, text) => text && item.append(Object.assign(document.createElement(tag), { className, textContent: text }));
  part("strong", "reply-proof-name", name);
  part("span", "reply-proof-post", office ?? say("JsProofNoPost"));
  part("span", "quiet", category);
  part("span", "reply-proof-hint", [changed && say("JsProofChanged"), hint].filter(Boolean).join(" · "));
  return item;
}

/** @param unsent how many answers stand in the form and not in the list */
export function showProof(proof, unsent) {
  section.hidden = !proof;
  if (!proof) return;
  document.getElementById("proof-unsent").hidden = unsent === 0;
  const face = JSON.stringify(proof);
  if (face === shown) return;
  shown = face;
  version = proof.version;
  section.dataset.state = proof.state;
  said.textContent = proof.said;
  button.hidden = proof.state === "confirmed";
  document.getElementById("proof-unit").textContent = proof.unit;
  document.getElementById("proof-list").replaceChildren(...proof.people.map(line));
}

/** @param renew asks for the form as it stands now */
export const watchProof = (renew) => button.addEventListener("click", async () => {
  if (button.disabled) return;
  button.disabled = true;
  try {
    const { kind } = await post("proof", { editor: editorName(), version });
    await renew();
    if (kind !== "confirmed") {
      shown = "";
      said.textContent = say(`JsProof_${kind}`);
    }
    said.scrollIntoView({ block: "center" });
  } catch ({ kind = "server" }) {
    said.textContent = say(kind === "offline" ? "JsProof_offline" : kind === "ended" ? "JsLinkEnded" : `JsTrouble_${kind}`);
  } finally {
    button.disabled = false;
  }
});
