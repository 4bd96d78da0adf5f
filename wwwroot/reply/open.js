// The link's token goes from the address into a cookie of this form alone; then the page is asked for again.
const GIVE_UP = 8000, AGAIN = 2000;
const shell = document.getElementById("opening");
const token = decodeURIComponent(location.hash.slice(1));
history.replaceState(null, "", location.pathname);

const ended = () => {
  shell.replaceChildren(...document.getElementById("link-ended").childNodes);
  shell.dataset.state = "ended";
};

const open = async () => {
  for (;;) {
    try {
      const answer = await fetch(`/reply/${shell.dataset.reply}/open`, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }), signal: AbortSignal.timeout(GIVE_UP),
      });
      if (answer.ok) return location.reload();
      if (answer.status < 500 && answer.status !== 429) return ended();
    } catch {
      // No network just now; the next try comes by itself.
    }
    await new Promise((done) => setTimeout(done, AGAIN));
  }
};

if (token) open();
else ended();
