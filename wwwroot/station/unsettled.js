import { clock } from "./contact.js";
import { $, fill, h } from "./dom.js";
import { home } from "./home.js";
import { show } from "./screens.js";
import { t } from "./texts.js";

// Scans that nobody has confirmed: counted in the bar, listed on the ready screen, never silently gone.
export const labelOf = ({ body, about }) => about?.name ?? t("CodeEnding", body.code?.slice(-4));

export function paintUnsettled(open) {
  const lost = open.filter(attempt => attempt.tries > 0);
  $("#waiting").textContent = t("Waiting", open.length);
  $("#waiting").dataset.some = String(lost.length > 0);
  $("#unsettled").hidden = lost.length === 0;
  $("#unsettled-list").replaceChildren(...lost.map(attempt => h("li", {}, h("time", {}, clock(attempt.at)), h("b", {}, labelOf(attempt)))));
}

export function showPending(attempt) {
  fill("#verdict",h("div", { class: "verdict-sheet" },
    h("h1", { class: "verdict-word", id: "verdict-word" }, h("span", { class: "turning", "aria-hidden": "true" }), h("span", {}, t("Sending"))),
    h("p", { class: "verdict-unit" }, labelOf(attempt))));
  // Whom it told of last is no longer who stands there.
  delete $("#verdict").dataset.outcome;
  show("verdict", { keys: { Escape: home } });
  $("#station").dataset.tone = "pending";
}

export function guardUnsettled(retry) {
  paintUnsettled([]);
  $("#unsettled-retry").addEventListener("click", retry);
  addEventListener("beforeunload", event => { if (!$("#unsettled").hidden) event.preventDefault(); });
}
