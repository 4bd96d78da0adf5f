import { postPatiently } from "./api.js";
import { h, keyCap } from "./dom.js";
import { FormNonce } from "./nonce.js";
import { t } from "./texts.js";

// What is handed over: all ticked, exceptions are unticked, one key gives the rest.
export class Handouts {
  #boxes = [];

  constructor(attendeeId, items, { collectedBy } = {}) {
    this.attendeeId = attendeeId;
    this.collectedBy = collectedBy;
    this.#boxes = items.map(item => ({ item, ticked: true, given: item.done, nonce: new FormNonce() }));
    this.node = h("ul", { class: "handouts", "aria-label": t("Handouts") }, this.#boxes.map((box, i) => this.#row(box, i)));
  }

  get waiting() {
    return this.#boxes.some(box => !box.given && box.ticked);
  }

  get any() {
    return this.#boxes.length > 0;
  }

  toggle(i) {
    const box = this.#boxes[i];
    if (!box || box.given) return;
    box.ticked = !box.ticked;
    this.#paint(box);
  }

  // Gives what is ticked. Answers the names given, or null where the server could not be reached for all of them.
  async give() {
    const given = [];
    for (const box of this.#boxes.filter(box => box.ticked && !box.given)) {
      const content = { item: box.item.itemId ?? box.item.item, count: box.item.count ?? 1, ...(this.collectedBy && { collectedBy: this.collectedBy }) };
      const result = await postPatiently(`attendees/${this.attendeeId}/handouts`, { ...content, nonce: box.nonce.for(content) });
      const already = result.body?.code === "alreadyGiven";
      if (result.kind !== "answer" && !already) return null;
      box.given = true;
      box.handoutId = result.body?.handoutId;
      given.push(box.item.item);
      this.#paint(box);
    }
    return given;
  }

  #row(box, i) {
    box.button = h("button", { type: "button", role: "checkbox", onclick: () => this.toggle(i) }, h("span", { class: "tick-box", "aria-hidden": "true" }), nameOf(box.item), box.given || i > 8 ? "" : keyCap(String(i + 1)));
    this.#paint(box);
    return h("li", {}, box.button);
  }

  #paint({ button, given, ticked, item }) {
    button.setAttribute("aria-checked", String(given || ticked));
    button.toggleAttribute("disabled", given === true);
    button.classList.toggle("given", given === true);
    button.setAttribute("aria-label", given ? t("HandoutGiven", nameOf(item)) : nameOf(item));
  }
}

export const nameOf = ({ item, count }) => (count > 1 ? `${item}×${count}` : item);
