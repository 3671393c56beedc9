import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../core/fault.ts";
import { gameOf } from "./game.ts";
import { type Coalition, everyone, type Governments, govern } from "./govern.ts";
import { governByHand, inOrder } from "./govern.testing.ts";
import type { SeatsInput } from "./input.ts";
import { minimalSets } from "./minimal.ts";
import { Budget } from "./pool.ts";
import { countWinning } from "./winning.ts";

const names = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;
const id = fc.constantFrom(...names);

/** Small parliaments with few distinct sizes and positions, so that ties are common. */
const games: fc.Arbitrary<SeatsInput> = fc
  .record({
    seats: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 0, maxLength: 8 }),
    majority: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    exclude: fc.array(fc.tuple(id, id), { maxLength: 4 }),
    require: fc.array(id, { maxLength: 2 }),
    forbid: fc.array(id, { maxLength: 2 }),
    positions: fc.option(fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 8, maxLength: 8 })),
  })
  .map(({ seats, majority, exclude, require, forbid, positions }) => {
    const parties = names.slice(0, seats.length);
    const known = (party: string) => parties.some((one) => one === party);
    const kept = require.filter(known);
    return {
      seats: Object.fromEntries(parties.map((party, i) => [party, seats[i]!])),
      majority,
      exclude: exclude.filter(([a, b]) => a !== b && known(a) && known(b)),
      require: kept,
      forbid: forbid.filter((party) => known(party) && !kept.includes(party)),
      positions: positions
        ? Object.fromEntries(parties.flatMap((party, i) => (positions[i] === null ? [] : [[party, positions[i]!]])))
        : undefined,
    };
  });

const lists = ["minimalWinning", "everyNeeded", "fewestParties", "smallest", "connected"] as const;
const comparable = (got: Governments) => ({
  majority: got.majority,
  winning: got.winning,
  ...Object.fromEntries(lists.map((name) => [name, inOrder(got[name])])),
});

describe("govern agrees with the definitions taken word for word", () => {
  test("in random small parliaments, with exclusions, required and forbidden parties and positions", () => {
    fc.assert(
      fc.property(games, (game) => {
        expect(comparable(govern(game))).toEqual(governByHand(game));
      }),
      { seed: 1962, numRuns: 3000 },
    );
  });

  test("a cut list holds the first of the whole one, and the count is that of the whole one", () => {
    fc.assert(
      fc.property(games, fc.integer({ min: 1, max: 3 }), (game, limit) => {
        const [whole, cut] = [govern(game), govern(game, limit)];
        for (const name of lists) {
          expect(cut[name]).toEqual(whole[name].slice(0, limit));
          expect(cut[`${name}Count`]).toBe(whole[name].length > limit ? BigInt(whole[name].length) : undefined);
        }
      }),
      { seed: 1968, numRuns: 1000 },
    );
  });

  test("fewer parties stand first, then those with the larger parties", () => {
    const rank = (set: Coalition) => String.fromCharCode(64 + set.length) + set.join("");
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const seats = Object.fromEntries(sizes.sort((a, b) => b - a).map((n, i) => [names[i]!, n]));
        const { minimalWinning } = govern({ seats });
        expect(minimalWinning.map(rank)).toEqual(minimalWinning.map(rank).sort());
      }),
      { seed: 1970, numRuns: 300 },
    );
  });
});

