import { postPatiently } from "./api.js";
import { checkIn, letGo } from "./desk.js";
import { $, fill, h, keyCap } from "./dom.js";
import { clearForm, onceAtATime, readForm } from "./forms.js";
import { home } from "./home.js";
import { FormNonce } from "./nonce.js";
import { choosePerson } from "./ready.js";
import { once, show } from "./screens.js";
import { askSpare, whyNot } from "./spare.js";
import { t, word } from "./texts.js";

// 替会: somebody else comes in a registered person's place. Name, post, phone; a spare badge; then what does not pass over must be confirmed again.
const form = $("#substitute-form");
const nonce = new FormNonce();
let original;

export const chooseReplaced = () => choosePerson(t("PurposeSubstitute"), startSubstitute);

export function startSubstitute(person) {
  letGo();
  if (original?.id !== person.id) clearForm(form);
  original = person;
  $("#substitute-for").textContent = t("InPlaceOf", person.name, person.unit);
  show("substitute", { keys: { Escape: home }, focus: "#substitute-name" });
}

export function prepareSubstitute() {
  onceAtATime(form, async () => {
    const values = readForm(form);
    if (values) askSpare({ name: values.name, take: code => send(values, code) });
  });
}

async function send(values, code) {
  const result = await postPatiently(`attendees/${original.id}/substitute`, { ...values, code, nonce: nonce.for({ id: original.id, ...values, code }) });
  if (result.kind !== "answer") return whyNot(result);
  nonce.done();
  clearForm(form);
  showReconfirm(result.body.attendee ?? { id: result.body.id, name: values.name }, result.body.reconfirm ?? []);
}

function showReconfirm(attendee, roles) {
  const go = once(() => checkIn({ attendeeId: attendee.id }, { name: attendee.name }));
  fill("#reconfirm",
    h("h1", { id: "reconfirm-title" }, t("SubstituteDone")),
    h("p", { class: "big" }, t("NowInPlaceOf", attendee.name, original.name)),
    h("p", {}, t("OldBadgeRevoked", original.name)),
    roles.length === 0 ? h("p", { class: "notice ok" }, t("NothingToReconfirm"))
      : h("div", { class: "notice refuse" }, h("h2", {}, t("Reconfirm")), h("ul", {}, roles.map(role => h("li", {}, word("Role", role) || role)))),
    h("div", { class: "row-of-buttons" }, h("button", { type: "button", class: "primary", onclick: go }, t("CheckInSubstitute"), keyCap("Enter"))));
  show("reconfirm", { keys: { Enter: go, Escape: home }, focus: "#reconfirm" });
}
