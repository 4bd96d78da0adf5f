import { keepIn } from "../keep.js";

export const { recall, keep, forget } = keepIn("station");
