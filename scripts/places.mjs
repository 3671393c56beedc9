import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The library and the command line. */
export const packageDirectory = path.join(root, "packages", "powershare");

/** The web page. */
export const workbenchDirectory = path.join(root, "packages", "workbench");

/**
 * Whether a module is the one that Node was started with, and not imported by another.
 *
 * @param {string} moduleUrl its import.meta.url
 * @returns {boolean}
 */
export function isMain(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl);
}
