/**
 * Checks that package-lock.json holds the binaries of every platform. A package whose newest version is served before
 * its per-platform packages are loses them from the lock, and then installs broken on every other platform.
 *
 *   node scripts/lock-platforms.mjs         prints what is missing; exit 1 when anything is
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isMain, root } from "./places.mjs";

/**
 * @typedef {{ readonly packages: Readonly<Record<string, { readonly version?: string, readonly optionalDependencies?: Readonly<Record<string, string>> }>> }} Lock
 */

/**
 * The optional packages that a lock file's packages name and it does not hold, each as "esbuild 0.28.2 lacks
 * @esbuild/darwin-arm64 0.28.2". One that is held in another version than the exact one named counts as missing.
 *
 * @param {Lock} lock
 * @returns {string[]}
 */
export function missingPackages({ packages }) {
  return Object.entries(packages).flatMap(([at, { version, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const found = versionSeenFrom(packages, at, name);
        return found === undefined || (/^\d/.test(wanted) && found !== wanted);
      })
      .map(([name, wanted]) => `${at.replace(/^.*node_modules\//, "")} ${version} lacks ${name} ${wanted}`),
  );
}

/** The version of `name` that a package at `at` gets: the one in its own node_modules, or further out. */
function versionSeenFrom(
  /** @type {Lock["packages"]} */ packages,
  /** @type {string} */ at,
  /** @type {string} */ name,
) {
  for (let from = at; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/")))) {
    const held = packages[`${from === "" ? "" : `${from}/`}node_modules/${name}`];
    if (held || from === "") return held?.version;
  }
}

if (isMain(import.meta.url)) {
  const missing = missingPackages(JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")));
  for (const line of missing) console.error(`package-lock.json: ${line}`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
