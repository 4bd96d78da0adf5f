import * as api from "./api.js";
import { $ } from "./dom.js";
import { refresh, station } from "./station.js";
import { language, t } from "./texts.js";

// Whether the server answers, and the time at the venue by the server's clock.
const CALM = 15000;
const ANXIOUS = 3000;

let online;
let offset = 0;
let timer;
let onBack = () => {};

export const isOnline = () => online === true;

export const now = () => Date.now() + offset;

export const clock = (at = now(), seconds = false) => new Intl.DateTimeFormat(language, {
  hour: "2-digit", minute: "2-digit", second: seconds ? "2-digit" : undefined, hourCycle: "h23", timeZone: station.me?.timeZone,
}).format(at);

export function startContact({ onReturn }) {
  onBack = onReturn;
  api.whenContact(heard);
  setInterval(() => { $("#clock").textContent = clock(now(), true); }, 1000);
  addEventListener("online", check);
  addEventListener("offline", () => heard(false));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
  check();
}

export async function check() {
  clearTimeout(timer);
  if (station.token) await refresh();
  timer = setTimeout(check, online ? CALM : ANXIOUS);
}

function heard(answered, date, took = 0) {
  const before = online;
  online = answered;
  // The header has whole seconds: only a clock that is plainly wrong is corrected.
  const server = date ? Date.parse(date) + 500 + took / 2 : NaN;
  if (Number.isFinite(server)) offset = Math.abs(server - Date.now()) > 2000 ? server - Date.now() : 0;
  const place = $("#contact");
  place.dataset.online = answered ? "yes" : "no";
  $("#online-word").textContent = t(answered ? "Online" : "Offline");
  if (answered && before === false) onBack();
  if (!answered && before !== false && timer) {
    clearTimeout(timer);
    timer = setTimeout(check, ANXIOUS);
  }
}
