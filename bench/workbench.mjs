/**
 * node bench/workbench.mjs [RUNS]: the built workbench in Chromium, as `powershare open` serves it: how long from a key to
 * new figures, the longest task of the page meanwhile, how soon the first screen can be used on a slow processor, and how
 * much is transferred. README.md says how to read the tables.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { launchOptions } from "../scripts/ensure-browser.mjs";
import { isMain, packageDirectory, root } from "../scripts/places.mjs";
import { sizes, total } from "./workbench-sizes.mjs";

/**
 * @typedef {import("playwright-core").Browser} Browser
 * @typedef {import("playwright-core").Page} Page
 * @typedef {{ id: string, title: string, line: string, keys: readonly [string, string] }} Subject `line`: the text of a
 *   line at whose end `keys` are pressed in turn; the second takes back what the first did, and both give a sound document
 */

const goals = { keyMs: 100, taskMs: 50, firstLoadMs: 2000, scriptBytes: 250_000 };

/** @type {readonly Subject[]} */
const subjects = [
  // One ministry more than ten times as many, and back: every figure of the cabinet and of the power changes.
  { id: "south-africa-1994", title: "South Africa 1994", line: "count: 27", keys: ["0", "Backspace"] },
  // A letter of the title: everything is computed, and the head of the report is another.
  { id: "syria-2015", title: "Syria", line: "title: Syria", keys: ["x", "Backspace"] },
];

/** The workbench on a port of its own. */
async function serve() {
  const args = [path.join(packageDirectory, "bin", "powershare.js"), "open", "--no-browser", "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  const [address] = await once(createInterface(child.stdout), "line");
  return { address: String(address), stop: () => child.kill("SIGINT") };
}

/** Runs in the page before its script: notes long tasks, keys, and when the report was last drawn. */
function watch() {
  const seen = { longest: 0, key: 0, drawn: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("keydown", ({ timeStamp }) => (seen.key = timeStamp), true);
  const drawing = new MutationObserver((changes) => {
    const isReport = changes.some(({ target }) => target.parentElement?.closest(".report"));
    // After the frame in which it is painted.
    if (isReport) requestAnimationFrame(() => setTimeout(() => (seen.drawn = performance.now())));
  });
  addEventListener("DOMContentLoaded", () =>
    drawing.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true }),
  );
}

/** What `watch` noted. */
const seenIn = (/** @type {Page} */ page) =>
  page.evaluate(
    () => /** @type {{ seen: { longest: number, key: number, drawn: number } }} */ (Object(globalThis)).seen,
  );

/** The longest task since this was asked last, in milliseconds; 0 when none was over 50. */
async function takeLongest(/** @type {Page} */ page) {
  const { longest } = await seenIn(page);
  await page.evaluate(() => Object.assign(Object(globalThis).seen, { longest: 0 }));
  return longest;
}

/** Opens a case and puts the cursor at the end of its line. */
async function openAt(/** @type {Page} */ page, /** @type {Subject} */ { title, line }) {
  await page.getByRole("button", { name: new RegExp(`^${title}`) }).click();
  await page.locator(".report h1").waitFor();
  await page.locator(".cm-content").waitFor();
  const found = page.locator(".cm-line", { hasText: line }).first();
  for (let top = 0; (await found.count()) === 0; top += 400) {
    await page.locator(".cm-scroller").evaluate((scroller, y) => scroller.scrollTo(0, y), top);
    await page.waitForTimeout(50);
  }
  await found.click();
  await page.keyboard.press("End");
  await page.waitForTimeout(1000);
}

/** Milliseconds from each key to the figures that follow from it, painted. */
async function keyToFigures(/** @type {Page} */ page, /** @type {Subject} */ { keys }, /** @type {number} */ runs) {
  const times = [];
  for (let i = 0; i < runs * 2; i++) {
    await page.keyboard.press(keys[i % 2] ?? "");
    await page.waitForTimeout(400);
    const { key, drawn } = await seenIn(page);
    if (drawn < key) throw new Error("a key gave no new figures within 400 ms");
    times.push(drawn - key);
  }
  return times;
}

/** Everything on a page that takes time besides typing: an answer to why, and all that can be changed. */
async function useAll(/** @type {Page} */ page) {
  await page.locator(".report [data-why]").first().click();
  await page.keyboard.press("Escape");
  for (const button of await page.getByRole("button", { name: /^Change something/ }).all()) await button.click();
  for (const slider of (await page.locator('.report input[type="range"]').all()).slice(0, 2))
    for (let i = 0; i < 10; i++) await slider.press("ArrowRight");
  await page.waitForTimeout(500);
}

async function measureCase(
  /** @type {Browser} */ browser,
  /** @type {string} */ address,
  /** @type {Subject} */ subject,
  /** @type {number} */ runs,
) {
  const page = await newPage(browser);
  await page.goto(address);
  await openAt(page, subject);
  const opening = await takeLongest(page);
  const times = await keyToFigures(page, subject, runs);
  await useAll(page);
  const typing = await takeLongest(page);
  await page.context().close();
  return { times, opening, typing };
}

