import { describe, expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { readEntry } from "./entry.ts";

const bound = (figure: string, sign: ">" | ">=", value: Rational) => ({
  rule: { kind: "bound", figure, isStrict: sign === ">", bound: value },
});

describe("entry rules", () => {
  test.each([
    ["seats >= 20", bound("seats", ">=", Rational.of(20))],
    ["  seats>80  ", bound("seats", ">", Rational.of(80))],
    ["votes >= 1000", bound("votes", ">=", Rational.of(1000))],
    ["share >= 5%", bound("share(seats)", ">=", Rational.of(1, 20))],
    ["share > 1/20", bound("share(seats)", ">", Rational.of(1, 20))],
    ["share(seats) >= 0.05", bound("share(seats)", ">=", Rational.of(1, 20))],
    ["share ( votes ) >= 2.5%", bound("share(votes)", ">=", Rational.of(1, 40))],
    ["share >= 100%", bound("share(seats)", ">=", Rational.one)],
    ["largest 2", { rule: { kind: "largest", places: 2 } }],
    ["largest", { rule: { kind: "largest", places: 1 } }],
    [" largest  12 ", { rule: { kind: "largest", places: 12 } }],
  ])("%s", (text, reading) => {
    expect(readEntry(text)).toEqual(reading);
  });

  test.each([
    ["", 0, "figure", ""],
    ["   ", 3, "figure", ""],
    [">= 20", 0, "figure", ""],
    ["seat >= 20", 0, "figure", "seats"],
    ["  sahre >= 5%", 2, "figure", "share"],
    ["Seats >= 20", 0, "figure", "seats"],
    ["seats", 5, "comparison", ""],
    ["seats = 20", 6, "comparison", ""],
    ["seats <= 20", 6, "comparison", ""],
    ["seats(votes) >= 20", 5, "comparison", ""],
    ["share(members) >= 20", 5, "comparison", ""],
    ["seats >=", 8, "count", ""],
    ["seats >= 5%", 9, "count", ""],
    ["seats >= 2.5", 9, "count", ""],
    ["seats >= -1", 9, "count", ""],
    ["share >= 20", 9, "share", ""],
    ["share >= 0", 9, "share", ""],
    ["share >= 5 %", 9, "share", ""],
    ["share(votes) >= many", 16, "share", ""],
    ["seats >= 20 and share >= 5%", 12, "end", ""],
    ["largest two", 8, "places", ""],
    ["largest 0", 8, "places", ""],
    ["largest2", 7, "places", ""],
    ["largest 2 parties", 10, "end", ""],
  ])("%j is refused from %d on: %s expected", (text, offset, expected, near) => {
    const { fault } = readEntry(text);
    expect(fault).toEqual({
      ...{ code: "entry-rule", offset },
      args: { got: text.slice(offset).trimEnd(), column: String(offset + 1), expected, near },
    });
  });
});
