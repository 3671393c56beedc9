import { type Fault, type Mend, renameKey, sayFault, setValue, spansOf, type Words } from "powershare";
import type { Files } from "../draft/draft.ts";
import { besideName } from "./beside.ts";
import { Offsets } from "./offsets.ts";
import type { Job, Problem } from "./protocol.ts";

/** Faults in words, each with its place in a file of the draft and the change that mends it for sure. */
export function problemsOf(faults: readonly Fault[], job: Job, words: Words): readonly Problem[] {
  const texts = new Map<string, Places>();
  const placesIn = (file: string): Places => {
    const places = texts.get(file) ?? new Places(job.files[file] ?? "", file);
    texts.set(file, places);
    return places;
  };
  return faults.map((fault) => {
    const file = fault.where ? fileOf(fault.where.file, job.files) : job.main;
    const { line, column, code, path, message, mend } = sayFault(fault, words);
    const places = placesIn(file);
    const from = places.from(line, column);
    const problem = { file, line, column, from, to: places.to(from), code, path, message, mend };
    return { ...problem, sure: fault.sure ? sureMend(fault.sure, file, places.text, words) : null };
  });
}

/** The name of a file in the draft. */
function fileOf(name: string, files: Files): string {
  const file = besideName("", name);
  return Object.hasOwn(files, file) ? file : name;
}

/** Where things start and end in a file. */
class Places {
  readonly text: string;
  readonly #file: string;
  readonly #offsets: Offsets;
  #end: ((offset: number) => number) | null = null;

  constructor(text: string, file: string) {
    this.text = text;
    this.#file = file;
    this.#offsets = new Offsets(text);
  }

  from(line: number, column: number): number {
    return this.#offsets.at(line, column);
  }

  to(from: number): number {
    this.#end ??= /\.csv$/i.test(this.#file) ? (offset) => cellEnd(this.text, offset) : spansOf(this.text);
    return this.#end(from);
  }
}

function cellEnd(text: string, offset: number): number {
  const cell = /"(?:[^"]|"")*"?|[^,\r\n]+/y;
  cell.lastIndex = offset;
  return offset + (cell.exec(text)?.[0].length ?? 1);
}

/** Null where the change cannot be made after all: behind an alias, in a text that cannot be read. */
function sureMend({ pointer, become }: Mend, file: string, text: string, words: Words): Problem["sure"] {
  const isKey = "key" in become;
  const { edit } = isKey ? renameKey(text, pointer, become.key) : setValue(text, pointer, become.value);
  if (!edit) return null;
  const to = isKey ? become.key : become.value;
  return { label: words.say({ id: "mend.change", args: { to } }), changes: [{ file, ...edit }] };
}
