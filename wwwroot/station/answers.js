import { postPatiently } from "./api.js";
import { isWrongBag } from "./bag.js";
import { checkIn, isReportIn, retryOpen, stillHere } from "./desk.js";
import { Handouts } from "./handouts.js";
import { home } from "./home.js";
import { addScan, entryOf } from "./lastScans.js";
import { makeNonce } from "./nonce.js";
import { canOverride, isAdmitted } from "./outcomes.js";
import { startOverride } from "./override.js";
import { searchFor } from "./ready.js";
import { once } from "./screens.js";
import { play } from "./sound.js";
import { bindSpare, startLostBadge } from "./spare.js";
import { station } from "./station.js";
import { startSubstitute } from "./substitute.js";
import { t } from "./texts.js";
import { undo } from "./undo.js";
import { openUnit } from "./unit.js";
import { labelOf } from "./unsettled.js";
import { startWalkIn } from "./walkIn.js";
import { firstSentence, showVerdict, verdictError, wordOf } from "./verdict.js";

// What the desk shows for an answer of the server, and what its keys do then.
export function presentAtDesk(answer, attempt) {
  const { body, about = {} } = attempt;
  const { outcome, attendee } = answer;
  const known = attendee && (outcome === "AlreadyIn" || isAdmitted(outcome));
  const wrong = isWrongBag(answer, about);
  if (about.bagOf && known) return wrong ? presentWrongBag(answer, attempt) : presentRightBag(about.bagOf);
  const present = known && outcome !== "Goodbye";
  const handouts = present ? new Handouts(attendee.id, answer.show?.handouts ?? []) : wrong ? undefined : about.bagOf?.handouts;
  const begins = isReportIn() && present && handouts.waiting && body.attendeeId;
  const bag = begins ? { id: attendee.id, name: attendee.name, answer, handouts } : about.bagOf;
  const actions = guarded([...remedies(answer, body), ...usual(answer, handouts)]);
  showVerdict({
    outcome, word: wordOf(outcome), aside: isAdmitted(outcome) && timing(answer), attendee, handouts, actions,
    show: present || isAdmitted(outcome) ? answer.show : { liaison: answer.show?.liaison, note: answer.show?.note },
    title: attendee ? undefined : about.bagOf ? t("BagOf", about.bagOf.name) : outcome === "NotRecorded" ? labelOf({ body, about }) : about.name,
    sentence: begins ? t("Say_CheckBag") : sentence(answer),
    lines: (answer.also ?? []).map(also => [t("Also"), checkpointName(also.checkpointId)]),
  }, { keys: keysOf(actions, handouts), scan: bag && checkBag(bag) });
}

const checkBag = bag => code => checkIn({ code }, { bagOf: bag });

const guarded = actions => actions.map(action => ({ ...action, run: once(action.run) }));

function sentence({ outcome, first, problem, remedy, attendee }) {
  if (outcome === "Failed") return problem?.detail ?? t("Say_Failed");
  // Without the remedy there is nobody to check in: the person was replaced, or the badge is a spare's.
  if (outcome === "RevokedBadge" && !remedy) return t(attendee && station.me?.operator ? "Say_ReplacedBadge" : "Say_RevokedNobody");
  if (outcome === "AlreadyIn") return [firstSentence(first), t("Say_AlreadyIn")].filter(Boolean).join(" ");
  return isAdmitted(outcome) ? undefined : t(`Say_${outcome}`);
}

const timing = ({ timing: when, minutes }) => (when === "late" ? t("LateBy", minutes) : when === "early" ? t("EarlyBy", minutes) : undefined);

const checkpointName = id => station.checkpoints.find(checkpoint => checkpoint.id === id)?.name ?? String(id);

