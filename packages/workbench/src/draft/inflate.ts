import { Inflate } from "fflate";

/** Deflate makes at most 1,032 bytes of one, so one piece makes at most half a megabyte. */
const pieceBytes = 512;

/**
 * What raw deflate data (RFC 1951) holds. It stops as soon as there is more than `most`, so that a small input cannot
 * fill the memory.
 */
export function inflateAtMost(data: Uint8Array, most: number): Uint8Array<ArrayBuffer> | "too-large" | "damaged" {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += pieceBytes) {
      const end = at + pieceBytes;
      inflate.push(data.subarray(at, end), end >= data.length);
      if (size > most) return "too-large";
    }
  } catch {
    return "damaged";
  }
  // Nothing at all is not an empty stream, which has three bits at least.
  return data.length === 0 ? "damaged" : joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
