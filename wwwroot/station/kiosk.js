import { post } from "./api.js";
import { letGo } from "./desk.js";
import { $ } from "./dom.js";
import { onceAtATime } from "./forms.js";
import { setHome } from "./home.js";
import { isAdmitted } from "./outcomes.js";
import { notice, screen, show } from "./screens.js";
import { station } from "./station.js";
import { t } from "./texts.js";
import { showVerdict } from "./verdict.js";

// A station that people use alone: one picture, one's own name for 5 s, nothing to search, out only by PIN.
const SHOWN = 5000;
let timer;
let leave = () => {};

export function showKiosk() {
  clearTimeout(timer);
  letGo();
  setHome(showKiosk);
  show("kiosk");
}

export function presentAtKiosk(answer) {
  const { outcome, attendee, show: shown } = answer;
  const admitted = isAdmitted(outcome);
  const known = admitted || outcome === "AlreadyIn";
  showVerdict({
    outcome, word: t(`Kiosk_${outcome}`), attendee: known && attendee ? { name: attendee.name, unit: attendee.unit } : undefined,
    show: known && shown ? { seat: shown.seat, table: shown.table, trip: shown.trip } : undefined,
    sentence: t(known ? "Kiosk_Where" : `KioskSay_${outcome}`),
  });
  backSoon();
}

function backSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => screen().name === "verdict" && showKiosk(), SHOWN);
}

export function prepareKiosk(onLeave) {
  leave = onLeave;
  $("#kiosk-leave").addEventListener("click", askPin);
  onceAtATime($("#pin-form"), async () => {
    const result = await post("stations/me/pin", { pin: $("#pin-digits").value });
    $("#pin-digits").value = "";
    if (result.kind === "answer") leave();
    else notice("#pin-message", t(result.kind === "lost" ? "PinOffline" : result.kind === "busy" ? "PinBusy" : "PinWrong"));
  });
}

function askPin() {
  clearTimeout(timer);
  notice("#pin-message", station.me?.hasPin === false ? t("PinMissing") : "");
  $("#pin-digits").value = "";
  show("pin", { keys: { Escape: showKiosk }, focus: "#pin-digits" });
}
