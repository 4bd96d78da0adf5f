// Answers that the server has not taken yet outlive the page: a phone's chat browser may end it at any moment. Nothing else is kept.
import { keepIn } from "../keep.js";

const unsaved = keepIn("reply");

export const recall = (reply) => unsaved.recall(reply);
export const keep = (reply, edits) => (edits.length ? unsaved.keep(reply, edits) : unsaved.forget(reply));
