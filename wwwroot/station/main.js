import { prepareAbilities } from "./abilities.js";
import * as api from "./api.js";
import { presentAtDesk } from "./answers.js";
import { cameraOn, closeCamera, openCamera, prepareCamera } from "./camera.js";
import { check, startContact } from "./contact.js";
import { checkIn, presentWith, retryOpen, scanned } from "./desk.js";
import { $, $$ } from "./dom.js";
import { closeHandover, handingOver, keyInHandover, openHandover, prepareHandover } from "./handover.js";
import { home } from "./home.js";
import { listen } from "./keyboard.js";
import { presentAtKiosk, prepareKiosk, showKiosk } from "./kiosk.js";
import { prepareOverride } from "./override.js";
import { choosePerson, prepareReady, showReady } from "./ready.js";
import { once, screen } from "./screens.js";
import { startSearch } from "./search.js";
import { startSounds } from "./sound.js";
import { prepareSpare, startLostBadge } from "./spare.js";
import { nameOf, paintOperator, prepareStart, showChoice, showPairing } from "./start.js";
import { isKiosk, remember, station, unpair } from "./station.js";
import { chooseReplaced, prepareSubstitute } from "./substitute.js";
import { t } from "./texts.js";
import { undo } from "./undo.js";
import { chooseUnit } from "./unit.js";
import { guardUnsettled } from "./unsettled.js";
import { prepareWalkIn, startWalkIn } from "./walkIn.js";

const switchCamera = () => (cameraOn() ? closeCamera() : openCamera());
const checkInPerson = person => checkIn({ attendeeId: person.id }, { name: person.name });
const keys = { Z: once(() => undo()), W: startWalkIn, T: chooseReplaced, U: chooseUnit, L: () => choosePerson(t("PurposeBadge"), startLostBadge), C: switchCamera, O: openHandover };

function begin() {
  const kiosk = isKiosk();
  $("#station").dataset.kind = kiosk ? "kiosk" : "desk";
  paintWhere();
  $("#where").disabled = kiosk;
  presentWith(kiosk ? presentAtKiosk : presentAtDesk);
  if (kiosk) {
    showKiosk();
    openCamera({ facing: "user" });
  } else {
    showReady();
  }
  stayAwake();
  document.documentElement.dataset.ready = "yes";
}

function paintWhere() {
  $("#where-text").textContent = [station.me?.name, station.me?.operator?.name, station.checkpoint && nameOf(station.checkpoint)].filter(Boolean).join(" · ");
}

// The screen of a phone on a desk must not go dark between two people.
async function stayAwake() {
  if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen").catch(() => {});
}

function onKey(name, event) {
  if (handingOver()) return keyInHandover(name);
  const run = screen().keys[name === "NumpadEnter" ? "Enter" : name];
  if (!run) return;
  event?.preventDefault();
  run();
}

// A browser gives the whole screen only after a touch or a key.
function fillScreen() {
  if (isKiosk() && screen().name === "kiosk" && !document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
}

async function revoked() {
  closeCamera();
  await unpair();
  showPairing(t("Revoked"));
}

async function start() {
  prepareStart(begin);
  prepareReady(keys, checkInPerson);
  for (const prepare of [prepareSpare, prepareWalkIn, prepareSubstitute, prepareOverride]) prepare();
  prepareHandover(() => { paintWhere(); paintOperator(); });
  prepareKiosk(() => showChoice());
  prepareAbilities();
  prepareCamera(code => scanned(code, { camera: true }));
  startSearch({ onCode: scanned });
  guardUnsettled(retryOpen);
  // A badge that is scanned meanwhile is a scan: nobody waits for the change of hands.
  listen({ onScan: code => { closeHandover(); scanned(code); }, onKey });
  for (const button of $$("[data-key]")) button.addEventListener("click", () => keys[button.dataset.key]());
  for (const button of $$("[data-back]")) button.addEventListener("click", () => (screen().name === "pin" ? showKiosk() : home()));
  $("#where").addEventListener("click", () => station.token && !isKiosk() && showChoice());
  document.addEventListener("visibilitychange", stayAwake);
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, fillScreen);
  api.whenRevoked(revoked);

  await startSounds();
  const paired = await remember();
  startContact({ onReturn: () => { retryOpen(); if (screen().name === "choice") showChoice({ ask: false }); } });
  if (!paired) showPairing();
  else if (station.checkpoint && station.me) begin();
  else await showChoice({ ask: false });
  check();
}

start();
