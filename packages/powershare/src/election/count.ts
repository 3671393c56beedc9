import type { Arg } from "../core/message.ts";

/** A whole number from 0 on, or what keeps a text from being one: a code behind "votes-" or "seats-". */
export type CountReading =
  | { readonly value: bigint }
  | {
      readonly code: "missing" | "negative" | "grouped" | "ambiguous" | "not-whole" | "too-large" | "not-a-number";
      readonly args: Readonly<Record<string, Arg>>;
    };

/** What may stand between groups of three digits, besides the comma and the point. */
const spaces = "[ \\u00a0\\u2009\\u202f'’_]";

/**
 * Reads a count as people write it in tables. Nothing is guessed: "1,234" and "1 234" are refused
 * with the digits to write, "3.983" because it can mean two numbers.
 *
 * @param most the largest that is accepted
 */
export function readCount(text: string, most: bigint): CountReading {
  if (text === "") return { code: "missing", args: {} };
  if (/^\d{1,400}$/.test(text)) {
    const value = BigInt(text);
    return value <= most ? { value } : { code: "too-large", args: { got: text, most: String(most) } };
  }
  const args = { got: text };
  if (/^[-−–]\s?\d/.test(text)) return { code: "negative", args };
  if (/^\d{1,3}[.]\d{3}$/.test(text)) return { code: "ambiguous", args: { got: text, write: text.replace(".", "") } };
  if (isGrouped(text)) return { code: "grouped", args: { got: text, write: text.replaceAll(/\D/g, "") } };
  if (/^\d*[.,]\d+$/.test(text) || /^\d+\/\d+$/.test(text)) return { code: "not-whole", args };
  return { code: "not-a-number", args };
}

const isGrouped = (text: string): boolean =>
  new RegExp(`^\\d{1,3}(?:,\\d{3})+$|^\\d{1,3}(?:\\.\\d{3}){2,}$|^\\d{1,3}(?:${spaces}\\d{3})+$`).test(text);
