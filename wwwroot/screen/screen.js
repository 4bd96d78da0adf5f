// Runs eight hours alone: no circuit, no reload; asks every second and keeps the last numbers when nobody answers.
const ASK_EVERY = 1000, GIVE_UP = 3000, STALE_AFTER = 10000, TURN_EVERY = 8000, UNITS_AT_ONCE = 6;
const part = (id) => document.getElementById(id);
const root = part("screen");
let units = [], turn = 0, heard = Date.now();

const say = (id, text) => {
  const node = part(id);
  if (node.textContent !== String(text ?? "")) node.textContent = text ?? "";
};

const fill = (id, lines) => {
  const list = part(id);
  const key = JSON.stringify(lines);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...lines.map(([strong, rest]) => {
    const item = document.createElement("li");
    if (strong) item.append(Object.assign(document.createElement("strong"), { textContent: strong }));
    item.append(Object.assign(document.createElement("span"), { textContent: rest }));
    return item;
  }));
};

const showUnits = () => {
  const pages = Math.max(1, Math.ceil(units.length / UNITS_AT_ONCE));
  fill("units", units.slice((turn % pages) * UNITS_AT_ONCE, (turn % pages + 1) * UNITS_AT_ONCE).map((name) => [null, name]));
};

const show = (face) => {
  for (const id of ["meeting", "checkpoint", "sample", "expected", "arrived", "members"]) say(id, face[id]);
  say("members-present", face.membersPresent);
  say("as-of", face.asOf);
  fill("welcomes", face.welcomes.map((one) => [one.name, one.unit]));
  units = face.unitsPresent;
  showUnits();
  root.dataset.state = "open";
};

const ask = async () => {
  try {
    const answer = await fetch("/screen/state", { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP) });
    if (answer.status === 401) root.dataset.state = "closed";
    else if (answer.ok) {
      show(await answer.json());
      heard = Date.now();
    }
  } catch {
    // No answer: the server restarts or the network is away; the next second asks again.
  }
  root.toggleAttribute("data-stale", Date.now() - heard > STALE_AFTER);
  setTimeout(ask, ASK_EVERY);
};

const open = async (token) => {
  for (;;) {
    try {
      const answer = await fetch("/screen/open", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token }), signal: AbortSignal.timeout(GIVE_UP),
      });
      if (answer.status < 500 && answer.status !== 429) return;
    } catch {
      // Nobody there yet.
    }
    await new Promise((done) => setTimeout(done, ASK_EVERY));
  }
};

const token = decodeURIComponent(location.hash.slice(1));
history.replaceState(null, "", location.pathname);
if (token) await open(token);
setInterval(() => { turn++; showUnits(); }, TURN_EVERY);
ask();
