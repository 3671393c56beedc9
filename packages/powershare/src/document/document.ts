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
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { type Fault, fault, keysOf, type Place, type Pointer, pointer } from "../core/fault.ts";
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

export type Reading =
  | { readonly tree: Tree; readonly faults: readonly [] }
  | { readonly tree: null; readonly faults: readonly Fault[] };

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
  if ("fault" in read) return { tree: null, faults: [read.fault] };
  const { text } = read;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: false, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const errors = document.errors.slice(0, maxErrors);
  const exhausted = errors.find((e) => e.code === "RESOURCE_EXHAUSTION");
  if (exhausted)
    return {
      tree: null,
      faults: [{ ...fault("", "too-deep", { most: String(maxDepth) }), where: placeAt(exhausted.pos[0]) }],
    };
  if (errors.length > 0)
    return { tree: null, faults: errors.map((e) => ({ ...syntaxFault(e), where: placeAt(e.pos[0]) })) };
  const conversion = new Conversion(placeAt);
  const value = conversion.value(document.contents, "", 0);
  if (conversion.faults.length > 0) return { tree: null, faults: conversion.faults };
  const root = document.contents;
  return { tree: { file, text, value, place: (path, at) => placeAt(offsetOf(root, path, at ?? "value")) }, faults: [] };
}

const syntaxFault = (error: YAMLError): Fault =>
  fault("", syntaxCodes[error.code] ?? "syntax", { yaml: error.message.split("\n")[0]!.replace(/:$/, "") });

/** Codes of the YAML library for which the catalogue has words of its own. */
const syntaxCodes: Readonly<Record<string, string>> = {
  BAD_INDENT: "syntax-indent",
  TAB_AS_INDENT: "syntax-tab",
  MISSING_CHAR: "syntax-missing",
  MULTIPLE_DOCS: "syntax-documents",
  UNEXPECTED_TOKEN: "syntax",
};

type Anchored = Node & { readonly anchor?: string };

class Conversion {
  readonly faults: Fault[] = [];
  #aliases = 0;
  #repeated = 0;
  #stopped = false;
  readonly #anchors = new Map<string, Node>();
  readonly #placeAt: (offset: number) => Place;

  constructor(placeAt: (offset: number) => Place) {
    this.#placeAt = placeAt;
  }

  value(node: unknown, path: Pointer, depth: number): unknown {
    if (this.#stopped || node === null || node === undefined) return null;
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

  #stop(path: Pointer, code: string, node: Node, most: number): null {
    this.#stopped = true;
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
    this.#fault(path, "unknown-tag", node, { tag: node.tag ?? "" });
    return null;
  }

  #map(map: YAMLMap, path: Pointer, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const seen = new Map<string, Node>();
    for (const pair of map.items as Pair<Node, Node>[]) {
      const { key } = pair;
      const name =
        isScalar(key) && key.value !== null
          ? typeof key.value === "string"
            ? key.value
            : (key.source ?? JSON.stringify(key.value))
          : null;
      if (name === null) {
        this.#fault(path, "key-not-text", key ?? map, {});
        continue;
      }
      const here = path + pointer(name);
      if (name === "__proto__") {
        this.#fault(here, "reserved-key", key, { key: name });
        continue;
      }
      const first = seen.get(name);
      if (first)
        this.#fault(here, "duplicate-key", key, { key: name, line: String(this.#placeAt(startOf(first)).line) });
      else seen.set(name, key);
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

/** Walks down as far as the path leads; aliases are followed by the value, not by the place. */
function offsetOf(root: unknown, path: Pointer, at: "value" | "key"): number {
  let node = root as Node | null;
  let offset = node ? startOf(node) : 0;
  const keys = keysOf(path);
  for (const [depth, key] of keys.entries()) {
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(
        (p) => isScalar(p.key) && String(p.key.source ?? p.key.value) === key,
      );
      if (!pair) return offset;
      const last = depth === keys.length - 1;
      node = pair.value;
      offset = (last && at === "key") || !node ? startOf(pair.key) : startOf(node);
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] as Node | undefined) ?? null;
      if (node) offset = startOf(node);
    } else return offset;
  }
  return offset;
}
