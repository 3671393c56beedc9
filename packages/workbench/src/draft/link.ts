import { deflateSync } from "fflate";
import type { Draft, Files } from "./draft.ts";
import { bytesIn, fileNames, isSafeName, most, textIn, withPlainLines } from "./files.ts";
import { inflateAtMost } from "./inflate.ts";
import { type Outcome, trouble } from "./trouble.ts";

/** A draft as an address: see docs/link-format.md. It is made and read here; nothing is sent. */
export interface Link {
  readonly url: string;
  /** Characters of the whole address. */
  readonly length: number;
  /** Longer than what mail and chat programs carry whole: better send a file. */
  readonly tooLong: boolean;
  /** What whoever gets the link gets: all of it, and nothing else. `bytes`: of the texts in UTF-8. */
  readonly contains: { readonly name: string; readonly files: readonly string[]; readonly bytes: number };
}

const version = 1;

/** Characters of an address beyond which it is better to send a file. */
const longest = 8000;

/** The most that a link's text may have when it is unpacked, in bytes. */
const mostBytes = 4 * 1024 * 1024;

const mostNameUnits = 200;

/**
 * @param page  the address of the page that opens the link; what it has after `#` is left out
 */
export function encodeLink(draft: Omit<Draft, "id">, page: string): Link {
  const names = fileNames(draft);
  const files = Object.fromEntries(names.map((name) => [name, textIn(draft.files, name)]));
  const text = JSON.stringify({ v: version, name: draft.name, main: draft.main, files });
  const packed = deflateSync(encoder.encode(text), { level: 9 });
  const url = `${page.replace(/#.*$/s, "")}#s=${version}.${toBase64Url(packed)}`;
  const bytes = names.reduce((sum, name) => sum + bytesIn(textIn(draft.files, name)), 0);
  const contains = { name: draft.name, files: names, bytes };
  return { url, length: url.length, tooLong: url.length > longest, contains };
}

/**
 * The draft that an address carries; null when it carries none.
 *
 * @param fragment  `location.hash`, or a whole address
 */
export function decodeLink(fragment: string): Outcome<Omit<Draft, "id">> | null {
  const found = /#s=(?<version>[^.]*)\.?(?<packed>.*)$/s.exec(fragment);
  if (!found) return null;
  const { version: which = "", packed = "" } = found.groups!;
  if (which !== String(version))
    return /^\d{1,9}$/.test(which) ? { trouble: trouble("link-newer", { version: which }) } : damaged;
  const bytes = fromBase64Url(packed);
  if (!bytes) return damaged;
  const text = inflateAtMost(bytes, mostBytes);
  if (text === "too-large") return { trouble: trouble("link-too-large", { most: mostBytes }) };
  if (text === "damaged") return damaged;
  try {
    return draftIn(JSON.parse(strict.decode(text)));
  } catch {
    return damaged;
  }
}

/** A draft from what a link holds; anyone may have written it. */
function draftIn(value: unknown): Outcome<Omit<Draft, "id">> {
  if (typeof value !== "object" || value === null) return damaged;
  const { v, name, main, files } = value as Record<string, unknown>;
  if (v !== version || typeof name !== "string" || typeof main !== "string") return damaged;
  if (typeof files !== "object" || files === null || Array.isArray(files)) return damaged;
  const entries = Object.entries(files as Record<string, unknown>);
  if (entries.length > most.files) return { trouble: trouble("too-many-files", { most: most.files }) };
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) return damaged;
  const unsafe = [main, ...entries.map(([file]) => file)].find((file) => !isSafeName(file));
  if (unsafe !== undefined) return { trouble: trouble("file-name", { file: unsafe.slice(0, mostNameUnits) }) };
  if (!Object.hasOwn(files, main)) return { trouble: trouble("no-scenario") };
  return { value: { name: name.slice(0, mostNameUnits), main, files: filesOf(entries) } };
}

function filesOf(entries: readonly [string, string][]): Files {
  const texts = entries.map(([file, text]) => [file, withPlainLines(text)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

/** RFC 4648, section 5, without padding. */
function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

const damaged = { trouble: trouble("link-damaged") };
const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true });
