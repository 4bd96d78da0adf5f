// Trades the code in the address for a cookie, then, once somebody has asked to join, waits until an organiser has answered.
import { soon } from "./soon.js";

const ASK_EVERY = 1500, GIVE_UP = 5000;
const root = document.getElementById("join");
const say = id => {
  document.getElementById("scan-first").hidden = true;
  document.getElementById(id).hidden = false;
};

async function open(meeting, token) {
  try {
    const answer = await fetch("/join/open", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ meeting: Number(meeting), token }), signal: soon(GIVE_UP) });
    // The token leaves the address in both cases: it was judged.
    if (answer.ok) return location.replace("/join");
    history.replaceState(null, "", "/join");
    say(answer.status === 429 ? "unreachable" : "ended");
  } catch {
    say("unreachable");
  }
}

async function wait() {
  try {
    const answer = await fetch("/join/state", { cache: "no-store", signal: soon(GIVE_UP) });
    const { state } = answer.ok ? await answer.json() : {};
    if (state === "Accepted") return document.getElementById("enter").submit();
    if (state === "Refused" || answer.status === 401) return location.replace("/join");
  } catch {
    // No answer: the phone was asleep or the network is away; it asks again.
  }
  setTimeout(wait, ASK_EVERY);
}

const [, meeting, token] = /^#(\d+)\.([\w-]+)$/.exec(location.hash) ?? [];
if (token) open(meeting, token);
else if (root.dataset.state === "Waiting" || root.dataset.state === "Accepted") wait();
