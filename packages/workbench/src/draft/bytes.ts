import { most, withPlainLines } from "./files.ts";
import { type Outcome, type Trouble, trouble } from "./trouble.ts";

/** How a file writes its text, so that it is written back the same way. */
export interface Writing {
  /** Lines end in `\r\n`. */
  readonly crlf: boolean;
  /** It begins with a byte order mark. */
  readonly bom: boolean;
}

export const plainWriting: Writing = { crlf: false, bom: false };

/** The text in a file's bytes, with `\n` at the ends of lines. */
export function textOf(bytes: Uint8Array, file: string): Outcome<{ readonly text: string; readonly writing: Writing }> {
  if (bytes.length > most.fileBytes) return { trouble: tooLarge(file) };
  let raw: string;
  try {
    raw = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { trouble: trouble("not-utf-8", { file, line: lineOfBadByte(bytes) }) };
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const crlf = raw.includes("\r\n") && !/[^\r]\n|\r[^\n]|^\n|\r$/.test(raw);
  return { value: { text: withPlainLines(raw), writing: { crlf, bom } } };
}

/** The bytes of a text. */
export function bytesOf(text: string, writing: Writing): Uint8Array<ArrayBuffer> {
  const lines = writing.crlf ? text.replaceAll("\n", "\r\n") : text;
  return new TextEncoder().encode(writing.bom ? `\ufeff${lines}` : lines);
}

export function tooLarge(file: string): Trouble {
  return trouble("too-large", { file, most: most.fileBytes });
}

export function tooLargeTogether(): Trouble {
  return trouble("too-large-together", { most: most.bytes });
}

/** The line, from 1, with the first byte that is not UTF-8: the one at which the longest good beginning ends. */
function lineOfBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (begins(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return new TextDecoder().decode(bytes.subarray(0, good)).split("\n").length;
}

/** Whether bytes can be the beginning of UTF-8; a character cut off at the end does not count against them. */
function begins(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
