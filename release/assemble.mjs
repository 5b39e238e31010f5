// Makes one page of the built app: `node assemble.mjs DIST PAGE`. Style, scripts, binaries and packs are inside; the
// content security policy names each script by its hash and lets the page reach nothing.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const [dist, target] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));

const read = (name) => readFileSync(join(dist, name), "utf8");
const named = (pattern) => {
  const found = readdirSync(dist).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${dist} has ${found.length} files like ${pattern}: build it anew`);
  return found[0];
};
const minified = (file, ...flags) =>
  execFileSync("esbuild", ["--minify", "--log-level=error", ...flags, file], { encoding: "utf8", maxBuffer: 1 << 26 });

let page = read("index.html");
// A part of the page, which must be there, gives way to another.
const put = (pattern, other) => {
  if (!pattern.test(page)) throw new Error(`index.html has nothing like ${pattern}`);
  page = page.replace(pattern, () => other);
};

const within = (element) => page.match(new RegExp(`<${element}>([^]*?)</${element}>`))[1];
const style = within("style");
// As classic scripts: a page from a file may not import another.
const atHand = minified(join(here, "at-hand.js"));
const boot = within("script");
const app = minified(join(dist, named(/^second-look-.*\.js$/)), "--format=iife", "--global-name=appAtHand",
  "--define:import.meta.url=document.baseURI");
const worker = minified(join(dist, named(/^worker-.*\.js$/)), "--format=iife", "--define:import.meta.url=\"file:///\"");

// What an inline script or style holds must not end it, nor change how the page is read.
for (const inline of [style, atHand, boot, app, worker]) {
  if (/<\/(script|style)|<!--|<script/i.test(inline)) throw new Error("a script would end its own element");
}

const hash = (inline) => `'sha256-${createHash("sha256").update(inline).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${[atHand, boot, app].map(hash).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

// Packed so that what a stick or an e-mail has damaged is noticed: gzip has a checksum.
const pack = (name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).toString("base64");
const packs = readdirSync(join(dist, "packs"), { recursive: true })
  .map((name) => `packs/${name}`)
  .filter((name) => /\/.*\/.*\.json$/.test(name));
const files = [...readdirSync(dist).filter((name) => name.endsWith(".wasm")), ...packs].sort();
const block = (name) => `<script type="text/plain" data-file="${name}">${pack(name)}</script>`;
const icon = Buffer.from(read("icons/icon.svg")).toString("base64");

put(/(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
put(/<link rel="manifest"[^>]*>\n/, "");
put(/(?<=<link rel="icon" href=")[^"]*/, `data:image/svg+xml;base64,${icon}`);
put(/<link rel="apple-touch-icon"[^>]*>\n/, "");
put(/(<link rel="(module)?preload"[^>]*>\n)+/, "");
put(/ data-glue="[^"]*"/, "");
put(/<meta name="worker"[^>]*>\n/, "");
put(/<meta name="version"/, '<meta name="single" content="yes">\n<meta name="version"');
put(/<script>/, `<script>${atHand}</script>\n<script>`);
// Last, so that the frame is seen before all of it has been read.
put(/<\/body>/, [
  `<script type="text/plain" data-worker="${named(/^worker-.*\.wasm$/)}">${worker}</script>`,
  ...files.map(block),
  `<script>${app}</script>`,
  "</body>",
].join("\n"));
page = page.replace(/\n{2,}/g, "\n");

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page);
console.log(`${page.length} bytes: ${target}`);
