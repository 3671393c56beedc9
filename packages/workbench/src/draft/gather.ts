import { textOf, tooLargeTogether, type Writing } from "./bytes.ts";
import type { Draft, Files } from "./draft.ts";
import { byName, isSafeName, most } from "./files.ts";
import { type Outcome, trouble } from "./trouble.ts";
import type { FileBytes } from "./zip.ts";

/** A draft from real files. */
export interface Gathered {
  readonly draft: Omit<Draft, "id">;
  /** The files that may be the scenario, the likeliest first: that one is the draft's main file. */
  readonly mains: readonly string[];
  /** Paths that were left out: another kind of file, empty, or not beside the scenario. */
  readonly left: readonly string[];
  /** What a path has before the file's name in the draft: the folder in which the scenario stands, "" or with a `/` at its end. */
  readonly root: string;
  readonly writings: Readonly<Record<string, Writing>>;
}

const dataExtensions = [".csv", ".tsv", ".txt", ".blt"];
const mainExtensions = [".yaml", ".yml", ".json"];

/** The kinds of files that a scenario reads. */
export const extensions: readonly string[] = [...mainExtensions, ...dataExtensions];

/** Whether a file may belong to a scenario: not hidden, of a kind that a scenario reads. */
export function isWanted(path: string): boolean {
  const isHidden = path
    .split("/")
    .some((part) => part.startsWith(".") || part === "__MACOSX" || part === "node_modules");
  return !isHidden && hasExtension(path, extensions);
}

/**
 * Finds the scenario among files, and takes the others beside and below it along under the names that it calls them by.
 *
 * @param name  of the folder or zip, for a draft whose scenario has no title
 */
export function gather(given: readonly FileBytes[], name: string): Outcome<Gathered> {
  const wanted = given.filter(({ path }) => isWanted(path));
  if (wanted.length > most.files) return { trouble: trouble("too-many-files", { most: most.files }) };
  if (wanted.reduce((sum, { bytes }) => sum + bytes.length, 0) > most.bytes) return { trouble: tooLargeTogether() };
  const texts = new Map<string, { text: string; writing: Writing }>();
  for (const { path, bytes } of wanted) {
    const read = textOf(bytes, path);
    if ("trouble" in read) return read;
    texts.set(path, read.value);
  }
  const [main] = mainsIn(texts);
  if (main === undefined) return { trouble: trouble("no-scenario") };
  if (texts.get(main)!.text === "") return { trouble: trouble("empty-file", { file: main }) };
  return gatherBeside(main, texts, given, name);
}

function gatherBeside(
  main: string,
  texts: ReadonlyMap<string, { text: string; writing: Writing }>,
  given: readonly FileBytes[],
  name: string,
): Outcome<Gathered> {
  const root = main.slice(0, main.lastIndexOf("/") + 1);
  const isTaken = (path: string): boolean => path.startsWith(root) && (texts.get(path)?.text ?? "") !== "";
  const taken = [...texts.keys()].filter(isTaken);
  const unsafe = taken.find((path) => !isSafeName(path.slice(root.length)));
  if (unsafe !== undefined) return { trouble: trouble("file-name", { file: unsafe.slice(root.length) }) };
  const named = taken.map((path) => [path.slice(root.length), texts.get(path)!] as const);
  const files: Files = Object.fromEntries(named.map(([file, { text }]) => [file, text]));
  const draft = { name: nameFor(texts.get(main)!.text, name), main: main.slice(root.length), files };
  return {
    value: {
      draft,
      mains: mainsIn(new Map(named)),
      left: given.map(({ path }) => path).filter((path) => !isTaken(path)),
      root,
      writings: Object.fromEntries(named.map(([file, { writing }]) => [file, writing])),
    },
  };
}

/** Those that say that they are scenarios; where none does, all that could be one. */
function mainsIn(texts: ReadonlyMap<string, { readonly text: string }>): readonly string[] {
  const could = [...texts.keys()].filter((path) => hasExtension(path, mainExtensions)).sort(byLikelihood);
  const says = could.filter((path) => /^[\s{]*["']?powershare["']?\s*:/m.test(texts.get(path)!.text));
  return says.length > 0 ? says : could;
}

/** One called "scenario" first, then the one least deep, then by name. */
function byLikelihood(a: string, b: string): number {
  const isNamed = (path: string): number => Number(/(^|\/)scenario\.\w+$/i.test(path));
  const depth = (path: string): number => path.split("/").length;
  return depth(a) - depth(b) || isNamed(b) - isNamed(a) || byName(a, b);
}

/** The scenario's title where it stands on one line, else the name of the folder or file. */
function nameFor(text: string, name: string): string {
  const title =
    /^[\s{]*["']?title["']?\s*:\s*(?:"(?<double>[^"\n\\]+)"|'(?<single>[^'\n]+)'|(?<plain>[^\s>|&*!"'#][^\n#]*))/m.exec(
      text,
    );
  const found = title?.groups?.double ?? title?.groups?.single ?? title?.groups?.plain?.trim();
  return (found ?? name.replace(/\.\w+$/, "")).slice(0, 200);
}

function hasExtension(path: string, of: readonly string[]): boolean {
  return of.some((extension) => path.toLowerCase().endsWith(extension));
}
