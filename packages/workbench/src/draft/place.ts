import { bytesOf, plainWriting, textOf, type Writing } from "./bytes.ts";
import type { Draft } from "./draft.ts";
import { fileNames, textIn } from "./files.ts";
import { type Trouble, trouble } from "./trouble.ts";

/** Where a draft is saved in this session: one file, several chosen ones, or a folder. */
export interface Place {
  /** What the reader knows it by: the name of the file or folder. */
  readonly name: string;
  /** In which files are found and made; null: only files that were chosen can be written. */
  readonly folder: FileSystemDirectoryHandle | null;
  /** By the name in the draft. */
  readonly files: ReadonlyMap<string, RealFile>;
}

/** A real file as this page last read or wrote it. */
export interface RealFile {
  readonly handle: FileSystemFileHandle;
  /** Milliseconds since 1970, as the file said then. */
  readonly modified: number;
  readonly text: string;
  readonly writing: Writing;
}

/** Whether all files of a draft can be written there. */
export function hasRoomFor(place: Place, draft: Omit<Draft, "id">): boolean {
  return place.folder !== null || fileNames(draft).every((file) => place.files.has(file));
}

/**
 * Writes a draft's files where they differ. A file that holds something the draft did not read is not replaced unless
 * `overwrite`: then nothing at all is written, and the trouble names the files. Files that the draft has no more stay.
 */
export async function writeTo(
  place: Place,
  draft: Omit<Draft, "id">,
  overwrite: boolean,
): Promise<{ readonly place: Place; readonly trouble: Trouble | null }> {
  try {
    if (!(await isAllowed(place))) return { place, trouble: trouble("not-allowed") };
    const targets = await Promise.all(fileNames(draft).map((file) => look(place, file, textIn(draft.files, file))));
    const strange = targets.filter((target) => target.state === "strange").map(({ file }) => file);
    if (strange.length > 0 && !overwrite)
      return { place, trouble: trouble("would-replace", { files: strange.length, first: strange[0]! }) };
    const files = new Map(place.files);
    // One after another: when one fails, those before it are known to be written.
    for (const target of targets) {
      const written = await write(place, target);
      if ("code" in written) return { place: { ...place, files }, trouble: written };
      files.set(target.file, written);
    }
    return { place: { ...place, files }, trouble: null };
  } catch (error) {
    return { place, trouble: troubleOf(error, place.name) };
  }
}

/** A file that was just chosen and written, or read, as it stands. */
export async function seen(handle: FileSystemFileHandle, text: string, writing: Writing): Promise<RealFile> {
  return { handle, modified: (await handle.getFile()).lastModified, text, writing };
}

/** What the system refused about a file, as data; anything else is our bug and goes on. */
export function troubleOf(error: unknown, file: string, code: "not-written" | "not-read" = "not-written"): Trouble {
  if (!(error instanceof DOMException)) throw error;
  if (error.name === "NotAllowedError" || error.name === "SecurityError") return trouble("not-allowed");
  return trouble(code, { file, reason: error.message || error.name });
}

/** A file about to be written. `same`: it holds that text; `strange`: it holds something that was not read here. */
interface Target {
  readonly file: string;
  readonly text: string;
  readonly state: "same" | "new" | "known" | "strange";
  readonly handle: FileSystemFileHandle | null;
  readonly writing: Writing;
  readonly modified: number;
}

async function look(place: Place, file: string, text: string): Promise<Target> {
  const known = place.files.get(file);
  const handle = known?.handle ?? (await find(place.folder, file));
  const real = handle && (await contentOf(handle));
  const writing = known?.writing ?? plainWriting;
  if (!handle || !real) return { file, text, state: "new", handle, writing, modified: 0 };
  const modified = real.lastModified;
  if (known && known.modified === modified)
    return { file, text, state: known.text === text ? "same" : "known", handle, writing, modified };
  const there = textOf(new Uint8Array(await real.arrayBuffer()), file);
  if ("trouble" in there) return { file, text, state: "strange", handle, writing, modified };
  const state = there.value.text === text ? "same" : "strange";
  return { file, text, state, handle, writing: there.value.writing, modified };
}

async function write(place: Place, target: Target): Promise<RealFile | Trouble> {
  const { file, text, writing } = target;
  try {
    const handle = target.handle ?? (await make(place.folder!, file));
    if (target.state === "same") return { handle, modified: target.modified, text, writing };
    const stream = await handle.createWritable();
    await stream.write(bytesOf(text, writing));
    await stream.close();
    return await seen(handle, text, writing);
  } catch (error) {
    return troubleOf(error, file);
  }
}

/** Null for a file that is there no more. */
async function contentOf(handle: FileSystemFileHandle): Promise<File | null> {
  return unlessMissing(handle.getFile());
}

async function find(folder: FileSystemDirectoryHandle | null, path: string): Promise<FileSystemFileHandle | null> {
  let inside = folder;
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) inside = inside && (await unlessMissing(inside.getDirectoryHandle(part)));
  return inside && (await unlessMissing(inside.getFileHandle(parts.at(-1)!)));
}

async function make(folder: FileSystemDirectoryHandle, path: string): Promise<FileSystemFileHandle> {
  let inside = folder;
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) inside = await inside.getDirectoryHandle(part, { create: true });
  return inside.getFileHandle(parts.at(-1)!, { create: true });
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw error;
  }
}

/** What the types of TypeScript do not have yet. */
interface WithPermission {
  requestPermission?(asked: { mode: "readwrite" }): Promise<PermissionState>;
}

/** A folder is asked for as a whole; a single file is asked for by the browser when it is written. */
async function isAllowed(place: Place): Promise<boolean> {
  const folder: (FileSystemDirectoryHandle & WithPermission) | null = place.folder;
  return !folder?.requestPermission || (await folder.requestPermission({ mode: "readwrite" })) === "granted";
}
