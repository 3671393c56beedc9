/**
 * Runs every check and test; the last line says `tests: N passed, N failed, N skipped`, and the exit code is 1 when
 * anything failed. A check counts as one test.
 *
 *   node scripts/test.mjs                 everything (npm test)
 *   node scripts/test.mjs lint format     only these steps
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageDirectory, root } from "./places.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const none = { passed: 0, failed: 0, skipped: 0 };
const onePassed = { passed: 1, failed: 0, skipped: 0 };
const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/** @type {Readonly<Record<string, () => Counts>>} */
const steps = {
  build: () => check("build", [script("build.mjs"), "--if-stale"]),
  types: () => check("types", [tool("typescript", "tsc"), "-p", "."]),
  "types-workbench": () => check("types of the workbench", [tool("typescript", "tsc"), "-p", "packages/workbench"]),
  format: () => check("format", [tool("@biomejs/biome"), "format", "."]),
  lint: () => check("lint", [tool("oxlint"), "--format=unix"]),
  unused: () => check("unused", [tool("knip"), "--no-progress", "--no-config-hints"]),
  package: () => check("package", [tool("publint"), packageDirectory, "--strict"]),
  browser,
  tests,
};

/** Runs one command of Node; what it prints is shown only when it fails. */
function check(/** @type {string} */ name, /** @type {string[]} */ command) {
  const start = performance.now();
  const { status, stdout, stderr, error } = node(command, "pipe");
  if (status === 0) {
    console.log(`${name}: ok (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return onePassed;
  }
  console.log(`${name}: failed\n${stdout}${stderr}${error?.message ?? ""}`.trimEnd());
  return oneFailed;
}

/** Finds or installs the browser that the tests then use. It is no test: it counts only when there is none. */
function browser() {
  const { status, stdout } = node([script("ensure-browser.mjs")], ["ignore", "pipe", "inherit"]);
  if (status !== 0) return oneFailed;
  process.env.POWERSHARE_CHROMIUM = stdout.trim();
  return none;
}

function tests() {
  const directory = mkdtempSync(path.join(tmpdir(), "powershare-"));
  const countsFile = path.join(directory, "counts.json");
  process.env.POWERSHARE_TEST_COUNTS = countsFile;
  const reporters = ["--reporter=dot", `--reporter=${script("vitest-counts.mjs")}`];
  const { status } = node([tool("vitest"), "run", ...reporters], ["ignore", "inherit", "inherit"]);
  const counts = readCounts(countsFile);
  rmSync(directory, { recursive: true });
  // Vitest can fail without a failed test: no test found, a crash.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @returns {Counts} */
function readCounts(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return oneFailed;
  }
}

const script = (/** @type {string} */ name) => path.join(root, "scripts", name);

/** The file of a tool's command, which Node runs on every platform (those in .bin are shell scripts on Windows). */
function tool(/** @type {string} */ name, command = name) {
  const directory = path.join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(directory, "package.json"), "utf8"));
  return path.join(directory, typeof bin === "string" ? bin : (bin[command] ?? Object.values(bin)[0]));
}

/** Colours are for a terminal only; some tools think that CI is one. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };

function node(/** @type {string[]} */ args, /** @type {import("node:child_process").StdioOptions} */ stdio) {
  const env = { ...process.env, ...plain };
  return spawnSync(process.execPath, args, { cwd: root, env, stdio, encoding: "utf8", maxBuffer: 2 ** 28 });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}
const total = { ...none };
for (const [name, run] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const counts = run();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
