import { get } from "./api.js";
import { clock } from "./contact.js";
import { checkIn, letGo, stillHere, wasAdmitted } from "./desk.js";
import { $, fill, h, icon, keyCap } from "./dom.js";
import { Handouts, nameOf } from "./handouts.js";
import { setHome } from "./home.js";
import { chooseFrom, showReady } from "./ready.js";
import { once, screen, show, speak } from "./screens.js";
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
  const again = card?.id === id;
  if (!again) card = { id, at: 0, unticked: new Set() };
  setHome(() => openUnit(id));
  if (!(await refresh()) || again) return;
  card.at = Math.max(0, people().findIndex(person => !hasArrived(person)));
  paint();
}

// Answers whether the card is what the desk shows.
async function refresh() {
  const [still, { id }] = [stillHere(), card];
  const result = await get(`units/${id}/attendees?checkpointId=${station.checkpoint.id}`);
  if (!still() || card.id !== id) return false;
  if (result.kind === "answer") card.unit = result.body;
  card.failed = result.kind !== "answer";
  paint();
  return true;
}

const people = () => card.unit?.attendees ?? [];
const hasArrived = person => Boolean(person.arrivedAt);
const openItems = person => (person.handouts ?? []).filter(item => !item.done && !card.unticked.has(item.item));
const allItems = () => [...new Map(people().flatMap(person => person.handouts ?? []).map(item => [item.item, item])).values()];

// Who collects for the others: whom the desk chose, else who arrived last, else whose name was typed.
const collector = () => card.collector ?? people().filter(hasArrived).sort((a, b) => Date.parse(a.arrivedAt) - Date.parse(b.arrivedAt)).at(-1)?.name ?? (card.typed?.trim() || undefined);

function paint() {
  const { unit, failed, note } = card;
  const items = allItems();
  fill("#unit",
    h("h1", { id: "unit-title" }, unit?.name ?? t("Unit")),
    failed ? h("p", { class: "notice refuse", role: "alert" }, t("UnitFailed")) : h("p", { class: "quiet" }, [t("UnitCount", people().filter(hasArrived).length, people().length), unit.liaison && t("LiaisonIs", unit.liaison)].filter(Boolean).join(" · ")),
    note && h("p", { class: "notice refuse", role: "alert" }, note),
    items.length > 0 && h("div", { class: "unit-items" }, h("p", {}, t("GiveWith")), h("ul", { class: "handouts" }, items.map(itemBox))),
    items.length > 0 && !people().some(hasArrived) && collectorField(),
    h("ul", { class: "people" }, people().map(personRow)),
    h("div", { class: "row-of-buttons" }, h("button", { type: "button", onclick: showReady }, t("Back"), keyCap("Esc"))));
  const keys = { Enter: once(() => arrive(marked())), D: once(() => collect(marked())), C: () => letCollect(marked()), ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: showReady };
  items.forEach((item, i) => { keys[i + 1] = () => toggle(item); });
  show("unit", { keys, focus: "#unit", of: card });
}

const marked = () => people()[card.at];

function itemBox(item, i) {
  return h("li", {}, h("button", { type: "button", role: "checkbox", "aria-checked": String(!card.unticked.has(item.item)), onclick: () => toggle(item) },
    h("span", { class: "tick-box", "aria-hidden": "true" }), nameOf(item), keyCap(String(i + 1))));
}

// Nobody of the unit is here yet: whoever stands at the desk says who they are.
function collectorField() {
  const field = h("input", { id: "collector", value: card.typed, maxlength: $("#walk-in-name").maxLength, autocomplete: "off", oninput: event => { card.typed = event.target.value; } });
  const send = once(() => collect(marked()));
  return h("form", { class: "field", onsubmit: event => { event.preventDefault(); send(); } }, h("label", { for: "collector" }, t("CollectorName")), field);
}

function personRow(person, i) {
  const [arrived, at] = [hasArrived(person), i === card.at];
  const collected = (person.handouts ?? []).some(item => item.done);
  const state = card.sending === person.id ? t("Sending") : arrived ? t("ArrivedAt", clock(Date.parse(person.arrivedAt))) : word("State", person.state);
  const collects = arrived && person.name === collector() && people().length > 1;
  return h("li", { class: at && "at", "aria-current": at && "true", onclick: () => { card.at = i; paint(); } },
    h("span", { class: "who" }, h("b", {}, person.name), h("span", { class: "detail" }, [person.post, word("Category", person.category)].filter(Boolean).join(" · "))),
    h("span", { class: arrived ? "state mark ok" : "state" }, arrived && icon("tick"), state, collected && h("small", {}, person.collectedBy ? t("CollectedBy", person.collectedBy) : t("ItemsGiven")), person.sheet && h("small", {}, person.sheet), collects && h("small", {}, t("Collects"))),
    h("span", { class: "row-of-buttons" },
      !arrived && h("button", { type: "button", class: "primary", onclick: once(() => arrive(person)) }, t("InPerson"), at && keyCap("Enter")),
      openItems(person).length > 0 && h("button", { type: "button", onclick: once(() => collect(person)) }, arrived ? t("GiveNow") : t("Collect"), at && keyCap(arrived ? "Enter" : "D")),
      arrived && !collects && people().length > 1 && h("button", { type: "button", onclick: () => letCollect(person) }, t("LetCollect"), at && keyCap("C"))));
}

function toggle({ item }) {
  if (!card.unticked.delete(item)) card.unticked.add(item);
  paint();
}

function move(step) {
  const count = people().length;
  if (count > 0) card.at = (card.at + step + count) % count;
  paint();
  $("#unit .at")?.scrollIntoView({ block: "nearest" });
}

function letCollect(person) {
  if (!person || !hasArrived(person)) return;
  card.collector = person.name;
  paint();
}

// 本人已到 and everything handed over, in one key.
async function arrive(person) {
  if (!person) return;
  if (hasArrived(person)) return collect(person);
  const [here, mine, items] = [screen(), card, openItems(person)];
  mine.sending = person.id;
  paint();
  const result = await checkIn({ attendeeId: person.id }, { name: person.name, quiet: true });
  mine.sending = undefined;
  if (!wasAdmitted(result)) return;
  mine.note = await give(person, items);
  play("ok");
  speak(t("ArrivedNow", person.name));
  if (screen() === here) await goOn(person);
}

async function collect(person) {
  if (!person || openItems(person).length === 0) return;
  const [here, mine, by] = [screen(), card, hasArrived(person) ? undefined : collector()];
  if (by === undefined && !hasArrived(person)) return $("#collector")?.focus();
  mine.note = await give(person, openItems(person), by);
  play("info");
  if (screen() === here) await goOn(person);
}

// Answers what went wrong.
const give = async (person, items, collectedBy) => ((await new Handouts(person.id, items, { collectedBy }).give()) ? undefined : t("NotGiven"));

// A scan meanwhile keeps its verdict: the card lets go of nothing.
async function goOn(person) {
  const from = people().indexOf(person);
  const next = [...people().keys()].map(i => (from + 1 + i) % people().length).find(i => people()[i] !== person && !hasArrived(people()[i]));
  card.at = next ?? from;
  await refresh();
}
