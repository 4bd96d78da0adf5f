import { get } from "./api.js";
import { clock } from "./contact.js";
import { checkIn, letGo, wasAdmitted } from "./desk.js";
import { $, fill, h, icon, keyCap } from "./dom.js";
import { Handouts, nameOf } from "./handouts.js";
import { setHome } from "./home.js";
import { chooseFrom, showReady } from "./ready.js";
import { show, speak } from "./screens.js";
import { units } from "./search.js";
import { play } from "./sound.js";
import { station } from "./station.js";
import { t, word } from "./texts.js";

// One unit's people on one card: who came in person, whose things a colleague collects. Collecting is not arriving.
let card;

export const chooseUnit = () => chooseFrom(t("PurposeUnit"), units(openUnit));

export async function unitNames() {
  const result = await get(`checkpoints/${station.checkpoint.id}/status`);
  return result.kind === "answer" ? result.body.units.map(unit => unit.name) : [];
}

export async function openUnit(id) {
  letGo();
  const before = card?.id === id ? card : undefined;
  card = { id, at: before?.at ?? 0, unticked: before?.unticked ?? new Set(), collector: before?.collector, note: before?.note };
  setHome(() => openUnit(id));
  const result = await get(`units/${id}/attendees?checkpointId=${station.checkpoint.id}`);
  if (result.kind === "answer") card.unit = result.body;
  card.failed = result.kind !== "answer";
  if (!before) card.at = Math.max(0, card.unit?.attendees.findIndex(person => !hasArrived(person)) ?? 0);
  paint();
}

function paint() {
  const { unit, failed } = card;
  const people = unit?.attendees ?? [];
  const items = itemsOf(people);
  fill("#unit",
    h("h1", { id: "unit-title" }, unit?.name ?? t("Unit")),
    failed ? h("p", { class: "notice refuse", role: "alert" }, t("UnitFailed")) : h("p", { class: "quiet" }, [t("UnitCount", people.filter(hasArrived).length, people.length), unit.liaison && t("LiaisonIs", unit.liaison)].filter(Boolean).join(" · ")),
    card.note && h("p", { class: "notice refuse", role: "alert" }, card.note),
    items.length > 0 && h("div", { class: "unit-items" }, h("p", {}, t("GiveWith")), h("ul", { class: "handouts" }, items.map(itemBox))),
    h("ul", { class: "people" }, people.map(personRow)),
    h("div", { class: "row-of-buttons" }, h("button", { type: "button", onclick: showReady }, t("Back"), keyCap("Esc"))));
  const keys = { Enter: () => arrive(people[card.at]), D: () => collect(people[card.at]), ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: showReady };
  items.forEach((item, i) => { keys[i + 1] = () => toggle(item); });
  show("unit", { keys, focus: "#unit" });
}

const hasArrived = person => Boolean(person.arrivedAt);
const openItems = person => (person.handouts ?? []).filter(item => !item.done && !card.unticked.has(item.item));
const itemsOf = people => [...new Map(people.flatMap(person => person.handouts ?? []).map(item => [item.item, item])).values()];

function itemBox(item, i) {
  return h("li", {}, h("button", { type: "button", role: "checkbox", "aria-checked": String(!card.unticked.has(item.item)), onclick: () => toggle(item) },
    h("span", { class: "tick-box", "aria-hidden": "true" }), nameOf(item), keyCap(String(i + 1))));
}

function personRow(person, i) {
  const collected = (person.handouts ?? []).some(item => item.done);
  const state = hasArrived(person) ? t("ArrivedAt", clock(Date.parse(person.arrivedAt))) : word("State", person.state);
  return h("li", { class: i === card.at && "at", "aria-current": i === card.at && "true", onclick: () => { card.at = i; } },
    h("span", { class: "who" }, h("b", {}, person.name), h("span", { class: "detail" }, [person.post, word("Category", person.category)].filter(Boolean).join(" · "))),
    h("span", { class: hasArrived(person) ? "state mark ok" : "state" }, hasArrived(person) && icon("tick"), state, collected && h("small", {}, person.collectedBy ? t("CollectedBy", person.collectedBy) : t("ItemsGiven")), person.sheet && h("small", {}, person.sheet)),
    h("span", { class: "row-of-buttons" },
      !hasArrived(person) && h("button", { type: "button", class: "primary", onclick: () => arrive(person) }, t("InPerson"), i === card.at && keyCap("Enter")),
      openItems(person).length > 0 && h("button", { type: "button", onclick: () => collect(person) }, hasArrived(person) ? t("GiveNow") : t("Collect"), i === card.at && keyCap(hasArrived(person) ? "Enter" : "D"))));
}

function toggle({ item }) {
  if (!card.unticked.delete(item)) card.unticked.add(item);
  paint();
}

function move(step) {
  const count = card.unit?.attendees.length ?? 0;
  if (count > 0) card.at = (card.at + step + count) % count;
  paint();
  $("#unit .at")?.scrollIntoView({ block: "nearest" });
}

// 本人已到 and everything handed over, in one key.
async function arrive(person) {
  if (!person) return;
  if (hasArrived(person)) return collect(person);
  card.collector = person.name;
  const result = await checkIn({ attendeeId: person.id }, { name: person.name, quiet: true });
  if (!wasAdmitted(result)) return;
  await give(person);
  play("ok");
  speak(t("ArrivedNow", person.name));
  card.at = nextOpen(person);
  await openUnit(card.id);
}

async function collect(person) {
  if (!person || openItems(person).length === 0) return;
  await give(person, hasArrived(person) ? undefined : card.collector ?? card.unit.attendees.find(hasArrived)?.name ?? t("Colleague"));
  play("info");
  card.at = nextOpen(person);
  await openUnit(card.id);
}

async function give(person, collectedBy) {
  const given = await new Handouts(person.id, openItems(person), { collectedBy }).give();
  card.note = given ? undefined : t("NotGiven");
}

const nextOpen = person => {
  const { attendees } = card.unit;
  const from = attendees.indexOf(person);
  const next = [...attendees.keys()].map(i => (from + 1 + i) % attendees.length).find(i => attendees[i] !== person && !hasArrived(attendees[i]));
  return next ?? from;
};
