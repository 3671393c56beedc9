import type { Draft, Files } from "./draft.ts";

/** The most that a draft may hold. One file: what the library reads of one. */
export const most: { readonly files: number; readonly fileBytes: number; readonly bytes: number } = {
  files: 200,
  fileBytes: 16 * 1024 * 1024,
  bytes: 32 * 1024 * 1024,
};

/** The text of a file; a file that is not there is empty. */
export function textIn(files: Files, file: string): string {
  return Object.hasOwn(files, file) ? files[file]! : "";
}

/** The files with one of them set. One that becomes empty is there no more: a draft knows no empty files. */
export function withText(files: Files, file: string, text: string): Files {
  if (text !== "") return { ...files, [file]: text };
  const { [file]: _gone, ...rest } = files;
  return rest;
}

/** The names of a draft's files, the main one first (also while it is empty), then by name. */
export function fileNames(draft: Pick<Draft, "main" | "files">): readonly string[] {
  const others = Object.keys(draft.files).filter((file) => file !== draft.main);
  return [draft.main, ...others.sort(byName)];
}

/** By code unit, so that every machine has the same order. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Line ends as the editor has them: `\n` alone. Offsets in a draft count these. */
export function withPlainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** The bytes that a text has in UTF-8. */
export function bytesIn(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();

/**
 * Whether a name can stand for a file beside a scenario, on every system: a path with `/` that leads down, without what
 * Windows refuses, without characters that hide or turn other characters, and no name that objects have already.
 */
export function isSafeName(name: string): boolean {
  return name.length <= 255 && !(name in {}) && name.split("/").every(isSafePart);
}

function isSafePart(part: string): boolean {
  if (part === "" || /[. ]$|^ /.test(part)) return false;
  return (
    !/[\\:*?"<>|\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u.test(
      part,
    ) && !reserved.test(part)
  );
}

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
