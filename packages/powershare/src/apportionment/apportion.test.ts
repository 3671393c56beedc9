import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../core/fault.ts";
import { Rational } from "../core/rational.ts";
import { apportion, maxSeats } from "./apportion.ts";
import { type Method, methodNames, methodOf, methodSchema } from "./method.ts";
import { naive } from "./naive.testing.ts";
import { anyMethod, fewVotes, rationals } from "./samples.testing.ts";
import type { Choose, Tie, Votes } from "./types.ts";

const dhondt = methodOf("dhondt");
const hare = methodOf("lr-hare");
const result = (votes: Votes, seats: number, method: Method, options = {}) => apportion(votes, seats, method, options);

describe("a second, naive implementation agrees", () => {
  const lastOnes: Choose = ({ level, take }) => level.slice(-take);

  test("on 20,000 small cases with ties, zero votes, one party, one seat, more seats than votes", {
    timeout: 60_000,
  }, () => {
    const seen = { ties: 0, zeros: 0, oneParty: 0, oneSeat: 0, moreSeats: 0, faults: 0, midCountTies: 0 };
    fc.assert(
      fc.property(
        fewVotes,
        fc.nat(16),
        anyMethod,
        fc.boolean(),
        fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        (votes, seats, method, settled, some, holds) => {
          const held = holds ? some.slice(0, votes.length) : undefined;
          const choose: Choose = (tie) => (settled ? lastOnes(tie) : null);
          const asked: Tie[] = [];
          const noting: Choose = (tie) => {
            asked.push(tie);
            return choose(tie);
          };
          const expected = naive(rationals(votes), seats, method, { choose: noting, ...(held ? { held } : {}) });
          expect(result(votes, seats, method, { choose, held })).toEqual(expected);
          seen.ties += asked.length;
          seen.midCountTies += asked.filter((tie) => !tie.final).length;
          seen.zeros += Number(votes.includes(0));
          seen.oneParty += Number(votes.length === 1);
          seen.oneSeat += Number(seats === 1);
          seen.moreSeats += Number(seats > votes.reduce((a, b) => a + b, 0));
          seen.faults += Number(expected.fault !== null);
        },
      ),
      { seed: 1982, numRuns: 20_000 },
    );
    // Cases of every kind were there, each more than a hundred times.
    expect(Object.entries(seen).filter(([, times]) => times <= 100)).toEqual([]);
  });

  test("on larger houses, where the count starts near its end", () => {
    const votes = fc.array(fc.oneof(fc.nat(40), fc.nat(1_000_000)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(votes, fc.integer({ min: 20, max: 150 }), anyMethod, (v, seats, method) => {
        expect(result(v, seats, method)).toEqual(naive(rationals(v), seats, method));
      }),
      { seed: 1910, numRuns: 600 },
    );
  });

  test("on votes that floats cannot tell apart, and above 2^53", () => {
    const base = fc.constantFrom(2n ** 53n, 2n ** 60n, 3n ** 50n, 10n ** 30n, 10n ** 320n);
    const parts = fc.array(fc.tuple(fc.bigInt(1n, 9n), fc.bigInt(-2n, 2n)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(base, parts, fc.integer({ min: 1, max: 30 }), anyMethod, (b, all, seats, method) => {
        const votes = all.map(([times, more]) => b * times + more);
        const expected = naive(
          votes.map((v) => Rational.of(v)),
          seats,
          method,
        );
        expect(result(votes, seats, method)).toEqual(expected);
      }),
      { seed: 53, numRuns: 600 },
    );
  });

  test("on fractions of votes", () => {
    const fraction = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })).map(([n, d]) => Rational.of(n, d));
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 5 }), fc.nat(12), anyMethod, (votes, seats, method) => {
        expect(result(votes, seats, method)).toEqual(naive(votes, seats, method));
      }),
      { seed: 12, numRuns: 1_500 },
    );
  });
});

test("the kind of number does not matter: numbers, big ones and fractions give the same", () => {
  const votes = [12_237_655, 3_983_690, 2_058_294, 0, 1];
  for (const name of methodNames) {
    const expected = result(votes, 41, methodOf(name));
    expect(result(votes.map(BigInt), 41, methodOf(name))).toEqual(expected);
    expect(result(rationals(votes), 41, methodOf(name))).toEqual(expected);
  }
});

