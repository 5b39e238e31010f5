// The app as one file: what it would fetch is in the page, packed, and is unpacked when it is asked for.
"use strict";

// From now on `fetch` answers with what `packed` has, and reaches nothing else. In the page and in the worker alike.
const serveFromHand = (packed, damaged) => {
  self.fetch = async (address) => {
    try {
      const bytes = Uint8Array.from(atob(packed(address)), (letter) => letter.charCodeAt(0));
      const unpacked = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
      // All of it, because gzip's checksum stands at the end.
      const whole = await new Response(unpacked).arrayBuffer();
      const type = /\.wasm$/.test(address) ? "application/wasm" : "application/json";
      return new Response(whole, { headers: { "Content-Type": type } });
    } catch (error) {
      damaged();
      throw error;
    }
  };
};

serveFromHand(
  (address) => {
    const folder = new URL(".", document.baseURI).href;
    const name = new URL(address, folder).href.slice(folder.length);
    return document.querySelector(`script[data-file="${CSS.escape(name)}"]`).textContent;
  },
  // Whatever else the app says of what it cannot have: here the remedy is another copy.
  () => {
    if (document.getElementById("damaged")) return;
    const notice = document.createElement("p");
    notice.id = "damaged";
    notice.className = "notice";
    notice.setAttribute("role", "alert");
    notice.textContent =
      "This copy of the file is damaged, or this browser is too old for it. Copy the file again, or open it in Chrome, Edge, Firefox or Safari from 2023 or later. What you wrote is not in it, and is safe.";
    document.getElementById("main").prepend(notice);
  },
);

// The worker can reach nothing of the page: its binary travels in its script, which is a classic one, because Chromium
// lets no page from a file start a module.
window.Worker = class extends Worker {
  constructor() {
    const { textContent: script, dataset } = document.querySelector("script[data-worker]");
    const binary = document.querySelector(`script[data-file="${dataset.worker}"]`).textContent;
    const prelude = `(${serveFromHand})(() => "${binary}", () => {});\n`;
    super(URL.createObjectURL(new Blob([prelude, script], { type: "text/javascript" })));
  }
};
