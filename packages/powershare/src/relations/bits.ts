/** A set of whole numbers below a fixed bound, one bit each. */
export type Bits = Uint32Array;

export const noBits = (bound: number): Bits => new Uint32Array((bound + 31) >>> 5);

export function addBit(set: Bits, i: number): void {
  set[i >>> 5]! |= 1 << (i & 31);
}

export function dropBit(set: Bits, i: number): void {
  set[i >>> 5]! &= ~(1 << (i & 31));
}

export const hasBit = (set: Bits, i: number): boolean => ((set[i >>> 5]! >>> (i & 31)) & 1) === 1;

/** Takes all of `others` out of `set`. */
export function dropBits(set: Bits, others: Bits): void {
  for (let i = 0; i < set.length; i++) set[i]! &= ~others[i]!;
}

export function both(a: Bits, b: Bits): Bits {
  const shared = a.slice();
  for (let i = 0; i < shared.length; i++) shared[i]! &= b[i]!;
  return shared;
}

export function without(a: Bits, b: Bits): Bits {
  const rest = a.slice();
  dropBits(rest, b);
  return rest;
}

export const isEmpty = (set: Bits): boolean => set.every((word) => word === 0);

export function countBits(set: Bits): number {
  let count = 0;
  for (const word of set) count += ones(word);
  return count;
}

/** The size of what two sets share. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) count += ones(a[i]! & b[i]!);
  return count;
}

/** The least member, or -1. */
export function firstBit(set: Bits): number {
  for (let i = 0; i < set.length; i++) if (set[i]! !== 0) return i * 32 + 31 - Math.clz32(set[i]! & -set[i]!);
  return -1;
}

/** The members, rising. */
export function members(set: Bits): number[] {
  const found: number[] = [];
  for (let i = 0; i < set.length; i++)
    for (let left = set[i]!; left !== 0; left &= left - 1) found.push(i * 32 + 31 - Math.clz32(left & -left));
  return found;
}

/** Hamming weight of a 32-bit word (Warren, Hacker's Delight, 5-1). */
function ones(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555);
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
