import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "./csv.ts";
import { applied } from "./edit.ts";
import { setCell } from "./edit-csv.ts";

function set(text: string, row: Readonly<Record<string, string>>, column: string, value: string): string {
  const { edit, refused } = setCell(text, row, column, value);
  return refused ?? (edit ? applied(text, edit) : text);
}

describe("a cell is set", () => {
  test.each<readonly [string, string, string]>([
    ["and the rest stays", "party,votes\nANC, 12 \nNP,3\n", "party,votes\nANC, 7 \nNP,3\n"],
    ["in quotes", 'party,votes\r\n"ANC","12"\r\n', 'party,votes\r\n"ANC","7"\r\n'],
    ["with columns in another order and upper case", "\ufeffVotes,Party\n12,ANC", "\ufeffVotes,Party\n7,ANC"],
    ["that was empty", "party,votes\nANC,\n", "party,votes\nANC,7\n"],
    ["after a line break in quotes", 'party,votes\n"a\r\nb",1\nANC,2\n', 'party,votes\n"a\r\nb",1\nANC,7\n'],
  ])("%s", (_, text, expected) => expect(set(text, { party: "ANC" }, "votes", "7")).toBe(expected));

  test("of a party in a district", () => {
    const text = "district,party,votes\nnorth,A,1\nnorth,B,2\nsouth,A,3\n";
    expect(set(text, { district: "south", party: "A" }, "votes", "9")).toBe(text.replace("A,3", "A,9"));
  });

  test("with quotes where the value needs some", () => {
    expect(set("party,votes\nANC,1\n", { party: "ANC" }, "votes", '1,"2"')).toBe('party,votes\nANC,"1,""2"""\n');
  });

  test("to what it is: nothing changes", () => {
    expect(setCell("party,votes\nANC,1\n", { party: "ANC" }, "votes", "1")).toEqual({ edit: null, refused: null });
  });
});

test.each<readonly [string, string, string]>([
  ["a row that is not there", "party,votes\nNP,1\n", "missing"],
  ["a column that is not there", "party,seats\nANC,1\n", "missing"],
  ["a row that is too short", "party,votes\nANC\n", "missing"],
  ["a table that cannot be read", 'party,votes\nANC,"1\n', "syntax"],
  ["no table", "", "syntax"],
])("refused: %s", (_, text, refused) =>
  expect(setCell(text, { party: "ANC" }, "votes", "7")).toEqual({ edit: null, refused }),
);

test("in any table, the one cell and no other", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é", "𝒳"), maxLength: 5 });
  const table = fc.array(fc.tuple(cell, fc.boolean(), cell), { minLength: 1, maxLength: 6 });
  const plain = (text: string) => !/[",\r\n]/.test(text) && text.trim() === text && text !== "";
  fc.assert(
    fc.property(table, cell, fc.constantFrom("\n", "\r\n"), (rows, value, end) => {
      const write = (text: string, bare: boolean) => (bare && plain(text) ? text : `"${text.replaceAll('"', '""')}"`);
      const lines = rows.map(([name, bare, count], i) => `${write(`${i}${name}`, bare)} , ${write(count, bare)}`);
      const text = ["party,votes", ...lines, ""].join(end);
      const at = rows.length - 1;
      const changed = set(text, { party: `${at}${rows[at]![0]}` }, "votes", value);
      const cells = readCsv(changed, "").csv!.rows.map((row) => row.cells.map((one) => one.text));
      expect(cells).toEqual([
        ["party", "votes"],
        ...rows.map(([name, , count], i) => [`${i}${name}`, i === at ? value : count]),
      ]);
    }),
    { seed: 4, numRuns: 500 },
  );
});
