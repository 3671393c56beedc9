import { FileError } from "powershare";
import type { Files } from "../draft/draft.ts";

/** The name that a file has in a draft which another file, such as the scenario, names from its own place. */
export function besideName(from: string, name: string): string {
  const parts: string[] = [];
  for (const part of [...from.split("/").slice(0, -1), ...name.split(/[\\/]/)]) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Reads the files beside a scenario from a draft. */
export const filesBeside =
  (files: Files, main: string) =>
  // The library waits for files as it does on a disk.
  async (name: string): Promise<Uint8Array> => {
    const file = besideName(main, name);
    if (!Object.hasOwn(files, file)) throw new FileError("missing-file", file);
    return new TextEncoder().encode(files[file]);
  };
