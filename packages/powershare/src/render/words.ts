import { IntlMessageFormat } from "intl-messageformat";
import type { Arg, Msg, Reasoned } from "../core/message.ts";

/** Messages of one language: id -> ICU MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>;

/** Says messages in one language. */
export interface Words {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** @throws Error when the catalogue lacks the message or a slot is not filled: our own bug */
  say(message: Msg): string;
  /** A single argument as the language writes it: a number, a date, a list. */
  write(arg: Arg): string;
  /** The same text as `write`, cut where a part of it has an answer behind it. */
  parts(arg: Arg): readonly Part[];
  has(id: string): boolean;
}

/** A piece of a sentence: text, or text with the key of the answer to why it is so. */
export type Part = string | { readonly text: string; readonly why: string };

/** Around a part that has an answer behind it, while a message is being said: no text may hold them then. */
const marks = { open: "\ue000", middle: "\ue001", close: "\ue002" } as const;
const anyMark = /[\ue000-\ue002]/g;
const markedPart = /\ue000(\d+)\ue001([^\ue000-\ue002]*)\ue002/;

/** What stands between groups of three digits: a narrow no-break space on paper, a plain one in a terminal. */
export interface WordStyle {
  readonly group: string;
}

/**
 * Numbers are grouped from five digits on, dates are Gregorian, lists follow the language.
 *
 * @param catalogue messages in ICU MessageFormat; numbers reach plural rules as numbers, and are
 *                  written where a message has a plain slot or `#`
 */
export function wordsOf(locale: string, catalogue: Catalogue, style: WordStyle = { group: "\u202f" }): Words {
  const formats = new Map<string, IntlMessageFormat>();
  const numbers = new Map<number, Intl.NumberFormat>();
  // The platform's formatters cost far more to make than to use: each is made once, when it is needed.
  const point = once(() => new Intl.NumberFormat(locale).formatToParts(1.1).find((p) => p.type === "decimal")?.value);
  const and = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const or = once(() => new Intl.ListFormat(locale, { type: "disjunction" }));
  const months = once(() => new Intl.DateTimeFormat(locale, { ...longDate }));
  const days = once(() => new Intl.DateTimeFormat(locale, { ...longDate, day: "numeric" }));
  /** The answers met while a message is said in parts; null while it is said as one text. */
  let met: string[] | null = null;

  function format(id: string): IntlMessageFormat {
    const known = formats.get(id);
    if (known) return known;
    const text = catalogue[id];
    if (text === undefined) throw new Error(`no message "${id}" in ${locale}`);
    const made = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    formats.set(id, made);
    return made;
  }

  function number(value: number | bigint, places: number): string {
    let writer = numbers.get(places);
    if (!writer) {
      writer = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
      numbers.set(places, writer);
    }
    const size = value < 0 ? -value : value;
    return writer
      .formatToParts(value)
      .map((p) => (p.type === "group" ? (size < 10_000 ? "" : style.group) : p.value))
      .join("");
  }

  function exact(text: string, places: number | undefined): string {
    const [whole = "", decimals] = text.split(".");
    if (!/^-?\d+$/.test(whole)) return text;
    if (decimals === undefined) return number(BigInt(whole), 0);
    return number(BigInt(whole), 0) + (point() ?? ".") + (places === undefined ? decimals : decimals.slice(0, places));
  }

  function write(arg: Arg): string {
    if (typeof arg === "string") return met ? arg.replace(anyMark, "\ufffd") : arg;
    if (typeof arg === "number") return number(arg, Number.isInteger(arg) ? 0 : 2);
    if ("exact" in arg) return exact(arg.exact, arg.places);
    if ("share" in arg) return number(arg.share * 100, arg.places ?? 1);
    if ("date" in arg) return writeDate(arg.date);
    if ("why" in arg) return reasoned(arg);
    if ("list" in arg) return (arg.or ? or : and)().format(arg.list.map(write));
    return say(arg);
  }

  function writeDate(date: string): string {
    const [year, month, day] = date.split("-").map(Number);
    if (month === undefined) return date;
    return (day === undefined ? months : days)().format(new Date(Date.UTC(year!, month - 1, day ?? 1)));
  }

  function say(message: Msg): string {
    const slots: Record<string, string | number> = {};
    for (const [slot, arg] of Object.entries(message.args)) {
      slots[slot] = write(arg);
      const bare = typeof arg === "object" && "why" in arg ? arg.value : arg;
      // {n} is written out; plural and select rules need the bare value and take it as {n_}.
      slots[`${slot}_`] =
        typeof bare === "number" ? bare : bare === "" ? "none" : typeof bare === "string" ? bare : "some";
    }
    return String(format(message.id).format(slots));
  }

  /** The value, with marks around it while a message is said in parts. */
  function reasoned({ value, why }: Reasoned): string {
    const keys = met;
    met = null;
    const text = write(value);
    met = keys;
    return keys
      ? marks.open + String(keys.push(why) - 1) + marks.middle + text.replace(anyMark, "\ufffd") + marks.close
      : text;
  }

  function parts(arg: Arg): readonly Part[] {
    const keys: string[] = [];
    met = keys;
    try {
      const pieces = write(arg).split(markedPart);
      // Text, then by turns the place of a key, the part that it is behind, and the text up to the next.
      return pieces.flatMap((piece, i): Part[] => {
        if (i % 3 === 1) return [];
        return i % 3 === 2 ? [{ text: piece, why: keys[Number(pieces[i - 1])]! }] : piece === "" ? [] : [piece];
      });
    } finally {
      met = null;
    }
  }

  return {
    locale,
    direction: /^(ar|fa|he|ur)\b/.test(locale) ? "rtl" : "ltr",
    say,
    write,
    parts,
    has: (id) => catalogue[id] !== undefined,
  };
}

const longDate = { calendar: "gregory", timeZone: "UTC", year: "numeric", month: "long" } as const;

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
