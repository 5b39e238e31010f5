// Gives what a binary asks of its script short names: `node rename.mjs NAME DIR`. They end in hashes, which cannot be packed, and stand
// in both files: 9 KB of a first visit.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reading } from "./reading.mjs";

const [name, dir] = process.argv.slice(2);
const binary = join(dir, `${name}_bg.wasm`);
const script = join(dir, `${name}.js`);
const asked = `./${name}_bg.js`;

const bytes = readFileSync(binary);
const here = reading(bytes);
const numbered = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...numbered(value >>> 7)]);
const written = (text) => [...numbered(text.length), ...Buffer.from(text)];

const IMPORTS = 2;
const FUNCTION = 0;

// What each is called from now on.
const short = new Map();
let changed;
while (here.at < bytes.length) {
  const begin = here.at;
  const section = here.byte();
  const end = here.number() + here.at;
  if (section === IMPORTS) {
    const count = here.number();
    const entries = [...numbered(count)];
    for (let left = count; left > 0; left--) {
      const [module, field] = [here.text(), here.text()];
      if (here.byte() !== FUNCTION) throw new Error(`${binary} imports something that is no function`);
      const type = here.number();
      const isOurs = module === asked;
      if (isOurs) short.set(field, short.get(field) ?? short.size.toString(36));
      entries.push(...written(isOurs ? "-" : module), ...written(isOurs ? short.get(field) : field), FUNCTION, ...numbered(type));
    }
    changed = Buffer.concat([
      bytes.subarray(0, begin),
      Buffer.from([IMPORTS, ...numbered(entries.length), ...entries]),
      bytes.subarray(end),
    ]);
  }
  here.at = end;
}
if (!short.size) throw new Error(`${binary} asks nothing of ${asked}`);

let given = readFileSync(script, "utf8");
for (const [long, brief] of short) {
  const parts = given.split(new RegExp(`\\b${long}(?=: )`));
  if (parts.length !== 2) throw new Error(`${script} gives ${long} ${parts.length - 1} times`);
  given = parts.join(`"${brief}"`);
}
writeFileSync(script, given.replace(JSON.stringify(asked), '"-"'));
writeFileSync(binary, changed);
