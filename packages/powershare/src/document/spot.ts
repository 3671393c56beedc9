import { CST, Parser } from "yaml";
import { columnOf, lineEnd } from "./nodes.ts";

/** The place of a cursor in a text that need not be whole: what is being written there. */
export interface Spot {
  /** The keys to the group in which a key is written, or to the value that is. */
  readonly path: readonly string[];
  /** `either`: a value on a line of its own, which may become the first key of a group. */
  readonly at: "key" | "value" | "either";
  /** What stands there up to the cursor, without quotes, and where it begins. */
  readonly word: string;
  readonly from: number;
  /** The end of the word behind the cursor. */
  readonly to: number;
  readonly quote: "" | "'" | '"';
  readonly inFlow: boolean;
  /** The column of the keys of the group, from 0. */
  readonly column: number;
  /** The keys that the group has, that of the cursor aside. */
  readonly present: readonly string[];
  /** Whether a colon follows: only the key itself is being written. */
  readonly hasColon: boolean;
}

/** Stands for the cursor, so that there is something to find. */
const mark = "\ue0a1";

/**
 * What is written at an offset. Only the text before it is read for its structure, since what follows
 * may not fit while a line is being typed. Null in comments and blocks of text, and where the text
 * before is too broken.
 */
export function spotAt(text: string, offset: number): Spot | null {
  const before = text.slice(0, offset).replace(/\r(?!\n)/g, "\n");
  const tokens = [...new Parser().parse(before + mark)];
  const last = tokens.findLast((token) => token.type === "document");
  if (last?.type !== "document" || !last.value) return null;
  const found = descend(last.value, { path: [], offset, text: before, map: null, item: null, at: "either" });
  return found && spotOf(found, text, offset);
}

type Token = CST.Token;
type Item = CST.CollectionItem;
type Holder = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

interface Walk {
  readonly path: readonly string[];
  readonly offset: number;
  readonly text: string;
  /** The group or list in which the token stands, and its entry. */
  readonly map: Holder | null;
  readonly item: Item | null;
  readonly at: Spot["at"];
}

/** Goes down to the scalar under the cursor, which is the last one. */
function descend(token: Token, walk: Walk): (Walk & { readonly token: CST.FlowScalar }) | null {
  switch (token.type) {
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      return token.offset <= walk.offset && token.offset + token.source.length > walk.offset
        ? { ...walk, token }
        : null;
    case "block-map":
      return inMap(token, walk);
    case "block-seq":
      return inList(token, walk);
    case "flow-collection":
      return token.start.type === "flow-map-start" ? inMap(token, walk) : inList(token, walk);
    default:
      return null;
  }
}

function inMap(map: CST.BlockMap | CST.FlowCollection, walk: Walk): ReturnType<typeof descend> {
  const item = map.items.at(-1);
  const first = map.items[0]?.key;
  if (!item?.key) return null;
  const isBlock = map.type === "block-map";
  if (isBlock && first && columnOf(walk.text, first.offset) !== columnOf(walk.text, item.key.offset)) return null;
  if (!item.value) return descend(item.key, { ...walk, map, item, at: "key" });
  const isBelow = isBlock && (item.sep ?? []).some((token) => token.type === "newline");
  const path = [...walk.path, nameOf(item.key)];
  return descend(item.value, { ...walk, map, item, path, at: isBelow ? "either" : "value" });
}

function inList(list: CST.BlockSequence | CST.FlowCollection, walk: Walk): ReturnType<typeof descend> {
  const item = list.items.at(-1);
  const token = item?.value ?? item?.key;
  if (!item || !token) return null;
  const path = [...walk.path, String(list.items.length - 1)];
  return descend(token, { ...walk, map: list, item, path, at: list.type === "block-seq" ? "either" : "value" });
}

const nameOf = (token: Token): string => CST.resolveAsScalar(token, false, () => undefined)?.value ?? "";

function spotOf(found: NonNullable<ReturnType<typeof descend>>, text: string, offset: number): Spot | null {
  const { token, path, at, map, item } = found;
  const quote = token.type === "scalar" ? "" : token.type === "single-quoted-scalar" ? "'" : '"';
  const from = token.offset + quote.length;
  const word = text.slice(from, offset);
  if (/[\r\n]/.test(word)) return null;
  const to = offset + (quote === "" ? /^[\p{L}\p{M}\p{N}_.-]*/u : /^[^'"\r\n]*/).exec(text.slice(offset))![0].length;
  const inFlow = map?.type === "flow-collection";
  const column = columnOf(text, token.offset);
  const isNew = at === "either" || map === null || item === null || map.type === "block-seq";
  const earlier = isNew ? [] : map.items.flatMap((one) => (one !== item && one.key ? [nameOf(one.key)] : []));
  const end = quote !== "" && text[to] === quote ? to + 1 : to;
  const later = inFlow ? keysInBrackets(text, end) : keysBelow(text, to, column);
  return {
    ...{ path, at, word, from, to, quote, inFlow, column },
    present: at === "value" ? [] : [...earlier, ...later],
    hasColon: (quote === "" ? /^[ \t]*:(?=\s|$)/ : /^[ \t]*:/).test(text.slice(end)),
  };
}

/** Keys of the same group on the lines below. */
function keysBelow(text: string, offset: number, column: number): string[] {
  const keys: string[] = [];
  for (const line of text.slice(lineEnd(text, offset)).split(/\r\n|\r|\n/)) {
    const indent = /^ */.exec(line)![0].length;
    if (/^ *(?:#|$)/.test(line) || indent > column) continue;
    if (indent < column || /^-(?:\s|$)/.test(line.slice(indent))) break;
    const key = /^(?:"([^"]*)"|'([^']*)'|([^\s'"#][^#]*?))\s*:(?:\s|$)/.exec(line.slice(indent));
    if (key) keys.push(key[1] ?? key[2] ?? key[3]!);
  }
  return keys;
}

/** Keys of the same group in brackets, up to the bracket that ends it. */
function keysInBrackets(text: string, offset: number): string[] {
  const keys: string[] = [];
  const pieces = /"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[{}[\],:]|[^\s{}[\],:"'][^{}[\],:]*/g;
  pieces.lastIndex = offset;
  let depth = 0;
  let last = "";
  for (let found = pieces.exec(text); found; found = pieces.exec(text)) {
    const [piece] = found;
    if (piece === "{" || piece === "[") depth++;
    if ((piece === "}" || piece === "]") && depth-- === 0) break;
    if (piece === ":" && depth === 0 && last !== "") keys.push(last);
    last = /^[{}[\],:]$/.test(piece) ? "" : piece.trim().replace(/^(['"])(.*)\1$/, "$2");
    if (keys.length > 100) break;
  }
  return keys;
}
