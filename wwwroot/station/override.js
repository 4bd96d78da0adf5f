import { $, $$ } from "./dom.js";
import { checkIn } from "./desk.js";
import { home } from "./home.js";
import { once, show } from "./screens.js";

// Lets in whom the rules refuse, with a reason that is logged.
let send;

export function startOverride({ attendee }, { code, attendeeId }) {
  send = once(reason => checkIn(code ? { code } : { attendeeId }, { name: attendee?.name, override: reason }));
  $("#override-for").textContent = attendee?.name ?? "";
  $("#override-reason").value = "";
  const quick = Object.fromEntries($$("[data-reason]").map((button, i) => [i + 1, () => send(button.dataset.reason)]));
  show("override", { keys: { ...quick, Escape: home }, focus: "#override-reasons button" });
}

export function prepareOverride() {
  for (const button of $$("[data-reason]")) button.addEventListener("click", () => send(button.dataset.reason));
  $("#override-form").addEventListener("submit", event => {
    event.preventDefault();
    const reason = $("#override-reason").value.trim();
    if (reason) send(reason);
  });
}
