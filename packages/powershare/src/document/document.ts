import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { type Fault, fault, keysOf, type Place, type Pointer, pointer } from "../core/fault.ts";
import { syntaxFaults } from "./syntax.ts";
import { textOf } from "./text.ts";

/** A tree of plain values with the place of each: what a YAML or JSON text says, not what it means. */
export interface Tree {
  readonly file: string;
  readonly text: string;
  /**
   * Objects, arrays, strings, booleans, null and safe whole numbers. Any other number stays the text
   * it was written as ("1.4"), so that nothing is rounded.
   */
  readonly value: unknown;
  /** Where the value stands; a missing one: where its nearest parent does. `key`: the key instead. */
  place(path: Pointer, at?: "value" | "key"): Place;
}

/**
 * A tree, or every fault of the text. `rest` is what can be read beside the faults, so that what is
 * wrong in it can be told at the same time: of two equal keys the first holds, what cannot be read is
 * left out. There is none where the syntax is broken.
 */
export type Reading =
  | { readonly tree: Tree; readonly rest: null; readonly faults: readonly [] }
  | { readonly tree: null; readonly rest: Tree | null; readonly faults: readonly Fault[] };

/** The most values that aliases may repeat: a bomb of aliases is a few lines that mean millions. */
const maxRepeated = 100_000;
const maxDepth = 100;
const maxErrors = 100;

/**
 * Reads YAML 1.2 (core schema) or JSON.
 *
 * Every fault of the syntax is returned with its place; so are duplicate keys, keys that are not
 * text, tags, and aliases that would blow the document up.
 */
