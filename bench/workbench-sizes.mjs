/** How much of the built workbench a reader's browser loads, and when. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { packageDirectory } from "../scripts/places.mjs";

const dist = path.join(packageDirectory, "dist", "workbench");

/**
 * Files that are loaded together, each with its size in bytes, compressed as a server would.
 *
 * @typedef {Readonly<Record<string, number>>} Load
 */

/**
 * @returns {{ page: Load, worker: Load, style: Load, editor: Load, all: Load }} `page` and `worker` are the script of the
 *   first load, without what they load on demand; `editor` is what opening the text adds
 * @throws when the workbench has not been built
 */
export function sizes() {
  const html = readFileSync(path.join(dist, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1] ?? "");
  const assets = readdirSync(path.join(dist, "assets")).map((file) => `assets/${file}`);
  const script = (/** @type {readonly string[]} */ files) => [
    ...new Set(files.flatMap((file) => [...withImports(file)])),
  ];
  const page = script(named.filter((file) => file.endsWith(".js")));
  const worker = script(assets.filter((file) => /\/worker-[^/]+\.js$/.test(file)));
  const editor = script(assets.filter((file) => /\/editor-[^/]+\.js$/.test(file)));
  if (page.length === 0 || worker.length === 0 || editor.length === 0) throw new Error("the build has other files");
  return {
    page: load(page),
    worker: load(worker.filter((file) => !page.includes(file))),
    style: load(named.filter((file) => file.endsWith(".css"))),
    editor: load(editor.filter((file) => !page.includes(file))),
    all: load(["index.html", "service-worker.js", "favicon.svg", ...assets]),
  };
}

/** The compressed bytes of a load. */
export const total = (/** @type {Load} */ files) => Object.values(files).reduce((sum, size) => sum + size, 0);

/** @returns {Load} */
const load = (/** @type {readonly string[]} */ files) =>
  Object.fromEntries(files.map((file) => [file, gzipSync(readFileSync(path.join(dist, file))).length]));

/** A script and everything that it imports at once, as paths below the folder. */
function withImports(/** @type {string} */ file, /** @type {Set<string>} */ found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(path.join(dist, file), "utf8");
  // Minified: import"./a.js", import{b as c}from"./a.js", export*from"./a.js"; but not import("./a.js").
  for (const [, target] of code.matchAll(/\b(?:import|from)\s*["'](\.\.?\/[^"']+\.js)["']/g))
    withImports(path.posix.join(path.posix.dirname(file), target ?? ""), found);
  return found;
}
