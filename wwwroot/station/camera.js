import { $ } from "./dom.js";
import { keep, recall } from "./keep.js";
import { t } from "./texts.js";

// Reads QR codes from a camera. The reader comes by npm at build; where it is missing the browser's own is used, where that is missing too one types or scans by USB.
const EVERY = 120;
const picture = $("#camera-picture");
let stream;
let wanted = false;
let detector;
let onCode = () => {};

export function prepareCamera(callback) {
  onCode = callback;
  $("#camera-close").addEventListener("click", closeCamera);
  $("#camera-torch").addEventListener("click", switchTorch);
  $("#camera-device").addEventListener("change", async event => { await keep("camera", event.target.value); await open(); });
  // A phone that slept has a dead camera: it is opened anew.
  document.addEventListener("visibilitychange", () => wanted && document.visibilityState === "visible" && open());
}

export const cameraOn = () => wanted;

export async function openCamera({ facing = "environment" } = {}) {
  wanted = true;
  $("#camera").hidden = false;
  $("#camera").dataset.facing = facing;
  await open();
}

export function closeCamera() {
  wanted = false;
  release();
  $("#camera").hidden = true;
}

async function open() {
  release();
  tell("");
  if (!navigator.mediaDevices) return tell(t("CameraNeedsHttps"));
  try {
    const deviceId = await recall("camera");
    stream = await navigator.mediaDevices.getUserMedia({ video: { ...(deviceId ? { deviceId } : { facingMode: $("#camera").dataset.facing }), width: { ideal: 1280 }, height: { ideal: 720 } } });
    picture.srcObject = stream;
    stream.getVideoTracks()[0].addEventListener("ended", () => wanted && document.visibilityState === "visible" && open());
    await picture.play();
    await Promise.all([listDevices(), offerTorch()]);
    detector ??= await findDetector();
  } catch (wrong) {
    return tell(t(wrong.name === "NotAllowedError" ? "CameraRefused" : "CameraFailed"));
  }
  if (!detector) return tell(t("CameraNoReader"));
  look(stream);
}

function release() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
}

async function findDetector() {
  try {
    const { BarcodeDetector, prepareZXingModule } = await import("./lib/ponyfill.js");
    prepareZXingModule({ overrides: { locateFile: (file, folder) => (file.endsWith(".wasm") ? new URL("./lib/zxing_reader.wasm", import.meta.url).href : folder + file) } });
    return new BarcodeDetector({ formats: ["qr_code"] });
  } catch {
    return globalThis.BarcodeDetector ? new globalThis.BarcodeDetector({ formats: ["qr_code"] }) : undefined;
  }
}

async function look(watched) {
  while (stream === watched) {
    if (document.visibilityState === "visible" && picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      const found = await detector.detect(picture).catch(() => []);
      if (found.length > 0 && stream === watched) onCode(found[0].rawValue);
    }
    await new Promise(next => setTimeout(next, EVERY));
  }
}

async function listDevices() {
  const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(device => device.kind === "videoinput");
  const current = stream.getVideoTracks()[0].getSettings().deviceId;
  $("#camera-device").replaceChildren(...cameras.map((camera, i) => new Option(camera.label || t("CameraNumber", i + 1), camera.deviceId, false, camera.deviceId === current)));
}

async function offerTorch() {
  $("#camera-torch").hidden = !stream.getVideoTracks()[0].getCapabilities?.().torch;
  $("#camera-torch").setAttribute("aria-pressed", "false");
}

async function switchTorch() {
  const on = $("#camera-torch").getAttribute("aria-pressed") !== "true";
  await stream?.getVideoTracks()[0].applyConstraints({ advanced: [{ torch: on }] }).catch(() => tell(t("TorchFailed")));
  $("#camera-torch").setAttribute("aria-pressed", String(on));
}

function tell(text) {
  $("#camera-note").textContent = text;
}
