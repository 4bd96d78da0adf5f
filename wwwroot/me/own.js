// A person's own page: no circuit, opened by a secret link, readable without network as it was last seen.
import { $ } from "../station/dom.js";
import { keepIn } from "../keep.js";
import { soon } from "../soon.js";
import { showConsents } from "./consents.js";
import { draw, drawAgenda, face, note, state } from "./draw.js";
import { forgetPage, keepPage } from "./shell.js";
import { t } from "./words.js";

const ASK_EVERY = 60000, SOON = 5000, GIVE_UP = 8000;
const { recall, keep, forget } = keepIn("own-page", { patience: 2000 });
const link = $("#own").dataset.link;
let token = tokenHere(), timer, pageKept = false, asking = false, again = false;

// As it is: a token has no character that an address would write in another way.
function tokenHere() {
  return location.hash.slice(1);
}

const send = (path, more) => fetch(location.pathname + path, { cache: "no-store", signal: soon(GIVE_UP), ...more });

// The token leaves the address only when the server has judged it: a page loaded again while the server is busy still has it.
async function open() {
  const answer = await send("/open", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }) });
  if (!isJudged(answer)) return answer;
  token = "";
  history.replaceState(null, "", location.pathname);
  return null;
}

// Only the server's word on the link itself ends it; whatever else went wrong, the page that is kept stays.
const isJudged = answer => answer.ok || answer.status === 401;

// All phones of a hall are told to wait at once; they must not come back at once.
const pause = answer => (Number(answer.headers.get("Retry-After")) || SOON / 1000) * 1000 + Math.random() * 4000;

async function askOnce() {
  const answer = (token && await open()) || await send("/state");
  if (!isJudged(answer)) return showKept("KeptBusy", pause(answer));
  if (!answer.ok) return close("closed");
  const own = await answer.json();
  if (own.gone) return close("gone");
  note();
  draw(own);
  showConsents(own, true);
  const { form, ...kept } = own;
  await keep(link, kept);
  pageKept ||= await keepPage();
  $("#own").toggleAttribute("data-page-kept", pageKept);
  return ASK_EVERY;
}

async function showKept(why, wait) {
  const kept = await recall(link);
  if (kept) {
    draw(kept);
    showConsents(kept, false);
    note(t(why, kept.asOf));
  } else if (why === "KeptBusy") note(t("Busy"));
  else if (state() !== "open") face("failed");
  return wait;
}

// What is no longer this person's to see leaves the phone too.
async function close(name) {
  note();
  face(name);
  await forget(link);
  await forgetPage();
  return ASK_EVERY;
}

async function ask() {
  // Asked for while it is asked: the answer on its way may be from before.
  again = asking;
  if (asking) return;
  asking = true;
  clearTimeout(timer);
  let wait = SOON;
  try {
    wait = await askOnce().catch(() => showKept("KeptOffline", SOON));
  } finally {
    asking = false;
    // A link tapped meanwhile is not left to wait for the next minute.
    timer = setTimeout(ask, again || (token && wait === ASK_EVERY) ? 0 : wait);
  }
}

addEventListener("online", ask);
addEventListener("hashchange", () => {
  if (!location.hash) return;
  token = tokenHere();
  ask();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask());
setInterval(() => state() === "open" && drawAgenda(), ASK_EVERY / 2);
ask();
