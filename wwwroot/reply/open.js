// The link's token goes from the address into a cookie of this form alone; then the page is asked for again.
import { soon } from "../soon.js";

const GIVE_UP = 8000, AGAIN = 2000;
const shell = document.getElementById("opening");

// As it is, up to the first sign that no token has: what stood behind the link in a chat may have been copied with it.
const token = /^#([\w-]*)/.exec(location.hash)?.[1];

// Only what the server has judged leaves the address: a page loaded again meanwhile still has it.
const clearAddress = () => history.replaceState(null, "", location.pathname);

const ended = () => {
  clearAddress();
  shell.replaceChildren(...document.getElementById("link-ended").childNodes);
  shell.dataset.state = "ended";
};

const open = async () => {
  for (;;) {
    try {
      const answer = await fetch(`/reply/${shell.dataset.reply}/open`, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }), signal: soon(GIVE_UP),
      });
      if (answer.ok) {
        clearAddress();
        return location.reload();
      }
      if (answer.status < 500 && answer.status !== 429) return ended();
    } catch {
      // No network just now; the next try comes by itself.
    }
    await new Promise((done) => setTimeout(done, AGAIN));
  }
};

// A renewed link, opened in the same tab, changes the fragment alone.
addEventListener("hashchange", () => location.hash && location.reload());
if (token) open();
else ended();
