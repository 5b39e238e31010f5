// Puts the style and the first script into the page: `node inline.mjs DIR`. The first paint then waits for one request. The
// policy names each by its hash, so that nothing else that stands in the page is run or shown by it.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dir] = process.argv.slice(2);
const at = (name) => join(dir, name);
let page = readFileSync(at("index.html"), "utf8");
// A part of the page, which must be there, gives way to another.
const put = (pattern, other) => {
  if (!pattern.test(page)) throw new Error(`index.html has nothing like ${pattern}`);
  page = page.replace(pattern, () => other);
};
const inline = (name, element, pattern, rule) => {
  const text = readFileSync(at(name), "utf8").trim();
  if (/<\/(script|style)|<!--|<script/i.test(text)) throw new Error(`${name} would end its own element`);
  put(pattern, `<${element}>${text}</${element}>`);
  const hash = createHash("sha256").update(text).digest("base64");
  put(rule, `${rule.source} 'sha256-${hash}'`);
  rmSync(at(name));
};

inline("second-look.css", "style", /<link rel="stylesheet"[^>]*>/, /style-src 'self'/);
inline("boot.js", "script", /<script src=".\/boot.js"><\/script>/, /script-src 'self'/);
writeFileSync(at("index.html"), page);
