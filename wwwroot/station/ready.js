import { letGo } from "./desk.js";
import { $ } from "./dom.js";
import { setHome } from "./home.js";
import { screen, show } from "./screens.js";
import { clearSearch, isSearching, moveChoice, people, setPurpose } from "./search.js";

// The desk at rest. Its keys are set once by main.js, its search serves whatever is to be done with the person found.
let actions = {};
let usualPurpose = () => {};

export function prepareReady(keys, checkInPerson) {
  actions = keys;
  usualPurpose = checkInPerson;
}

export function showReady() {
  letGo();
  setHome(showReady);
  setPurpose({ rows: people(usualPurpose) }, { focus: false });
  show("ready", { keys: readyKeys() });
}

// Somebody is to be found for something else than a check-in.
export function choosePerson(label, act) {
  chooseFrom(label, people(act));
}

export function chooseFrom(label, rows) {
  letGo();
  setHome(showReady);
  show("ready", { keys: readyKeys() });
  setPurpose({ label, rows });
}

// From a verdict straight into the search.
export function searchFor() {
  showReady();
  $("#query").focus();
}

const readyKeys = () => ({
  ...actions,
  "/": () => $("#query").focus(),
  ArrowDown: () => moveChoice(1),
  ArrowUp: () => moveChoice(-1),
  Escape: leaveSearch,
});

function leaveSearch() {
  if (screen().name === "ready" && isSearching() && $("#query").value !== "") clearSearch();
  else showReady();
}
