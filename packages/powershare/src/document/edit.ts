import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { keysOf, type Pointer } from "../core/fault.ts";
import { toCanonicalJson } from "../core/json.ts";
import { readDocument } from "./document.ts";
import {
  columnOf,
  endOf,
  find,
  type Found,
  isFlow,
  lineBreakOf,
  lineEnd,
  nameOf,
  nodesOf,
  pairsOf,
  startOf,
} from "./nodes.ts";
import { doubleQuoted, isPlain, type Value, waysToWrite } from "./scalar-text.ts";

export type { Value } from "./scalar-text.ts";

/** At `from` (UTF-16 units) `remove` stood, and `insert` is to stand. */
export interface Edit {
  readonly from: number;
  readonly remove: string;
  readonly insert: string;
}

/** A change of a text; none where the text says so already, or why there cannot be one. */
export type Editing =
  | { readonly edit: Edit | null; readonly refused: null }
  | { readonly edit: null; readonly refused: Refusal };

/**
 * - `syntax`: the text cannot be read
 * - `alias`: the value is written elsewhere, or repeated elsewhere
 * - `missing`: nothing stands there, and nothing that could hold it
 * - `group`: a group or a list stands there
 * - `taken`: the key is there already
 * - `unwritable`: no way of writing it is read back as it should be
 */
export type Refusal = "syntax" | "alias" | "missing" | "group" | "taken" | "unwritable";

/**
 * Sets a single value of a YAML or JSON text: the smallest change, in the style of the value before.
 * A key that is not there yet is put into the group that lacks it.
 *
 * The changed text was read again: its value is the old one with the one value replaced.
 */
export function setValue(text: string, path: Pointer, value: Value): Editing {
  const old = valueOf(text);
  if (old === undefined) return refuse("syntax");
  const document = nodesOf(text);
  const found = find(document, path);
  if (found === "alias") return refuse("alias");
  if (found === null) return addKey(text, path, value, old, document);
  const { node } = found;
  if (node !== null && !isScalar(node)) return refuse("group");
  if (get(old, keysOf(path)) === value) return nothing;
  return firstThatReads(
    text,
    waysToReplace(text, found, node, value),
    replaced(old, keysOf(path), () => value),
  );
}

/** Gives a key of a group another name; its value and its place stay. */
export function renameKey(text: string, path: Pointer, name: string): Editing {
  const old = valueOf(text);
  if (old === undefined) return refuse("syntax");
  const document = nodesOf(text);
  const found = find(document, path);
  // An alias behind the key is no hindrance: the key itself is written here.
  const at = found === "alias" ? parentPair(document, path) : found;
  if (at === "alias") return refuse("alias");
  if (!at?.pair) return refuse("missing");
  const { pair, parent, inFlow } = at;
  const keys = keysOf(path);
  if (keys.at(-1) === name) return nothing;
  if (pairsOf(parent as YAMLMap).some((p) => nameOf(p) === name)) return refuse("taken");
  const [from, to] = [startOf(pair.key), endOf(pair.key)];
  const source = text.slice(from, to);
  const setting = { style: pair.key.type ?? null, source, inFlow, isKey: true, lineBreak: lineBreakOf(text) };
  const edits = waysToWrite(name, setting).map((insert) => ({ from, remove: source, insert }));
  return firstThatReads(text, edits, renamed(old, keys, name));
}

/** The pair at the end of a path whose value is an alias. */
function parentPair(document: ReturnType<typeof nodesOf>, path: Pointer): Found | "alias" | null {
  const keys = keysOf(path);
  const above = find(document, path.slice(0, path.lastIndexOf("/")));
  if (above === null || above === "alias" || !isMap(above.node)) return above === "alias" ? "alias" : null;
  const index = pairsOf(above.node).findIndex((pair) => nameOf(pair) === keys.at(-1));
  const pair = pairsOf(above.node)[index];
  if (!pair) return null;
  return {
    node: null,
    pair,
    parent: above.node,
    index,
    above: above.parent,
    inFlow: above.inFlow || isFlow(above.node),
  };
}

const nothing: Editing = { edit: null, refused: null };
export const refuse = (refused: Refusal): Editing => ({ edit: null, refused });

/** The value of a text, faults of its shape aside; undefined where it cannot be read. */
export function valueOf(text: string): unknown {
  const reading = readDocument(new TextEncoder().encode(text), "");
  return (reading.tree ?? reading.rest)?.value;
}

