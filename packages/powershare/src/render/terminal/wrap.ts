import { NO_BREAK } from "./safe.ts";
import type { Line, Span } from "./screen.ts";
import { beginning, clusters, displayWidth } from "./width.ts";

/** What stays in one line; `space` says whether a space stands before it. */
interface Word {
  readonly spans: Span[];
  readonly space: boolean;
}

/**
 * Sets running text in lines of at most `width` columns. Lines break at spaces and between wide
 * characters, never inside a number written in groups ("12 237 655"); only a word longer than a
 * line is broken.
 */
export function wrap(text: readonly Span[], width: number): Line[] {
  const room = Math.max(1, width);
  const lines: Span[][] = [[]];
  let used = 0;
  const breakLine = (): void => {
    lines.push([]);
    used = 0;
  };
  const put = (span: Span): void => {
    lines.at(-1)!.push(span);
    used += displayWidth(span.text);
  };
  for (const { spans, space } of wordsIn(text)) {
    const gap = space && used > 0 ? 1 : 0;
    if (used > 0 && used + gap + lineWidth(spans) > room) breakLine();
    else if (gap > 0) put(withText(inkOfGap(lines.at(-1)!, spans), " "));
    for (const span of spans) {
      let rest = span.text;
      while (rest !== "") {
        const part = beginningOf(rest, room - used) || (used === 0 ? clusters(rest)[0]! : "");
        if (part !== "") put(withText(span, part));
        rest = rest.slice(part.length);
        if (rest !== "") breakLine();
      }
    }
  }
  return lines.map(joined);
}

/** As much of a word as has room; of a long one, as of an address, rather up to a sign than into the midst. */
function beginningOf(word: string, room: number): string {
  const part = beginning(word, room);
  if (part.length === word.length) return part;
  const sign = part.search(/[/?&=_.-][^/?&=_.-]*$/);
  return sign > part.length / 2 ? part.slice(0, sign + 1) : part;
}

/** Puts `first` before the first line and as much space before the others. */
export function hang(first: Line, lines: readonly Line[]): Line[] {
  const space = " ".repeat(lineWidth(first));
  return lines.map((line, i) => (i === 0 ? [...first, ...line] : [{ text: space }, ...line]));
}

export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + displayWidth(text), 0);

function wordsIn(text: readonly Span[]): Word[] {
  const words: Word[] = [];
  let space = true;
  for (const span of text) {
    const kept = span.text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, NO_BREAK);
    for (const part of kept.split(/( +)/).filter((one) => one !== "")) {
      if (part.startsWith(" ")) {
        space = true;
        continue;
      }
      for (const piece of pieces(part)) {
        const last = words.at(-1)?.spans;
        if (space || last === undefined || mayBreak(last.at(-1)!.text, piece))
          words.push({ spans: [withText(span, piece)], space });
        else last.push(withText(span, piece));
        space = false;
      }
    }
  }
  return words;
}

/** A word, cut where it may break: around each wide character. */
function pieces(word: string): string[] {
  const found: string[] = [];
  let afterWide = false;
  for (const cluster of clusters(word)) {
    const wide = displayWidth(cluster) === 2;
    if (found.length === 0 || wide || afterWide) found.push(cluster);
    else found[found.length - 1] += cluster;
    afterWide = wide;
  }
  return found;
}

/** Wide characters are written without spaces between them. */
const mayBreak = (before: string, after: string): boolean => isWide(before) || isWide(after);

const isWide = (text: string): boolean => displayWidth(text) === 2 && clusters(text).length === 1;

/** One span for neighbours of the same ink. */
function joined(line: readonly Span[]): Line {
  const spans: Span[] = [];
  for (const next of line) {
    const last = spans.at(-1);
    if (last && last.ink === next.ink) spans[spans.length - 1] = withText(last, last.text + next.text);
    else spans.push(next);
  }
  return spans;
}

const withText = ({ ink }: Span, text: string): Span => (ink ? { text, ink } : { text });

/** A gap is inked as the words on both sides of it are, if they are the same. */
function inkOfGap(line: Line, [next]: readonly Span[]): Span {
  const last = line.at(-1);
  return last && last.ink === next?.ink ? last : { text: " " };
}
