import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Arg, msg } from "../../core/message.ts";
import type { Cell, Column, Table } from "../../report/blocks.ts";
import { text } from "../sample.testing.ts";
import { anyTable, words } from "./any.testing.ts";
import { renderTable } from "./table.ts";
import { displayWidth } from "./width.ts";

const view = (width: number, unicode = true) => ({ width, colour: false, unicode });
const at = (value: Arg | null, more: Omit<Cell, "value"> = {}): Cell => ({ value, ...more });
const start = (id: string): Column => ({ id, head: text(id), align: "start" });
const end = (id: string, drop = 0): Column => ({ id, head: text(id), align: "end", drop });

const table: Table = {
  caption: text("Seats"),
  columns: [start("Party"), end("Votes", 1), end("Seats")],
  rows: [
    [at("ANC", { name: "African National Congress" }), at(12_237_655), at(252, { mark: true })],
    [at("NP", { name: "National Party" }), at(3_983_690), at(82)],
    [at(text("17 other parties")), at(3_312_153), at(null)],
  ],
  foot: [at(text("All")), at(19_533_498), at(400)],
  note: text("As of 11 May 1994."),
  refs: [{ id: "iec", at: "p. 1" }],
};

describe("a table", () => {
  test("has text at the start, numbers at the end and the total under a rule", () => {
    expect(renderTable(table, words, view(80))).toBe(`\
Seats
Party                                Votes  Seats
ANC  African National Congress  12 237 655    252 ◂
NP   National Party              3 983 690     82
17 other parties                 3 312 153
───────────────────────────────────────────────────
All                             19 533 498    400
As of 11 May 1994.
[iec p. 1]`);
  });

  test("shortens names before numbers", () => {
    expect(renderTable(table, words, view(44))).toBe(`\
Seats
Party                         Votes  Seats
ANC  African National…   12 237 655    252 ◂
NP   National Party       3 983 690     82
17 other parties          3 312 153
────────────────────────────────────────────
All                      19 533 498    400
As of 11 May 1994.
[iec p. 1]`);
  });

  test("drops the column that may go", () => {
    const narrow = {
      ...table,
      rows: table.rows.map(([party, , seats]) => [party!, at({ exact: "9".repeat(20) }), seats!]),
    };
    expect(renderTable(narrow, words, view(40))).toBe(`\
Seats
Party                           Seats
ANC  African National Congress    252 ◂
NP   National Party                82
17 other parties
───────────────────────────────────────
All                               400
As of 11 May 1994.
[iec p. 1]`);
  });

  test("wraps its heads, the last line next to the rows", () => {
    const heads = { ...table, columns: [start("Party"), end("Votes left over"), end("Seats")] };
    expect(renderTable(heads, words, view(50)).split("\n").slice(0, 4)).toEqual([
      "Seats",
      "                               Votes left",
      "Party                                over  Seats",
      "ANC  African National Congre…  12 237 655    252 ◂",
    ]);
  });

  test("wraps text that is no name, and loses none of it", () => {
    const sentences: Table = {
      caption: text("Refusals"),
      columns: [start("Who"), start("Why")],
      rows: [[at("Assad’s foes"), at(text("it would help legitimise his rule"), { refs: [{ id: "mt", at: "R2" }] })]],
    };
    expect(renderTable(sentences, words, view(40))).toBe(`\
Refusals
Who           Why
Assad’s foes  it would help legitimise
              his rule [mt R2]`);
  });

  test("becomes a few lines for each row where not even its numbers have room", () => {
    const columns = ["A", "B", "C", "D"].map((id) => end(id));
    const row = columns.map(() => at({ exact: "123456789012" }));
    const wide = {
      caption: text("Wide"),
      columns: [start("Party"), ...columns],
      rows: [[at("ANC", { name: "Congress" }), ...row]],
    };
    expect(renderTable(wide, words, view(40))).toBe(`\
Wide
ANC Congress
  A: 123 456 789 012
  B: 123 456 789 012
  C: 123 456 789 012
  D: 123 456 789 012`);
  });

  test("says so when it is empty", () => {
    expect(renderTable({ ...table, rows: [] }, words, view(80))).toBe("Seats\nNone.\nAs of 11 May 1994.\n[iec p. 1]");
    expect(renderTable({ caption: text("Nothing"), columns: [], rows: [] }, words, view(80))).toBe("Nothing\nNone.");
  });

  test("aligns names of every width", () => {
    const names = ["敘利亞政府", "حزب", "e\u0301e\u0301"].map((name) => [at(name), at(1)]);
    const lines = renderTable(
      { caption: text("Names"), columns: [start("Who"), end("N")], rows: names },
      words,
      view(40),
    ).split("\n");
    expect(lines.slice(1).map(displayWidth)).toEqual([13, 13, 13, 13]);
  });

  test("reads a message, a date, a share and an exact number in the words of its language", () => {
    const row = [
      at({ date: "2015-09-04" }),
      at({ share: 0.6265, places: 2 }),
      at({ exact: "19533498" }),
      at(msg("sample.spare", { n: 51 })),
    ];
    const all = { caption: text("All"), columns: ["A", "B", "C", "D"].map((id) => end(id)), rows: [row] };
    expect(renderTable(all, words, view(80)).split("\n")[2]).toBe("4 September 2015  62.65  19 533 498  51 to spare");
  });

  test("draws with ASCII where the terminal has nothing else", () => {
    expect(renderTable(table, words, view(44, false)).split("\n").slice(2, 6)).toEqual([
      "ANC  African Nationa...  12 237 655    252 <",
      "NP   National Party       3 983 690     82",
      "17 other parties          3 312 153",
      "--------------------------------------------",
    ]);
  });
});

test("no line is longer than the terminal is wide", () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: 40, max: 130 }), (one, width) => {
      for (const line of renderTable(one, words, view(width)).split("\n"))
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 200 },
  );
});

test("a number that stays is never cut, however little room there is", () => {
  const number = fc.bigInt({ min: 0n, max: 10n ** 18n });
  const rows = fc.array(fc.array(number, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 120 }), fc.string(), (numbers, width, name) => {
      const screen = renderTable(
        {
          caption: text("Numbers"),
          columns: [start("Name"), ...["A", "B", "C", "D", "E"].map((id) => end(id))],
          rows: numbers.map((row) => [at("X", { name }), ...row.map((n) => at({ exact: String(n) }))]),
        },
        words,
        view(width),
      );
      for (const n of numbers.flat()) expect(screen).toContain(words.write({ exact: String(n) }));
    }),
  );
});
