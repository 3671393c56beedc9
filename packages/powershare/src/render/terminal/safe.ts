/** A space at which a line may not break; printed as a plain one. */
export const NO_BREAK = "\u00a0";

/**
 * Text of others made fit for a terminal: it can neither send a command (control characters,
 * ESC included, become a replacement mark), nor turn the reading order round, nor hide characters,
 * nor pile marks over the lines above. Every kind of white space becomes one space.
 *
 * @param unicode false: the result is ASCII (and `NO_BREAK`). In a terminal of 8 bits the bytes of a
 *                plain UTF-8 letter can be a command too. Letters lose their accents; what has no
 *                ASCII letter is a question mark
 */
export function safeText(text: string, unicode: boolean): string {
  const shown = text
    .replace(/[\u2007\u202f]/g, NO_BREAK)
    .replace(/(?:[\t-\r\u0085]|(?!\u00a0)\p{Z})/gu, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd")
    .replace(hidden, "")
    .replace(/(\p{M}{8})\p{M}+/gu, "$1");
  return unicode ? shown : toAscii(shown);
}

/** Format characters and variation selectors, except the joiners that letters need and the signs that are seen. */
const hidden =
  /(?![\u200c-\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cf}\u034f\u115f\u1160\u3164\uffa0\p{Variation_Selector}]/gu;

function toAscii(text: string): string {
  return text.replace(/[^\u0020-\u007e\u00a0]/gu, (sign) => {
    const known = ascii.get(sign);
    if (known !== undefined) return known;
    const parts = [...sign.normalize("NFKD")].filter((part) => !/\p{M}/u.test(part));
    return parts.map((part) => (/[ -~]/.test(part) ? part : (ascii.get(part) ?? "?"))).join("");
  });
}

const ascii: ReadonlyMap<string, string> = new Map([
  ...pairs("‘’‚‛′", "'"),
  ...pairs("“”„‟″«»", '"'),
  ...pairs("‐‑‒–—―−", "-"),
  ...pairs("·•", "*"),
  ...pairs("÷⁄∕", "/"),
  ...pairs("\u200c\u200d", ""),
  ...[..."٠١٢٣٤٥٦٧٨٩"].map((digit, value): [string, string] => [digit, String(value)]),
  ...[..."۰۱۲۳۴۵۶۷۸۹"].map((digit, value): [string, string] => [digit, String(value)]),
  ["×", "x"],
  ["≥", ">="],
  ["≤", "<="],
  ["≠", "!="],
  ["≈", "~"],
  ["→", "->"],
  ["←", "<-"],
  ["↔", "<->"],
  ["…", "..."],
  ["ß", "ss"],
  ["æ", "ae"],
  ["Æ", "AE"],
  ["œ", "oe"],
  ["Œ", "OE"],
  ["ø", "o"],
  ["Ø", "O"],
  ["ł", "l"],
  ["Ł", "L"],
  ["đ", "d"],
  ["Đ", "D"],
  ["ð", "d"],
  ["Ð", "D"],
  ["þ", "th"],
  ["Þ", "Th"],
  ["ı", "i"],
  ["٫", "."],
]);

function pairs(signs: string, become: string): [string, string][] {
  return [...signs].map((sign) => [sign, become]);
}
