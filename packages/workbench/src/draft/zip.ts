import { zipSync } from "fflate";
import { tooLarge, tooLargeTogether } from "./bytes.ts";
import { most } from "./files.ts";
import { inflateAtMost } from "./inflate.ts";
import { type Outcome, type Trouble, trouble } from "./trouble.ts";

/** A file by its path, with `/`. */
export interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The zip of files. */
export function zipOf(files: readonly FileBytes[], at: Date): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { level: 9, mtime: at });
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files in a zip that are asked for (PKWARE's APPNOTE 6.3, sections 4.3 and 4.4; stored or deflated, up to 4 GB). Sizes
 * that the zip states are not believed: unpacking stops at what a draft may hold. Check sums are checked.
 *
 * @param name    of the zip, for trouble
 * @param wants   which paths are read; folders never are
 * @param limits  the most that is unpacked
 */
export function filesInZip(
  zip: Uint8Array,
  name: string,
  wants: (path: string) => boolean,
  limits: typeof most = most,
): Outcome<readonly FileBytes[]> {
  const entries = entriesOf(zip);
  if (!entries) return { trouble: trouble("zip-damaged", { file: name }) };
  const wanted = entries.filter(({ path }) => !path.endsWith("/") && wants(path));
  if (wanted.length > limits.files) return { trouble: trouble("too-many-files", { most: limits.files }) };
  const files: FileBytes[] = [];
  let size = 0;
  for (const entry of wanted) {
    const unpacked = unpack(zip, entry, name, Math.min(limits.fileBytes, limits.bytes - size));
    if (unpacked === "too-large")
      return { trouble: limits.bytes - size < limits.fileBytes ? tooLargeTogether() : tooLarge(entry.path) };
    if ("trouble" in unpacked) return unpacked;
    size += unpacked.value.length;
    files.push({ path: entry.path, bytes: unpacked.value });
  }
  return { value: files };
}

interface Entry {
  readonly path: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** The central directory; null when there is none that can be read. */
function entriesOf(zip: Uint8Array): readonly Entry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    if (nameEnd > end) return null;
    entries.push({
      path: pathOf(zip.subarray(at + 46, nameEnd)),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the record stands that ends a zip: at its end, but for a comment of up to 65,535 bytes. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}

/** Names are in UTF-8 by all but the oldest programs; those are read byte by byte. */
function pathOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

function unpack(zip: Uint8Array, entry: Entry, name: string, limit: number): Outcome<Uint8Array> | "too-large" {
  const refused = (code: Trouble["code"]): { trouble: Trouble } => ({ trouble: trouble(code, { file: name }) });
  if (entry.isLocked) return refused("zip-locked");
  if (entry.method !== 0 && entry.method !== 8) return refused("zip-unknown");
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (entry.offset + 30 > zip.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    return refused("zip-damaged");
  // The local header has lengths of its own, which may differ from those of the directory.
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = zip.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) return refused("zip-damaged");
  const bytes = entry.method === 8 ? inflateAtMost(packed, limit) : packed;
  if (bytes === "damaged") return refused("zip-damaged");
  if (bytes === "too-large" || bytes.length > limit) return "too-large";
  return crcOf(bytes) === entry.crc ? { value: bytes } : refused("zip-damaged");
}

/** CRC-32 as in APPNOTE 4.4.7. */
function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});
