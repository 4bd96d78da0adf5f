/** The means to give up on a request after so many milliseconds, also on phones without AbortSignal.timeout. */
export function soon(ms) {
  const patience = new AbortController();
  setTimeout(() => patience.abort(), ms);
  return patience.signal;
}
