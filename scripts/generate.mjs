/**
 * Compiles what ships as text into modules, so that it is there in a browser too: the laws of
 * packages/powershare/laws, the cases of cases/ and the starter. Only a changed module is written.
 *
 *   node scripts/generate.mjs
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMain, packageDirectory, root } from "./places.mjs";

const note = "// Made by scripts/generate.mjs.\n";

/** @returns {string} the text of a file, with line feeds */
const textOf = (/** @type {string} */ file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n");

/** @returns {Record<string, string>} every ID.yaml of a folder by its id, sorted */
function lawTexts(/** @type {string} */ directory) {
  const ids = readdirSync(directory).flatMap((file) =>
    file.endsWith(".yaml") ? [file.slice(0, -".yaml".length)] : [],
  );
  return Object.fromEntries(ids.toSorted().map((id) => [id, textOf(path.join(directory, `${id}.yaml`))]));
}

/** @returns {Record<string, Record<string, string>>} the files of every case, by case and name, sorted */
function caseTexts(/** @type {string} */ directory) {
  const ids = readdirSync(directory).filter((name) => statSync(path.join(directory, name)).isDirectory());
  const files = (/** @type {string} */ id) => readdirSync(path.join(directory, id)).toSorted();
  return Object.fromEntries(
    ids
      .toSorted()
      .map((id) => [id, Object.fromEntries(files(id).map((file) => [file, textOf(path.join(directory, id, file))]))]),
  );
}

function lawsModule() {
  const laws = lawTexts(path.join(packageDirectory, "laws"));
  return `${note}/** The text of every law that ships, by its id. */
export const lawTexts: Readonly<Record<string, string>> = ${JSON.stringify(laws, null, 2)};
`;
}

function casesModule() {
  const cases = caseTexts(path.join(root, "cases"));
  const starter = textOf(path.join(packageDirectory, "starter/scenario.yaml"));
  return `${note}/** The files of every case that ships, by case and name. */
export const caseTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(cases, null, 2)};

/** The commented document that a new scenario begins with. */
export const starterText: string = ${JSON.stringify(starter)};
`;
}

/** Writes the modules that are not up to date. */
export function generate() {
  write("src/scenario/laws.generated.ts", lawsModule());
  write("src/scenario/cases.generated.ts", casesModule());
}

function write(/** @type {string} */ file, /** @type {string} */ text) {
  const target = path.join(packageDirectory, file);
  if (read(target) === text) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function read(/** @type {string} */ file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** What Vitest calls before the tests (`globalSetup`): they need no build. */
export function setup() {
  generate();
}

if (isMain(import.meta.url)) generate();
