// What an outcome looks and sounds like. Colour, shape, word and sound say the same thing four times.
const ok = { tone: "ok", sound: "ok" };
const warn = { tone: "warn", sound: "warn" };
const refuse = { tone: "refuse", sound: "refuse" };
const info = { tone: "info", sound: "info" };

const LOOKS = {
  Welcome: { ...ok, shape: "tick" },
  WelcomeBack: { ...ok, shape: "back" },
  Goodbye: { ...info, shape: "out" },
  AlreadyIn: { ...warn, shape: "triangle" },
  NotInside: { ...warn, shape: "triangle" },
  UnboundBadge: { ...warn, shape: "blank" },
  NotYetOpen: { ...warn, shape: "clock" },
  AlreadyClosed: { ...refuse, shape: "clock" },
  NotEntitled: { ...refuse, shape: "bar" },
  Cancelled: { ...refuse, shape: "cross" },
  RevokedBadge: { ...refuse, shape: "cross" },
  UnknownBadge: { ...refuse, shape: "question" },
  // Not the server's: what the station itself has to say.
  NotRecorded: { ...warn, shape: "retry", sound: "lost" },
  Undone: { ...info, shape: "undo" },
  RightBag: { ...ok, shape: "tick" },
  WrongBag: { ...refuse, shape: "cross" },
  Failed: { ...refuse, shape: "triangle" },
};

export const lookOf = outcome => LOOKS[outcome] ?? LOOKS.Failed;

export const isAdmitted = outcome => outcome === "Welcome" || outcome === "WelcomeBack" || outcome === "Goodbye";

export const canOverride = outcome => outcome === "NotEntitled" || outcome === "NotYetOpen" || outcome === "AlreadyClosed";