describe("govern, by hand", () => {
  test("South Africa 1994: the ANC governs alone, and no majority exists without it", () => {
    const seats = { ANC: 252, NP: 82, IFP: 43, FF: 9, DP: 7, PAC: 5, ACDP: 2 };
    expect(govern({ seats })).toEqual({
      majority: 201,
      winning: 64n,
      minimalWinning: [["ANC"]],
      everyNeeded: [["ANC"]],
      fewestParties: [["ANC"]],
      smallest: [["ANC"]],
      connected: [],
    });
  });

  test("the keys stand in the order of the contract", () => {
    const positions = { A: 1, B: 2 };
    expect(Object.keys(govern({ seats: { A: 2, B: 1, C: 1 }, positions }, 1))).toEqual([
      ...["majority", "winning", "minimalWinning", "everyNeeded", "fewestParties", "smallest", "connected"],
      ...["minimalWinningCount", "everyNeededCount", "fewestPartiesCount", "smallestCount", "withoutPosition"],
    ]);
  });

  test("nobody: an empty parliament, and one without seats, has no government", () => {
    const nothing = { majority: 1, winning: 0n, minimalWinning: [], everyNeeded: [], fewestParties: [] };
    expect(govern({ seats: {} })).toEqual({ ...nothing, smallest: [], connected: [] });
    expect(govern({ seats: { A: 0, B: 0 }, positions: { A: 1 } })).toEqual({ ...nothing, smallest: [], connected: [] });
  });

  test("one party is its own government, connected where it has a position", () => {
    const only = govern({ seats: { A: 3, B: 0 }, positions: { A: "2.50" } });
    expect(only).toEqual({
      ...{ majority: 2, winning: 1n, minimalWinning: [["A"]], everyNeeded: [["A"]] },
      ...{ fewestParties: [["A"]], smallest: [["A"]], connected: [["A"]] },
    });
  });

  test("a tie of two halves: only both together have more than half", () => {
    expect(govern({ seats: { A: 50, B: 50 } }).minimalWinning).toEqual([["A", "B"]]);
  });

  test("equal parties stand in the order of the input", () => {
    expect(govern({ seats: { X: 1, Y: 2, Z: 2, W: 2 } }).minimalWinning).toEqual([
      ["Y", "Z"],
      ["Y", "W"],
      ["Z", "W"],
    ]);
  });

  test("everyone excludes everyone: no coalition, unless one has a majority alone", () => {
    const exclude = [
      ["A", "B"],
      ["A", "C"],
      ["B", "C"],
    ] as const;
    expect(govern({ seats: { A: 4, B: 3, C: 3 }, exclude }).winning).toBe(0n);
    expect(govern({ seats: { A: 7, B: 3, C: 3 }, exclude }).minimalWinning).toEqual([["A"]]);
  });

  test("a majority above all seats: nothing wins", () => {
    const got = govern({ seats: { A: 4, B: 3 }, majority: 8, positions: { A: 1, B: 2 } });
    expect(got).toMatchObject({ majority: 8, winning: 0n, minimalWinning: [], smallest: [], connected: [] });
  });

  test("required parties that exclude each other, or have no seats, leave nothing admissible", () => {
    const seats = { A: 4, B: 3, C: 0 };
    expect(govern({ seats, require: ["A", "B"], exclude: [["A", "B"]] }).winning).toBe(0n);
    expect(govern({ seats, require: ["C"] }).winning).toBe(0n);
  });

  test("a required party that wins alone is the one minimal coalition; one that is not needed is in none of everyNeeded", () => {
    const seats = { A: 6, B: 3, C: 1 };
    expect(govern({ seats, require: ["A"] })).toMatchObject({
      winning: 4n,
      minimalWinning: [["A"]],
      everyNeeded: [["A"]],
    });
    expect(govern({ seats, require: ["A", "C"] })).toMatchObject({ minimalWinning: [["A", "C"]], everyNeeded: [] });
    expect(govern({ seats, require: ["C"] })).toMatchObject({ minimalWinning: [["A", "C"]], everyNeeded: [] });
  });

  test("positions: level parties stand in either order, one without a position is in no connected coalition", () => {
    const got = govern({ seats: { A: 3, B: 3, C: 3, D: 2 }, positions: { A: 1, B: 1, C: "1e0" } });
    expect(got.connected).toEqual([
      ["A", "B"],
      ["A", "C"],
      ["B", "C"],
    ]);
    expect(got.withoutPosition).toEqual(["D"]);
    expect(govern({ seats: { A: 3, B: 3, C: 1 } }).withoutPosition).toBeUndefined();
  });

  test("a forbidden party still stands between two others", () => {
    const game = { seats: { A: 4, B: 3, C: 4 }, positions: { A: 1, B: 2, C: 3 } };
    expect(govern(game).connected).toEqual([
      ["A", "B"],
      ["C", "B"],
    ]);
    expect(govern({ ...game, forbid: ["B"] }).connected).toEqual([]);
  });

  test("positions compare as written, not as floats", () => {
    const at = (a: string, b: string) =>
      govern({ seats: { A: 4, B: 1, C: 4 }, majority: 6, positions: { A: a, B: b, C: "9" } }).connected;
    expect(at("0.1", "0.10000000000000000001")).toEqual([["A", "C", "B"]]);
    expect(at("0.1", "0.10")).toEqual([["A", "C"]]);
  });
});

describe("govern, large", () => {
  const equal = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`p${i}`, 1]));
  const choose = (n: number, k: number): bigint => {
    let ways = 1n;
    for (let i = 1n; i <= BigInt(k); i++) ways = (ways * (BigInt(n - k) + i)) / i;
    return ways;
  };

  test("eighteen equal parties: every minimal coalition is listed", () => {
    const got = govern({ seats: equal(18) });
    expect(got.minimalWinning).toHaveLength(Number(choose(18, 10)));
    expect(got.minimalWinningCount).toBeUndefined();
  });

  test("forty and a hundred equal parties are counted exactly: C(n, n/2 + 1)", () => {
    const forty = govern({ seats: equal(40) }, 10);
    expect(forty.minimalWinningCount).toBe(choose(40, 21));
    expect(forty.winning).toBe((2n ** 40n - choose(40, 20)) / 2n);
    expect(govern({ seats: equal(100) }, 1).smallestCount).toBe(choose(100, 51));
  });

  test("seats in millions cost no more than seats", () => {
    const seats = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`p${i}`, (i * i * 7919 + 104729) % 999983]));
    const scaled = Object.fromEntries(Object.entries(seats).map(([id, n]) => [id, n * 1000]));
    const [got, more] = [govern({ seats }, 5), govern({ seats: scaled }, 5)];
    expect(got.winning + 0n).toBe(more.winning);
    expect(got.smallest).toEqual(more.smallest);
  });

  test("two blocs of twenty that exclude each other: each counts as if the other were not there", () => {
    const seats = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, 1]));
    const exclude = Array.from({ length: 400 }, (_, k) => [`p${k % 20}`, `p${20 + Math.floor(k / 20)}`] as const);
    const got = govern({ seats, exclude, majority: 11 }, 10);
    expect(got.minimalWinningCount).toBe(2n * choose(20, 11));
    expect(got.winning).toBe(2n ** 20n - choose(20, 10));
  });

  test("a game that would cost too much is refused with a code of its own", () => {
    expect(codeOf(() => govern({ seats: equal(1001) }))).toBe("game-too-large");
    const { pool, need } = everyone(gameOf({ seats: equal(40) }));
    expect(codeOf(() => countWinning(pool, need, new Budget(40, 100)))).toBe("game-too-large");
    expect(codeOf(() => minimalSets(pool, need, new Budget(40, 100)))).toBe("game-too-large");
    expect(minimalSets(pool, need, new Budget(40, 1000)).count).toBe(choose(40, 21));
  });
});

const codeOf = (call: () => unknown): string | undefined => {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.faults[0]?.code;
    throw error;
  }
  return undefined;
};
