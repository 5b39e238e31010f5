// Keeps the floor on the device.
self.addEventListener("install", (event) =>
  event.waitUntil(caches.open("floor").then((cache) => cache.addAll(["./", "floor.js"]))),
);
self.addEventListener("fetch", (event) =>
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request))),
);