/** The first of some changes after which the text has the value that it should have. */
export function firstThatReads(text: string, edits: readonly Edit[], expected: unknown): Editing {
  const wanted = toCanonicalJson(expected);
  const edit = edits.find((one) => reads(applied(text, one), wanted));
  if (edit) return { edit, refused: null };
  return refuse(/(?:^|[\s,[{:])\*[^\s,[\]{}]/.test(text) ? "alias" : "unwritable");
}

function reads(text: string, wanted: string): boolean {
  const value = valueOf(text);
  return value !== undefined && toCanonicalJson(value) === wanted;
}

/** A text after a change. */
export const applied = (text: string, { from, remove, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(from + remove.length);

function waysToReplace(text: string, found: Found, node: Scalar | null, value: Value): readonly Edit[] {
  const setting = {
    style: null,
    source: "",
    inFlow: found.inFlow,
    isKey: false,
    lineBreak: lineBreakOf(text),
  };
  const isEmpty = node === null || (node.type === "PLAIN" && startOf(node) === endOf(node));
  if (isEmpty) {
    const { at, before } = placeOfEmpty(found, node);
    const style = found.pair?.key.type === "QUOTE_DOUBLE" ? ("QUOTE_DOUBLE" as const) : null;
    return waysToWrite(value, { ...setting, style }).map((way) => ({ from: at, remove: "", insert: before + way }));
  }
  const [from, to] = [startOf(node), endOf(node)];
  const source = text.slice(from, to);
  const ways = waysToWrite(value, { ...setting, style: node.type ?? null, source });
  return ways.map((insert) => ({ from, remove: source, insert }));
}

/** Where a value goes that is not there: behind the colon or the dash, and what belongs to it. */
function placeOfEmpty({ pair, parent, index }: Found, node: Node | null): { at: number; before: string } {
  const tokens = pair ? (tokenOf(pair)?.sep ?? []) : isSeq(parent) ? (itemsOf(parent)?.[index]?.start ?? []) : [];
  const signs = tokens.filter((t) => ["map-value-ind", "seq-item-ind", "anchor", "tag"].includes(t.type));
  const last = signs.at(-1);
  if (last) return { at: last.offset + last.source.length, before: " " };
  if (pair) return { at: endOf(pair.key), before: ": " };
  return { at: node ? startOf(node) : 0, before: "" };
}

interface Token {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}

/** The signs of the text around a pair or an entry of a list. */
const tokenOf = (pair: Pair<Scalar, Node | null>): { readonly sep?: readonly Token[] } | undefined => pair.srcToken;
const itemsOf = (node: Node): readonly { readonly start: readonly Token[] }[] | undefined =>
  (node.srcToken as { readonly items?: readonly { readonly start: readonly Token[] }[] } | undefined)?.items;

/** Puts a new key into the group that lacks it: below the first one where that is a line of its own. */
function addKey(
  text: string,
  path: Pointer,
  value: Value,
  old: unknown,
  document: ReturnType<typeof nodesOf>,
): Editing {
  const above = find(document, path.slice(0, path.lastIndexOf("/")));
  if (above === "alias") return refuse("alias");
  const map = above?.node;
  if (!above || !isMap(map)) return refuse("missing");
  const key = keysOf(path).at(-1)!;
  const [first] = pairsOf(map);
  const inFlow = above.inFlow || isFlow(map);
  const isJson = first ? first.key.type === "QUOTE_DOUBLE" : /^\s*\{\s*(?:"|\})/.test(text);
  const name = isJson || !isPlain(key, inFlow, true) ? doubleQuoted(key) : key;
  const setting = { style: isJson ? ("QUOTE_DOUBLE" as const) : null, source: "", inFlow, isKey: false };
  const ways = waysToWrite(value, { ...setting, lineBreak: lineBreakOf(text) }).map((way) => `${name}: ${way}`);
  const edits = ways.flatMap((pair) => placesOfKey(text, map, first, pair));
  const entry = { [key]: value };
  return firstThatReads(
    text,
    edits,
    replaced(old, keysOf(path).slice(0, -1), (group) => ({ ...(group as object), ...entry })),
  );
}

function placesOfKey(text: string, map: YAMLMap, first: Pair<Scalar, Node | null> | undefined, pair: string): Edit[] {
  const put = (from: number, insert: string): Edit => ({ from, remove: "", insert });
  if (isFlow(map)) {
    const last = pairsOf(map).at(-1);
    if (!first || !last) return [put(startOf(map) + 1, pair)];
    return [put(last.value ? endOf(last.value) : endOf(last.key), `, ${pair}`)];
  }
  if (!first) return [];
  const start = startOf(first.key);
  const lineBreak = lineBreakOf(text) + " ".repeat(columnOf(text, start));
  const isLine = isScalar(first.value) && !/[\r\n]/.test(text.slice(start, endOf(first.value)));
  return isLine ? [put(lineEnd(text, start), lineBreak + pair)] : [put(start, pair + lineBreak)];
}

type Keys = readonly string[];

/** What stands at the end of some keys. */
function get(value: unknown, keys: Keys): unknown {
  let here = value;
  for (const key of keys) here = (here as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return here;
}

/** A copy with what stands at the end of some keys made another. */
export function replaced(value: unknown, keys: Keys, to: (old: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return to(value);
  if (Array.isArray(value))
    return value.map((child: unknown, i) => (String(i) === key ? replaced(child, rest, to) : child));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, child]) => [k, k === key ? replaced(child, rest, to) : child]),
  );
}

const renamed = (value: unknown, keys: Keys, name: string): unknown =>
  replaced(value, keys.slice(0, -1), (group) =>
    Object.fromEntries(Object.entries(group as object).map(([k, child]) => [k === keys.at(-1) ? name : k, child])),
  );
