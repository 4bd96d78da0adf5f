import { $, $$, fill, h, nameWidth } from "../station/dom.js";
import { t } from "./words.js";

const root = $("#own");

/** Shows one face of the page: loading, closed, gone, failed or open. */
export function face(name) {
  root.dataset.state = name;
  for (const part of $$("[data-for]")) part.hidden = part.dataset.for !== name;
}

export const state = () => root.dataset.state;

// Said once: a screen reader repeats whatever is written anew.
export function note(text = "") {
  const place = $("#note");
  if (place.textContent !== text) place.textContent = text;
  root.toggleAttribute("data-kept", text !== "");
}

const put = (id, text) => {
  const place = $(`#${id}`);
  place.textContent = text ?? "";
  place.hidden = !text;
};

let agenda = [];

export function draw(own) {
  for (const id of ["sample", "name", "unit", "post", "meeting", "when", "venue"]) put(id, own[id]);
  put("legal-body", own.legalBody);
  put("notice", own.notice);
  put("kind", own.kind.word);
  $("#kind").dataset.kind = own.kind.key;
  $("#name").style.setProperty("--characters", nameWidth(own.name));
  drawBadge(own.badge);
  fill("#places", own.places.map(place => h("div", {}, h("dt", {}, place.what), h("dd", {}, place.where))));
  fill("#liaison", ...(own.liaison ? [h("b", {}, own.liaison.name), call(own.liaison)] : [t("NoLiaison")]));
  agenda = own.agenda;
  drawAgenda();
  face("open");
}

function drawBadge(badge) {
  $("#badge").hidden = !badge;
  $("#no-badge").hidden = Boolean(badge);
  if (!badge) return;
  const source = `data:image/svg+xml,${encodeURIComponent(badge.qr)}`;
  if ($("#qr").src !== source) $("#qr").src = source;
  $("#number").textContent = badge.number;
}

const call = liaison => liaison.phone && (liaison.call ? h("a", { href: `tel:${liaison.call}` }, liaison.phone) : h("span", {}, liaison.phone));

/** Marks what is on or comes next by this phone's clock; the kept page does so too. */
export function drawAgenda(now = Date.now()) {
  if (agenda.length === 0) return fill("#agenda", h("p", { class: "own-soft" }, t("NoAgenda")));
  const next = agenda.flatMap(day => day.lines).find(line => line.closes > now);
  fill("#agenda", agenda.flatMap(day => [
    h("h3", {}, day.day),
    h("ul", { class: "own-agenda" }, day.lines.map(line => h("li", { class: line === next ? "next" : line.closes <= now ? "past" : null },
      h("time", {}, line.time), h("span", {}, line.name, line.kind !== line.name && h("small", {}, line.kind)), line === next && h("b", {}, t(line.opens <= now ? "Now" : "Next"))))),
  ]));
}
