// How much code each crate has in a binary that still has its names: `node sizes.mjs WASM`, before it is cut and optimised.
import { readFileSync } from "node:fs";
import { reading } from "./reading.mjs";

const MOST = 25;
const [binary] = process.argv.slice(2);
const bytes = readFileSync(binary);
const here = reading(bytes);

const CODE = 10;
const CUSTOM = 0;
const FUNCTIONS = 1;
const sizes = [];
const names = new Map();
// Functions that are imported are numbered first.
const imported = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "function").length;
while (here.at < bytes.length) {
  const section = here.byte();
  const end = here.number() + here.at;
  if (section === CODE) {
    for (let left = here.number(); left > 0; left--) {
      const size = here.number();
      sizes.push(size);
      here.at += size;
    }
  } else if (section === CUSTOM && here.text() === "name") {
    while (here.at < end) {
      const kind = here.byte();
      const next = here.number() + here.at;
      if (kind === FUNCTIONS) for (let left = here.number(); left > 0; left--) names.set(here.number(), here.text());
      here.at = next;
    }
  }
  here.at = end;
}

// The crate that a name begins with, or the first that it names in brackets; both ways in which rustc writes names.
const crateOf = (name = "") => {
  const bindings = name.match(/__(?:wbindgen_describe|wbg)/);
  if (bindings) return "(wasm-bindgen's descriptions, which it takes out)";
  const newer = name.startsWith("_R") && name.match(/C(?:s[0-9A-Za-z]*_)?(\d+)_?([a-z_]\w*)/);
  if (newer) return newer[2].slice(0, Number(newer[1]));
  const older = name.replace(/^_ZN\d+/, "").replace(/\$[A-Za-z0-9]+\$/g, " ");
  return older.match(/(?:^|[ _])([a-z][a-z0-9_]*?)(?:\.\.|\d+\w)/)?.[1] ?? "(no crate)";
};
const crates = new Map();
sizes.forEach((size, place) => {
  const crate = crateOf(names.get(imported + place));
  crates.set(crate, (crates.get(crate) ?? 0) + size);
});
const all = sizes.reduce((sum, size) => sum + size, 0);
console.log(`${String(all).padStart(9)}  code in all, ${sizes.length} functions`);
const largest = [...crates].sort(([, one], [, other]) => other - one);
for (const [crate, size] of largest.slice(0, MOST)) {
  console.log(`${String(size).padStart(9)}  ${(size * 100 / all).toFixed(1).padStart(4)} %  ${crate}`);
}
const largestFunctions = sizes.map((size, place) => [size, names.get(imported + place) ?? ""]).sort(([one], [other]) => other - one);
console.log("the largest functions:");
for (const [size, name] of largestFunctions.slice(0, 12)) console.log(`${String(size).padStart(9)}  ${name}`);
