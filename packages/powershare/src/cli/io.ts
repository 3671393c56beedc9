import { createReadStream } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError, fault } from "../core/fault.ts";
import { maxBytes } from "../document/text.ts";
import { FileError, type Files } from "../scenario/files.ts";

/** What a command may use of the world around it. */
export interface Io {
  print(text: string): void;
  /** Messages: never on standard output. */
  tell(text: string): void;
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

/** Exit codes of the contract. */
export const exit = { done: 0, input: 1, usage: 2, internal: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** Standard output and error; colour only on a terminal, unless NO_COLOR is set or the terminal is dumb. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  const columns = Number(env["COLUMNS"]) || stdout.columns || 80;
  return {
    print: (text) => void stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    tell: (text) => void stderr.write(withoutCommands(text.endsWith("\n") ? text : `${text}\n`)),
    width: Math.max(40, Math.min(columns, 160)),
    colour: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    unicode: isUtf8(env),
  };
}

/** A message may repeat what was typed or read; it cannot send commands to the terminal. */
const withoutCommands = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, "\ufffd");

function isUtf8(env: NodeJS.ProcessEnv): boolean {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"];
  return process.platform === "win32" || locale === undefined || locale === "" || /utf-?8/i.test(locale);
}

/**
 * The bytes of a file that was named on the command line.
 *
 * @throws {InputError} when it is missing, a folder or not readable
 */
export async function readNamed(path: string): Promise<Uint8Array> {
  try {
    return await bytesOf(path);
  } catch (error) {
    const found = fault("", codeOf(error), { file: path, beside: "" });
    throw new InputError([{ ...found, where: { file: path, line: 1, column: 1 } }]);
  }
}

/** Reads files beside a scenario on the disk. */
export const filesBeside =
  (scenario: string): Files =>
  async (path) => {
    const file = join(dirname(scenario), path);
    try {
      return await bytesOf(file);
    } catch (error) {
      throw new FileError(codeOf(error), file);
    }
  };

/** No more than is enough to see that a file is too large: it may have no end, as a device or a pipe. */
async function bytesOf(path: string): Promise<Uint8Array> {
  // Standard input can be a socket, which cannot be opened by its name.
  const source =
    path === "/dev/stdin" ? process.stdin : createReadStream(path, { end: maxBytes, highWaterMark: 1 << 20 });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/**
 * Writes a file whole or not at all: beside it first, then in its place. What is no plain file, such
 * as a pipe, is written to as it is.
 *
 * @returns whether it was written
 */
export async function writeWhole(path: string, text: string): Promise<boolean> {
  try {
    const there = await stat(path).catch(() => null);
    if (there && !there.isFile()) await writeFile(path, text);
    else await replace(there ? await realpath(path) : path, text, there?.mode);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

async function replace(path: string, text: string, mode: number | undefined): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, text, { flag: "wx", ...(mode === undefined ? {} : { mode }) });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function codeOf(error: unknown): FileError["code"] {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing-file";
  return code === "EISDIR" ? "is-folder" : "unreadable-file";
}
