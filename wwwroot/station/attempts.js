// Scans on their way to the server. One nonce per attempt, kept until its outcome is known: however often it is sent, it counts once.
// Pure but for what is handed in: send(body) → a result of api.js, now() in ms, makeNonce().
export const SAME_CODE = 2500;

export class Attempts {
  #open = [];
  #seen = new Map();
  #sending = new Set();

  constructor({ send, now, makeNonce, onChange = () => {} }) {
    Object.assign(this, { send, now, makeNonce, onChange });
  }

  // Attempts whose outcome nobody knows yet, oldest first.
  get open() {
    return [...this.#open];
  }

  // The same code again within 2.5 s is the same showing of the badge. A camera goes on seeing it, so each sight prolongs the time.
  isRepeat(code, { prolong = false } = {}) {
    const now = this.now();
    for (const [other, at] of this.#seen) if (now - at >= SAME_CODE) this.#seen.delete(other);
    const repeat = this.#seen.has(code);
    if (!repeat || prolong) this.#seen.set(code, now);
    return repeat;
  }

  start(content) {
    const attempt = { body: { ...content, nonce: this.makeNonce(), scannedAt: new Date(this.now()).toISOString() }, at: this.now(), tries: 0 };
    this.#open.push(attempt);
    this.onChange();
    return attempt;
  }

  // Sends it, once at a time. Answers the result; a lost one stays open.
  async settle(attempt) {
    if (this.#sending.has(attempt)) return { kind: "busy" };
    this.#sending.add(attempt);
    attempt.tries++;
    const result = await this.send(attempt.body);
    this.#sending.delete(attempt);
    if (result.kind !== "lost") this.#open = this.#open.filter(other => other !== attempt);
    this.onChange();
    return result;
  }
}
