// What was typed outlives the reload after a server restart: changed fields by their id, for this address and this tab, until they stand in the page again.
import { DRAFTS as KEY, drop } from "./forget.js";

const GIVE_UP = 15000;
const FIELDS = "input[id]:not([type=password]):not([type=file]):not([type=hidden]), textarea[id], select[id]";
const here = () => location.pathname + location.search;
const isBox = (field) => field.type === "checkbox" || field.type === "radio";
const changed = new Map();
let leaving = false;

for (const kind of ["input", "change"])
  document.addEventListener(kind, ({ target }) => target.matches?.(FIELDS) && changed.set(target.id, here()), true);

// Registered before any form's question whether to leave, which must not hold up a page that comes back by itself.
window.addEventListener("beforeunload", (event) => leaving && event.stopImmediatePropagation(), true);

export function keep() {
  leaving = true;
  const fields = [...changed].filter(([id, address]) => address === here() && document.getElementById(id))
    .map(([id]) => [id, document.getElementById(id)]).map(([id, field]) => [id, isBox(field) ? field.checked : field.value]);
  if (fields.length) sessionStorage.setItem(KEY, JSON.stringify({ address: here(), fields }));
}

export function abandon() {
  leaving = true;
  drop();
}

const fill = (field, value) => {
  const name = isBox(field) ? "checked" : "value";
  if (field[name] === value) return true;
  field[name] = value;
  if (field[name] !== value) return false;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  return true;
};

// Only once the components listen; a field may come with what its page reads first.
export function refill() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  if (kept?.address !== here()) return sessionStorage.removeItem(KEY);
  let left = kept.fields;
  const end = () => {
    watch.disconnect();
    clearTimeout(timer);
    sessionStorage.removeItem(KEY);
  };
  const step = () => {
    if (!document.querySelector("[data-live]")) return;
    left = left.filter(([id, value]) => {
      const field = document.getElementById(id);
      return !field || field.disabled || !fill(field, value);
    });
    if (left.length === 0) end();
  };
  const watch = new MutationObserver(step);
  watch.observe(document, { subtree: true, childList: true, attributes: true });
  const timer = setTimeout(end, GIVE_UP);
  step();
}
