import { post } from "./api.js";
import { $, h } from "./dom.js";
import { asCode, isBadgeCode } from "./keys.js";
import { station } from "./station.js";
import { t, word } from "./texts.js";

// One field for name, pinyin, initials, phone's last four, unit and badge number; it answers while one types.
const PAUSE = 150;
let timer;
let asked;
let answered = "";
let entered = false;
let items = [];
let chosen = 0;
let purpose;

const field = $("#query");
const list = $("#found");

// A purpose is { label?, rows(items) → [{ title, detail, state, act }] }: what choosing somebody means.
export function setPurpose(next, { focus = true } = {}) {
  purpose = next;
  $("#purpose-text").textContent = next.label ?? "";
  $("#purpose").hidden = !next.label;
  clearSearch();
  if (focus) field.focus();
}

export function clearSearch() {
  field.value = "";
  ask();
}

const typed = () => field.value.trim();

export const isSearching = () => field.value !== "" || document.activeElement === field;

export function startSearch({ onCode }) {
  field.addEventListener("input", event => {
    entered = false;
    if (isBadgeCode(field.value)) return takeCode(onCode);
    clearTimeout(timer);
    if (!event.isComposing || field.value === "") timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  $("#search").addEventListener("submit", event => {
    event.preventDefault();
    entered = answered !== typed();
    if (!entered && items[chosen]) take(items[chosen]);
    else ask();
  });
}

// Taken once: an impatient second Enter or click finds nothing to take.
function take(row) {
  if (!items.includes(row)) return;
  items = [];
  row.act();
}

function takeCode(onCode) {
  const code = asCode(field.value);
  clearSearch();
  field.blur();
  onCode(code);
}

async function ask() {
  clearTimeout(timer);
  asked?.abort();
  const q = typed();
  if (q === "") return paint([], "", q);
  asked = new AbortController();
  const result = await post("attendees/search", { q, checkpointId: station.checkpoint.id }, asked.signal);
  if (result.kind === "dropped" || q !== typed()) return;
  if (result.kind === "busy") timer = setTimeout(ask, result.after);
  else if (result.kind !== "answer") paint([], result.body?.detail ?? t("SearchFailed"));
  else {
    paint(purpose.rows(result.body.items), result.body.items.length === 0 ? t("NobodyFound", q) : result.body.more ? t("MoreFound") : "", q);
    // Enter ran ahead of the answer: it means who is found alone, and of several nobody yet.
    if (entered && items.length === 1) take(items[0]);
    entered = false;
  }
}

// The list answers to what was asked and to nothing typed since.
function paint(rows, note, q) {
  [items, chosen, answered] = [rows, 0, q];
  list.replaceChildren(...rows.map((row, i) => h("li", { role: "option", id: `found-${i}`, onclick: () => take(row), "aria-selected": String(i === 0) },
    h("b", {}, row.title), h("span", { class: "detail" }, row.detail), row.state && h("span", { class: "state" }, row.state))));
  list.hidden = rows.length === 0;
  field.setAttribute("aria-expanded", String(rows.length > 0));
  $("#found-note").textContent = note;
  $("#ready").classList.toggle("searching", rows.length > 0 || note !== "");
  mark();
}

export function moveChoice(step) {
  if (items.length === 0) return;
  chosen = (chosen + step + items.length) % items.length;
  mark();
}

function mark() {
  [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === chosen)));
  if (items.length > 0) field.setAttribute("aria-activedescendant", `found-${chosen}`);
  else field.removeAttribute("aria-activedescendant");
  list.children[chosen]?.scrollIntoView({ block: "nearest" });
}

// Rows of people; what choosing one does is the caller's.
export const people = act => found => found.map(person => ({
  title: person.name,
  detail: [person.unit, word("Category", person.category), person.badgeNo, person.phoneLast4 && t("PhoneEnding", person.phoneLast4)].filter(Boolean).join(" · "),
  state: word("State", person.state),
  act: () => act(person),
}));

// The units of the people found, each once.
export const units = act => found => [...new Map(found.map(person => [person.unitId, person])).values()].map(person => ({
  title: person.unit, detail: found.filter(other => other.unitId === person.unitId).map(other => other.name).join("、"), act: () => act(person.unitId),
}));
