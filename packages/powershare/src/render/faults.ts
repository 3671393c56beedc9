import { type Fault, keysOf } from "../core/fault.ts";
import { msg } from "../core/message.ts";
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

export const sayFault = (fault: Fault, words: Words): SaidFault => ({
  file: fault.where?.file ?? "",
  line: fault.where?.line ?? 0,
  column: fault.where?.column ?? 0,
  path: fault.path,
  code: fault.code,
  message: words.say(msg(`fault.${fault.code}`, fault.args)),
  mend: words.say(msg(`fault.${fault.code}.mend`, fault.args)),
});

/** `file:line:column path: what is wrong. How to mend it.` The path has dots. */
export function faultLine(fault: Fault, words: Words): string {
  const { file, line, column, message, mend } = sayFault(fault, words);
  const path = keysOf(fault.path).join(".");
  const place = fault.where ? `${file}:${line}:${column}` : file;
  return `${[place, path].filter(Boolean).join(" ")}${place || path ? ": " : ""}${message}. ${mend}`;
}