/** A reader who was never here. */
async function newPage(/** @type {Browser} */ browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watch);
  return context.newPage();
}

/**
 * Milliseconds from the address to a first screen whose cases can be opened, for a reader who was never here.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {number} slowed how many times slower the page's own thread is made; Chromium cannot slow a worker
 */
async function firstLoad(browser, address, slowed) {
  const page = await newPage(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () =>
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".case button")) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
      }).observe(document.body, { subtree: true, childList: true }),
    );
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("usable").length > 0);
  const usable = await page.evaluate(() => performance.getEntriesByName("usable")[0]?.startTime ?? NaN);
  await page.context().close();
  return usable;
}

/** That, several times; the first is not counted, since it warms the server and the disk. */
async function firstLoads(
  /** @type {Browser} */ browser,
  /** @type {string} */ address,
  /** @type {number} */ slowed,
  /** @type {number} */ runs,
) {
  const times = [];
  for (let i = 0; i <= runs; i++) times.push(await firstLoad(browser, address, slowed));
  return times.slice(1);
}

/** The smallest of the numbers that that share of them does not exceed. */
function quantile(/** @type {readonly number[]} */ numbers, /** @type {number} */ share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

const verdict = (/** @type {number} */ value, /** @type {number} */ goal, /** @type {string} */ unit) =>
  `${goal} ${unit}: ${value <= goal ? "kept" : "MISSED"}`;

function printTable(/** @type {readonly (readonly string[])[]} */ rows) {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  console.log([line(head), `|${widths.map((w) => "-".repeat(w + 2)).join("|")}|`, ...body.map(line), ""].join("\n"));
}

/** A task under 50 ms is none that Chromium counts. */
const sayTask = (/** @type {number} */ ms) => (ms === 0 ? "under 50" : ms.toFixed(0));

async function printCases(/** @type {Browser} */ browser, /** @type {string} */ address, /** @type {number} */ runs) {
  const rows = [];
  for (const subject of subjects) {
    const { times, opening, typing } = await measureCase(browser, address, subject, runs);
    const p95 = quantile(times, 0.95);
    rows.push([
      subject.id,
      [quantile(times, 0.5), p95, Math.max(...times)].map((ms) => ms.toFixed(0)).join(" / "),
      verdict(p95, goals.keyMs, "ms (p95)"),
      `${sayTask(opening)} / ${sayTask(typing)}`,
      verdict(Math.max(opening, typing), goals.taskMs, "ms"),
    ]);
  }
  printTable([
    ["a case", "key to figures, ms, median / p95 / most", "goal", "longest task, ms, opening / then", "goal"],
    ...rows,
  ]);
}

async function printFirstLoad(
  /** @type {Browser} */ browser,
  /** @type {string} */ address,
  /** @type {number} */ runs,
) {
  const slowed = await firstLoads(browser, address, 4, runs);
  const bound = (await firstLoads(browser, address, 1, runs)).map((ms) => ms * 4);
  const row = (/** @type {string} */ name, /** @type {number[]} */ times) => [
    name,
    `${quantile(times, 0.5).toFixed(0)} / ${Math.max(...times).toFixed(0)}`,
    verdict(quantile(times, 0.5), goals.firstLoadMs, "ms"),
  ];
  printTable([
    ["first load, until a case can be opened", "ms, median / most", "goal"],
    row("the page's thread slowed 4 times", slowed),
    row("not slowed, taken 4 times", bound),
  ]);
}

/**
 * Measures the built workbench and prints the tables.
 *
 * @param {number} runs pairs of keys in each case; first loads are at most ten
 */
export async function benchWorkbench(runs) {
  const { address, stop } = await serve();
  const browser = await chromium.launch(launchOptions());
  try {
    await printCases(browser, address, runs);
    await printFirstLoad(browser, address, Math.min(runs, 10));
  } finally {
    await browser.close();
    stop();
  }
  printSizes();
}

function printSizes() {
  const { page, worker, style, editor, all } = sizes();
  const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
  const script = total(page) + total(worker);
  printTable([
    ["transferred, gzip", "kB", "goal"],
    ["script of the page", kilobytes(total(page)), ""],
    ["script of the worker: the library", kilobytes(total(worker)), ""],
    ["script of the first load", kilobytes(script), verdict(script / 1000, goals.scriptBytes / 1000, "kB")],
    ["style", kilobytes(total(style)), ""],
    ["the editor, with the text", kilobytes(total(editor)), ""],
    ["all files, kept for a visit without a network", kilobytes(total(all)), ""],
  ]);
}

if (isMain(import.meta.url)) await benchWorkbench(Number(process.argv[2] ?? 15));
