import { postPatiently } from "./api.js";
import { Attempts } from "./attempts.js";
import { isWrongBag, takeBack } from "./bag.js";
import { clock, isOnline } from "./contact.js";
import { asCode } from "./keys.js";
import { addScan } from "./lastScans.js";
import { makeNonce } from "./nonce.js";
import { isAdmitted, lookOf } from "./outcomes.js";
import { screen } from "./screens.js";
import { play } from "./sound.js";
import { isKiosk, station } from "./station.js";
import { t } from "./texts.js";
import { paintUnsettled, showPending } from "./unsettled.js";

// From a scan to its verdict. The newest attempt owns the screen; older ones end in the list.
const LONGEST = 64;
const RETRY = 3000;

const attempts = new Attempts({ send: body => postPatiently("check-ins", body), now: () => Date.now(), makeNonce, onChange: () => paintUnsettled(attempts.open) });
let latest;
let present = () => {};
let retrying;

// present(answer, attempt) shows an outcome: the desk's way or the kiosk's.
export const presentWith = callback => { present = callback; };

export const unsettled = () => attempts.open;

export function scanned(raw, { camera = false } = {}) {
  const code = asCode(raw);
  if (attempts.isRepeat(code, { prolong: camera })) return;
  const taker = screen().scan;
  if (taker) taker(code);
  else if (station.checkpoint) checkIn({ code });
}

// who is { code } or { attendeeId }; about may tell the name, an override's reason, whose bag is being checked, that the unit's card goes on showing (quiet), that the desk is elsewhere (behind).
export async function checkIn(who, { override = null, ...about } = {}) {
  if (who.code?.length > LONGEST) return present({ outcome: "UnknownBadge" }, { body: who, about });
  const attempt = attempts.start({ code: null, attendeeId: null, ...who, checkpointId: station.checkpoint.id, direction: null, offline: false, override });
  attempt.about = about;
  if (!about.behind) latest = attempt;
  const slow = setTimeout(() => latest === attempt && !about.quiet && showPending(attempt), 250);
  const result = await attempts.settle(attempt);
  clearTimeout(slow);
  finish(attempt, result);
  return result;
}

function finish(attempt, result) {
  const onScreen = latest === attempt;
  if (result.kind === "answer") {
    const answer = result.body;
    addScan({ scanId: answer.scanId, name: answer.attendee?.name, outcome: answer.outcome, note: answer.first && t("AlreadyAt", clock(Date.parse(answer.first.at))) });
    if (isWrongBag(answer, attempt.about)) attempt.taken = takeBack(answer);
    // A later try finds the card gone: "not recorded" stands there.
    if (attempt.about.quiet && attempt.tries === 1 && isAdmitted(answer.outcome)) return;
    if (onScreen) present(answer, attempt);
    else play(lookOf(answer.outcome).sound);
  } else if (result.kind === "refused" && result.status !== 401) {
    addScan({ name: attempt.about.name, outcome: "Failed" });
    if (onScreen) present({ outcome: "Failed", problem: result.body }, attempt);
  } else if (result.kind === "lost") {
    if (onScreen && attempt.tries === 1) present({ outcome: "NotRecorded" }, attempt);
    scheduleRetry();
  }
}

// The same nonce, until the server has said what became of it.
export async function retryOpen() {
  clearTimeout(retrying);
  for (const attempt of attempts.open) {
    const result = await attempts.settle(attempt);
    if (result.kind === "busy") continue;
    finish(attempt, result);
    if (result.kind === "lost") return;
  }
}

function scheduleRetry() {
  clearTimeout(retrying);
  retrying = setTimeout(retryOpen, isOnline() ? RETRY / 3 : RETRY);
}

// What comes back late acts only where the desk still shows and awaits what it did: asked before the wait, told after it.
export function stillHere() {
  const [shown, awaited] = [screen(), latest];
  return () => screen() === shown && latest === awaited;
}

// The screen is somebody else's now: what arrives later only enters the list.
export function letGo() {
  latest = undefined;
}

export const wasAdmitted = result => result.kind === "answer" && isAdmitted(result.body.outcome);

export const isReportIn = () => station.checkpoint?.kind?.replace(/\W/g, "").toLowerCase() === "reportin" && !isKiosk();
