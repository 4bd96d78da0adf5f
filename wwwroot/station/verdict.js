import { clock } from "./contact.js";
import { $, fill, h, icon, keyCap, nameWidth } from "./dom.js";
import { lookOf } from "./outcomes.js";
import { show, speak } from "./screens.js";
import { play } from "./sound.js";
import { t, word } from "./texts.js";

// The full-screen answer to a scan. A view is { outcome, word, sentence, attendee, show, first, lines, handouts, actions, next }.
export function showVerdict(view, { keys, scan } = {}) {
  const look = lookOf(view.outcome);
  const name = view.attendee?.name;
  fill("#verdict",h("div", { class: name ? "verdict-sheet" : "verdict-sheet nameless" },
    h("h1", { class: "verdict-word", id: "verdict-word" }, icon(look.shape), h("span", {}, view.word), view.aside && h("small", {}, view.aside)),
    view.title && h("p", { class: "verdict-title" }, view.title),
    name && h("p", { class: "verdict-name", style: `--width: ${(Math.max(nameWidth(name), 2) * 1.02).toFixed(2)}` }, name),
    view.attendee && h("p", { class: "verdict-unit" }, [view.attendee.unit, word("Category", view.attendee.category), view.attendee.badgeNo].filter(Boolean).join(" · ")),
    view.sentence && h("p", { class: "verdict-sentence" }, view.sentence),
    facts(view),
    view.handouts?.any && view.handouts.node,
    h("p", { class: "verdict-error", role: "alert", id: "verdict-error", hidden: true }),
    h("div", { class: "verdict-actions" }, (view.actions ?? []).map(action =>
      h("button", { type: "button", class: action.main && "main", onclick: action.run }, action.label, keyCap(action.cap))))));
  show("verdict", { keys, scan, focus: "#verdict" });
  $("#station").dataset.tone = look.tone;
  $("#verdict").dataset.outcome = view.outcome;
  speak([view.word, name ?? view.title, view.sentence].filter(Boolean).join(" "));
  if (!view.silent) play(look.sound);
}

// What the person at the desk reads out: seat, table, ride, signing, liaison, the line to sign.
function facts({ show: shown, lines = [] }) {
  const list = [
    shown?.seat && [t("Seat"), shown.seat],
    shown?.table && [t("Table"), shown.table],
    shown?.trip && [t("Trip"), shown.trip],
    shown?.signingRound && [t("Signing"), t("SigningRound", shown.signingRound)],
    shown?.sheet && [t("Sheet"), shown.sheet],
    shown?.liaison && [t("Liaison"), shown.liaison],
    shown?.note && [t("Note"), shown.note],
    ...lines,
  ].filter(Boolean);
  return list.length > 0 && h("dl", { class: "facts" }, list.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))));
}

export const wordOf = outcome => t(`Word_${outcome}`);

// 已于08:12由2号台签到: whose scan was the first.
export function firstSentence(first) {
  if (!first) return undefined;
  return t(first.operator ? "FirstByOperator" : first.station ? "FirstByStation" : "FirstAt", clock(Date.parse(first.at)), first.station, first.operator);
}

export function verdictError(text) {
  const place = $("#verdict-error");
  if (!place) return;
  place.textContent = text;
  place.hidden = false;
}
