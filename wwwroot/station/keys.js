// Tells a scanner's burst from a person's keys. It reads event.code, so neither an IME, nor case, nor a lost focus changes what was scanned.
// Pure: the caller supplies the time, and calls rest() once wait ms have passed without a key.
const GAP = 150;
// A burst that has begun is not torn by a busy page or a slow scanner.
const STUTTER = 400;
// One torn all the same is put together again if the rest follows this soon.
const MENDS = 1500;
const SHORTEST = 8;
const AFTER_SCAN = 250;
const LONGEST = 512;
const BADGE = /^[0-9A-HJKMNP-TV-Z]{26}$/;

const SIGNS = { Minus: "-", NumpadSubtract: "-", Slash: "/", Period: ".", NumpadDecimal: ".", Semicolon: ";", Equal: "=", Comma: ",", Quote: "'", Backslash: "\\", BracketLeft: "[", BracketRight: "]", Space: " " };

// The character a key stands for on the layout that scanners imitate; null for keys that write nothing.
export function characterOf({ code, key }) {
  if (/^Key[A-Z]$/.test(code)) return code[3];
  if (/^(Digit|Numpad)[0-9]$/.test(code)) return code.at(-1);
  if (SIGNS[code]) return SIGNS[code];
  return !code && key?.length === 1 ? key.toUpperCase() : null;
}

export const isEnd = code => code === "Enter" || code === "NumpadEnter" || code === "Tab";

// Typed or scanned input as a code is written: O is 0, I and L are 1, hyphens and spaces are nothing.
export const asCode = typed => typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");

export const isBadgeCode = typed => BADGE.test(asCode(typed));

export class KeyBuffer {
  #text = "";
  #torn = "";
  #lastAt = -Infinity;
  #scannedAt = -Infinity;
  #inField = false;

  // One key down. Answers { scan } when it ends a burst, { swallow } for a second suffix key, else null.
  press(stroke, at, inField) {
    if (isEnd(stroke.code)) return this.#end(at);
    const character = characterOf(stroke);
    if (character === null) return null;
    if (this.#text === "" && at - this.#lastAt > MENDS) this.#torn = "";
    this.#inField = inField || (this.#text !== "" && this.#inField);
    if (this.#text.length < LONGEST) this.#text += character;
    this.#lastAt = at;
    return null;
  }

  // How long the next key may take to belong to this one.
  get wait() {
    return this.#text.length <= 1 || BADGE.test(this.#whole) ? GAP : STUTTER;
  }

  // No key for that long: a whole code without a suffix is a scan, one key alone is that key.
  rest(at) {
    const text = this.#text;
    const torn = (this.#torn + text).slice(-LONGEST);
    const found = this.#scan(at);
    if (!BADGE.test(found?.scan)) this.#torn = torn;
    this.#text = "";
    return found ?? (text.length === 1 ? { key: text } : null);
  }

  // True where rest() is overdue: the timer of a busy page may come later than the next key.
  due(at) {
    return this.#text !== "" && at - this.#lastAt > this.wait;
  }

  get starting() {
    return this.#text.length === 1;
  }

  #end(at) {
    const found = this.#scan(at);
    this.#text = this.#torn = "";
    return found ?? (at - this.#scannedAt < AFTER_SCAN ? { swallow: true } : null);
  }

  #scan(at) {
    const scan = this.#whole;
    // In a field a person may type fast, so only what is a badge's code through and through counts.
    if (!(this.#inField ? BADGE.test(scan) : scan.length >= SHORTEST)) return null;
    this.#text = this.#torn = "";
    this.#scannedAt = at;
    return { scan };
  }

  // What was torn counts only where it makes a badge's code of the rest.
  get #whole() {
    const mended = this.#torn + this.#text;
    return BADGE.test(mended) ? mended : this.#text;
  }
}
