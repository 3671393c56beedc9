import { type Fault, fault, type Place } from "../core/fault.ts";

/** The most that is read of one file, in bytes. */
export const maxBytes: number = 16 * 1024 * 1024;

/** The text of a file, or the fault that keeps it from being read: too large, not UTF-8, or empty. */
export function textOf(bytes: Uint8Array, file: string): { text: string } | { fault: Fault } {
  const start: Place = { file, line: 1, column: 1 };
  if (bytes.length > maxBytes)
    return {
      fault: { ...fault("", "too-large", { most: String(maxBytes) }), where: start },
    };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return { fault: { ...fault("", "not-utf-8"), where: placeOfBadByte(bytes, file) } };
  }
  if (text.trim() === "") return { fault: { ...fault("", "empty-file"), where: start } };
  return { text };
}

/** The line on which the first byte stands that is not UTF-8: the longest prefix that decodes. */
function placeOfBadByte(bytes: Uint8Array, file: string): Place {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good)).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

/** Whether a prefix decodes; a character cut off at its end does not count against it. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
