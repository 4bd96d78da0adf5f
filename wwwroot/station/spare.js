import { postPatiently } from "./api.js";
import { checkIn, stillHere } from "./desk.js";
import { $ } from "./dom.js";
import { home } from "./home.js";
import { asCode } from "./keys.js";
import { FormNonce } from "./nonce.js";
import { choosePerson } from "./ready.js";
import { notice, once, show } from "./screens.js";
import { play } from "./sound.js";
import { t } from "./texts.js";

// The step in which a spare badge becomes somebody's: after a walk-in, for a substitute, for a lost badge, or the spare first and then the person.
let use = () => {};
let skip = () => {};

// take(code) answers a sentence where the badge cannot be used, else nothing.
export function askSpare({ name, take, onSkip }) {
  use = async typed => {
    const still = stillHere();
    const wrong = await take(asCode(typed));
    if (!wrong) return;
    play("refuse");
    if (still()) notice("#spare-message", wrong);
  };
  skip = onSkip;
  notice("#spare-message", "");
  $("#spare-for").textContent = name;
  $("#spare-code").value = "";
  $("#spare-skip").hidden = !onSkip;
  show("spare", { keys: { Escape: home }, scan: use, focus: "#spare-title" });
}

export function prepareSpare() {
  const send = once(typed => use(typed));
  $("#spare-form").addEventListener("submit", event => {
    event.preventDefault();
    if ($("#spare-code").value.trim()) send($("#spare-code").value);
  });
  $("#spare-skip").addEventListener("click", once(() => skip()));
}

// Binds and checks in: whoever is handed a badge stands at the desk.
export function giveSpare(attendee, { onSkip } = {}) {
  const nonce = new FormNonce();
  askSpare({ name: attendee.name, onSkip, take: code => bind(attendee, code, nonce) });
}

async function bind(attendee, code, nonce) {
  const still = stillHere();
  const result = await postPatiently(`attendees/${attendee.id}/badge`, { code, reason: t("BadgeReason"), nonce: nonce.for({ id: attendee.id, code }) });
  if (result.kind !== "answer") return whyNot(result);
  await checkIn({ attendeeId: attendee.id }, { name: attendee.name, behind: !still() });
}

export const whyNot = ({ kind, body }) =>
  (kind === "lost" ? t("Say_NotSent") : body?.detail ?? t("Say_Failed"));

export const startLostBadge = attendee => giveSpare(attendee);

// The spare came first: find whose it shall be.
export function bindSpare(code) {
  const nonce = new FormNonce();
  choosePerson(t("PurposeBind"), async person => {
    const still = stillHere();
    const wrong = await bind(person, code, nonce);
    if (!wrong) return;
    if (!still()) return play("refuse");
    askSpare({ name: person.name, take: other => bind(person, other, nonce) });
    notice("#spare-message", wrong);
  });
}
