// Joins the pieces that the cutter made into few files: `node join.mjs DIR FEATURE...`. A piece is code that the same parts need, and
// there are hundreds of them: a request for each would cost more than what is in it.
//
// A part is a file of its own. What several of them need is with the first of those it serves: what keeps, quiz, learning, or
// none of the three. What keeps is read by Settings too, for backups: what the two share is with it, so that no other page waits for it.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FIRST = ["keeping", "quiz", "learning"];
const OF_KEEPING = ["keeping", "settings"];

const [dir, ...features] = process.argv.slice(2);
const script = join(dir, "__wasm_split.js");
const text = readFileSync(script, "utf8");

const CHUNK = /\/\* ([^*]+) \*\/\s*const __(chunk_\d+) = makeLoad\([\s\S]*?, \[\]\);\n/g;
const PART = /export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([\s\S]*?), \[[^\]]*\]\)\);\n/g;

// Every piece, with the parts that need it.
const pieces = [...text.matchAll(CHUNK)].map(([, parts, name]) => ({ name, parts: parts.split(", ") }));
const parts = [];
for (const [, part, fetcher] of text.matchAll(PART)) {
  parts.push(part);
  const name = fetcher.match(/"\.\/(\w+)\.wasm"/)?.[1];
  if (name) pieces.push({ name, parts: [part] });
}
for (const part of [...OF_KEEPING, ...FIRST]) {
  if (!parts.includes(part)) throw new Error(`${script} has no part "${part}"`);
}

const homeOf = ({ parts }) => {
  if (parts.length === 1) return parts[0];
  if (parts.every((part) => OF_KEEPING.includes(part))) return "keeping";
  return `with-${FIRST.find((part) => parts.includes(part)) ?? "others"}`;
};
const files = new Map();
for (const piece of pieces) files.set(homeOf(piece), [...(files.get(homeOf(piece)) ?? []), piece]);

const at = (name) => join(dir, `${name}.wasm`);
const run = (tool, ...words) => execFileSync(tool, [...words, ...features], { encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });

// Every piece imports the same memory, table and globals. Joined as they are, each would bring its own; so they take them
// from a piece that passes on what it is given.
const importsOf = ({ name }) => WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(at(name)))).map((it) => it.name);
const given = [...new Set(pieces.flatMap(importsOf))];
const example = pieces.find((piece) => importsOf(piece).length === given.length);
const IMPORT = /^ *\(import "__wasm_split" "(\w+)" \((memory|table|global) \S+ (.+)\)\)$/gm;
const passed = [...run("wasm-dis", at(example.name)).matchAll(IMPORT)].map(([, what, kind, type]) =>
  `(import "app" "${what}" (${kind} $${what} ${type})) (export "${what}" (${kind} $${what}))`);
if (passed.length !== given.length) throw new Error(`no type is known of some of ${given}`);
const pass = join(dir, "pass.wat");
writeFileSync(pass, `(module ${passed.join("\n")})`);
run("wasm-as", pass, "-o", at("pass"));

const handle = (home) => `__${home.replace("-", "_")}`;
const fetcherOf = (home) => `() => {
    const src = fetch(new URL("./part_${home}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => instantiate(await src, { app: imports.__wasm_split });
}`;
let loader = text.slice(0, text.search(/\/\* [^*]+ \*\/\s*const __chunk_/));
// While it streams in, where the host says that it is wasm: the browser then keeps what it compiled.
loader += `const instantiate = async (response, imports) =>
    response.headers.get("Content-Type") === "application/wasm"
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
`;
for (const [home, pieces] of files) {
  run("wasm-merge", at("pass"), "__wasm_split", ...pieces.flatMap(({ name }) => [at(name), name]), "-o", at(`part_${home}`));
  for (const { name } of pieces) rmSync(at(name));
  loader += `const ${handle(home)} = makeLoad(${fetcherOf(home)}, []);\n`;
}
rmSync(at("pass"));
rmSync(pass);
for (const part of parts) {
  const needed = [...files].filter(([, pieces]) => pieces.some((piece) => piece.parts.includes(part)));
  const homes = needed.map(([home]) => handle(home)).join(", ");
  loader += `export const __wasm_split_load_${part} = wrapAsyncCb(makeLoad(() => async () => ({}), [${homes}]));\n`;
}
writeFileSync(script, loader);
