// Sends what is typed in small groups, keeps it until it is answered, and tries again as long as it takes.
import { keep } from "./keep.js";
import { say } from "./texts.js";

const GROUP = 500, GIVE_UP = 10000, AGAIN = 2000, MOST = 100;
const form = document.getElementById("reply");
const id = form.dataset.reply;
const key = (person, field) => `${person} ${field}`;

export class Saving {
  /** @param settled called with each answered edit and its result */
  constructor(settled, gone) {
    this.settled = settled;
    this.gone = gone;
    this.edits = new Map();
    this.answered = 0;
    this.unsent = 0;
  }

  get isIdle() { return this.edits.size === 0; }

  has(person, field) { return this.edits.has(key(person, field)); }

  /** @param before what the form showed when this answer was begun; an edit that waits already keeps its own */
  add(person, field, before, text) {
    const waiting = this.edits.get(key(person, field));
    if (waiting) waiting.text = text;
    else this.edits.set(key(person, field), { person, field, before, text });
    this.store();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), GROUP);
  }

  store() { return keep(id, [...this.edits.values()]); }

  /** Resolves once nothing waits, or the first try failed. */
  async flush({ leaving = false } = {}) {
    clearTimeout(this.timer);
    if (this.running && !leaving) await this.running;
    if (this.isIdle) return true;
    this.running = this.send([...this.edits.values()].slice(0, MOST).map((edit) => ({ ...edit })), leaving);
    const done = await this.running;
    this.running = null;
    return done && (this.isIdle || leaving || this.flush());
  }

  async send(group, keepalive) {
    this.tell("saving");
    try {
      const answer = await post("save", { editor: editorName(), edits: group }, keepalive);
      if (answer.status === 401) return this.end();
      if (answer.status === 400) return reload();
      if (!answer.ok) throw new Error(String(answer.status));
      this.take(group, await answer.json());
      this.answered++;
      this.tell("saved");
      return true;
    } catch {
      this.tell("waiting");
      this.timer = setTimeout(() => this.flush(), AGAIN);
      return false;
    }
  }

  take(group, results) {
    group.forEach((sent, i) => {
      const waiting = this.edits.get(key(sent.person, sent.field));
      if (waiting?.text === sent.text || results[i].kind === "notTaken") this.edits.delete(key(sent.person, sent.field));
      else if (waiting && results[i].kind === "kept") waiting.before = sent.text;
      this.settled(sent, results[i]);
    });
    this.store();
  }

  end() {
    this.gone();
    return false;
  }

  tell(state) {
    const node = document.getElementById("saved");
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    if (node.dataset.state === state && state !== "saved") return;
    node.dataset.state = state;
    node.textContent = state === "saved" && this.unsent ? say("JsSave_unsent", time, this.unsent) : say(`JsSave_${state}`, time);
  }
}

export const editorName = () => form.querySelector('[data-person=""] [data-field="contactName"]')?.value ?? "";

export const post = (what, body, keepalive = false) => fetch(`/reply/${id}/${what}`, {
  method: "POST", keepalive, body: JSON.stringify(body), signal: keepalive ? undefined : AbortSignal.timeout(GIVE_UP),
  headers: { "Content-Type": "application/json", RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value },
});

// The browser lost the forms' cookie while the page slept; what was typed waits in the store.
function reload() {
  location.reload();
  return false;
}
