import { type Fault, keysOf } from "../core/fault.ts";
import { type Arg, msg } from "../core/message.ts";
import { NO_BREAK, safeText } from "./terminal/safe.ts";
import type { Words } from "./words.ts";

/** A fault in words, as `check --json` lists it. */
export interface SaidFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly mend: string;
}

export function sayFault(fault: Fault, words: Words): SaidFault {
  const args = Object.fromEntries(Object.entries(fault.args).map(([slot, arg]) => [slot, shortened(arg)]));
  return {
    file: fault.where?.file ?? "",
    line: fault.where?.line ?? 0,
    column: fault.where?.column ?? 0,
    path: fault.path,
    code: fault.code,
    message: words.say(msg(`fault.${fault.code}`, args)),
    mend: words.say(msg(`fault.${fault.code}.mend`, args)),
  };
}

/** The longest text of a document that a sentence repeats. */
const longest = 80;

function shortened(arg: Arg): Arg {
  if (typeof arg === "string") return cut(arg);
  return typeof arg === "object" && "list" in arg ? { ...arg, list: arg.list.map(shortened) } : arg;
}

/** As much of a text as fits, by whole characters. */
function cut(text: string): string {
  const signs = text.length > longest ? [...text.slice(0, 2 * longest)] : [];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join("")}…` : text;
}

/**
 * `file:line:column path: what is wrong. How to mend it.` The path has dots. One line, and fit for a
 * terminal whatever the document holds.
 *
 * @param unicode false: in ASCII
 */
export function faultLine(fault: Fault, words: Words, unicode = true): string {
  const { file, line, column, message, mend } = sayFault(fault, words);
  const path = cut(keysOf(fault.path).join("."));
  const place = fault.where ? `${file}:${line}:${column}` : file;
  const whole = `${[place, path].filter(Boolean).join(" ")}${place || path ? ": " : ""}${message}. ${mend}`;
  return safeText(whole, unicode).replaceAll(NO_BREAK, " ");
}
