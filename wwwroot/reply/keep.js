// Answers that the server has not taken yet outlive the page: a phone's chat browser may end it at any moment. Nothing else is kept.
// Each lies by itself, for two tabs of one phone share the store.
import { keepIn } from "../keep.js";

const unsaved = keepIn("reply", { patience: 2000 });
const nameOf = (reply, { person, field }) => `${reply} ${person} ${field}`;

export const recall = (reply) => unsaved.recallAll(`${reply} `);
export const keep = (reply, edit) => unsaved.keep(nameOf(reply, edit), { ...edit });
export const forget = (reply, edit) => unsaved.forget(nameOf(reply, edit));
