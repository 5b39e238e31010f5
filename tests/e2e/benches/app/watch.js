// Watches a page from its first moment: when it takes each step, what it taps, what it paints, where it is busy. Given: STEPS,
// a list of [name, what is true once the step is taken, selector of what is tapped then or null].
if (self === top) {
  const seen = (window.seen = { at: {}, tasks: [], paints: {}, shift: 0, asked: 0, opened: 0, memories: [] });
  let next = 0;

  // A step is taken when it is true, and on the screen in the task after the next frame.
  const look = () => {
    while (next < STEPS.length) {
      const [name, isTaken, tapped] = STEPS[next];
      let taken = false;
      try {
        taken = isTaken();
      } catch {
        // What it looks at is not there yet.
      }
      if (!taken) return;
      next += 1;
      requestAnimationFrame(() => setTimeout(() => (seen.at[name] = performance.now())));
      if (tapped) document.querySelector(tapped).click();
    }
    watching.disconnect();
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { childList: true, subtree: true, characterData: true });

  const on = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on("paint", (it) => (seen.paints[it.name] = it.startTime));
  on("largest-contentful-paint", (it) => (seen.paints.largest = it.startTime));
  on("layout-shift", (it) => it.hadRecentInput || (seen.shift += it.value));
  on("longtask", (it) => seen.tasks.push([it.startTime, it.duration]));

  // When storage was first asked for.
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    seen.opened ||= performance.now();
    return open.apply(this, given);
  };

  // When the web worker was last asked, and when it last answered.
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => (seen.answered = performance.now()));
    }
    postMessage(...given) {
      seen.asked = performance.now();
      return super.postMessage(...given);
    }
  };

  // The memories of the binaries.
  const keep = (made) => {
    for (const it of Object.values((made.instance ?? made).exports)) {
      if (it instanceof WebAssembly.Memory && !seen.memories.includes(it)) seen.memories.push(it);
    }
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const plain = WebAssembly[name];
    WebAssembly[name] = (...given) => plain.apply(WebAssembly, given).then(keep);
  }
}
