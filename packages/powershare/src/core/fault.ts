import type { Msg } from "./message.ts";

/** A position in a text: 1-based line and column. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** RFC 6901: "" is the whole document, "/relations/3/willing" a value in it. */
export type Pointer = string;

/** One change that mends a fault for sure: another key at `pointer`, or another value. */
export interface Mend {
  readonly pointer: Pointer;
  readonly become: { readonly key: string } | { readonly value: string };
}

/**
 * One thing that is wrong with an input. Its words are in the catalogue: `fault.CODE` says what is
 * wrong, `fault.CODE.mend` how to mend it; both get `args`.
 */
export interface Fault {
  readonly where: Place | null;
  readonly path: Pointer;
  readonly code: string;
  readonly args: Msg["args"];
  readonly sure?: Mend;
}

/** Thrown by functions of the library whose arguments come from a user; carries every fault. */
export class InputError extends RangeError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((f) => `${f.path || "/"} ${f.code} ${JSON.stringify(f.args)}`).join("\n"));
    this.name = "InputError";
    this.faults = faults;
  }
}

/** A fault without a place: the caller who knows the text adds it. */
export function fault(path: Pointer, code: string, args: Msg["args"] = {}, sure?: Mend): Fault {
  return sure ? { where: null, path, code, args, sure } : { where: null, path, code, args };
}

/** Escapes keys and joins them: pointer("a/b", 3) is "/a~1b/3". */
export function pointer(...keys: readonly (string | number)[]): Pointer {
  return keys.map((k) => `/${String(k).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys of a pointer, unescaped. */
export function keysOf(path: Pointer): string[] {
  return path === ""
    ? []
    : path
        .slice(1)
        .split("/")
        .map((k) => k.replaceAll("~1", "/").replaceAll("~0", "~"));
}
