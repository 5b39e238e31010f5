// What a hole in the app might let a stranger run: every way out of a page, and every way to run more, one after another.
// Each asks `elsewhere` for its own name. What was refused, and under which part of the policy, is told on the page.
"use strict";

(async () => {
  const given = new URL(document.currentScript.src).searchParams;
  const elsewhere = given.get("elsewhere");
  // How many times it looks whether something was refused; where no policy is, it need not.
  const looks = Number(given.get("looks"));
  const root = document.documentElement;
  const refused = [];
  addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective.replace(/-(elem|attr)$/, "")));

  const ask = (name) => `new Image().src = "${elsewhere}${name}"`;
  const put = (tag, attributes, words = "") => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = words;
    document.body.append(element);
    return element;
  };
  const blob = (words) => URL.createObjectURL(new Blob([words], { type: "text/javascript" }));

  const tries = {
    "fetch": () => fetch(`${elsewhere}fetch`, { mode: "no-cors" }).catch(() => {}),
    "post": () => fetch(`${elsewhere}post`, { mode: "no-cors", method: "POST", body: "words" }).catch(() => {}),
    "request": () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${elsewhere}request`);
      request.send();
    },
    "socket": () => new WebSocket(`${elsewhere.replace("http", "ws")}socket`),
    "events": () => new EventSource(`${elsewhere}events`),
    "beacon": () => navigator.sendBeacon(`${elsewhere}beacon`, "words"),
    "image": () => void (new Image().src = `${elsewhere}image`),
    "background": () => void (put("p", {}, "x").style.backgroundImage = `url("${elsewhere}background")`),
    "script": () => put("script", { src: `${elsewhere}script` }),
    "module": () => void import(`${elsewhere}module`).catch(() => {}),
    "style": () => put("link", { rel: "stylesheet", href: `${elsewhere}style` }),
    "manifest-font": () => void new FontFace("Elsewhere", `url("${elsewhere}manifest-font")`).load().catch(() => {}),
    "frame": () => put("iframe", { src: `${elsewhere}frame` }),
    "object": () => put("object", { data: `${elsewhere}object`, type: "text/html" }),
    "sound": () => void new Audio(`${elsewhere}sound`).load(),
    "inline-script": () => put("script", {}, ask("inline-script")),
    "data-script": () => put("script", { src: `data:text/javascript,${encodeURIComponent(ask("data-script"))}` }),
    "blob-script": () => put("script", { src: blob(ask("blob-script")) }),
    "handler": () => put("p", { onclick: ask("handler") }, "x").click(),
    "link-script": () => put("a", { href: `javascript:void(${ask("link-script")})` }).click(),
    "eval": () => (0, eval)(ask("eval")),
    "function": () => new Function(ask("function"))(),
    "timer": () => void setTimeout(ask("timer"), 0),
    "inline-style": () => put("style", {}, `#inline-style { background: url("${elsewhere}inline-style") }`) && put("p", { id: "inline-style" }, "x"),
    "style-attribute": () => put("p", { style: `background: url("${elsewhere}style-attribute")` }, "x"),
    "form": () => {
      put("iframe", { name: "form-answer" });
      put("form", { action: `${elsewhere}form`, method: "post", target: "form-answer" }).submit();
    },
    "base": () => {
      document.head.prepend(Object.assign(document.createElement("base"), { href: elsewhere }));
      put("img", { src: "base" });
    },
  };

  const told = {};
  for (const [name, attempt] of Object.entries(tries)) {
    const before = refused.length;
    try {
      await attempt();
    } catch {
      // Refused on the spot: the policy tells of it all the same.
    }
    for (let looked = 0; refused.length === before && looked < looks; looked += 1) await new Promise((done) => setTimeout(done, 25));
    told[name] = refused[before] ?? "";
  }
  root.dataset.told = JSON.stringify(told);
})();