describe("ties", () => {
  test("stay open and name everyone in them", () => {
    expect(result([11, 11, 11], 4, dhondt)).toEqual({
      seats: [1, 1, 1],
      tie: { level: [0, 1, 2], take: 1, final: true, step: null },
      fault: null,
      quota: null,
    });
  });

  test("of averages before the last seats are none: there is room for all", () => {
    expect(result([4, 2, 1], 3, dhondt)).toMatchObject({ seats: [2, 1, 0], tie: null });
  });

  test("are settled by whom the caller names", () => {
    const asked: unknown[] = [];
    const choose: Choose = (tie) => {
      asked.push(tie);
      return [2];
    };
    expect(result([11, 11, 11], 4, dhondt, { choose })).toMatchObject({ seats: [1, 1, 2], tie: null });
    expect(asked).toEqual([{ level: [0, 1, 2], take: 1, final: true, step: null }]);
  });

  test("of remainders with a rule still to come are not final: what follows depends on them", () => {
    const method = methodSchema.parse({
      quota: { "divide-by": "seats" },
      rest: [{ "largest-remainder": { "at-most": 1 } }, { "highest-average": "votes / seats awarded" }],
    });
    // Quota 4: nobody has a whole one, so only who gets the first seat by remainder has an average for the next two.
    expect(result([3, 3, 3, 3], 3, method).tie).toMatchObject({ level: [0, 1, 2, 3], take: 1, final: false });
    const branches = [0, 1, 2, 3].map((i) => result([3, 3, 3, 3], 3, method, { choose: () => [i] }).seats);
    expect(branches).toEqual([
      [3, 0, 0, 0],
      [0, 3, 0, 0],
      [0, 0, 3, 0],
      [0, 0, 0, 3],
    ]);
  });

  test("refuse an answer that is not among the level, twice the same, or too few", () => {
    for (const taken of [[3], [0, 1], [], [0.5]])
      expect(() => result([11, 11, 11, 5], 4, dhondt, { choose: () => taken })).toThrow(/lot-does-not-fit/);
    expect(() => result([11, 11, 11], 5, dhondt, { choose: () => [1, 1] })).toThrow(/lot-does-not-fit/);
  });
});

describe("whole and rest", () => {
  test("at most k by remainder, the others by votes per seat already awarded", () => {
    const limited = (k: number) =>
      methodSchema.parse({
        quota: { "divide-by": "seats" },
        rest: [{ "largest-remainder": { "at-most": k } }, { "highest-average": "votes / seats awarded" }],
      });
    // Quota 10: 5 and 1 whole; remainders 2, 9, 9, 8, 2 for three seats.
    const votes = [52, 19, 9, 8, 2];
    expect(result(votes, 9, limited(3))).toMatchObject({ seats: [5, 2, 1, 1, 0], quota: "10" });
    // Averages for the last one: 52 / 5 = 10.4, 19 / 2 = 9.5, 9 / 1.
    expect(result(votes, 9, limited(2))).toMatchObject({ seats: [6, 2, 1, 0, 0] });
    // 19 / 1, then 52 / 5 = 10.4, then 19 / 2 = 9.5 against 52 / 6 = 8.7.
    expect(result(votes, 9, limited(0))).toMatchObject({ seats: [6, 3, 0, 0, 0] });
  });

  test("a second round of remainders passes over who has one", () => {
    const method = methodSchema.parse({
      quota: { "divide-by": "seats" },
      rest: [{ "largest-remainder": { "at-most": 1 } }, "largest-remainder"],
    });
    expect(result([9, 8, 3], 2, method)).toMatchObject({ seats: [1, 1, 0] });
  });

  test("who has no seat has no average of votes per seat awarded", () => {
    const method = methodSchema.parse({
      quota: { "divide-by": "seats" },
      rest: [{ "highest-average": "votes / seats awarded" }],
    });
    expect(result([50, 9, 1], 6, method)).toMatchObject({ seats: [6, 0, 0] });
    expect(result([3, 3, 3], 2, method)).toMatchObject({
      seats: [0, 0, 0],
      fault: { code: "under-allotment", args: { seats: "2", left: "2" } },
    });
  });
});

