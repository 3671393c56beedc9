import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { endOf, isFlow, nodesOf, pairsOf, startOf } from "./nodes.ts";

/**
 * Where what starts at a place ends: a key, a single value, a group or list in brackets; of a group
 * without brackets its first key. Where the text cannot be read that far it is the word, and at least
 * one character.
 *
 * @returns for an offset into the text (UTF-16 units) a greater one
 */
export function spansOf(text: string): (offset: number) => number {
  const ends = new Map<number, number>();
  note(nodesOf(text).contents, ends);
  return (offset) => ends.get(offset) ?? wordEnd(text, offset);
}

function note(node: Node | null, ends: Map<number, number>): void {
  if (node === null) return;
  const isWritten = isScalar(node) || isAlias(node) || isFlow(node);
  if (isWritten && endOf(node) > startOf(node)) ends.set(startOf(node), endOf(node));
  if (isSeq(node)) for (const item of node.items) note(item as Node | null, ends);
  if (!isMap(node)) return;
  for (const { key, value } of pairsOf(node)) {
    note(value, ends);
    note(key, ends);
  }
}

function wordEnd(text: string, offset: number): number {
  const word = /[\p{L}\p{M}\p{N}_.-]+/uy;
  word.lastIndex = offset;
  return offset + (word.exec(text)?.[0].length ?? 1);
}
