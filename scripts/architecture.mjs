/**
 * Refuses what the architecture forbids in packages/powershare/src: an import against the direction of the folders, and
 * anything impure above cli/ (a file, a clock, chance, a network, a global that only one engine has, arithmetic that
 * differs between engines).
 *
 *   node scripts/architecture.mjs           prints the offences; exit 1 when there are any
 *
 * esbuild parses each file, so comments and strings are no code, and a local variable named `document` is no global.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { isMain, packageDirectory } from "./places.mjs";

/** The folders of src in the direction of the data: one may import itself and those before it. */
export const folders = [
  "core",
  "document",
  "logic",
  "relations",
  "negotiation",
  "positions",
  "process",
  "apportionment",
  "election",
  "decision",
  "power",
  "government",
  "cabinet",
  "scenario",
  "settlement",
  "simulate",
  "report",
  "render",
  "cli",
];

/** The root of the library: may import every folder but cli, and only cli may import it. */
const index = "index.ts";

/** Packages that are pure themselves, so the core may use them. */
const purePackages = /^(?:zod|yaml|intl-messageformat|@noble\/hashes\/.+|d3-.+)$/;

/** Globals that reach outside, keep state for everybody, or exist in one kind of engine only. */
const impureGlobals = [
  ...["process", "Buffer", "global", "require", "module", "exports", "__dirname", "__filename", "Deno", "Bun"],
  ...["globalThis", "self", "window", "document", "navigator", "location", "history", "alert", "prompt", "confirm"],
  ...["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "BroadcastChannel", "MessageChannel", "postMessage"],
  ...["Worker", "SharedWorker", "importScripts", "SharedArrayBuffer", "Atomics", "WeakRef", "FinalizationRegistry"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "requestAnimationFrame", "requestIdleCallback"],
  ...["performance", "scheduler", "console", "crypto", "eval", "Function", "import.meta"],
];

/** What IEEE 754 and ECMAScript fix to the last bit; the rest of Math differs between engines, or is chance. */
const exactMath = [
  "abs",
  "ceil",
  "clz32",
  "floor",
  "fround",
  "imul",
  "max",
  "min",
  "round",
  "sign",
  "sqrt",
  "trunc",
  "PI",
];

/** Methods that read the time zone. */
const zoneMethods = [
  ...["getTimezoneOffset", "getYear", "setYear"],
  ...["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"].flatMap((unit) => [
    `get${unit}`,
    `set${unit}`,
  ]),
];

/** Methods that follow a language, and with how many arguments they follow a named one and not the machine's. */
const languageMethods = new Map([
  ["localeCompare", 2],
  ["toLocaleString", 1],
  ["toLocaleDateString", 1],
  ["toLocaleTimeString", 1],
  ["toLocaleUpperCase", 1],
  ["toLocaleLowerCase", 1],
]);

const localMethods = [...zoneMethods, ...languageMethods.keys()];

const mark = "__global_";

/**
 * @typedef {{ readonly file: string, readonly message: string }} Offence
 */

/**
 * The offences of a source tree, in the order of its files.
 *
 * @param {Readonly<Record<string, string>>} tree the text of each file, by its path below src: "core/id.ts"
 * @returns {Promise<Offence[]>}
 */
export async function offencesIn(tree) {
  const checked = Object.entries(tree).filter(([file]) => file.endsWith(".ts") && !isTest(file));
  const found = await Promise.all(
    checked.map(async ([file, text]) => {
      const messages =
        folderOf(file) === null ? [`${file} is in no folder of the architecture`] : await faults(file, text);
      return messages.map((message) => ({ file, message }));
    }),
  );
  return found.flat();
}

/**
 * The tree on the disk.
 *
 * @param {string} directory
 * @returns {Record<string, string>}
 */
export function readTree(directory) {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(
    files.map((file) => [path.relative(directory, file).replaceAll(path.sep, "/"), readFileSync(file, "utf8")]),
  );
}

const isTest = (/** @type {string} */ file) => /\.(?:test|testing)\.ts$/.test(file);

/** The folder of a file, "index.ts" for the root of the library, null when it is in none that is known. */
function folderOf(/** @type {string} */ file) {
  if (file === index) return index;
  const folder = file.split("/")[0] ?? "";
  return file.includes("/") && folders.includes(folder) ? folder : null;
}

async function faults(/** @type {string} */ file, /** @type {string} */ text) {
  const { imports, code } = await parse(file, text);
  const importFaults = imports.map((target) => importFault(file, target));
  const purityFaults = folderOf(file) === "cli" ? [] : impurities(folderOf(file) === "render", code);
  return [...new Set([...importFaults, ...purityFaults])].filter((message) => message !== null);
}

/** Reads a file: what it imports (types too), and its code with every global and method marked that is looked at. */
async function parse(/** @type {string} */ file, /** @type {string} */ text) {
  /** @type {Set<string>} */
  const imports = new Set([...text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map((match) => match[1] ?? ""));
  const result = await build({
    stdin: { contents: withTypeImports(text), sourcefile: file, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    target: "esnext",
    platform: "neutral",
    treeShaking: false,
    legalComments: "none",
    logLevel: "silent",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    supported: { "exponent-operator": false }, // a ** b is printed as __pow(a, b)
    define: Object.fromEntries([...impureGlobals, "Math", "Date", "Intl"].map((name) => [name, marked(name)])),
    mangleProps: new RegExp(`^(?:${localMethods.join("|")})$`),
    mangleCache: Object.fromEntries(localMethods.map((name) => [name, marked(name)])),
    plugins: [
      {
        name: "imports",
        setup: (plugin) =>
          plugin.onResolve({ filter: /.*/ }, ({ path: target, kind }) => {
            if (kind === "entry-point") return undefined;
            imports.add(target);
            return { path: target, external: true };
          }),
      },
    ],
  });
  return { imports: [...imports], code: result.outputFiles[0]?.text ?? "" };
}

/** Imports and re-exports of types as if they were of values, so that esbuild, which drops types, sees them. */
const withTypeImports = (/** @type {string} */ text) =>
  text.replaceAll(
    /\b(import|export) type(?=\s*(?:\{[^}]*\}|\*(?:\s*as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?)\s*from\b)/g,
    "$1",
  );

const marked = (/** @type {string} */ name) => mark + name.replace(".", "_");

/** @returns {string | null} */
function importFault(/** @type {string} */ file, /** @type {string} */ target) {
  const from = folderOf(file);
  if (!target.startsWith(".")) {
    if (from === "cli" || purePackages.test(target)) return null;
    return `imports ${target}, which is not one of the pure packages`;
  }
  const to = path.posix.join(path.posix.dirname(file), target);
  const folder = folderOf(to);
  if (isTest(to)) return `imports ${to}, which is for tests`;
  if (folder === null) return `imports ${target}, which is in no folder of the architecture`;
  if (from === index) return folder === "cli" ? "imports cli; the library must work without it" : null;
  if (folder === index) return from === "cli" ? null : `imports ${index}, which is above nothing but cli`;
  return folders.indexOf(folder) > folders.indexOf(from ?? "") ? `imports ${to}: ${folder} comes after ${from}` : null;
}

/** What a pure file may not touch, or not in this way. Render follows languages, but only those it is given. */
function impurities(/** @type {boolean} */ isRender, /** @type {string} */ code) {
  const globals = impureGlobals.filter((name) => usesOf(name, code).length > 0).map((name) => `uses ${name}`);
  const intl = usesOf("Intl", code).filter((after) => !isRender || argumentCount(after.replace(/^\.\w+/, "")) === 0);
  return [
    ...globals,
    ...intl.map(() => (isRender ? "uses Intl without a language" : "uses Intl, which is for render")),
    ...mathFaults(code),
    ...dateFaults(code),
    ...zoneMethods
      .filter((name) => usesOf(name, code).length > 0)
      .map((name) => `uses ${name}, which reads the time zone`),
    ...[...languageMethods].flatMap(([name, least]) =>
      usesOf(name, code)
        .filter((after) => !isRender || argumentCount(after) < least)
        .map(() => `uses ${name}, which follows the machine's language${isRender ? " unless one is named" : ""}`),
    ),
    ...powerFaults(code),
  ];
}

/** The code that follows each use of a marked name. */
const usesOf = (/** @type {string} */ name, /** @type {string} */ code) =>
  [...code.matchAll(new RegExp(`\\b${marked(name)}\\b`, "g"))].map((use) => code.slice(use.index + use[0].length));

function mathFaults(/** @type {string} */ code) {
  return usesOf("Math", code).flatMap((after) => {
    const name = /^\.(\w+)/.exec(after)?.[1];
    if (name === undefined) return ["uses Math other than by Math.name"];
    if (name === "random") return ["uses Math.random, which is chance"];
    return exactMath.includes(name) ? [] : [`uses Math.${name}, which differs between engines`];
  });
}

/** A date may be made from a number or a text and from Date.UTC; anything else reads the clock or the time zone. */
function dateFaults(/** @type {string} */ code) {
  return [...code.matchAll(new RegExp(`(new )?\\b${marked("Date")}\\b`, "g"))].flatMap((match) => {
    const after = code.slice(match.index + match[0].length);
    const isMade = match[1] !== undefined && argumentCount(after) === 1;
    const isUtc = match[1] === undefined && after.startsWith(".UTC(");
    const isTested = code.slice(0, match.index).endsWith("instanceof ");
    if (isMade || isUtc || isTested) return [];
    const use = /^\.\w+/.exec(after)?.[0] ?? (match[1] ? (argumentCount(after) === 0 ? "()" : "(year, month …)") : "");
    return [`uses ${match[1] ?? ""}Date${use}, which reads the clock or the time zone`];
  });
}

/** `**` is exact for BigInts, of which one operand must show that it is one, and for powers of two. */
function powerFaults(/** @type {string} */ code) {
  return [...code.matchAll(/__pow\(/g)]
    .map((match) => argumentsOf(code.slice(match.index + "__pow".length)) ?? [])
    .filter((operands) => operands[0] !== "2" && !operands.some((operand) => /(?:^|\W)\d+n\b|\bBigInt\b/.test(operand)))
    .map(() => "uses ** of numbers, which differs between engines; multiply, or use BigInts");
}

const argumentCount = (/** @type {string} */ code) => argumentsOf(code)?.length ?? 0;

/**
 * The arguments of the call whose opening bracket the code starts with; null when it starts with none.
 *
 * @param {string} code as esbuild prints it
 * @returns {string[] | null}
 */
function argumentsOf(code) {
  if (!code.startsWith("(")) return null;
  const found = [""];
  let depth = 0;
  for (const [token] of code.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[^]/g)) {
    if (/^[)\]}]$/.test(token)) depth--;
    if (depth === 0 && token === ")") break;
    if (depth === 1 && token === ",") found.push("");
    else if (depth > 0) found[found.length - 1] += token;
    if (/^[([{]$/.test(token)) depth++;
  }
  return found.length === 1 && found[0]?.trim() === "" ? [] : found;
}

if (isMain(import.meta.url)) {
  const offences = await offencesIn(readTree(path.join(packageDirectory, "src")));
  for (const { file, message } of offences) console.error(`packages/powershare/src/${file}: ${message}`);
  process.exitCode = offences.length > 0 ? 1 : 0;
}
