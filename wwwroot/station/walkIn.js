import { postPatiently } from "./api.js";
import { checkIn, letGo } from "./desk.js";
import { $ } from "./dom.js";
import { clearForm, onceAtATime, readForm } from "./forms.js";
import { home } from "./home.js";
import { FormNonce } from "./nonce.js";
import { notice, show } from "./screens.js";
import { giveSpare, whyNot } from "./spare.js";
import { station } from "./station.js";
import { t } from "./texts.js";
import { unitNames } from "./unit.js";

// Somebody who is on no list: four fields, the consent, a badge from the stock, checked in.
const form = $("#walk-in-form");
const nonce = new FormNonce();

export function startWalkIn() {
  letGo();
  notice("#walk-in-message", "");
  if (station.me?.legalBody) $("#walk-in-notice").textContent = t("ConsentNoticeOf", station.me.legalBody);
  show("walk-in", { keys: { Escape: home }, focus: "#walk-in-name" });
  unitNames().then(names => $("#unit-names").replaceChildren(...names.map(name => new Option(name, name))));
}

export function prepareWalkIn() {
  onceAtATime(form, async () => {
    const values = readForm(form);
    if (!values) return;
    const result = await postPatiently("attendees/walk-in", { ...values, nonce: nonce.for(values) });
    if (result.kind !== "answer") return notice("#walk-in-message", whyNot(result));
    nonce.done();
    clearForm(form);
    const attendee = result.body.attendee ?? { ...values, ...result.body };
    giveSpare(attendee, { onSkip: () => checkIn({ attendeeId: attendee.id }, { name: attendee.name }) });
  });
}
