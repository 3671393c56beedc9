import { type Fault, fault, type Place } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { type CsvCell, type CsvRow, readCsv } from "../document/csv.ts";
import { textOf } from "../document/text.ts";

/** Rows under a head, each with its cells by column. */
export interface Table<Column extends string> {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow<Column>[];
  readonly faults: readonly Fault[];
}

export interface TableRow<Column extends string> {
  readonly cells: Readonly<Partial<Record<Column, CsvCell>>>;
  /** Whether the row has as many cells as the head; if not, that is among the faults of the table. */
  readonly fits: boolean;
}

/**
 * Reads a CSV with a head.
 *
 * @param needed  columns that must be there
 * @param allowed columns that may be there besides
 */
export function readTable<Column extends string>(
  bytes: Uint8Array,
  file: string,
  needed: readonly Column[],
  allowed: readonly Column[],
): Table<Column> {
  const read = textOf(bytes, file);
  if ("fault" in read) return none([ofTable(read.fault, needed)]);
  const { csv, faults } = readCsv(read.text, file);
  if (!csv) return none(faults.map((f) => ofTable(f, needed)));
  const [head, ...rows] = csv.rows;
  const columns = head!.cells.map((c) => c.text.toLowerCase());
  const wrong = headFaults(head!, columns, needed, allowed);
  if (wrong.length > 0) return none(wrong);
  if (rows.length === 0) return none([at(head!.place, "csv-no-rows")]);
  return {
    columns: columns as unknown as readonly Column[],
    rows: rows.map(({ cells }) => ({
      cells: Object.fromEntries(
        cells.flatMap((cell, i) => (i < columns.length ? [[columns[i]!, cell]] : [])),
      ) as TableRow<Column>["cells"],
      fits: cells.length === columns.length,
    })),
    faults: rows.flatMap((row) => widthFault(row, columns)),
  };
}

/** What an empty table lacks is its head. */
const ofTable = (f: Fault, needed: readonly string[]): Fault =>
  f.code === "empty-file" ? { ...f, code: "csv-empty", args: { expected: needed.join(",") } } : f;

const none = (faults: readonly Fault[]) => ({ columns: [], rows: [], faults });

function headFaults(
  { cells, place }: CsvRow,
  names: readonly string[],
  needed: readonly string[],
  allowed: readonly string[],
): Fault[] {
  const known = [...allowed, ...needed];
  const expected = { list: allowed.length === 0 ? [needed.join(",")] : [needed.join(","), known.join(",")], or: true };
  const separator = separatorOf(names, known);
  if (separator !== null) return [at(place, "csv-separator", { got: separator === "\t" ? "tab" : separator })];
  if (names.every((n) => !known.includes(n) && nearest(n, known) === null))
    return [at(place, "csv-no-header", { got: cells.map((c) => c.text).join(","), expected })];
  const free = known.filter((k) => !names.includes(k));
  const faults = names.flatMap((name, i) => {
    const { text, place: here } = cells[i]!;
    if (!known.includes(name))
      return [at(here, "csv-header", { got: text, near: nearest(name, free) ?? "", known: { list: known, or: true } })];
    return names.indexOf(name) < i ? [at(here, "csv-header-twice", { got: name })] : [];
  });
  if (faults.length > 0) return faults;
  return needed.filter((c) => !names.includes(c)).map((column) => at(place, "csv-no-column", { column, expected }));
}

/** What stands between the names of columns where it is not a comma. */
function separatorOf(names: readonly string[], known: readonly string[]): string | null {
  if (names.length !== 1) return null;
  return (
    [";", "\t", "|"].find((s) => names[0]!.split(s).some((n) => n !== names[0] && known.includes(n.trim()))) ?? null
  );
}

/** A row with more or fewer cells than the head; a number with a comma in it is the usual cause. */
function widthFault({ cells, place }: CsvRow, columns: readonly string[]): Fault[] {
  if (cells.length === columns.length) return [];
  const last = cells.slice(columns.length - 1).map((c) => c.text);
  if (last.length > 1 && /^\d{1,3}$/.test(last[0]!) && last.slice(1).every((t) => /^\d{3}$/.test(t))) {
    const prefix = columns.at(-1) === "seats" ? "seats" : "votes";
    return [at(cells[columns.length - 1]!.place, `${prefix}-grouped`, { got: last.join(","), write: last.join("") })];
  }
  return [at(place, "csv-cells", { got: cells.length, expected: columns.length, columns: columns.join(",") })];
}

/** A fault that has a place in a table, and no path in a document. */
export const at = (where: Place, code: string, args: Fault["args"] = {}): Fault => ({
  ...fault("", code, args),
  where,
});
