import {
  type Editing,
  keysOf,
  lawText,
  type Pointer,
  readDocument,
  setCell,
  setValue,
  type Value,
  writeBlock,
} from "powershare";
import type { Change, Files } from "../draft/draft.ts";
import { besideName } from "./beside.ts";
import type { Job } from "./protocol.ts";

/**
 * The changes that set a value of a scenario, at a pointer into the document as if votes and laws
 * were written in it: in the document, in a table of votes, in a law's own file. A law that ships is
 * first written into the document.
 *
 * @throws where it cannot be set
 */
export function changesOf(
  { files, main }: Pick<Job, "files" | "main">,
  pointer: Pointer,
  value: string,
): readonly Change[] {
  const text = files[main] ?? "";
  const [section, body, place, ...rest] = keysOf(pointer);
  if (section === "bodies" && body !== undefined && rest.length > 0) {
    const document = readDocument(new TextEncoder().encode(text), "").tree?.value;
    const written = valueAt(document, [section, body, place ?? ""]);
    const table = place === "votes" || place === "districts" ? tableOf(written) : null;
    if (table !== null) return inTable(files, besideName(main, table), place!, rest, value);
    if (place === "law" && typeof written === "string") return inNamedLaw(files, main, written, pointer, value);
  }
  return made(main, setValue(text, pointer, valueOf(value)));
}

/** A law that is named: its own file is changed, or its text is written into the document and changed there. */
function inNamedLaw(files: Files, main: string, law: string, pointer: Pointer, value: string): readonly Change[] {
  const [bodies, body, place] = pointer.split("/").slice(1);
  const at = `/${bodies}/${body}/${place}`;
  const shipped = lawText(law);
  if (shipped === undefined) {
    const file = besideName(main, law);
    return made(file, setValue(files[file] ?? "", pointer.slice(at.length), valueOf(value)));
  }
  const text = files[main]!;
  const [written] = made(main, writeBlock(text, at, shipped));
  if (!written) throw new Error(`${at}: nothing to write`);
  const inlined = text.slice(0, written.from) + written.insert + text.slice(written.from + written.remove.length);
  const changes = made(main, setValue(inlined, pointer, valueOf(value)));
  // The law as it ships says so already: then it stays a name.
  return changes.length === 0 ? [] : [written, ...changes];
}

function inTable(files: Files, file: string, place: string, keys: readonly string[], value: string): readonly Change[] {
  const [first = "", second] = keys;
  const row: Readonly<Record<string, string>> =
    place === "districts"
      ? { district: first }
      : second === undefined
        ? { party: first }
        : { district: first, party: second };
  return made(file, setCell(files[file] ?? "", row, place === "districts" ? "seats" : "votes", value));
}

/** The file that holds votes or seats of districts; null where they are written in the document. */
function tableOf(written: unknown): string | null {
  const file = typeof written === "string" ? written : valueAt(written, ["file"]);
  // As the library reads it: a party may be called "file", and then it has a number.
  return typeof file === "string" && !/^\d+$/.test(file) ? file : null;
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) here = (here as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return here;
}

/** A whole number is one; everything else stays text, decimals too, so that nothing is rounded. */
const valueOf = (text: string): Value =>
  /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;

function made(file: string, { edit, refused }: Editing): readonly Change[] {
  if (refused) throw new Error(`${file}: cannot be set (${refused})`);
  return edit ? [{ file, ...edit }] : [];
}
