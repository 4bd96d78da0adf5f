// Whoever signed out leaves nothing typed behind, in no tab; who was here before the page locked itself only types the password.
import { drop, LOCKED } from "./forget.js";

const tabs = new BroadcastChannel("somebody-is-there");
tabs.addEventListener("message", ({ data }) => data === "signed-out" && drop());
if (document.getElementById("signed-out")) {
  drop();
  tabs.postMessage("signed-out");
}

const who = sessionStorage.getItem(LOCKED);
if (who) {
  sessionStorage.removeItem(LOCKED);
  document.getElementById("locked").hidden = false;
  const user = document.getElementById("user");
  if (!user.value) user.value = who;
  document.getElementById("password").focus();
}