export function readDocument(bytes: Uint8Array, file: string): Reading {
  const read = textOf(bytes, file);
  if ("fault" in read) return { tree: null, rest: null, faults: [read.fault] };
  const { text } = read;
  const lines = new LineCounter();
  // The library takes a carriage return alone for a part of the text; in YAML it ends the line.
  const source = text.replace(/\r(?!\n)/g, "\n");
  const document = parseDocument(source, { lineCounter: lines, strict: true, uniqueKeys: false, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const errors = document.errors.slice(0, maxErrors);
  if (errors.length > 0) return { tree: null, rest: null, faults: syntaxFaults(errors, placeAt, String(maxDepth)) };
  const conversion = new Conversion(placeAt);
  for (const warning of document.warnings.filter((w) => w.code === "TAG_RESOLVE_FAILED"))
    conversion.tag(source.slice(...warning.pos), placeAt(warning.pos[0]));
  const value = conversion.value(document.contents, "", 0);
  const root = document.contents;
  const tree: Tree = { file, text, value, place: placesIn(root, placeAt) };
  if (conversion.faults.length === 0) return { tree, rest: null, faults: [] };
  return { tree: null, rest: conversion.stopped ? null : tree, faults: conversion.faults };
}

type Anchored = Node & { readonly anchor?: string };

class Conversion {
  readonly faults: Fault[] = [];
  #aliases = 0;
  #repeated = 0;
  /** Whether the document was too large to be read to its end. */
  stopped = false;
  readonly #anchors = new Map<string, Node>();
  readonly #placeAt: (offset: number) => Place;

  constructor(placeAt: (offset: number) => Place) {
    this.#placeAt = placeAt;
  }

  value(node: unknown, path: Pointer, depth: number): unknown {
    if (this.stopped || node === null || node === undefined) return null;
    const at = node as Node;
    if (depth > maxDepth) return this.#stop(path, "too-deep", at, maxDepth);
    if (this.#aliases > 0 && ++this.#repeated > maxRepeated)
      return this.#stop(path, "too-many-aliases", at, maxRepeated);
    if (isAlias(at)) return this.#alias(at, path, depth);
    const { anchor } = at as Anchored;
    if (anchor !== undefined) this.#anchors.set(anchor, at);
    if (isScalar(at)) return this.#scalar(at, path);
    if (isSeq(at)) return at.items.map((item, i) => this.value(item, path + pointer(i), depth + 1));
    if (isMap(at)) return this.#map(at, path, depth);
    return null;
  }

  /** A tag that nobody has explained to the reader. */
  tag(tag: string, where: Place): void {
    if (this.faults.length < maxErrors) this.faults.push({ ...fault("", "unknown-tag", { tag }), where });
  }

  #stop(path: Pointer, code: string, node: Node, most: number): null {
    this.stopped = true;
    this.#fault(path, code, node, { most: String(most) });
    return null;
  }

  #alias(node: Alias, path: Pointer, depth: number): unknown {
    const target = this.#anchors.get(node.source);
    if (!target) {
      this.#fault(path, "unknown-alias", node, { alias: node.source });
      return null;
    }
    this.#aliases++;
    const value = this.value(target, path, depth + 1);
    this.#aliases--;
    return value;
  }

  #scalar(node: Scalar, path: Pointer): unknown {
    const { value } = node;
    if (typeof value === "number") {
      const source = node.source ?? String(value);
      if (Number.isSafeInteger(value) && /^[+-]?\d+$/.test(source)) return value;
      if (!Number.isFinite(value)) this.#fault(path, "not-a-number", node, { got: source });
      return source;
    }
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    this.#fault(path, "unknown-tag", node, { tag: (node.tag ?? "").replace("tag:yaml.org,2002:", "!!") });
    return null;
  }

  #map(map: YAMLMap, path: Pointer, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const seen = new Map<string, Node>();
    for (const pair of map.items as Pair<Node, Node>[]) {
      const { key } = pair;
      const name = isScalar(key) && key.value !== null ? nameOf(key) : null;
      if (name === null) {
        this.#fault(path, "key-not-text", key ?? map, {});
        continue;
      }
      const here = path + pointer(name);
      if (name === "__proto__") {
        this.#fault(here, "reserved-key", key, { key: name });
        continue;
      }
      if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
        this.#fault(path, "merge-key", key, {});
        continue;
      }
      const first = seen.get(name);
      if (first) {
        this.#fault(here, "duplicate-key", key, { key: name, line: String(this.#placeAt(startOf(first)).line) });
        this.value(pair.value, here, depth + 1);
        continue;
      }
      seen.set(name, key);
      entries.push([name, this.value(pair.value, here, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #fault(path: Pointer, code: string, node: Node, args: Record<string, string>): void {
    if (this.faults.length < maxErrors)
      this.faults.push({ ...fault(path, code, args), where: this.#placeAt(startOf(node)) });
  }
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Walks down as far as a path leads; aliases are followed by the value, not by the place. */
function placesIn(root: unknown, placeAt: (offset: number) => Place): Tree["place"] {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair<Node, Node | null>>>();
  const pairsOf = (map: YAMLMap) => {
    const known = pairs.get(map);
    if (known) return known;
    const items = map.items as Pair<Node, Node | null>[];
    // Backwards, so that of two equal keys the first one stays.
    const made = new Map(items.toReversed().flatMap((p) => (isScalar(p.key) ? [[nameOf(p.key), p] as const] : [])));
    pairs.set(map, made);
    return made;
  };
  return (path, at = "value") => {
    let node = root as Node | null;
    let offset = node ? startOf(node) : 0;
    const keys = keysOf(path);
    for (const [depth, key] of keys.entries()) {
      if (isMap(node)) {
        const pair = pairsOf(node).get(key);
        if (!pair) break;
        const isLast = depth === keys.length - 1;
        node = pair.value;
        offset = (isLast && at === "key") || !node ? startOf(pair.key) : startOf(node);
      } else if (isSeq(node)) {
        node = (node.items[Number(key)] as Node | undefined) ?? null;
        if (node) offset = startOf(node);
      } else break;
    }
    return placeAt(offset);
  };
}

const nameOf = (key: Scalar): string =>
  typeof key.value === "string" ? key.value : (key.source ?? JSON.stringify(key.value));
