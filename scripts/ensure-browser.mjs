/**
 * Finds a Chromium for the browser tests, or installs one; prints its path.
 *
 *   node scripts/ensure-browser.mjs
 *
 * In this order: $POWERSHARE_CHROMIUM; the one Playwright installed; one of the system; Debian's package, when we are
 * root and apt-get is there; Playwright's download. Exit 1 with one line when none can be had.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { isMain, root } from "./places.mjs";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
];

/**
 * The path of a Chromium that is there already; null when there is none.
 *
 * @returns {string | null}
 * @throws when $POWERSHARE_CHROMIUM names a file that does not exist
 */
function findBrowser() {
  const named = process.env.POWERSHARE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`POWERSHARE_CHROMIUM names ${named}, which does not exist`);
  }
  return [chromium.executablePath(), ...systemBrowsers].find((file) => existsSync(file)) ?? null;
}

/**
 * What to launch Playwright's `chromium` with in a test: the browser that is there, nothing that talks to a network,
 * and the sandbox unless we are root, for whom Chromium refuses it.
 *
 * @throws when there is no Chromium
 */
export function launchOptions() {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("no Chromium: run node scripts/ensure-browser.mjs");
  return {
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

function install() {
  if (process.getuid?.() === 0 && run("apt-get", ["--version"])) {
    console.error("Installing Chromium (apt-get) …");
    const isInstalled =
      run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    if (isInstalled) return;
  }
  console.error("Installing Chromium (playwright) …");
  run(process.execPath, [path.join(root, "node_modules", "playwright-core", "cli.js"), "install", "chromium"]);
}

/** Whether a command succeeded; what it printed is shown only when it did not. */
function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stdout, stderr } = spawnSync(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env,
  });
  if (status !== 0) console.error(`${stdout ?? ""}${stderr ?? ""}`.trimEnd());
  return status === 0;
}

/** @returns {string} the path of a Chromium, installed if need be */
function ensureBrowser() {
  const there = findBrowser();
  if (there) return there;
  install();
  const now = findBrowser();
  if (now) return now;
  throw new Error("no Chromium: install Chromium or Chrome, or name one in POWERSHARE_CHROMIUM");
}

if (isMain(import.meta.url)) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
