// After a server restart the circuit is gone for good: the page must come back by itself, however long the outage was.
import { keep, refill } from "./drafts.js";

const EVERY = 1000, BEGINS_WITHIN = 15000;
const MOST = 24 * 3600;
const dialog = document.getElementById("components-reconnect-modal");
const pause = () => new Promise((done) => setTimeout(done, EVERY));

const alive = async () => {
  try {
    return (await fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
};

// Never towards a server that is not there: the browser's own error page would not come back.
const comeBack = async () => {
  while (!(await alive())) await pause();
  keep();
  location.reload();
};

dialog?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "show" && !dialog.open) dialog.showModal();
  else if (detail.state === "hide") dialog.close();
  else if (detail.state === "failed" || detail.state === "rejected") comeBack();
});

// The framework's own pauses grow to half a minute.
refill();
// A page whose circuit never comes is as dead as one that has lost it.
setTimeout(() => document.querySelector("main[data-live]") ?? comeBack(), BEGINS_WITHIN);
window.Blazor.start({ circuit: { reconnectionOptions: { maxRetries: MOST, retryIntervalMilliseconds: EVERY } } })?.catch(comeBack);
