// Keeps the page itself, for the worker to serve without network. Only where there are workers: over https, or on this machine.
const CACHE = "own-page/v1";
const PAGE = /^\/me\/\d+$/;

export async function keepPage() {
  if (!navigator.serviceWorker) return false;
  try {
    await navigator.serviceWorker.register("/me/worker.js");
    const files = performance.getEntriesByType("resource").map(entry => new URL(entry.name))
      .filter(url => url.origin === location.origin && !/^\/me\/\d+\//.test(url.pathname)).map(url => url.pathname);
    const wanted = new Set([location.pathname, ...files]);
    const cache = await caches.open(CACHE);
    await cache.addAll(wanted);
    const old = (await cache.keys()).filter(request => !wanted.has(new URL(request.url).pathname) && !PAGE.test(new URL(request.url).pathname));
    await Promise.all(old.map(request => cache.delete(request)));
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    // A browser without room, or without network by now: the next visit tries again.
    return false;
  }
}

export const forgetPage = async () => {
  await (await globalThis.caches?.open(CACHE))?.delete(location.pathname);
};
