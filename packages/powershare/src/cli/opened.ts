import { basename, dirname, resolve } from "node:path";
import { isScalar, parseDocument, visit } from "yaml";
import { type Fault, InputError } from "../core/fault.ts";
import { textOf } from "../document/text.ts";
import { bytesOf, type Files } from "../scenario/files.ts";
import { filesBeside, readNamed } from "./io.ts";

/** A scenario and the files that it names, as the workbench opens them. */
export interface Opened {
  /** The title; without one the name of the file, or of the folder of a scenario.yaml. */
  readonly name: string;
  /** The file that holds the scenario. */
  readonly main: string;
  /** Texts by the name that the scenario gives them, the main one included. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Reads a scenario and every file that it names. The document may be wrong in any way, for here it is to be mended:
 * whatever in it looks like the name of a file, and is one, comes along.
 *
 * @returns what was read, and the faults of named files that are there and hold no text
 * @throws {InputError} when the scenario itself is missing, too large or not text
 */
export async function readOpened(path: string): Promise<{ opened: Opened; faults: readonly Fault[] }> {
  const text = textIn(await readNamed(path), path);
  if (typeof text !== "string") throw new InputError([text]);
  const { title, names } = lookInto(text);
  const main = basename(path);
  const read = await readAll(
    names.filter((name) => name !== main),
    filesBeside(path),
  );
  return {
    opened: { name: title ?? nameOf(path), main, files: { [main]: text, ...read.files } },
    faults: read.faults,
  };
}

/** The text of a file, an empty one too, or the fault that keeps it from being read. */
function textIn(bytes: Uint8Array, file: string): string | Fault {
  const read = textOf(bytes, file);
  if ("text" in read) return read.text;
  return read.fault.code === "empty-file" ? new TextDecoder().decode(bytes) : read.fault;
}

async function readAll(
  names: readonly string[],
  files: Files,
): Promise<{ files: Readonly<Record<string, string>>; faults: readonly Fault[] }> {
  const texts: [string, string][] = [];
  const faults: Fault[] = [];
  for (const name of names) {
    const read = await bytesOf(files, name, "");
    if ("fault" in read) continue; // The workbench says itself that there is no such file.
    const text = textIn(read.bytes, name);
    if (typeof text === "string") texts.push([name, text]);
    else faults.push(text);
  }
  return { files: Object.fromEntries(texts), faults };
}

/** Keys whose values name a file, whatever the file is called. */
const fileKeys = ["votes", "districts", "file"];

/** The title of a document and everything in it that may name a file, as far as its syntax allows. */
function lookInto(text: string): { readonly title: string | null; readonly names: readonly string[] } {
  const document = parseDocument(text, { strict: false, uniqueKeys: false, logLevel: "silent" });
  const names = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === "string" && /^[^\s\0][^\r\n\0]{0,254}$/.test(value) && value !== "__proto__") names.add(value);
  };
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && fileKeys.includes(String(key.value)) && isScalar(value)) add(value.value);
    },
    Scalar(at, { value }) {
      if (at !== "key" && typeof value === "string" && /\.(?:csv|ya?ml|json)$/i.test(value)) add(value);
    },
  });
  const title: unknown = document.has("title") ? document.get("title") : null;
  return { title: typeof title === "string" && title.trim() !== "" ? title.trim() : null, names: [...names] };
}

function nameOf(path: string): string {
  const stem = basename(path).replace(/\.(?:ya?ml|json)$/i, "");
  return stem === "scenario" ? basename(dirname(resolve(path))) || stem : stem;
}
