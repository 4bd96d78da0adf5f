import { postPatiently } from "./api.js";
import { checkIn, isReportIn, retryOpen } from "./desk.js";
import { Handouts } from "./handouts.js";
import { home } from "./home.js";
import { entryOf, markUndone } from "./lastScans.js";
import { makeNonce } from "./nonce.js";
import { canOverride, isAdmitted } from "./outcomes.js";
import { startOverride } from "./override.js";
import { searchFor } from "./ready.js";
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
export function presentAtDesk(answer, { body, about = {} }) {
  if (about.bagOf && answer.attendee) return presentBag(answer, about.bagOf);
  const { outcome, attendee } = answer;
  const present = outcome === "AlreadyIn" || (isAdmitted(outcome) && outcome !== "Goodbye");
  const handouts = attendee && present ? new Handouts(attendee.id, answer.show?.handouts ?? []) : undefined;
  const actions = [...remedies(answer, body), ...usual(answer, handouts)];
  const bag = isReportIn() && handouts?.waiting && body.attendeeId ? { id: attendee.id, name: attendee.name, answer, handouts } : undefined;
  showVerdict({
    outcome, word: wordOf(outcome), aside: isAdmitted(outcome) && timing(answer), attendee, handouts, actions,
    show: present || isAdmitted(outcome) ? answer.show : { liaison: answer.show?.liaison, note: answer.show?.note },
    title: attendee ? undefined : outcome === "NotRecorded" ? labelOf({ body, about }) : about.name,
    sentence: sentence(answer, bag),
    lines: (answer.also ?? []).map(also => [t("Also"), checkpointName(also.checkpointId)]),
  }, { keys: keysOf(actions, handouts), scan: bag && (code => checkIn({ code }, { bagOf: bag })) });
}

function sentence({ outcome, first, problem }, bag) {
  if (outcome === "Failed") return problem?.detail ?? t("Say_Failed");
  if (bag) return t("Say_CheckBag");
  if (outcome === "AlreadyIn") return [firstSentence(first), t("Say_AlreadyIn")].filter(Boolean).join(" ");
  return isAdmitted(outcome) ? undefined : t(`Say_${outcome}`);
}

const timing = ({ timing: when, minutes }) => (when === "late" ? t("LateBy", minutes) : when === "early" ? t("EarlyBy", minutes) : undefined);

const checkpointName = id => station.checkpoints.find(checkpoint => checkpoint.id === id)?.name ?? String(id);

// One key mends what refused: reinstate, check in the person, bind the spare, let in with a reason.
function remedies(answer, body) {
  const { remedy, attendee, outcome } = answer;
  if (outcome === "NotRecorded") return [{ label: t("RetryNow"), cap: "R", main: true, run: retryOpen }];
  if (remedy === "reinstate") return [{ label: t("Reinstate"), cap: "R", main: true, run: () => reinstate(attendee) }];
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
  if (handouts?.waiting && !(await handouts.give())) return verdictError(t("NotGiven"));
  home();
}

async function reinstate(attendee) {
  const result = await postPatiently(`attendees/${attendee.id}/reinstate`, { nonce: makeNonce() });
  if (result.kind === "answer") await checkIn({ attendeeId: attendee.id }, { name: attendee.name });
  else verdictError(result.body?.detail ?? t("NotReinstated"));
}

// At report-in the badge in the bag is scanned to see that it is the right bag. A wrong one has just been recorded: it is taken back at once.
async function presentBag(answer, bag) {
  const { attendee, outcome, scanId } = answer;
  const right = attendee.id === bag.id;
  const taken = !right && isAdmitted(outcome) ? await takeBack(scanId) : true;
  const actions = [{ label: right ? t("AllGiven") : t("Next"), cap: "Enter", main: true, run: () => done(right ? bag.handouts : undefined) }, ...(taken ? [] : [{ label: t("Undo"), cap: "Z", run: () => undo(entryOf(scanId)) }])];
  showVerdict({
    outcome: right ? "RightBag" : "WrongBag", word: wordOf(right ? "RightBag" : "WrongBag"), attendee: right ? bag.answer.attendee : attendee,
    show: right ? bag.answer.show : undefined, handouts: right ? bag.handouts : undefined, actions,
    sentence: right ? undefined : t(taken ? "Say_WrongBag" : "Say_WrongBagStands", attendee.name, bag.name),
  }, { keys: keysOf(actions, right ? bag.handouts : undefined), scan: right ? undefined : code => checkIn({ code }, { bagOf: bag }) });
}

async function takeBack(scanId) {
  const result = await postPatiently(`check-ins/${scanId}/undo`, { reason: t("WrongBagReason"), nonce: makeNonce() });
  if (result.kind !== "answer") return false;
  const entry = entryOf(scanId);
  if (entry) markUndone(entry);
  return true;
}
