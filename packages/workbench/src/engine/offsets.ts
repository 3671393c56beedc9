/** Offsets, in UTF-16 units, of the lines and columns in which the library gives places. */
export class Offsets {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)];
  }

  /** Both count from 1; what lies outside the text is moved to its nearest place. */
  at(line: number, column: number): number {
    const start = this.#starts[Math.min(line, this.#starts.length) - 1] ?? 0;
    // A byte order mark is no part of the first line as the library reads it.
    const mark = start === 0 && this.#text.startsWith("\ufeff") ? 1 : 0;
    return Math.min(start + mark + Math.max(column, 1) - 1, this.#text.length);
  }
}
