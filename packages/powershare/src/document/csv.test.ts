import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "./csv.ts";

const cells = (text: string) => readCsv(text, "t.csv").csv?.rows.map((r) => r.cells.map((c) => c.text));
const faults = (text: string) =>
  readCsv(text, "t.csv").faults.map((f) => `${f.where!.line}:${f.where!.column} ${f.code}`);

describe("cells", () => {
  test.each([
    ["LF", "a,b\n1,2\n"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR", "a,b\r1,2"],
    ["a byte order mark", "\ufeffa,b\n1,2"],
    ["spaces around values", " a , b\t\n1 ,2"],
    ["lines without a value", "\n\na,b\n,\n  \n1,2\n\n"],
    ["quotes", '"a","b"\n"1" , "2"\n'],
  ])("%s", (_, text) =>
    expect(cells(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]),
  );

  test("commas, line breaks, doubled quotation marks and spaces inside quotes belong to the value", () => {
    expect(cells('"a, b","say ""no""",""\n" x\r\ny ",,2')).toEqual([
      ["a, b", 'say "no"', ""],
      [" x\r\ny ", "", "2"],
    ]);
  });

  test("each has its line and column, also after a line break inside quotes", () => {
    const { csv } = readCsv('\ufeffa,"b\nc",d\r\n  e,f', "t.csv");
    const places = csv!.rows.map((r) => r.cells.map((c) => `${c.place.line}:${c.place.column}`));
    expect(places).toEqual([
      ["1:1", "1:3", "2:4"],
      ["3:3", "3:5"],
    ]);
  });

  test("what is written by RFC 4180 is read back", () => {
    const value = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é", "𝒳"), maxLength: 6 });
    const table = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const quoted = (v: string) => `"${v.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const kept = rows.filter((r) => r.some((v) => v !== ""));
        expect(cells(rows.map((r) => r.map(quoted).join(",")).join(end)) ?? []).toEqual(kept);
      }),
      { numRuns: 500, seed: 4180 },
    );
  });
});

describe("faults, each with its place", () => {
  test.each([
    ["nothing", "", ["1:1 empty-file"]],
    ["blank lines", "\ufeff\n , \n", ["1:1 empty-file"]],
    ["a quotation mark that is not closed, where it opens", 'a,b\n1,"2\n3,4\n', ["2:3 csv-quote-open"]],
    ["text behind a closing quotation mark", 'a,"b"c\n', ["1:3 csv-quote"]],
    ["a quotation mark in the middle", 'a,b"c"\nd"e,f', ["1:3 csv-quote", "2:1 csv-quote"]],
  ])("%s", (_, text, expected) => expect(faults(text)).toEqual(expected));
});
