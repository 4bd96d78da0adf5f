// A driver's page: the link's token becomes a cookie of this page alone, and the server makes the page.
import { soon } from "../soon.js";

const AGAIN = 5000, GIVE_UP = 8000, FRESH = 60000;
const root = document.getElementById("driver");
let timer;

function show(state) {
  root.dataset.state = state;
  for (const part of root.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== state;
}

// The token leaves the address only when the server has judged it: a page loaded again while the server is busy still has it.
async function open() {
  const token = location.hash.slice(1);
  if (!token) return root.dataset.state === "open" || show("closed");
  const answer = await fetch(`${location.pathname}/open`, {
    method: "POST", cache: "no-store", signal: soon(GIVE_UP), headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }),
  });
  if (!answer.ok && answer.status !== 401) throw new Error(answer.status);
  history.replaceState(null, "", location.pathname);
  if (answer.ok) location.reload();
  else if (root.dataset.state !== "open") show("closed");
}

function begin() {
  clearTimeout(timer);
  open().catch(() => {
    if (root.dataset.state !== "open") show("failed");
    timer = setTimeout(begin, AGAIN + Math.random() * AGAIN);
  });
}

// What changed reaches the driver without a touch; where the server cannot be reached the page stays as it is.
async function refresh() {
  if (root.dataset.state !== "open" || document.hidden) return;
  try {
    const answer = await fetch(location.pathname, { cache: "no-store", signal: soon(GIVE_UP) });
    const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("driver") : null;
    if (!fresh) return;
    root.replaceChildren(...fresh.childNodes);
    show(fresh.dataset.state === "open" ? "open" : "closed");
  } catch {
    // It is asked again in a minute.
  }
}

setInterval(refresh, FRESH);
document.addEventListener("visibilitychange", refresh);
addEventListener("hashchange", begin);
begin();
