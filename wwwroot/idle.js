// Tells the server that somebody is there; where nobody is for long, an organiser's page asks for the password again.
import { abandon, keep } from "./drafts.js";
import { LOCKED } from "./forget.js";

const after = Number(document.body.dataset.lockAfter) * 1000;
const TELL_EVERY = Math.min(30000, after / 3), LOOK_EVERY = Math.min(5000, after / 10), WARN = Math.min(60000, after / 3);
const tabs = new BroadcastChannel("somebody-is-there");
const soon = document.getElementById("lock-soon");
let acted = Date.now(), told = acted, locking = false;

const post = path => fetch(path, { method: "POST", keepalive: true, headers: { RequestVerificationToken: document.querySelector("input[name=__RequestVerificationToken]")?.value ?? "" } });

function act() {
  if (Date.now() - acted < 500) return;
  acted = Date.now();
  soon.hidden = true;
  tabs.postMessage("acted");
  if (acted - told < TELL_EVERY) return;
  told = acted;
  post("/session/active").catch(() => {});
}

async function lock() {
  locking = true;
  await post("/session/lock").catch(() => {});
  tabs.postMessage("locked");
  leave();
}

// What was typed comes back with the page.
function leave() {
  locking = true;
  sessionStorage.setItem(LOCKED, document.body.dataset.who);
  keep();
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
}

// Signed out in another tab: nothing is kept for whoever comes next.
function follow() {
  locking = true;
  abandon();
  location.assign("/sign-in");
}

function look() {
  if (locking) return;
  const idle = Date.now() - acted;
  soon.hidden = idle < after - WARN;
  if (idle >= after) lock();
}

if (after) {
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) addEventListener(kind, act, { capture: true, passive: true });
  tabs.addEventListener("message", ({ data }) => {
    if (data === "acted") acted = Date.now();
    else if (data === "signed-out") follow();
    else if (!locking) leave();
  });
  document.addEventListener("visibilitychange", look);
  document.addEventListener("click", ({ target }) => target.closest?.("#lock-now") && lock());
  setInterval(look, LOOK_EVERY);
}