// One key mends what refused: reinstate, check in the person, bind the spare, let in with a reason.
function remedies(answer, body) {
  const { remedy, attendee, outcome } = answer;
  if (outcome === "NotRecorded") return [{ label: t("RetryNow"), cap: "R", main: true, run: retryOpen }];
  if (remedy === "reinstate") {
    const nonce = makeNonce();
    return [{ label: t("Reinstate"), cap: "R", main: true, run: () => reinstate(attendee, nonce) }];
  }
  if (remedy === "checkInPerson") return [{ label: t("CheckInPerson"), cap: "R", main: true, run: () => checkIn({ attendeeId: attendee.id }, { name: attendee.name }) }];
  if (remedy === "bind") return [{ label: t("Bind"), cap: "R", main: true, run: () => bindSpare(body.code) }];
  return canOverride(outcome) && attendee ? [{ label: t("Override"), cap: "O", main: true, run: () => startOverride(answer, body) }] : [];
}

function usual({ attendee, outcome, scanId, remedy }, handouts) {
  const entry = entryOf(scanId);
  return [
    { label: handouts?.waiting ? t("AllGiven") : t("Next"), cap: "Enter", main: isAdmitted(outcome) || outcome === "AlreadyIn" || (!attendee && !remedy && outcome !== "NotRecorded"), run: () => done(handouts) },
    isAdmitted(outcome) && entry && { label: t("Undo"), cap: "Z", run: () => undo(entry) },
    attendee && { label: t("LostBadge"), cap: "L", run: () => startLostBadge(attendee) },
    attendee && { label: t("Substitute"), cap: "T", run: () => startSubstitute(attendee) },
    outcome === "UnknownBadge" && { label: t("SearchAction"), cap: "/", run: searchFor },
    outcome === "UnknownBadge" && { label: t("WalkIn"), cap: "W", run: startWalkIn },
    attendee?.unitId && { label: t("Unit"), cap: "U", run: () => openUnit(attendee.unitId) },
  ].filter(Boolean);
}

function keysOf(actions, handouts) {
  const keys = Object.fromEntries(actions.map(action => [action.cap, action.run]));
  for (let i = 1; i <= 9; i++) keys[i] = () => handouts?.toggle(i - 1);
  return { ...keys, "/": searchFor, W: startWalkIn, Escape: home };
}

async function done(handouts) {
  const still = stillHere();
  const given = !handouts?.waiting || (await handouts.give());
  if (!given) play("lost");
  if (!still()) return;
  if (given) home();
  else verdictError(t("NotGiven"));
}

async function reinstate(attendee, nonce) {
  const still = stillHere();
  const result = await postPatiently(`attendees/${attendee.id}/reinstate`, { nonce });
  const behind = !still();
  if (result.kind === "answer") return checkIn({ attendeeId: attendee.id }, { name: attendee.name, behind });
  play("lost");
  if (behind) addScan({ name: attendee.name, outcome: "Failed" });
  else verdictError(result.body?.detail ?? t("NotReinstated"));
}

function presentRightBag(bag) {
  const actions = guarded([{ label: t(bag.handouts.waiting ? "AllGiven" : "Next"), cap: "Enter", main: true, run: () => done(bag.handouts) }]);
  showVerdict({ outcome: "RightBag", word: wordOf("RightBag"), attendee: bag.answer.attendee, show: bag.answer.show, handouts: bag.handouts, actions }, { keys: keysOf(actions, bag.handouts) });
}

async function presentWrongBag({ attendee, outcome, scanId }, { about: { bagOf: bag }, taken }) {
  const still = stillHere();
  const back = await taken;
  if (!still()) return play("refuse");
  const stands = !back && entryOf(scanId);
  const actions = guarded([{ label: t("Next"), cap: "Enter", main: true, run: home }, ...(stands ? [{ label: t("Undo"), cap: "Z", run: () => undo(stands) }] : [])]);
  const say = !isAdmitted(outcome) ? "Say_WrongBagOnly" : back ? "Say_WrongBag" : "Say_WrongBagStands";
  showVerdict({ outcome: "WrongBag", word: wordOf("WrongBag"), attendee, actions, sentence: t(say, attendee.name, bag.name) }, { keys: keysOf(actions), scan: checkBag(bag) });
}
