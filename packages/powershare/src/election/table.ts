import { type Fault, fault, type Place } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import { type Csv, type CsvCell, type CsvRow, readCsv } from "../document/csv.ts";
import { textOf } from "../document/text.ts";

/** Rows under a head, each with its cells by column. */
export interface Table<Column extends string> {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow<Column>[];
  readonly faults: readonly Fault[];
}

export interface TableRow<Column extends string> {
  readonly place: Place;
  readonly cells: Readonly<Partial<Record<Column, CsvCell>>>;
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
  if ("fault" in read) return none([read.fault]);
  const { csv, faults } = readCsv(read.text, file);
  if (!csv) return none(faults);
  const head = readHead(csv, needed, allowed);
  if (head.faults.length > 0) return none(head.faults);
  const rows = csv.rows.slice(1);
  if (rows.length === 0) return none([at(csv.rows[0]!.place, "csv-no-rows")]);
  return {
    columns: head.columns,
    rows: rows
      .filter((row) => row.cells.length === head.columns.length)
      .map((row) => ({
        place: row.place,
        cells: Object.fromEntries(head.columns.map((c, i) => [c, row.cells[i]])) as TableRow<Column>["cells"],
      })),
    faults: rows.flatMap((row) => widthFault(row, head.columns)),
  };
}

const none = (faults: readonly Fault[]) => ({ columns: [], rows: [], faults });

function readHead<Column extends string>(
  csv: Csv,
  needed: readonly Column[],
  allowed: readonly Column[],
): { readonly columns: readonly Column[]; readonly faults: readonly Fault[] } {
  const known: readonly string[] = [...allowed, ...needed];
  const { cells, place } = csv.rows[0]!;
  const names = cells.map((c) => c.text.toLowerCase());
  const expected = {
    list: [needed, [...allowed, ...needed]]
      .filter((l, i) => i === 0 || l.length > needed.length)
      .map((l) => l.join(",")),
    or: true,
  };
  const separator = [";", "\t", "|"].find(
    (s) => cells.length === 1 && names[0]!.split(s).some((n) => known.includes(n.trim())),
  );
  if (separator !== undefined)
    return { columns: [], faults: [at(place, "csv-separator", { got: separator === "\t" ? "tab" : separator })] };
  if (names.every((n) => !known.includes(n) && nearest(n, known) === null))
    return { columns: [], faults: [at(place, "csv-no-header", { got: cells.map((c) => c.text).join(","), expected })] };
  const faults = cells.flatMap((cell, i) => {
    const name = names[i]!;
    if (!known.includes(name))
      return [
        at(cell.place, "csv-header", {
          got: cell.text,
          near:
            nearest(
              name,
              known.filter((k) => !names.includes(k)),
            ) ?? "",
          known: { list: known, or: true },
        }),
      ];
    return names.indexOf(name) < i ? [at(cell.place, "csv-header-twice", { got: name })] : [];
  });
  if (faults.length === 0)
    faults.push(
      ...needed.filter((c) => !names.includes(c)).map((column) => at(place, "csv-no-column", { column, expected })),
    );
  return { columns: names as unknown as readonly Column[], faults };
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
