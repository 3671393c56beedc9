/**
 * npm run bench [RUNS]: processor time, wall time and peak memory of whole processes, as the operating system counts
 * them, and what a reader of the workbench waits for, beside the goals. README.md says how to read the tables.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { packageDirectory, root } from "../scripts/places.mjs";
import { longScenario } from "./long-scenario.mjs";
import { benchWorkbench } from "./workbench.mjs";

/**
 * @typedef {{ wallSeconds: number, processorSeconds: number, peakMegabytes: number }} Usage
 * @typedef {{ name: string, args: readonly string[], goals: { wallSeconds?: number, peakMegabytes?: number } }} Subject
 */

const runs = Number(process.argv[2] ?? 15);
if (!Number.isInteger(runs) || runs < 1) {
  console.error("usage: npm run bench [-- RUNS]");
  process.exit(2);
}
const directory = mkdtempSync(path.join(tmpdir(), "powershare-bench-"));

/** The path of a generated scenario of 5,000 lines. */
function longFile(/** @type {import("./long-scenario.mjs").Style} */ style) {
  const file = path.join(directory, `${style}.yaml`);
  writeFileSync(file, longScenario(5000, style));
  return file;
}
const powershare = path.join(packageDirectory, "bin", "powershare.js");

/** @type {Subject} */
const bare = { name: "node -e 0", args: ["-e", "0"], goals: {} };
/** @type {readonly Subject[]} */
const subjects = [
  bare,
  {
    name: "powershare run south-africa-1994 --json",
    args: [powershare, "run", "cases/south-africa-1994/scenario.yaml", "--json"],
    goals: { wallSeconds: 0.4, peakMegabytes: 120 },
  },
  {
    name: "powershare check, 5,000 lines, a key a line",
    args: [powershare, "check", longFile("block")],
    goals: { wallSeconds: 0.5 },
  },
  {
    name: "powershare check, 5,000 lines, a fact a line",
    args: [powershare, "check", longFile("flow")],
    goals: {},
  },
];

/** @returns {Usage} of one run, from start to end of the process */
function measure(/** @type {Subject} */ { name, args }) {
  const usage = path.join(root, "bench", "usage.cjs");
  const start = performance.now();
  const { status, output, error } = spawnSync(process.execPath, ["--require", usage, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const wallSeconds = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`${name} failed (exit ${status}): ${error?.message ?? `${output[1]}${output[2]}`.slice(0, 2000)}`);
  return { wallSeconds, ...JSON.parse(output[3] ?? "") };
}

/** Every subject in turn, so that a machine that slows down slows all of them; the first turn warms the disk. */
function measureAll() {
  const turns = Array.from({ length: runs + 1 }, () => subjects.map((subject) => measure(subject))).slice(1);
  return subjects.map((subject, i) => ({ subject, usages: turns.flatMap((turn) => turn.slice(i, i + 1)) }));
}

const median = (/** @type {number[]} */ numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

const spread = (/** @type {number[]} */ numbers, /** @type {number} */ places) =>
  `${Math.min(...numbers).toFixed(places)} / ${median(numbers).toFixed(places)}`;

/** Whether the median keeps within each goal. */
function verdict(/** @type {Subject["goals"]} */ goals, /** @type {number[]} */ walls, /** @type {number[]} */ peaks) {
  const { wallSeconds, peakMegabytes } = goals;
  const parts = [
    wallSeconds === undefined ? null : `${wallSeconds} s wall: ${median(walls) <= wallSeconds ? "kept" : "MISSED"}`,
    peakMegabytes === undefined ? null : `${peakMegabytes} MB: ${median(peaks) <= peakMegabytes ? "kept" : "MISSED"}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function printTable(/** @type {ReturnType<typeof measureAll>} */ measured) {
  const processors = measured[0]?.usages.map((usage) => usage.processorSeconds) ?? [];
  const rows = measured.map(({ subject, usages }) => {
    const [walls, peaks] = [usages.map((u) => u.wallSeconds), usages.map((u) => u.peakMegabytes)];
    const ratio = median(usages.map((usage, i) => usage.processorSeconds / (processors[i] ?? NaN)));
    return [
      subject.name,
      spread(walls, 3),
      spread(
        usages.map((u) => u.processorSeconds),
        3,
      ),
      ratio.toFixed(2),
      spread(peaks, 0),
      verdict(subject.goals, walls, peaks),
    ];
  });
  const table = [["whole process, min / median", "wall s", "processor s", "× node -e 0", "peak MB", "goal"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (/** @type {string[]} */ row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = table;
  console.log(
    [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...body.map(line)].join("\n"),
  );
}

try {
  const processor = cpus();
  console.log(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${processor.length} × ${processor[0]?.model.trim()}, ${runs} runs\n`,
  );
  printTable(measureAll());
  console.log("");
  await benchWorkbench(runs);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true });
}
