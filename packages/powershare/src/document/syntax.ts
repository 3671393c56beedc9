import type { YAMLError } from "yaml";
import { type Fault, fault, type Place } from "../core/fault.ts";

/**
 * Faults of the syntax, in our own words where the catalogue has some; of several on one line the
 * first, and of wrong indentation the first in the document, since the others follow from it.
 */
export function syntaxFaults(errors: readonly YAMLError[], placeAt: (offset: number) => Place, most: string): Fault[] {
  const exhausted = errors.find((e) => e.code === "RESOURCE_EXHAUSTION");
  if (exhausted) return [{ ...fault("", "too-deep", { most }), where: placeAt(exhausted.pos[0]) }];
  const byLine = new Map<number, Fault>();
  const told = new Set<string>();
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const where = placeAt(error.pos[0]);
    const here = errors.filter((e) => e.pos[0] === error.pos[0]).map((e) => e.code);
    const found = { ...syntaxFault(error, here), where };
    if (byLine.has(where.line) || (ofIndentation.has(found.code) && told.has(found.code))) continue;
    byLine.set(where.line, found);
    told.add(found.code);
  }
  return [...byLine.values()];
}

/** @param here all that the library finds at this place */
function syntaxFault({ code, message }: YAMLError, here: readonly YAMLError["code"][]): Fault {
  // The value before goes on in this line, which is indented too far, or lacks a comma before it.
  const runsOver = here.includes("MULTILINE_IMPLICIT_KEY");
  if (runsOver && here.includes("BLOCK_AS_IMPLICIT_KEY")) return fault("", "syntax-indent");
  if (runsOver && here.includes("BLOCK_IN_FLOW")) return fault("", "syntax-colon-in-brackets");
  const known = kinds.find(([of, pattern]) => of === code && pattern.test(message));
  if (known) return fault("", known[2], { sign: known[1].exec(message)?.[1] ?? "" });
  return fault("", "syntax", { yaml: message.split("\n")[0]!.replace(/:$/, "") });
}

/** Once the indentation is wrong, the lines that follow are too. */
const ofIndentation = new Set(["syntax-indent", "syntax-no-colon"]);

/** What the library finds, by its code and message, and our code for it. What the pattern holds in brackets is `sign`. */
const kinds: readonly (readonly [YAMLError["code"], RegExp, string])[] = [
  ["TAB_AS_INDENT", /^/, "syntax-tab"],
  ["MULTIPLE_DOCS", /^/, "syntax-documents"],
  ["MISSING_CHAR", /^Missing closing (["'])/, "syntax-quote"],
  ["MISSING_CHAR", /end with a (\S)$/, "syntax-bracket"],
  ["BAD_INDENT", /end with a (\S)$/, "syntax-bracket"],
  ["MISSING_CHAR", /^Missing , /, "syntax-comma"],
  ["MISSING_CHAR", /^Implicit map keys need/, "syntax-no-colon"],
  ["MULTILINE_IMPLICIT_KEY", /flow sequence/, "syntax-colon-in-brackets"],
  ["MULTILINE_IMPLICIT_KEY", /^/, "syntax-no-colon"],
  ["BLOCK_AS_IMPLICIT_KEY", /^Nested mappings/, "syntax-colon"],
  ["BLOCK_AS_IMPLICIT_KEY", /^/, "syntax-indent"],
  ["BLOCK_IN_FLOW", /^/, "syntax-colon-in-brackets"],
  ["UNEXPECTED_TOKEN", /^Unexpected flow-\w+-end token .*"(.)"$/, "syntax-closing"],
  ["UNEXPECTED_TOKEN", /at node end$/, "syntax-after"],
  ["BAD_DQ_ESCAPE", /(\\\S*)$/, "syntax-escape"],
  ["BAD_SCALAR_START", /(\S)$/, "syntax-start"],
  ["BAD_INDENT", /^/, "syntax-indent"],
];
