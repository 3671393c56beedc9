import { type Fault, fault, type Place } from "../core/fault.ts";

/** One value of a table, and where it starts. */
export interface CsvCell {
  /** Without the quotes around it. White space around an unquoted value is cut off. */
  readonly text: string;
  readonly place: Place;
  /** Where it starts and ends as written, quotes included: UTF-16 units into the text. */
  readonly from: number;
  readonly to: number;
}

export interface CsvRow {
  readonly cells: readonly CsvCell[];
  readonly place: Place;
}

/** A table of text: its rows that hold something, the head included. */
export interface Csv {
  readonly file: string;
  readonly rows: readonly CsvRow[];
}

export type CsvReading =
  | { readonly csv: Csv; readonly faults: readonly [] }
  | { readonly csv: null; readonly faults: readonly Fault[] };

/**
 * Reads comma-separated values (RFC 4180): cells with or without quotes, a doubled quote inside
 * quotes, line breaks inside quotes; lines end with LF, CRLF or CR; a byte order mark is skipped, and
 * so are lines without a value.
 *
 * No library gives the line and column of each cell, and a fault in a table needs them. Columns count
 * UTF-16 code units from 1, as in the rest of the documents.
 *
 * @returns every fault of the form: `empty-file`, `csv-quote-open`, `csv-quote`
 */
export function readCsv(text: string, file: string): CsvReading {
  const reader = new Reader(text, file);
  const rows: CsvRow[] = [];
  while (!reader.ended) {
    const row = reader.row();
    if (row.cells.some((c) => c.text !== "")) rows.push(row);
  }
  if (rows.length === 0 && reader.faults.length === 0)
    reader.faults.push({ ...fault("", "empty-file"), where: { file, line: 1, column: 1 } });
  return reader.faults.length === 0 ? { csv: { file, rows }, faults: [] } : { csv: null, faults: reader.faults };
}

class Reader {
  readonly faults: Fault[] = [];
  readonly #text: string;
  readonly #file: string;
  #at: number;
  #line = 1;
  #lineStart: number;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#at = text.startsWith("\ufeff") ? 1 : 0;
    this.#lineStart = this.#at;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  row(): CsvRow {
    const place = this.#place();
    const cells = [this.#cell()];
    while (this.#text[this.#at] === ",") {
      this.#at++;
      cells.push(this.#cell());
    }
    this.#skipLineBreak();
    return { cells, place };
  }

  #cell(): CsvCell {
    const start = this.#at;
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at++;
    const place = this.#place();
    if (this.#text[this.#at] === '"') return this.#quoted(place);
    const from = this.#at;
    this.#at = start;
    const raw = this.#upToSeparator();
    const text = raw.trim();
    if (raw.includes('"')) this.#fault("csv-quote", place, { cell: text });
    return { text, place, from, to: from + text.length };
  }

  #quoted(place: Place): CsvCell {
    const from = this.#at;
    let value = "";
    this.#at++;
    for (;;) {
      const close = this.#text.indexOf('"', this.#at);
      if (close < 0) {
        this.#fault("csv-quote-open", place, {});
        this.#at = this.#text.length;
        return { text: value, place, from, to: this.#at };
      }
      value += this.#text.slice(this.#at, close);
      this.#countLines(this.#at, close);
      this.#at = close + 1;
      if (this.#text[this.#at] !== '"') break;
      value += '"';
      this.#at++;
    }
    const to = this.#at;
    const after = this.#upToSeparator();
    if (after.trim() !== "") this.#fault("csv-quote", place, { cell: `"${value}"${after.trimEnd()}` });
    return { text: value, place, from, to };
  }

  #upToSeparator(): string {
    const start = this.#at;
    while (!this.ended && !/[,\r\n]/.test(this.#text[this.#at]!)) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #skipLineBreak(): void {
    if (this.ended) return;
    this.#at += this.#text.startsWith("\r\n", this.#at) ? 2 : 1;
    this.#line++;
    this.#lineStart = this.#at;
  }

  /** Counts the line breaks inside a quoted value. */
  #countLines(from: number, to: number): void {
    for (const found of this.#text.slice(from, to).matchAll(/\r\n|\n|\r/g)) {
      this.#line++;
      this.#lineStart = from + found.index + found[0].length;
    }
  }

  #place(): Place {
    return { file: this.#file, line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #fault(code: string, where: Place, args: Readonly<Record<string, string>>): void {
    this.faults.push({ ...fault("", code, args), where });
  }
}
