import { type CsvRow, readCsv } from "./csv.ts";
import { applied, type Edit, type Editing, refuse } from "./edit.ts";

/**
 * Sets a cell of a CSV with a head: the smallest change, with quotes where the cell had some.
 *
 * @param row    the values by column that tell the row, such as {district, party}; upper and lower
 *               case of a column's name are one
 * @param column of the cell
 */
export function setCell(text: string, row: Readonly<Record<string, string>>, column: string, value: string): Editing {
  const { csv } = readCsv(text, "");
  const head = csv?.rows[0];
  if (!csv || !head) return refuse("syntax");
  const columns = head.cells.map((cell) => cell.text.toLowerCase());
  const at = columns.indexOf(column);
  const fits = ({ cells }: CsvRow) =>
    Object.entries(row).every(([name, wanted]) => cells[columns.indexOf(name)]?.text === wanted);
  const cell = csv.rows.slice(1).find(fits)?.cells[at];
  if (!cell) return refuse("missing");
  if (cell.text === value) return { edit: null, refused: null };
  const remove = text.slice(cell.from, cell.to);
  const insert = remove.startsWith('"') || needsQuotes(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const edit: Edit = { from: cell.from, remove, insert };
  const expected = csv.rows.map(({ cells }) => cells.map((one) => (one === cell ? value : one.text)));
  return reads(applied(text, edit), expected) ? { edit, refused: null } : refuse("unwritable");
}

const needsQuotes = (value: string): boolean => /[",\r\n]|^\s|\s$/.test(value);

const reads = (text: string, expected: readonly (readonly string[])[]): boolean =>
  JSON.stringify(readCsv(text, "").csv?.rows.map(({ cells }) => cells.map((cell) => cell.text))) ===
  JSON.stringify(expected);
