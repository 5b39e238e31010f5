// Before the first paint: the chosen colours and text size. Then: fetch the app and start it.
// A classic script in the head, because a module would run after the first paint.
"use strict";

(() => {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  let chosen = null;

  // The scheme shown is the chosen one, or else the device's. Called again from Settings.
  window.chooseScheme = (scheme) => {
    chosen = scheme;
    root.dataset.scheme = scheme ?? (contrast.matches ? "contrast" : device.matches ? "dark" : "light");
  };
  const deviceChanged = () => window.chooseScheme(chosen);
  device.addEventListener("change", deviceChanged);
  contrast.addEventListener("change", deviceChanged);

  let preferences = {};
  try {
    preferences = JSON.parse(localStorage.getItem("second-look")) ?? {};
  } catch {
    // Nothing chosen, or storage is refused: the plain choice.
  }
  const { scheme, text_size: size } = preferences;
  window.chooseScheme(scheme && scheme !== "device" ? scheme : null);
  if (size && size !== "normal") root.dataset.text = size;

  // Hide: everything goes at once and stays away over a reload, until "Show again". An app that can lock hears of it.
  const HIDDEN = "second-look-hidden";
  const ESCAPES_WITHIN_MS = 600;
  let name = document.title;
  let stood = 0;
  let escaped = -Infinity;
  const isHidden = () => "hidden" in root.dataset;
  window.nameThePage = (title) => {
    name = title;
    if (!isHidden()) document.title = title;
  };
  // Where storage is refused, it is hidden until the page is loaded again.
  const session = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null;
    }
  };
  const hide = () => {
    if (isHidden()) return;
    stood = scrollY;
    session((kept) => kept.setItem(HIDDEN, ""));
    blank();
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    window.speechSynthesis?.cancel();
    dispatchEvent(new Event("page-hidden"));
  };
  const blank = () => {
    root.dataset.hidden = "";
    document.title = "New page";
    document.getElementById("show-again")?.focus();
  };
  const show = () => {
    session((kept) => kept.removeItem(HIDDEN));
    delete root.dataset.hidden;
    document.title = name;
    scrollTo(0, stood);
    document.getElementById("main").focus({ preventScroll: true });
  };
  if (session((kept) => kept.getItem(HIDDEN)) !== null) blank();
  addEventListener("DOMContentLoaded", () => {
    document.getElementById("hide").addEventListener("click", hide);
    document.getElementById("show-again").addEventListener("click", show);
    if (isHidden()) blank();
  });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - escaped < ESCAPES_WITHIN_MS) hide();
      escaped = event.timeStamp;
    },
    true,
  );

  // The offer to install may come before the app is there to hear it.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.installOffer = event;
    dispatchEvent(new Event("install-offered"));
  });
  addEventListener("appinstalled", () => {
    delete window.installOffer;
    dispatchEvent(new Event("install-offered"));
  });

  // The skip link must not change the address, which is the app's route.
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".skip")) return;
    event.preventDefault();
    document.getElementById("main").focus();
  });

  const say = (what) => {
    const state = document.getElementById("opening-state");
    if (state) state.textContent = what;
  };
  // Shown inside another page, nothing runs: that page could lay itself over the app, and have you press what you do not
  // see. A host can forbid it by a header, `frame-ancestors`, which a page cannot by its own policy.
  const framed = () => {
    const words = document.createElement("p");
    words.textContent = "Second Look does not run while another page shows it inside itself, because that page could have you press what you do not see.";
    const link = Object.assign(document.createElement("a"), { href: "./", target: "_top", textContent: "Open it by itself" });
    document.body.replaceChildren(words, link);
  };
  const start = async () => {
    if (self !== top) return framed();
    if (typeof WebAssembly !== "object") {
      say("This browser is too old to run the app: it has no WebAssembly. Update it, or use Chrome, Edge, Firefox or Safari from 2023 or later.");
      return;
    }
    const { glue, wasm } = document.querySelector("meta[name=app]").dataset;
    try {
      // The one file has no address to fetch it from: it is at hand.
      const app = glue ? await import(new URL(glue, document.baseURI).href) : window.appAtHand;
      await app.default({ module_or_path: new URL(wasm, document.baseURI).href });
    } catch (error) {
      const remedy = glue ? "Check that you have a connection and open the page" : "Copy the file";
      say(`The app could not start. ${remedy} again. If it happens again, update your browser.`);
      throw error;
    }
  };
  addEventListener("DOMContentLoaded", start);
})();
