/**
 * Installs the dependencies when node_modules is not what the lock file says, and does nothing otherwise.
 * It is the `pretest` script and the first step of `demo`, so it may use nothing but Node.
 *
 *   node scripts/ensure-deps.mjs            npm ci when needed
 *   node scripts/ensure-deps.mjs --done     only notes that they are installed (npm's `postinstall`)
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

const stampFile = path.join(root, "node_modules", ".powershare-installed");

/** What an installation depends on: the lock file, and the platform and Node line that binaries were chosen for. */
function wantedStamp() {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  return hash.update(`\n${process.platform} ${process.arch} ${process.versions.node.split(".")[0]}\n`).digest("hex");
}

function currentStamp() {
  try {
    return readFileSync(stampFile, "utf8").trim();
  } catch {
    return null;
  }
}

function noteInstalled() {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${wantedStamp()}\n`);
}

/** Under `npm run` the npm that is running; otherwise the one on the path (a .cmd file on Windows). */
function npm(/** @type {string[]} */ args) {
  const self = process.env.npm_execpath;
  const [command, before] = self?.endsWith("npm-cli.js") ? [process.execPath, [self]] : ["npm", []];
  return spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: command === "npm" && process.platform === "win32",
  });
}

if (process.argv.includes("--done")) {
  // Installed for another platform (npm ci --os=…): good for looking at, not for running.
  if (!process.env.npm_config_os && !process.env.npm_config_cpu) noteInstalled();
} else if (currentStamp() !== wantedStamp()) {
  console.error("Installing the dependencies (npm ci) …");
  const { status, error } = npm(["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) {
    console.error(`npm ci failed${error ? `: ${error.message}` : ""}; nothing was run.`);
    process.exit(1);
  }
  noteInstalled();
}
