import { postPatiently } from "./api.js";
import { entryOf, markUndone } from "./lastScans.js";
import { makeNonce } from "./nonce.js";
import { isAdmitted } from "./outcomes.js";
import { t } from "./texts.js";

// At report-in the badge in the bag is scanned to see that it is the right bag. A wrong one has just been recorded.
export const isWrongBag = ({ attendee }, { bagOf }) => Boolean(bagOf && attendee && attendee.id !== bagOf.id);

const AGAIN = 3000;

// Taken back whenever the answer comes, be the desk where it may, and tried until the server has said so. Answers whether nothing of it stands by now.
export async function takeBack(answer, nonce = makeNonce()) {
  if (!isAdmitted(answer.outcome)) return true;
  const result = await postPatiently(`check-ins/${answer.scanId}/undo`, { reason: t("WrongBagReason"), nonce });
  if (result.kind === "lost") setTimeout(() => takeBack(answer, nonce), AGAIN);
  if (result.kind !== "answer" && result.body?.code !== "alreadyUndone") return false;
  const entry = entryOf(answer.scanId);
  if (entry) markUndone(entry);
  return true;
}
