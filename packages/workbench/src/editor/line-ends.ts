import { Text } from "@codemirror/state";

/**
 * The editor counts every line break as one unit; a file may hold CR LF, which are two. The places of such breaks, as
 * ascending offsets of the editor, tell how its offsets and the file's differ.
 */
export type DoubleBreaks = readonly number[];

/** A file's text as the lines of the editor. A break is LF, CR LF or CR. */
export const linesOf = (text: string): Text => Text.of(text.split(/\r\n|\r|\n/));

export function doubleBreaksOf(text: string): DoubleBreaks {
  const breaks: number[] = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) breaks.push(at - breaks.length);
  return breaks;
}

/** The offset in the file of an offset in the editor. */
export const toFile = (breaks: DoubleBreaks, position: number): number =>
  position + countBelow(breaks, (at) => at < position);

/** The offset in the editor of an offset in the file; between CR and LF it is the end of the line. */
export const toEditor = (breaks: DoubleBreaks, offset: number): number =>
  offset - countBelow(breaks, (at, index) => at + index < offset);

/** What a new line of this file ends with: what its first line ends with. */
export const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";

/** How many of the first breaks satisfy a condition that holds up to one of them and then no more. */
function countBelow(breaks: DoubleBreaks, holds: (at: number, index: number) => boolean): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(breaks[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
