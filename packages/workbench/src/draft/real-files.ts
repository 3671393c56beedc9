import { directoryOpen, type FileWithDirectoryAndFileHandle, fileOpen, fileSave, supported } from "browser-fs-access";
import { bytesOf, plainWriting, tooLarge, tooLargeTogether, textOf } from "./bytes.ts";
import type { Change, Draft, Files } from "./draft.ts";
import { fileNames, isSafeName, most, textIn } from "./files.ts";
import { extensions, type Gathered, gather, isWanted } from "./gather.ts";
import { diff } from "./history.ts";
import { hasRoomFor, type Place, type RealFile, seen, troubleOf, writeTo } from "./place.ts";
import { type Outcome, type Trouble, trouble } from "./trouble.ts";
import { digestOf } from "./work.ts";
import { type FileBytes, filesInZip, isZip, zipOf } from "./zip.ts";

/** A draft that was opened. `place`: where saving puts it, while the page stands; null: saving asks. */
export interface OpenedFiles extends Pick<Gathered, "draft" | "mains" | "left"> {
  readonly place: Place | null;
}

/** `digest`: of what was saved, for the move `kept`. A download goes where the browser puts it; nobody says whether it did. */
export interface SavedFiles {
  readonly how: "written" | "downloaded";
  /** Of the file, folder or zip. */
  readonly name: string;
  readonly place: Place | null;
  readonly digest: string;
}

/** After `would-replace`, `place` can be saved to again with `overwrite`. */
export type Saving = { readonly value: SavedFiles } | { readonly trouble: Trouble; readonly place: Place | null };

type RealFileGiven = File & Partial<Pick<FileWithDirectoryAndFileHandle, "handle" | "directoryHandle">>;

/** Whether the browser can write into a folder; where it cannot, several files are saved as one zip. */
export function canSaveFolders(): boolean {
  return supported && "showDirectoryPicker" in globalThis;
}

/**
 * Asks for a scenario, with the files that it reads, or a zip of them. Null when the reader thinks better of it.
 *
 * @param description  what the browser's dialogue calls such files
 */
export async function openFiles(description: string): Promise<Outcome<OpenedFiles> | null> {
  return asking(async () =>
    filesFrom(await fileOpen({ id, description, extensions: [...extensions, ".zip"], multiple: true })),
  );
}

/**
 * Asks for a folder with a scenario. Null when the reader thinks better of it.
 *
 * @public for the page; no control calls it yet
 */
export async function openFolder(): Promise<Outcome<OpenedFiles> | null> {
  let folders = 0;
  // Somebody may choose a whole home folder.
  const skipDirectory = ({ name }: { name: string }): boolean =>
    name.startsWith(".") || name === "node_modules" || ++folders > most.files;
  return asking(async () => {
    const found: readonly (File | FileSystemDirectoryHandle)[] = await directoryOpen({
      id,
      recursive: true,
      skipDirectory,
    });
    // For an empty folder the folder itself comes back.
    return filesFrom(found.filter((one) => one instanceof File));
  });
}

/** A draft from files that were chosen, or dropped on the page. */
export async function filesFrom(given: readonly RealFileGiven[]): Promise<Outcome<OpenedFiles>> {
  const [first] = given;
  if (!first) return { trouble: trouble("no-scenario") };
  const read = await readAll(given.length === 1 ? given : given.filter((file) => isWanted(pathOf(file))));
  if ("trouble" in read) return read;
  const [one] = read.value;
  if (one && isZip(one.bytes)) return fromZip(one);
  const isFolder = first.webkitRelativePath !== "";
  const gathered = gather(read.value, isFolder ? pathOf(first).split("/")[0]! : first.name);
  if ("trouble" in gathered) return gathered;
  const { draft, mains, left, root } = gathered.value;
  const place = await placeOf(gathered.value, new Map(given.map((file) => [pathOf(file), file])));
  const others = given
    .map(pathOf)
    .filter((path) => !path.startsWith(root) || !(path.slice(root.length) in draft.files));
  return { value: { draft, mains, left: [...new Set([...left, ...others])], place } };
}

/**
 * Asks for files that a scenario reads, and gives the changes that put them beside it; one of the same name is replaced.
 * Null when the reader thinks better of it.
 *
 * @public for the page; no control calls it yet
 */
export async function addFiles(files: Files, description: string): Promise<Outcome<readonly Change[]> | null> {
  return asking(async () => {
    const given = await fileOpen({ id, description, extensions: [...extensions], multiple: true });
    const read = await readAll(given);
    if ("trouble" in read) return read;
    const changes: Change[] = [];
    for (const { path, bytes } of read.value) {
      const text = textOf(bytes, path);
      if ("trouble" in text) return text;
      if (!isSafeName(path)) return { trouble: trouble("file-name", { file: path }) };
      const change = diff(path, textIn(files, path), text.value.text);
      if (change) changes.push(change);
    }
    const names = new Set([...Object.keys(files), ...changes.map(({ file }) => file)]);
    if (names.size > most.files) return { trouble: trouble("too-many-files", { most: most.files }) };
    return { value: changes };
  });
}

/**
 * Saves a draft: where it was opened or saved in this session, else where the reader says; as one file, or as a folder, or
 * as a zip where the browser writes no folders. Null when the reader thinks better of it.
 *
 * @param place      null: to ask ("save as")
 * @param overwrite  replaces files that hold something the draft did not read
 */
