import { isMap, isScalar, isSeq, type Node } from "yaml";
import { lineEnd, nameOf, nodesOf, pairsOf } from "./nodes.ts";

/**
 * What can be read of a text that may be broken at an offset: names that are known to the document
 * while a line of it is being typed. Aliases are left out, and numbers are texts.
 */
export function outlineOf(text: string, offset: number): unknown {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const line = { from: start, to: lineEnd(text, offset) };
  const whole = nodesOf(text);
  if (whole.errors.length === 0) return plain(whole.contents, 0);
  // Without the line of the cursor the text may be whole; of what is on that line only its name is lost.
  return plain(nodesOf(text.slice(0, line.from) + text.slice(line.to)).contents, 0);
}

function plain(node: Node | null, depth: number): unknown {
  if (node === null || depth > 50) return null;
  if (isScalar(node)) return node.value === null ? null : (node.source ?? null);
  if (isSeq(node)) return node.items.map((item) => plain(item as Node | null, depth + 1));
  if (!isMap(node)) return null;
  const named = pairsOf(node).flatMap((pair) => {
    const name = nameOf(pair);
    return name === null ? [] : [[name, plain(pair.value, depth + 1)] as const];
  });
  return Object.fromEntries(named);
}
