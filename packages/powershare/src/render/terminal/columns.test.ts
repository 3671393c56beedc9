import { describe, expect, test } from "vitest";
import { type Demand, fitColumns } from "./columns.ts";

const number = (width: number, drop = 0): Demand => ({
  drop,
  natural: [width, width, width],
  comfort: width,
  least: width,
});
const name = (width: number): Demand => ({
  drop: 0,
  natural: [width, width, width],
  comfort: Math.min(width, 16),
  least: 8,
});
const head = (one: number, two: number, three: number): Demand => ({
  drop: 0,
  natural: [one, two, three],
  comfort: three,
  least: three,
});

describe("room for columns", () => {
  test("all as wide as they like where there is enough", () => {
    expect(fitColumns([name(30), number(10)], 42)).toEqual({ shown: [0, 1], widths: [30, 10] });
  });

  test("heads take more lines first", () => {
    expect(fitColumns([name(30), head(20, 12, 8)], 44)).toEqual({ shown: [0, 1], widths: [30, 12] });
  });

  test("then names shorten, numbers never", () => {
    expect(fitColumns([name(30), head(20, 12, 8)], 30)).toEqual({ shown: [0, 1], widths: [20, 8] });
  });

  test("then the columns of the highest drop go, all of one number together", () => {
    const columns = [name(30), number(10, 1), number(10, 2), number(10, 2), number(10)];
    expect(fitColumns(columns, 64)?.shown).toEqual([0, 1, 2, 3, 4]);
    expect(fitColumns(columns, 63)?.shown).toEqual([0, 1, 4]);
    expect(fitColumns(columns, 39)?.shown).toEqual([0, 4]);
  });

  test("last, what has to stay shrinks to its least", () => {
    expect(fitColumns([name(30), number(10, 1), number(10)], 20)).toEqual({ shown: [0, 2], widths: [8, 10] });
    expect(fitColumns([name(30), number(10)], 19)).toBeNull();
  });

  test("no columns need no room", () => {
    expect(fitColumns([], 40)).toEqual({ shown: [], widths: [] });
  });
});
