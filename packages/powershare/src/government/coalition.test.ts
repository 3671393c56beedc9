import fc from "fast-check";
import { expect, test } from "vitest";
import { canDoWithout, describeCoalition, indispensable, majorityAlone } from "./coalition.ts";
import { govern } from "./govern.ts";

const seats = { A: 40, B: 30, C: 20, D: 10 };

test("a coalition has seats to spare, none to spare, or is short of some", () => {
  expect(describeCoalition(["A", "B"], seats, 51)).toEqual({ seats: 70, spare: 19 });
  expect(describeCoalition(["B", "C", "Z"], seats, 50)).toEqual({ seats: 50, spare: 0 });
  expect(describeCoalition([], seats, 51)).toEqual({ seats: 0, short: 51 });
});

test("a parliament can do without a party when the others reach the majority", () => {
  expect(canDoWithout(seats, 51, "A")).toBe(true);
  expect(canDoWithout({ A: 60, B: 40 }, 51, "A")).toBe(false);
  expect(canDoWithout(seats, 100, "nobody")).toBe(true);
});

test("who has a majority alone", () => {
  expect(majorityAlone({ A: 60, B: 40 }, 51)).toEqual(["A"]);
  expect(majorityAlone({ A: 50, B: 50 }, 51)).toEqual([]);
  expect(majorityAlone({ A: 50, B: 50 }, 50)).toEqual(["A", "B"]);
});

test("indispensable: in every coalition that can govern", () => {
  expect(indispensable({ seats })).toEqual([]);
  expect(indispensable({ seats, exclude: [["A", "B"]] })).toEqual(["C"]);
  expect(
    indispensable({
      seats,
      exclude: [
        ["A", "B"],
        ["A", "C"],
        ["B", "D"],
      ],
    }),
  ).toEqual([]);
  expect(indispensable({ seats: { D: 10, A: 90 }, require: ["D"] })).toEqual(["D", "A"]);
  expect(indispensable({ seats: {} })).toEqual([]);
  expect(indispensable({ seats: { A: 1, B: 1 }, require: ["A", "B"], exclude: [["A", "B"]] })).toEqual([]);
});

test("indispensable is what all minimal coalitions share", () => {
  const party = fc.constantFrom("A", "B", "C", "D", "E");
  const pairs = fc.array(
    fc.tuple(party, party).filter(([a, b]) => a !== b),
    { maxLength: 3 },
  );
  const sizes = fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 0, max: 5 })));
  fc.assert(
    fc.property(sizes, pairs, ([A, B, C, D, E], exclude) => {
      const game = { seats: { A: A!, B: B!, C: C!, D: D!, E: E! }, exclude };
      const { minimalWinning } = govern(game);
      const shared = Object.keys(game.seats).filter((id) => minimalWinning.every((set) => set.includes(id)));
      expect(indispensable(game)).toEqual(minimalWinning.length > 0 ? shared : []);
    }),
    { seed: 7, numRuns: 500 },
  );
});
