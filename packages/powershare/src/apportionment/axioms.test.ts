import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "./apportion.ts";
import { type Method, methodOf, methodSchema } from "./method.ts";
import { anyMethod, divisorMethod, someVotes } from "./samples.testing.ts";
import type { Choose } from "./types.ts";

// Balinski & Young 1982, Fair Representation, has the axioms and which methods keep them.

const hare = methodOf("lr-hare");
const houses = fc.nat(30);
const seatsOf = (votes: readonly number[], seats: number, method: Method, choose?: Choose) =>
  apportion(votes, seats, method, { choose }).seats;
const isDecided = (votes: readonly number[], seats: number, method: Method): boolean => {
  const { tie, fault } = apportion(votes, seats, method);
  return tie === null && fault === null;
};

/** Places whose number is smaller in the second list. */
const losers = (before: readonly number[], after: readonly number[]): number[] =>
  before.flatMap((n, i) => (after[i]! < n ? [i] : []));

describe("house monotonicity: one more seat never costs a party a seat", () => {
  const broken = (votes: readonly number[], seats: number, method: Method) =>
    losers(seatsOf(votes, seats, method), seatsOf(votes, seats + 1, method));

  test("of divisor methods", () => {
    fc.assert(
      fc.property(someVotes, houses, divisorMethod, (votes, seats, method) => {
        expect(broken(votes, seats, method)).toEqual([]);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: largest remainder shows the Alabama paradox", () => {
    expect(seatsOf([6, 6, 2], 10, hare)).toEqual([4, 4, 2]);
    expect(seatsOf([6, 6, 2], 11, hare)).toEqual([5, 5, 1]);
    expect(broken([6, 6, 2], 10, hare)).toEqual([2]);
  });
});

describe("vote monotonicity: who gains votes loses no seat to one who loses votes", () => {
  /** The pairs (i, j) where i gained votes and lost a seat, while j lost votes and gained one. */
  function broken(before: readonly number[], after: readonly number[], seats: number, method: Method): number[][] {
    const [first, second] = [seatsOf(before, seats, method), seatsOf(after, seats, method)];
    const places = before.map((_, i) => i);
    const cheated = places.filter((i) => after[i]! >= before[i]! && second[i]! < first[i]!);
    const favoured = places.filter((j) => after[j]! <= before[j]! && second[j]! > first[j]!);
    return cheated.flatMap((i) => favoured.map((j) => [i, j]));
  }

  test("of divisor methods", () => {
    const twoCounts = someVotes.chain((votes) =>
      fc.tuple(
        fc.constant(votes),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: votes.length, maxLength: votes.length }),
      ),
    );
    fc.assert(
      fc.property(twoCounts, houses, divisorMethod, ([before, after], seats, method) => {
        fc.pre(isDecided(before, seats, method) && isDecided(after, seats, method));
        expect(broken(before, after, seats, method)).toEqual([]);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: largest remainder takes a seat from who gains and gives it to who loses", () => {
    expect(seatsOf([8, 6, 18], 3, hare)).toEqual([1, 0, 2]);
    expect(seatsOf([19, 5, 19], 3, hare)).toEqual([1, 1, 1]);
    expect(broken([8, 6, 18], [19, 5, 19], 3, hare)).toEqual([[2, 1]]);
  });
});

describe("order: more votes, at least as many seats", () => {
  const broken = (votes: readonly number[], seats: readonly number[]) =>
    votes.flatMap((v, i) => votes.flatMap((w, j) => (v > w && seats[i]! < seats[j]! ? [[i, j]] : [])));

  test("of every method without seats held before", () => {
    fc.assert(
      fc.property(someVotes, houses, anyMethod, (votes, seats, method) => {
        fc.pre(isDecided(votes, seats, method));
        expect(broken(votes, seatsOf(votes, seats, method))).toEqual([]);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: seats held before turn it round", () => {
    const { seats } = apportion([10, 9], 1, methodOf("dhondt"), { held: [1, 0] });
    expect(broken([10, 9], seats)).toEqual([[0, 1]]);
  });
});

describe("quota: the exact share, rounded down or up", () => {
  const broken = (votes: readonly number[], seats: number, method: Method) => {
    const total = votes.reduce((a, b) => a + b);
    const counted = seatsOf(votes, seats, method);
    return votes.flatMap((v, i) =>
      counted[i]! < Math.floor((v * seats) / total) || counted[i]! > Math.ceil((v * seats) / total) ? [i] : [],
    );
  };

  test("of largest remainder by the quota of Hare", () => {
    fc.assert(
      fc.property(someVotes, houses, (votes, seats) => {
        fc.pre(isDecided(votes, seats, hare));
        expect(broken(votes, seats, hare)).toEqual([]);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: D'Hondt gives the largest one seat too many", () => {
    // Balinski & Young 1975, example 1: the shares are 51.17 and 44.00.
    expect(broken([5117, 4400, 162, 161, 160], 100, methodOf("dhondt"))).toEqual([1]);
  });
});

describe("anonymity: another order of the parties, the same seats", () => {
  function broken(votes: readonly number[], seats: number, method: Method, choose?: Choose): boolean {
    const backwards = votes.toReversed();
    return (
      String(seatsOf(votes, seats, method, choose)) !== String(seatsOf(backwards, seats, method, choose).toReversed())
    );
  }

  test("of every method, ties included", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 7 }), houses, anyMethod, (votes, seats, method) => {
        expect(broken(votes, seats, method)).toBe(false);
        const [one, other] = [apportion(votes, seats, method).tie, apportion(votes.toReversed(), seats, method).tie];
        expect(
          other && { ...other, level: other.level.map((i) => votes.length - 1 - i).sort((a, b) => a - b) },
        ).toEqual(one);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: a tie that goes to the first in the list", () => {
    expect(broken([5, 5], 1, methodOf("dhondt"), ({ level, take }) => level.slice(0, take))).toBe(true);
  });
});

describe("homogeneity: ten times the votes, the same seats", () => {
  const broken = (votes: readonly number[], seats: number, method: Method) =>
    String(seatsOf(votes, seats, method)) !==
    String(
      seatsOf(
        votes.map((v) => v * 10),
        seats,
        method,
      ),
    );
  const unitFree = fc.oneof(
    divisorMethod,
    fc.constantFrom("lr-hare", "lr-hagenbach-bischoff", "lr-imperiali").map((name) => methodOf(name)),
  );

  test("of divisor methods and of exact quotas", () => {
    fc.assert(
      fc.property(someVotes, houses, unitFree, (votes, seats, method) => {
        expect(broken(votes, seats, method)).toBe(false);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: the whole vote that Droop's quota adds weighs more in a small count", () => {
    expect(broken([5, 4, 1], 9, methodOf("lr-droop"))).toBe(true);
  });
});

describe("every seat is given, or reported", () => {
  /** Seats that are neither given, nor in a tie, nor in a fault. */
  function lost(votes: readonly number[], seats: number, method: Method): number {
    const counted = apportion(votes, seats, method);
    const left = counted.fault ? Number(counted.fault.args["left"] ?? seats) : 0;
    return seats - counted.seats.reduce((a, b) => a + b) - (counted.tie?.take ?? 0) - left;
  }

  test("of divisor methods and largest remainder", () => {
    const complete = fc.oneof(
      divisorMethod,
      fc.constantFrom("lr-hare", "lr-droop").map((name) => methodOf(name)),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 7 }), houses, complete, (votes, seats, method) => {
        expect(lost(votes, seats, method)).toBe(0);
      }),
      { seed: 1982, numRuns: 2_000 },
    );
  });

  test("…and the check can fail: an open tie in mid-count leaves the seats after it uncounted", () => {
    const rest = [{ "largest-remainder": { "at-most": 1 } }, { "highest-average": "votes / seats awarded" }];
    expect(lost([3, 3, 3, 3], 3, methodSchema.parse({ quota: { "divide-by": "seats" }, rest }))).toBe(2);
  });
});
