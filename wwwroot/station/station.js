import * as api from "./api.js";
import { forget, keep, recall } from "./keep.js";

// What this device is: who it was enrolled as, and where it checks in. One object for all modules.
export const station = { token: undefined, me: undefined, checkpoints: [], checkpoint: undefined };

export const isKiosk = () => station.me?.kind?.toLowerCase() === "kiosk";

export async function remember() {
  station.token = await recall("token");
  station.me = await recall("me");
  station.checkpoint = await recall("checkpoint");
  api.useToken(station.token);
  return station.token !== undefined;
}

export async function enrol(pairingCode) {
  const result = await api.post("stations/enrol", { pairingCode });
  if (result.kind !== "answer") return result;
  station.token = result.body.token;
  api.useToken(station.token);
  await keep("token", station.token);
  return result;
}

// Asks who we are; an answer is remembered for a start without network.
export async function refresh() {
  const result = await api.get("stations/me");
  if (result.kind !== "answer") return result;
  station.me = result.body;
  await keep("me", result.body);
  return result;
}

// The desk is handed over: from now on what it does is done by somebody else.
export async function switchOperator(operatorId, pin) {
  const result = await api.post("stations/me/operator", { operatorId, pin });
  if (result.kind !== "answer") return result;
  station.me = result.body;
  await keep("me", result.body);
  return result;
}

export async function readCheckpoints() {
  const result = await api.get("checkpoints");
  if (result.kind === "answer") station.checkpoints = result.body.items ?? result.body;
  return result;
}

export async function choose(checkpoint) {
  station.checkpoint = checkpoint;
  await keep("checkpoint", checkpoint);
}

export async function unpair() {
  Object.assign(station, { token: undefined, me: undefined, checkpoints: [], checkpoint: undefined });
  api.useToken(undefined);
  await Promise.all(["token", "me", "checkpoint"].map(forget));
}
