/** Builds only what has changed: a build leaves a stamp, the hash of what it read, and is stale when that has changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

/**
 * @typedef {object} Build
 * @property {string} name of the stamp
 * @property {readonly string[]} inputs files and folders that it reads, from the repository's folder
 * @property {readonly string[]} results files that it leaves, from there too
 * @property {() => void | Promise<void>} make throws when it fails
 */

/**
 * The files below a folder, as paths relative to it, sorted; none when there is no such folder.
 *
 * @param {string} directory
 * @returns {string[]}
 */
export function filesIn(directory) {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/**
 * Makes a build; with `onlyStale` not when it is fresh.
 *
 * @param {Build} build
 * @param {boolean} onlyStale
 */
export async function make({ name, inputs, results, make }, onlyStale) {
  const stampFile = path.join(root, "node_modules", ".cache", name);
  const stamp = stampOf(inputs);
  const isThere = results.every((file) => existsSync(path.join(root, file)));
  if (onlyStale && isThere && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  rmSync(stampFile, { force: true });
  await make();
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** A hash of everything that a build reads; tests and generated modules do not count. */
function stampOf(/** @type {readonly string[]} */ inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesOf))
    if (!/\.(?:test|testing|generated)\.tsx?$/.test(file))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update("\0");
  return hash.digest("hex");
}

/** A file itself, or the files of a folder; none where there is neither. */
function filesOf(/** @type {string} */ input) {
  const place = path.join(root, input);
  if (!existsSync(place)) return [];
  return statSync(place).isFile() ? [input] : filesIn(place).map((file) => path.join(input, file));
}