export async function saveFiles(
  draft: Omit<Draft, "id">,
  place: Place | null,
  description: string,
  overwrite: boolean = false,
): Promise<Saving | null> {
  try {
    if (place && hasRoomFor(place, draft)) return await saveIn(place, draft, overwrite);
    const isOne = fileNames(draft).length === 1;
    if (isOne) return await saveOne(draft, description);
    if (!canSaveFolders()) return await saveZip(draft, description);
    const folder = await pickFolder();
    return await saveIn({ name: folder.name, folder, files: new Map() }, draft, overwrite);
  } catch (error) {
    if (isCancelled(error)) return null;
    return { trouble: troubleOf(error, draft.main), place: null };
  }
}

/** Saves a draft as one zip, wherever the reader or the browser puts it. Null when the reader thinks better of it. */
export async function saveZip(draft: Omit<Draft, "id">, description: string): Promise<Saving | null> {
  const files = fileNames(draft).map((path) => ({ path, bytes: bytesOf(textIn(draft.files, path), plainWriting) }));
  const blob = new Blob([zipOf(files, new Date())], { type: "application/zip" });
  return saveBlob(blob, `${fileNameFor(draft.name)}.zip`, description, draft);
}

async function saveIn(place: Place, draft: Omit<Draft, "id">, overwrite: boolean): Promise<Saving> {
  const written = await writeTo(place, draft, overwrite);
  if (written.trouble) return { trouble: written.trouble, place: written.place };
  return { value: { how: "written", name: place.name, place: written.place, digest: digestOf(draft.files) } };
}

async function saveOne(draft: Omit<Draft, "id">, description: string): Promise<Saving | null> {
  const text = textIn(draft.files, draft.main);
  const type = draft.main.endsWith(".json") ? "application/json" : "application/yaml";
  const blob = new Blob([bytesOf(text, plainWriting)], { type });
  return saveBlob(blob, draft.main.split("/").at(-1)!, description, draft);
}

/** By the browser's dialogue, or as a download. A single file is remembered, a zip is not: it is no place to work in. */
async function saveBlob(
  blob: Blob,
  fileName: string,
  description: string,
  draft: Omit<Draft, "id">,
): Promise<Saving | null> {
  try {
    const extension = fileName.slice(fileName.lastIndexOf("."));
    const handle = await fileSave(blob, { id, fileName, description, extensions: [extension] });
    const digest = digestOf(draft.files);
    if (!handle) return { value: { how: "downloaded", name: fileName, place: null, digest } };
    const isZipped = blob.type === "application/zip";
    const file = isZipped ? null : await seen(handle, textIn(draft.files, draft.main), plainWriting);
    const place = file && { name: handle.name, folder: null, files: new Map([[draft.main, file]]) };
    return { value: { how: "written", name: handle.name, place, digest } };
  } catch (error) {
    if (isCancelled(error)) return null;
    return { trouble: troubleOf(error, fileName), place: null };
  }
}

/** The files of a zip. Saving does not go back into it: it may hold more than was read. */
function fromZip(zip: FileBytes): Outcome<OpenedFiles> {
  const files = filesInZip(zip.bytes, zip.path, isWanted);
  if ("trouble" in files) return files;
  const gathered = gather(files.value, zip.path);
  if ("trouble" in gathered) return gathered;
  const { draft, mains, left } = gathered.value;
  return { value: { draft, mains, left, place: null } };
}

/** The place that files were opened from, where the browser gave handles. */
async function placeOf(gathered: Gathered, given: ReadonlyMap<string, RealFileGiven>): Promise<Place | null> {
  const { draft, root, writings } = gathered;
  const files = new Map<string, RealFile>();
  for (const name of fileNames(draft)) {
    const file = given.get(`${root}${name}`);
    if (!file?.handle) return null;
    const real = {
      handle: file.handle,
      modified: file.lastModified,
      text: draft.files[name]!,
      writing: writings[name]!,
    };
    files.set(name, real);
  }
  const main = given.get(`${root}${draft.main}`)!;
  const folder = main.directoryHandle ?? null;
  return { name: folder?.name ?? main.name, folder, files };
}

/** The bytes of files, none of which is read when it is too large. */
async function readAll(given: readonly RealFileGiven[]): Promise<Outcome<readonly FileBytes[]>> {
  if (given.length > most.files) return { trouble: trouble("too-many-files", { most: most.files }) };
  const large = given.find(({ size }) => size > most.fileBytes);
  if (large) return { trouble: tooLarge(pathOf(large)) };
  if (given.reduce((sum, { size }) => sum + size, 0) > most.bytes) return { trouble: tooLargeTogether() };
  const read: FileBytes[] = [];
  for (const file of given) {
    try {
      read.push({ path: pathOf(file), bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (error) {
      return { trouble: troubleOf(error, pathOf(file), "not-read") };
    }
  }
  return { value: read };
}

const pathOf = (file: RealFileGiven): string => file.webkitRelativePath || file.name;

/** A name that every system takes. */
function fileNameFor(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
  return plain.slice(0, 80).toLowerCase() || "scenario";
}

async function asking<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> {
  try {
    return await ask();
  } catch (error) {
    if (isCancelled(error)) return null;
    return { trouble: troubleOf(error, "", "not-read") };
  }
}

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** What the types of TypeScript do not have yet. */
interface WithFolderPicker {
  showDirectoryPicker(options: { id: string; mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
}

async function pickFolder(): Promise<FileSystemDirectoryHandle> {
  return (globalThis as unknown as WithFolderPicker).showDirectoryPicker({ id, mode: "readwrite" });
}

/** The browser remembers under this name which folder was used last. */
const id = "powershare";
