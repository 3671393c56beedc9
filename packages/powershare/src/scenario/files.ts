import { type Fault, fault, type Pointer } from "../core/fault.ts";

/** Reads a file that a scenario names, by its path beside the scenario. */
export type Files = (path: string) => Promise<Uint8Array>;

/** What a `Files` throws when it cannot give a file; anything else it throws is a bug. */
export class FileError extends Error {
  readonly code: "missing-file" | "is-folder" | "unreadable-file";

  constructor(code: FileError["code"], path: string) {
    super(`${code}: ${path}`);
    this.name = "FileError";
    this.code = code;
  }
}

/** The bytes of a named file, or the fault of the value that names it. */
export async function bytesOf(
  files: Files,
  name: string,
  path: Pointer,
): Promise<{ bytes: Uint8Array } | { fault: Fault }> {
  if (/^([a-zA-Z]:|[\\/]|[a-zA-Z][a-zA-Z0-9+.-]*:\/\/)/.test(name))
    return { fault: fault(path, "file-not-beside", { file: name }) };
  try {
    return { bytes: await files(name) };
  } catch (error) {
    if (error instanceof FileError) return { fault: fault(path, error.code, { file: name, beside: "scenario" }) };
    throw error;
  }
}
