import { describe, expect, test } from "vitest";
import { checkPositions, inOrder, positionsOf, rangeOf, scaleOf } from "./positions.ts";
import type { Position } from "./schema.ts";

const issues = {
  presidency: {
    question: "When does the president leave?",
    scale: { 1: "stays", 3: "after a transition", 5: "goes first" },
  },
};
const position = (actor: string, at: Position["at"], date: string, more: Partial<Position> = {}): Position => ({
  actor,
  issue: "presidency",
  at,
  date,
  ...more,
});

describe("positions", () => {
  test("the latest statement holds, and what changed is a move", () => {
    const positions = [
      position("a", 5, "2015-09-01"),
      position("a", 3, "2015-09-07"),
      position("a", 3, "2015-09-09"),
      position("b", 1, "2015-08-25"),
    ];
    const found = positionsOf({ issues, positions }).issues["presidency"]!;
    expect(found.now["a"]).toEqual({ at: [3, 3], date: "2015-09-09", salience: null, influence: null });
    expect(found.moves).toEqual([
      { actor: "a", from: [5, 5], to: [3, 3], dateFrom: "2015-09-01", dateTo: "2015-09-07" },
    ]);
    expect(found.range).toEqual([1, 3]);
    expect(found.distances).toEqual([{ a: "b", b: "a", distance: 2 }]);
  });

  test("ranges are as far apart as their nearest ends, and not at all where they overlap", () => {
    const positions = [
      position("a", [1, 2], "2015-01-01"),
      position("b", [4, 5], "2015-01-01"),
      position("c", [2, 4], "2015-01-01"),
    ];
    const { distances } = positionsOf({ issues, positions }).issues["presidency"]!;
    expect(distances).toEqual([
      { a: "a", b: "b", distance: 2 },
      { a: "a", b: "c", distance: 0 },
      { a: "b", b: "c", distance: 0 },
    ]);
  });

  test("the order of the document does not matter, but for statements of one day", () => {
    const [first, second] = [position("a", 1, "2015-01-01"), position("a", 5, "2015-01-02")];
    expect(positionsOf({ issues, positions: [second, first] })).toEqual(
      positionsOf({ issues, positions: [first, second] }),
    );
    expect(inOrder([second, first, position("b", 1, "2015-01-02")]).map((p) => p.actor)).toEqual(["a", "a", "b"]);
  });

  test("salience and influence last until another is given", () => {
    const positions = [
      position("a", 1, "2015-01-01", { salience: 80, influence: "2.5" }),
      position("a", 2, "2015-01-02"),
    ];
    expect(positionsOf({ issues, positions }).issues["presidency"]!.now["a"]).toMatchObject({
      salience: 80,
      influence: 2.5,
    });
  });

  test("nobody said anything: no range, nobody now", () => {
    expect(positionsOf({ issues, positions: [] }).issues["presidency"]).toEqual({
      now: {},
      moves: [],
      range: null,
      distances: [],
    });
  });

  test("decimals and ends of a scale", () => {
    expect(rangeOf(position("a", ["1.5", 2], "2015"))).toEqual([1.5, 2]);
    expect(scaleOf({ question: "?", scale: { 5: "high", "-1": "low" } })).toEqual([-1, 5]);
  });
});

describe("what is wrong with positions", () => {
  const told = (positions: Position[], until: string | null = "2015-09-04", over: typeof issues = issues) =>
    checkPositions({ issues: over, positions }, "positions", until).map((f) => `${f.path} ${f.code}`);

  test("points off the scale, ranges the wrong way round, unknown issues, later dates, two places on one day", () => {
    expect(
      told([
        position("a", 6, "2015-01-01"),
        position("b", [3, 1], "2015-01-01"),
        { ...position("c", 1, "2015-01-01"), issue: "presidancy" },
        position("d", 1, "2015-09-05"),
        position("e", 1, "2015-01-01"),
        position("e", 2, "2015-01-01"),
      ]),
    ).toEqual([
      "/positions/0/at off-scale",
      "/positions/1/at range-reversed",
      "/positions/2/issue dangling",
      "/positions/3/date after-the-facts",
      "/positions/5/at two-positions",
    ]);
  });

  test("the day of the facts itself and a month that holds it are not later", () => {
    expect(told([position("a", 1, "2015-09-04"), position("b", 1, "2015-09")])).toEqual([]);
    expect(told([position("a", 1, "2030-01-01")], null)).toEqual([]);
  });

  test("a scale needs two points", () => {
    expect(told([], null, { presidency: { question: "?", scale: { 1: "stays" } } } as never)).toEqual([
      "/issues/presidency/scale scale-too-short",
    ]);
  });
});