describe("counts without a result", () => {
  test("nobody has votes", () => {
    for (const votes of [[], [0, 0]])
      expect(result(votes, 400, dhondt)).toEqual({
        seats: votes,
        tie: null,
        fault: { code: "no-votes", args: { seats: "400" } },
        quota: null,
      });
  });

  test("the Imperiali quota gives out eleven seats of ten", () => {
    // Plzeň 2021, as in simberaj/votelib tests/evaluate/test_proportional.py
    expect(result([73_556, 38_628, 78_163, 25_673], 10, methodOf("lr-imperiali"))).toMatchObject({
      fault: { code: "over-allotment", args: { seats: "10", given: "11", quota: "54005/3" } },
    });
  });

  test("a quota cut to nothing has no end of whole quotas", () => {
    const method = methodSchema.parse({ quota: { "divide-by": "seats", cut: "whole" }, rest: "largest-remainder" });
    expect(result([2, 1], 5, method).fault).toEqual({
      code: "over-allotment",
      args: { seats: "5", given: "∞", quota: "0" },
    });
  });

  test("more seats than divisors", () => {
    const method = methodSchema.parse({ divisors: { first: 1, then: [2] } });
    expect(result([5, 4], 5, method)).toMatchObject({
      seats: [2, 2],
      fault: { code: "under-allotment", args: { seats: "5", left: "1" } },
    });
    expect(result([5, 4], 4, method)).toMatchObject({ seats: [2, 2], fault: null });
  });

  test("no seats to fill is a result", () => {
    for (const name of methodNames)
      expect(result([5, 0], 0, methodOf(name))).toEqual({ seats: [0, 0], tie: null, fault: null, quota: null });
  });
});

describe("divisors of 0", () => {
  test.each(["adams", "dean", "huntington-hill"])(
    "%s gives everyone with votes a seat before anyone has two, the largest first",
    (name) => {
      const method = methodOf(name);
      expect(result([1000, 1, 2, 0], 2, method)).toMatchObject({ seats: [1, 0, 1, 0], tie: null });
      expect(result([1000, 1, 2, 0], 4, method)).toMatchObject({ seats: [2, 1, 1, 0] });
      expect(result([1000, 2, 2], 2, method)).toMatchObject({ seats: [1, 0, 0], tie: { level: [1, 2], take: 1 } });
    },
  );

  test("a seat held before counts as the first", () => {
    expect(result([10, 9], 1, methodOf("adams"), { held: [1, 0] })).toMatchObject({ seats: [0, 1] });
  });
});

test("seats held before count in the divisor and are not given again", () => {
  expect(result([60, 40], 3, dhondt, { held: [3, 0] })).toMatchObject({ seats: [1, 2] });
});

test("seats given in two counts are those of one, when the second holds the first", () => {
  fc.assert(
    fc.property(fewVotes, fc.nat(12), fc.nat(12), (votes, a, b) => {
      const [first, both] = [result(votes, a, dhondt), result(votes, a + b, dhondt)];
      fc.pre(!first.tie && !both.tie && !first.fault && !both.fault);
      const second = result(votes, b, dhondt, { held: first.seats });
      expect(second.seats.map((s, i) => s + first.seats[i]!)).toEqual(both.seats);
    }),
    { seed: 7 },
  );
});

describe("wrong input", () => {
  const faultsOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (error instanceof InputError) return error.faults.map((f) => `${f.path} ${f.code}`);
      throw error;
    }
    return [];
  };

  test.each<[string, Votes, number, readonly number[] | undefined, string[]]>([
    ["negative votes, all of them", [-1, 2, -3], 1, undefined, ["/votes/0 negative", "/votes/2 negative"]],
    ["negative big votes", [5n, -1n], 1, undefined, ["/votes/1 negative"]],
    ["negative fractions", [Rational.of(-1, 2)], 1, undefined, ["/votes/0 negative"]],
    [
      "floats",
      [0.5, Number.NaN, 2 ** 53],
      1,
      undefined,
      ["/votes/0 not-whole", "/votes/1 not-whole", "/votes/2 not-whole"],
    ],
    ["half a seat", [1], 0.5, undefined, ["/seats not-a-seat-count"]],
    ["fewer than no seats", [1], -1, undefined, ["/seats not-a-seat-count"]],
    ["too many seats", [1], maxSeats + 1, undefined, ["/seats not-a-seat-count"]],
    ["seats held by fewer than stood", [1, 2], 1, [1], ["/held wrong-length"]],
    ["a negative number of seats held", [1, 2], 1, [1, -1], ["/held/1 not-a-seat-count"]],
  ])("%s", (_, votes, seats, held, expected) => {
    expect(faultsOf(() => result(votes, seats, hare, held ? { held } : {}))).toEqual(expected);
  });
});

test.each(methodNames.filter((name) => !["macau", "lr-imperiali"].includes(name)))(
  "%s counts the most seats there may be",
  (name) => {
    const { seats, tie } = result([2n ** 70n, 2n ** 69n, 3n ** 30n], maxSeats, methodOf(name));
    expect(seats.reduce((a, b) => a + b) + (tie?.take ?? 0)).toBe(maxSeats);
  },
);
