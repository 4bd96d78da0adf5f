import { characterOf, KeyBuffer } from "./keys.js";

// Listens on the document, before any field sees a key: the station reads whatever has the focus.
const buffer = new KeyBuffer();
let timer;
let before;

const isField = node => node?.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select");

export function listen({ onScan, onKey }) {
  const done = found => {
    if (found?.scan) {
      undoTyping();
      onScan(found.scan);
    } else if (found?.key && !isField(document.activeElement)) {
      onKey(found.key);
    }
  };
  const rest = () => done(buffer.rest(performance.now()));

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (buffer.due(event.timeStamp)) rest();
    const field = isField(event.target);
    const found = buffer.press(event, event.timeStamp, field);
    if (buffer.starting) before = field ? { field: event.target, value: event.target.value } : null;
    if (found) event.preventDefault(), event.stopPropagation();
    // A list chooses by the letters it is sent: a scanner's must choose nothing. Space still opens it.
    else if (event.target.matches?.("select") && event.code !== "Space" && characterOf(event)) event.preventDefault();
    // Some browsers open a search of their own for a slash.
    else if (event.code === "Slash" && !field) event.preventDefault();
    if (!found && !event.repeat && passesOn(event)) onKey(event.code, event);
    clearTimeout(timer);
    timer = setTimeout(rest, buffer.wait);
    done(found);
  }, { capture: true });
}

const NAMED = ["Enter", "NumpadEnter", "Escape", "ArrowUp", "ArrowDown"];

// Keys that are their own word at once. A focused button keeps its Enter; a field keeps all but Escape and the arrows of its list.
function passesOn({ code, target, isComposing }) {
  if (isComposing || !NAMED.includes(code)) return false;
  return !(code.endsWith("Enter") && target.closest?.("button, a, summary, input, select, textarea"));
}

// The burst was typed into whatever had the focus: give the field back what stood there before.
function undoTyping() {
  if (!before) return;
  const { field, value } = before;
  const restore = () => {
    if (field.value === value) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  before = null;
  field.blur();
  restore();
  // An IME may still write down what it was composing.
  requestAnimationFrame(restore);
}
