import { postPatiently } from "./api.js";
import { stillHere } from "./desk.js";
import { home } from "./home.js";
import { markUndone, undoable } from "./lastScans.js";
import { makeNonce } from "./nonce.js";
import { once } from "./screens.js";
import { play } from "./sound.js";
import { t } from "./texts.js";
import { showVerdict, wordOf } from "./verdict.js";

// Takes the newest admission of this station back, or the one named. Sent again, it bears the same nonce.
export async function undo(entry = undoable()) {
  if (!entry) return tell("Failed", t("NothingToUndo"));
  const still = stillHere();
  entry.undoNonce ??= makeNonce();
  const result = await postPatiently(`check-ins/${entry.scanId}/undo`, { reason: t("UndoReason"), nonce: entry.undoNonce });
  const undone = result.kind === "answer" || result.body?.code === "alreadyUndone";
  if (undone) markUndone(entry);
  // The verdict of the next person is not wiped.
  if (!still()) return play(undone ? "info" : "lost");
  if (result.kind === "answer") {
    tell("Undone", t("Say_Undone"), entry.name);
  } else if (result.kind === "lost") {
    tell("NotRecorded", t("Say_NotUndone"), entry.name, { label: t("RetryNow"), cap: "Z", main: true, run: once(() => undo(entry)) });
  } else {
    tell("Failed", result.body?.detail ?? t("Say_UndoRefused"), entry.name);
  }
}

function tell(outcome, sentence, title, retry) {
  const actions = [retry, { label: t("Next"), cap: "Enter", run: home }].filter(Boolean);
  showVerdict({ outcome, word: wordOf(outcome === "NotRecorded" ? "NotUndone" : outcome), title, sentence, actions },
    { keys: { Enter: home, Escape: home, ...(retry && { Z: retry.run }) } });
}
