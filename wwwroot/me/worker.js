// Serves a person's own page where there is no network: the page and its files as they last came. What the page shows is kept by the page itself.
const CACHE = "own-page/v1";

// A network that takes longer is none, as long as there is something to show instead.
const PATIENCE = 5000;
const FILES = ["script", "style", "image", "font"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (FILES.includes(request.destination) || (request.mode === "navigate" && /^\/me\/\d+$/.test(url.pathname))) event.respondWith(freshOrKept(request));
});

async function freshOrKept(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  const fresh = fetch(request);
  if (!kept) return fresh;
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fresh.catch(() => null), late]);
  return answer?.ok ? answer : kept;
}
