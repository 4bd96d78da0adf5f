// Sends what is typed in small groups, keeps it until it is answered, and tries again as long as it takes.
// An edit: person, field, the text before it and its own; `sent`: its texts whose answer has not come; `theirs`: what a colleague answered
// meanwhile, until one of both is chosen; `refused`: why the server did not take it.
import { editorName, post } from "./asking.js";
import { forget, keep } from "./keep.js";
import { say } from "./texts.js";

const GROUP = 500, AGAIN = 2000, MOST = 100, MOST_SENT = 20;
const id = document.getElementById("reply").dataset.reply;
const key = ({ person, field }) => `${person} ${field}`;

export class Saving {
  /** @param settled called with an edit, the text that was answered and the result */
  constructor(settled, gone) {
    this.settled = settled;
    this.gone = gone;
    this.edits = new Map();
    this.answered = 0;
    this.unsent = 0;
    this.told = "idle";
    this.isKept = true;
  }

  get all() { return [...this.edits.values()]; }

  get waiting() { return this.all.filter((edit) => edit.theirs === undefined && !edit.refused); }

  get refused() { return this.all.filter((edit) => edit.refused); }

  of(person, field) { return this.edits.get(key({ person, field })); }

  /** @param before what the form showed when this answer was begun; an edit that waits already keeps its own */
  add(person, field, before, text) {
    const edit = this.of(person, field) ?? { person, field, before, sent: [] };
    edit.text = text;
    delete edit.refused;
    this.restore(edit);
    this.store(edit);
  }

  restore(edit) {
    this.edits.set(key(edit), edit);
    if (edit.theirs === undefined) this.flushIn(GROUP);
  }

  async store(edit) { this.isKept = await keep(id, edit); }

  drop(edit) {
    this.edits.delete(key(edit));
    forget(id, edit);
  }

  /** A colleague's answer is seen; what is sent from now on stands on it. */
  decide(edit) {
    edit.before = edit.theirs;
    delete edit.theirs;
  }

  /** What was not taken may be by now. */
  retry() { for (const edit of this.refused) delete edit.refused; }

  flushIn(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), wait);
  }

  /** Resolves once nothing waits, or the first try failed. A page that is left cannot wait for its last try. */
  async flush({ leaving = false } = {}) {
    clearTimeout(this.timer);
    while (this.running && !leaving) await this.running;
    if (this.hasEnded) return false;
    const group = this.waiting.slice(0, MOST);
    if (group.length === 0) return true;
    if (leaving) return this.send(group, true);
    this.running = this.send(group, false);
    try {
      if (!(await this.running)) return false;
    } finally {
      this.running = null;
    }
    return this.flush();
  }

  async send(edits, keepalive) {
    this.tell("saving");
    const group = edits.map(({ person, field, before, text }) => ({ person, field, before, text }));
    for (const edit of edits) {
      edit.sent = [...edit.sent.filter((text) => text !== edit.text), edit.text].slice(-MOST_SENT);
      this.store(edit);
    }
    let results;
    try {
      results = await post("save", { editor: editorName(), edits: group }, keepalive);
    } catch (trouble) {
      return this.fail(trouble);
    }
    group.forEach((sent, i) => this.take(sent, results[i]));
    this.answered++;
    this.tell("saved");
    if (keepalive && this.waiting.length) this.flushIn(GROUP);
    return true;
  }

  fail(trouble) {
    if (trouble.kind === "ended") return this.end();
    this.trouble = trouble;
    this.tell(trouble.kind === "offline" ? "waiting" : trouble.kind);
    this.flushIn(AGAIN);
    return false;
  }

  take(sent, result) {
    const edit = this.edits.get(key(sent));
    if (!edit) return;
    const text = result.kind === "taken" ? result.theirs : sent.text;
    const isOwn = result.kind === "kept" || (result.kind === "taken" && [edit.text, edit.before, ...edit.sent].includes(text));
    edit.sent = edit.sent.filter((one) => one !== text && one !== sent.text);
    // One's own text comes back as a colleague's where the answer to it was lost: what was typed since stands on it.
    if (isOwn) edit.before = text;
    else if (result.kind === "taken") edit.theirs = text;
    else edit.refused = result.problem;
    if (isOwn && edit.text === text) this.drop(edit);
    else this.store(edit);
    this.settled(edit, text, isOwn ? { kind: "kept", problem: result.problem } : result);
  }

  end() {
    if (!this.hasEnded) this.gone();
    this.hasEnded = true;
    return false;
  }

  tell(state) {
    this.told = state;
    if (state === "saved") this.savedAt = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    this.show();
  }

  show() {
    const undecided = ["saved", "idle"].includes(this.told) ? this.all.filter((edit) => edit.theirs !== undefined).length : 0;
    const state = undecided ? "undecided" : this.told;
    const text = state === "idle" ? "" : state === "saved" && this.unsent ? say("JsSave_unsent", this.savedAt, this.unsent) : say(`JsSave_${state}`, undecided || this.savedAt);
    const node = document.getElementById("saved");
    node.dataset.state = state;
    if (node.textContent !== text) node.textContent = text;
  }
}
