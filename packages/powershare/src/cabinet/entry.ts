import { nearest } from "../core/nearest.ts";
import { Rational } from "../core/rational.ts";

/** Who may have an office: the largest few, or all that reach a bound. */
export type EntryRule =
  | { readonly kind: "largest"; readonly places: number }
  | { readonly kind: "bound"; readonly figure: Figure; readonly isStrict: boolean; readonly bound: Rational };

/** Seats or votes of a party, or its share of those of all parties. */
export type Figure = "seats" | "votes" | "share(seats)" | "share(votes)";

/** What is wrong with the text of a rule. */
export interface EntryFault {
  readonly code: "entry-rule";
  readonly args: {
    /** The text from there on, "" at its end. */
    readonly got: string;
    /** Where something else is expected, from 1. */
    readonly column: string;
    readonly expected: Expected;
    /** A word that may have been meant, or "". */
    readonly near: string;
  };
  readonly offset: number;
}
type Expected = "figure" | "comparison" | "count" | "share" | "places" | "end";

export type EntryReading =
  | { readonly rule: EntryRule; readonly fault?: never }
  | { readonly fault: EntryFault; readonly rule?: never };

const words = ["seats", "votes", "share", "largest"] as const;

/**
 * Reads the entry rule of an office.
 *
 *     rule   = "largest" [ places ] | figure ( ">=" | ">" ) bound
 *     figure = "seats" | "votes" | "share" [ "(seats)" | "(votes)" ]
 *
 * The bound of a share is "5%", "1/20" or "0.05", above 0 and at most 1; otherwise it is whole.
 * `share` alone is that of the seats, `largest` alone one party.
 */
export function readEntry(text: string): EntryReading {
  const [head, word = ""] = /^\s*([a-z]*)/i.exec(text)!;
  const start = head.length - word.length;
  if (!words.some((known) => known === word)) return unexpected(text, start, "figure", nearest(word, words) ?? "");
  return word === "largest" ? readLargest(text, head.length) : readBound(text, start);
}

function readLargest(text: string, from: number): EntryReading {
  const [all, places] = /^\s+([1-9]\d{0,3})(?=\s|$)/.exec(text.slice(from)) ?? ["", "1"];
  const end = from + all.length;
  const rest = text.slice(end).trim();
  if (rest === "") return { rule: { kind: "largest", places: Number(places) } };
  return unexpected(text, skip(text, end), all === "" ? "places" : "end");
}

function readBound(text: string, start: number): EntryReading {
  const [figureText] = /^(seats|votes|share)(\s*\(\s*(seats|votes)\s*\))?/.exec(text.slice(start))!;
  const figure = figureOf(figureText);
  if (figure === null) return unexpected(text, start + 5, "comparison");
  const at = skip(text, start + figureText.length);
  const comparison = />=?/y;
  comparison.lastIndex = at;
  const sign = comparison.exec(text)?.[0];
  if (sign === undefined) return unexpected(text, at, "comparison");
  const numberAt = skip(text, at + sign.length);
  const [written] = /^[^\s]*/.exec(text.slice(numberAt))!;
  const isShare = figure.startsWith("share");
  const bound = isShare ? shareOf(written) : countOf(written);
  if (bound === null) return unexpected(text, numberAt, isShare ? "share" : "count");
  const end = skip(text, numberAt + written.length);
  if (end < text.length) return unexpected(text, end, "end");
  return { rule: { kind: "bound", figure, isStrict: sign === ">", bound } };
}

/** Null for a figure that takes no bracket. */
function figureOf(text: string): Figure | null {
  const compact = text.replaceAll(/\s/g, "");
  if (compact === "share") return "share(seats)";
  return compact === "seats" || compact === "votes" || compact === "share(seats)" || compact === "share(votes)"
    ? compact
    : null;
}

const countOf = (text: string): Rational | null => (/^\d{1,15}$/.test(text) ? Rational.of(Number(text)) : null);

function shareOf(text: string): Rational | null {
  const share = Rational.parse(text);
  return share && share.sign > 0 && share.compare(Rational.one) <= 0 ? share : null;
}

/** The next place that is not blank. */
const skip = (text: string, from: number): number => from + /^\s*/.exec(text.slice(from))![0].length;

function unexpected(text: string, offset: number, expected: Expected, near = ""): EntryReading {
  const args = { got: text.slice(offset).trimEnd(), column: String(offset + 1), expected, near };
  return { fault: { code: "entry-rule", args, offset } };
}
