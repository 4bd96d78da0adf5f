import { $, $$ } from "./dom.js";
import { t } from "./texts.js";

// What this device can do here, and why not. Handed in, so that it can be asked of any device: window or what looks like one.
export async function cameraAbility({ isSecureContext: secure, navigator: { mediaDevices: devices, permissions } }) {
  if (!secure) return "Insecure";
  if (!devices) return "Unsupported";
  // Not every browser knows this question.
  const permission = await permissions?.query({ name: "camera" }).catch(() => undefined);
  if (permission?.state === "denied") return "Refused";
  const found = await devices.enumerateDevices().catch(() => []);
  return found.some(device => device.kind === "videoinput") ? "Ready" : "Missing";
}

export function prepareAbilities() {
  paint();
  navigator.mediaDevices?.addEventListener("devicechange", paint);
}

async function paint() {
  const ability = await cameraAbility(window);
  for (const place of $$("[data-abilities]")) {
    place.dataset.camera = ability;
    $("[data-ability=camera]", place).textContent = t(`AbilityCamera${ability}`);
    $("[data-ability=ways]", place).hidden = ability !== "Insecure";
    place.hidden = false;
  }
}
