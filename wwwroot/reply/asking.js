// Speaks to the server in the form's name. What comes to nothing is thrown as a trouble with its kind: offline, busy, server or ended.
import { soon } from "../soon.js";

const GIVE_UP = 10000;
const form = document.getElementById("reply");
const token = form.querySelector("[name=__RequestVerificationToken]");

class Trouble extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

async function ask(what, options) {
  try {
    const answer = await fetch(`/reply/${form.dataset.reply}/${what}`, { cache: "no-store", signal: soon(GIVE_UP), ...options });
    return { status: answer.status, body: answer.ok ? await answer.json() : null };
  } catch {
    throw new Trouble("offline");
  }
}

function judge({ status, body }) {
  if (status === 401) throw new Trouble("ended");
  if (status === 429) throw new Trouble("busy");
  if (body === null) throw new Trouble("server");
  return body;
}

export const get = async (what) => judge(await ask(what));

export async function post(what, body, keepalive = false) {
  const once = () => ask(what, {
    method: "POST", keepalive, body: JSON.stringify(body), headers: { "Content-Type": "application/json", RequestVerificationToken: token.value },
  });
  const answer = await once();
  if (answer.status !== 400) return judge(answer);
  // The browser lost the forms' cookie while the page slept.
  token.value = (await get("form")).token;
  return judge(await once());
}

/** Who answers, as the unit calls its contact. */
export const editorName = () => form.querySelector('[data-person=""] [data-field="contactName"]')?.value ?? "";
