// Every call to the server. What came of it is one of:
//   { kind: "answer", body }            the server did it
//   { kind: "refused", status, body }   the caller's own fault; sending it again changes nothing
//   { kind: "busy", after }             too many at once; the same again after so many ms
//   { kind: "lost" }                    no answer in time, or the server cannot record: nobody knows yet
export const GIVE_UP = 3000;

let token;
let onRevoked = () => {};
let onContact = () => {};

export const useToken = value => { token = value; };
export const whenRevoked = callback => { onRevoked = callback; };
export const whenContact = callback => { onContact = callback; };

export const get = path => ask("GET", path);
export const post = (path, body, signal) => ask("POST", path, body, signal);

async function ask(method, path, body, outer) {
  const sent = performance.now();
  try {
    const answer = await fetch(`/api/v1/${path}`, {
      method,
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { "Content-Type": "application/json" }), "Accept-Language": document.documentElement.lang },
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: outer ? AbortSignal.any([outer, AbortSignal.timeout(GIVE_UP)]) : AbortSignal.timeout(GIVE_UP),
    });
    const read = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
    return judge(answer, read, performance.now() - sent);
  } catch {
    if (!outer?.aborted) onContact(false);
    return { kind: outer?.aborted ? "dropped" : "lost" };
  }
}

function judge(answer, body, took) {
  if (answer.status >= 500) {
    onContact(false);
    return { kind: "lost" };
  }
  onContact(true, answer.headers.get("date"), took);
  if (answer.ok) return { kind: "answer", body };
  if (answer.status === 429) return { kind: "busy", after: 1000 * (Number(answer.headers.get("retry-after")) || 1) };
  if (answer.status === 401 && token) onRevoked();
  return { kind: "refused", status: answer.status, body };
}

const pause = ms => new Promise(done => setTimeout(done, ms));

// For what a person waits on: too many at once is waited out, never shown.
export async function postPatiently(path, body, tries = 5) {
  for (let i = 1; ; i++) {
    const result = await post(path, body);
    if (result.kind !== "busy" || i === tries) return result.kind === "busy" ? { kind: "lost" } : result;
    await pause(Math.min(result.after, 5000));
  }
}
