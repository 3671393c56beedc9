/** Widths of the bold cut of Noto Sans in em, by groups of characters; other letters are taken as 0.66 wide. */
const widths: readonly (readonly [string, number])[] = [
  [" \u00a0\u202f", 0.26],
  ["ijl.,:;'’‘!|·", 0.31],
  ['ftrIJ()[]{}-/\\“”"', 0.43],
  ["scz?ELF", 0.55],
  ["0123456789+=<>÷×_^~$", 0.573],
  ["wWmM@%…—", 0.96],
  ["ADGHNOQUXKR&", 0.78],
];
const byCharacter: ReadonlyMap<string, number> = new Map(
  widths.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);

/** The regular cut is narrower than the bold one, but for its digits. */
const regular = 0.975;

/**
 * About how wide a text is, in the unit of `size`: drawings are made without a browser to measure in.
 *
 * A little too wide for Noto Sans and its stand-ins, so that what is found to fit does fit.
 */
export function textWidth(text: string, size: number, bold: boolean): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * size * (bold ? 1 : regular) * 1.03;
}

/**
 * A text in lines of a width at most, broken at spaces and after hyphens and slashes; a word that is
 * wider than a line is broken where the line ends. Nothing is left out.
 */
export function wrap(text: string, width: number, size: number, bold: boolean): readonly string[] {
  const fits = (line: string) => textWidth(line.trimEnd(), size, bold) <= width;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
    for (const character of piece) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The widest of several lines. */
export function widest(lines: readonly string[], size: number, bold: boolean): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size, bold)));
}

const pieces = (text: string): readonly string[] =>
  text
    .replace(/[ \t\r\n]+/g, " ")
    .trim()
    .match(/[^ /-]*[ /-]|[^ /-]+$/g) ?? [];

function characterWidth(character: string): number {
  const known = byCharacter.get(character);
  if (known !== undefined) return known;
  if (/[\p{Mark}\p{Control}\p{Format}]/u.test(character)) return 0;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(character))
    return 1.05;
  return /\p{Uppercase}/u.test(character) ? 0.72 : 0.66;
}
