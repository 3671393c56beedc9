import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { keysOf, type Pointer } from "../core/fault.ts";

/** A text as nodes with their places: what changes of the text are made from. */
export function nodesOf(text: string): Document.Parsed {
  // As in reading: a carriage return alone ends the line.
  const source = text.replace(/\r(?!\n)/g, "\n");
  return parseDocument(source, { keepSourceTokens: true, strict: true, uniqueKeys: false, prettyErrors: false });
}

/** What stands at a path: its node, what holds it, and whether brackets are around it. */
export interface Found {
  /** null: a key without anything behind it. */
  readonly node: Node | null;
  /** The pair whose value it is; null for an entry of a list and the whole document. */
  readonly pair: Pair<Scalar, Node | null> | null;
  readonly parent: Node | null;
  /** Its place in `parent`. */
  readonly index: number;
  /** The group above `parent`. */
  readonly above: Node | null;
  readonly inFlow: boolean;
}

/** Walks down a path; `alias` where it leads through or to one, null where nothing stands. */
export function find(document: Document.Parsed, path: Pointer): Found | "alias" | null {
  let found: Found = {
    node: document.contents,
    pair: null,
    parent: null,
    index: 0,
    above: null,
    inFlow: false,
  };
  for (const key of keysOf(path)) {
    const next = step(found, key);
    if (next === null || next === "alias") return next;
    found = next;
  }
  return isAlias(found.node) ? "alias" : found;
}

function step({ node, parent, inFlow }: Found, key: string): Found | "alias" | null {
  if (isAlias(node)) return "alias";
  const within = (child: Node | null, pair: Found["pair"], index: number): Found => ({
    node: child,
    pair,
    parent: node,
    index,
    above: parent,
    inFlow: inFlow || isFlow(node),
  });
  if (isMap(node)) {
    const index = pairsOf(node).findIndex((pair) => nameOf(pair) === key);
    const pair = pairsOf(node)[index];
    return pair ? within(pair.value, pair, index) : null;
  }
  if (!isSeq(node) || !/^\d+$/.test(key) || Number(key) >= node.items.length) return null;
  return within(node.items[Number(key)] as Node | null, null, Number(key));
}

/** The pairs of a group; a key need not be a text. */
export const pairsOf = (map: YAMLMap): readonly Pair<Scalar, Node | null>[] =>
  map.items as unknown as readonly Pair<Scalar, Node | null>[];

/** The name of a key as the reader of documents has it; null where it is none. */
export function nameOf({ key }: Pair<Scalar, Node | null>): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return typeof key.value === "string" ? key.value : (key.source ?? JSON.stringify(key.value));
}

/** Whether a group or a list stands in brackets. */
export const isFlow = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && node.flow === true;

export const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** The end of a value, without the blanks and comments behind it. */
export const endOf = (node: Node): number => node.range?.[1] ?? 0;

/** The line break that a text uses. */
export const lineBreakOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";

/** The column of a place, from 0. */
export function columnOf(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return offset - (start === 0 && text.startsWith("\ufeff") ? 1 : start);
}

/** Where the line of a place ends, before its break. */
export function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = offset;
  return found.exec(text)?.index ?? text.length;
}
