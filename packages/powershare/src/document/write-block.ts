import { isMap, isScalar, type Node } from "yaml";
import { keysOf, type Pointer } from "../core/fault.ts";
import { type Edit, type Editing, firstThatReads, refuse, replaced, valueOf } from "./edit.ts";
import { behindHeader, type Value, waysToWrite } from "./scalar-text.ts";
import { columnOf, endOf, find, type Found, lineBreakOf, lineEnd, nodesOf, startOf } from "./nodes.ts";

/**
 * Writes a YAML text in the place of a single value: indented below its key, with its comments. In
 * brackets, and in JSON, where there is no room for comments, only what it says.
 *
 * The changed text was read again, as by {@link setValue}.
 *
 * @param block a whole document, such as a law
 */
export function writeBlock(text: string, path: Pointer, block: string): Editing {
  const [old, value] = [valueOf(text), valueOf(block)];
  if (old === undefined || value === undefined) return refuse("syntax");
  const found = find(nodesOf(text), path);
  if (found === "alias") return refuse("alias");
  if (!found?.pair || !found.node) return refuse("missing");
  if (!isScalar(found.node)) return refuse("group");
  const below = found.inFlow ? [] : [belowKey(text, found, found.node, block)];
  const edits = [...below, inBrackets(text, found, found.node, value)];
  return firstThatReads(
    text,
    edits,
    replaced(old, keysOf(path), () => value),
  );
}

/** The text below the key; a comment behind the value before stays behind the colon, and so does an anchor. */
function belowKey(text: string, { pair, above }: Found, node: Node, block: string): Edit {
  const key = startOf(pair!.key);
  const colon = text.indexOf(":", endOf(pair!.key)) + 1;
  const end = endOf(node) - (/[\r\n]*$/.exec(text.slice(0, endOf(node)))?.[0].length ?? 0);
  const to = lineEnd(text, end);
  const kept = [text.slice(colon, startOf(node)), behindHeader(text.slice(startOf(node), end)), text.slice(end, to)];
  const line = kept.flatMap((part) => (part.trim() === "" ? [] : [` ${part.trim()}`])).join("");
  const lineBreak = lineBreakOf(text);
  const indent = " ".repeat(columnOf(text, key) + stepAt(text, key, above));
  const lines = block.trimEnd().split(/\r\n|\r|\n/);
  const insert = [line, ...lines.map((line) => line && indent + line)].join(lineBreak);
  return { from: colon, remove: text.slice(colon, to), insert };
}

/** By how much a group is indented below its key, as it is one level up. */
function stepAt(text: string, key: number, above: Node | null): number {
  const step = above && isMap(above) ? columnOf(text, key) - columnOf(text, startOf(above)) : 0;
  return step > 0 && step <= 8 ? step : 2;
}

function inBrackets(text: string, { pair }: Found, node: Node, value: unknown): Edit {
  const [from, to] = [startOf(node), endOf(node)];
  const insert = pair!.key.type === "QUOTE_DOUBLE" ? JSON.stringify(value) : flowText(value);
  return { from, remove: text.slice(from, to), insert };
}

/** A value on one line, with quotes only where they are needed. */
function flowText(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value !== "object") return oneLine(value as Value, false);
  return `{${Object.entries(value)
    .map(([key, child]) => `${oneLine(key, true)}: ${flowText(child)}`)
    .join(", ")}}`;
}

const oneLine = (value: Value, isKey: boolean): string =>
  waysToWrite(value, { style: null, source: "", inFlow: true, isKey, lineBreak: "" })[0]!;
