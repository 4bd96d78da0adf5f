import { postPatiently } from "./api.js";
import { h, keyCap } from "./dom.js";
import { FormNonce } from "./nonce.js";
import { station } from "./station.js";
import { t } from "./texts.js";

// What is handed over: all ticked, exceptions are unticked, one key gives the rest. What was given by mistake is taken back by its own key.
export class Handouts {
  #boxes = [];

  constructor(attendeeId, items, { collectedBy } = {}) {
    this.attendeeId = attendeeId;
    this.collectedBy = collectedBy;
    this.#boxes = items.map(item => ({ item, ticked: true, given: item.done, handoutId: item.handoutId, nonce: new FormNonce() }));
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
    if (!box) return;
    if (box.given) {
      this.#takeBack(box);
    } else {
      box.ticked = !box.ticked;
      this.#paint(box);
    }
  }

  // Gives what is ticked. Answers whether all of it is recorded.
  async give() {
    for (const box of this.#boxes.filter(box => box.ticked && !box.given)) {
      const content = { item: box.item.item, itemId: box.item.itemId, checkpointId: station.checkpoint.id, collectedBy: this.collectedBy };
      const result = await postPatiently(`attendees/${this.attendeeId}/handouts`, { ...content, nonce: box.nonce.for(content) });
      if (result.kind !== "answer" && result.body?.code !== "alreadyGiven") return false;
      box.given = true;
      box.handoutId = result.body?.handoutId;
      this.#paint(box);
    }
    return true;
  }

  async #takeBack(box) {
    if (!box.handoutId) return;
    const result = await postPatiently(`attendees/${this.attendeeId}/handouts/${box.handoutId}/undo`, {});
    if (result.kind !== "answer") return;
    Object.assign(box, { given: false, ticked: false, handoutId: undefined, nonce: new FormNonce() });
    this.#paint(box);
  }

  #row(box, i) {
    box.button = h("button", { type: "button", role: "checkbox", onclick: () => this.toggle(i) }, h("span", { class: "tick-box", "aria-hidden": "true" }), h("span"), i < 9 && keyCap(String(i + 1)));
    this.#paint(box);
    return h("li", {}, box.button);
  }

  #paint({ button, given, ticked, item }) {
    button.setAttribute("aria-checked", String(given || ticked));
    button.classList.toggle("given", given);
    button.children[1].textContent = given ? t("HandoutGiven", nameOf(item)) : nameOf(item);
  }
}

export const nameOf = ({ item, count }) => (count > 1 ? `${item}×${count}` : item);
