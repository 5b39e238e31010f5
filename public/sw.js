// Keeps the app on the device: exactly the files of one build, each checked by its hash, all or nothing.
// `./dev stamp` puts the two lines VERSION and FILES above this one.
"use strict";

// A connection that hangs must not leave the app half kept for ever.
const PATIENCE_MS = 120_000;

const CACHE = `second-look ${VERSION}`;

self.addEventListener("install", (event) => event.waitUntil(keep()));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      // Only now, when this version is in charge, are older ones let go. Records are never touched here.
      const old = (await caches.keys()).filter((name) => name.startsWith("second-look ") && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  ),
);

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

async function keep() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([file, integrity]) => {
        const response = await fetch(file, { cache: "no-cache", integrity, signal: AbortSignal.timeout(PATIENCE_MS) });
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        await cache.put(file, response);
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const page = request.mode === "navigate" ? "./" : request;
  // As it is asked for, and only then whatever stands behind it: that is looked for through everything.
  return (await cache.match(page)) ?? (await cache.match(page, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}
