import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { type Step, Steps } from "../core/step.ts";
import { apportion } from "./apportion.ts";
import { type Method, methodOf } from "./method.ts";
import { naive } from "./naive.testing.ts";
import { anyMethod, divisorMethod, fewVotes } from "./samples.testing.ts";
import type { Choose, Options } from "./types.ts";

const stepsOf = (votes: readonly number[], seats: number, method: Method, options: Options = {}): Step[] => {
  const steps = new Steps();
  apportion(votes, seats, method, { ...options, steps });
  return [...steps];
};

test("the same numbers with steps and without", () => {
  const lastOnes: Choose = ({ level, take }) => level.slice(-take);
  fc.assert(
    fc.property(fewVotes, fc.nat(40), anyMethod, fc.boolean(), (votes, seats, method, settled) => {
      const choose: Choose = (tie) => (settled ? lastOnes(tie) : null);
      const { tie, ...result } = apportion(votes, seats, method, { choose, steps: new Steps() });
      expect({ ...result, tie: tie && { ...tie, step: null } }).toEqual(apportion(votes, seats, method, { choose }));
    }),
    { seed: 400, numRuns: 3_000 },
  );
});

test("the steps add up to the seats, and use only steps before them", () => {
  const lastOnes: Choose = ({ level, take }) => level.slice(-take);
  fc.assert(
    fc.property(fewVotes, fc.integer({ min: 1, max: 40 }), anyMethod, (votes, seats, method) => {
      const steps = new Steps();
      const result = apportion(votes, seats, method, { choose: lastOnes, steps });
      fc.pre(result.fault?.code !== "over-allotment");
      const counted = votes.map(() => 0);
      for (const { id, kind, who, out, uses } of steps) {
        expect(uses.every((used) => used < id)).toBe(true);
        if (kind === "whole-quotas") counted[Number(who)] = Number(out["seats"]);
        if (kind !== "average" && kind !== "remainder") continue;
        counted[Number(who)]! += 1;
        expect(out["seats"]).toBe(String(counted[Number(who)]));
      }
      expect(counted).toEqual(result.seats);
    }),
    { seed: 401, numRuns: 3_000 },
  );
});

test("averages fall from step to step", () => {
  const averages = stepsOf([5117, 4400, 162, 161, 160], 100, methodOf("modified-sainte-lague")).map(
    (s) => Rational.parse(s.out["average"]!)!,
  );
  expect(averages).toHaveLength(100);
  expect(averages.every((a, n) => n === 0 || averages[n - 1]!.compare(a) >= 0)).toBe(true);
});

describe("a count of five seats by D'Hondt", () => {
  const steps = stepsOf([60, 40, 10], 5, methodOf("dhondt"), { names: ["A", "B", "C"] });

  test("is a step a seat, which uses the party's seat before", () => {
    expect(steps).toEqual([
      {
        id: 0,
        kind: "average",
        who: "A",
        in: { votes: "60", divisor: "1" },
        out: { average: "60", seats: "1" },
        uses: [],
      },
      {
        id: 1,
        kind: "average",
        who: "B",
        in: { votes: "40", divisor: "1" },
        out: { average: "40", seats: "1" },
        uses: [],
      },
      {
        id: 2,
        kind: "average",
        who: "A",
        in: { votes: "60", divisor: "2" },
        out: { average: "30", seats: "2" },
        uses: [0],
      },
      {
        id: 3,
        kind: "average",
        who: "A",
        in: { votes: "60", divisor: "3" },
        out: { average: "20", seats: "3" },
        uses: [2],
      },
      {
        id: 4,
        kind: "average",
        who: "B",
        in: { votes: "40", divisor: "2" },
        out: { average: "20", seats: "2" },
        next: { A: "15", B: "40/3" },
        uses: [1],
      },
    ]);
  });
});

describe("who comes next and goes without", () => {
  const lastOnes: Choose = ({ level, take }) => level.slice(-take);

  test("is who would have the seat if there were one more, and who would if that one were not there", () => {
    fc.assert(
      fc.property(fewVotes, fc.integer({ min: 1, max: 30 }), divisorMethod, (votes, seats, method) => {
        const steps = stepsOf(votes, seats, method, { choose: lastOnes });
        const next = Object.keys(steps.at(-1)?.next ?? {}).map(Number);
        const fractions = votes.map((v) => Rational.of(v));
        const { seats: now } = naive(fractions, seats, method, { choose: lastOnes });
        const held = { held: now };
        const more = (absent: readonly number[]) => {
          const rest = fractions.map((v, i) => (absent.includes(i) ? Rational.zero : v));
          const { seats: won, tie, fault } = naive(rest, 1, method, held);
          return fault ? [] : (tie?.level ?? won.flatMap((n, i) => (n > 0 ? [i] : [])));
        };
        const first = more([]);
        const second = first.length === 1 ? more(first) : [];
        expect([...next].sort((a, b) => a - b)).toEqual([...first, ...second].sort((a, b) => a - b));
      }),
      { seed: 402, numRuns: 2_000 },
    );
  });

  test("of remainders is the largest that is left", () => {
    fc.assert(
      fc.property(fewVotes, fc.integer({ min: 1, max: 30 }), (votes, seats) => {
        const steps = stepsOf(votes, seats, methodOf("lr-hare"), { choose: lastOnes });
        fc.pre(steps.some((s) => s.kind === "remainder"));
        const took = steps.filter((s) => s.kind === "remainder").map((s) => s.who!);
        const waiting = steps
          .filter((s) => s.kind === "whole-quotas" && s.in["votes"] !== "0" && !took.includes(s.who!))
          .map((s) => ({ who: s.who!, left: Rational.parse(s.out["remainder"]!)! }))
          .sort((a, b) => b.left.compare(a.left));
        const level = (at: number) =>
          waiting.filter((w) => waiting[at] !== undefined && w.left.equals(waiting[at].left));
        const wanted = level(0).length === 1 ? [...level(0), ...level(1)] : level(0);
        expect(steps.at(-1)!.next ?? {}).toEqual(Object.fromEntries(wanted.map((w) => [w.who, w.left.toString()])));
      }),
      { seed: 403, numRuns: 1_000 },
    );
  });

  test("is not said where an open tie ends the count: the tie names them", () => {
    expect(stepsOf([6, 3, 3, 1], 3, methodOf("dhondt")).map((s) => [s.kind, s.next])).toEqual([
      ["average", undefined],
      ["tie", undefined],
    ]);
  });
});

test("seats held before show in the divisor, not in the seats", () => {
  expect(stepsOf([60, 40], 1, methodOf("sainte-lague"), { held: [2, 1] })).toEqual([
    {
      id: 0,
      kind: "average",
      who: "1",
      in: { votes: "40", divisor: "3" },
      out: { average: "40/3", seats: "1" },
      next: { "0": "12", "1": "8" },
      uses: [],
    },
  ]);
});

test("averages of roots are given by their squares, infinite ones are left out", () => {
  const steps = stepsOf([30, 20], 3, methodOf("huntington-hill"), { names: ["A", "B"] });
  expect(steps.map(({ who, in: figures, out }) => ({ who, ...figures, ...out }))).toEqual([
    { who: "A", votes: "30", divisorSquared: "0", seats: "1" },
    { who: "B", votes: "20", divisorSquared: "0", seats: "1" },
    { who: "A", votes: "30", divisorSquared: "2", averageSquared: "450", seats: "2" },
  ]);
});

describe("a tie", () => {
  const tied = (choose?: Choose) =>
    stepsOf([6, 3, 3, 1], 3, methodOf("dhondt"), { names: ["A", "B", "C", "D"], choose });

  test("of averages is a step with all who are level, and ends the count", () => {
    expect(tied()).toEqual([
      {
        id: 0,
        kind: "average",
        who: "A",
        in: { votes: "6", divisor: "1" },
        out: { average: "6", seats: "1" },
        uses: [],
      },
      { id: 1, kind: "tie", in: { A: "3", B: "3", C: "3" }, out: { seats: "2" }, uses: [0] },
    ]);
  });

  test("that is settled has a step for the decision, which the seats use", () => {
    expect(tied(() => [0, 2]).slice(2)).toEqual([
      { id: 2, kind: "lot", in: { seats: "2" }, out: { A: "1", C: "1" }, uses: [1] },
      {
        id: 3,
        kind: "average",
        who: "A",
        in: { votes: "6", divisor: "2" },
        out: { average: "3", seats: "2" },
        uses: [0, 2],
      },
      {
        id: 4,
        kind: "average",
        who: "C",
        in: { votes: "3", divisor: "1" },
        out: { average: "3", seats: "1" },
        next: { B: "3", A: "2" },
        uses: [2],
      },
    ]);
  });

  test("tells its step to who is asked", () => {
    const asked: (number | null)[] = [];
    tied(({ step }) => {
      asked.push(step);
      return null;
    });
    expect(asked).toEqual([1]);
  });

  test("of remainders uses the whole quotas that left them", () => {
    const steps = stepsOf([5, 5, 2], 2, methodOf("lr-hare"), { names: ["A", "B", "C"], choose: () => [1, 0] });
    // Two seats, quota 6: A and B have 5 left over each, and there is room for both.
    expect(steps.slice(4).map(({ kind, who, uses }) => ({ kind, who, uses }))).toEqual([
      { kind: "remainder", who: "A", uses: [1] },
      { kind: "remainder", who: "B", uses: [2] },
    ]);
    const one = stepsOf([5, 5, 2], 1, methodOf("lr-hare"), { names: ["A", "B", "C"] });
    expect(one.at(-1)).toEqual({ id: 4, kind: "tie", in: { A: "5", B: "5" }, out: { seats: "1" }, uses: [1, 2] });
  });

  test("of who has no seat yet and infinite averages shows the votes", () => {
    expect(stepsOf([9, 2, 2], 2, methodOf("adams")).at(-1)).toMatchObject({
      kind: "tie",
      in: { "1": "2", "2": "2" },
      uses: [],
    });
  });
});

test("a quota that gives out too many keeps the steps that show it", () => {
  const steps = stepsOf([73_556, 38_628, 78_163, 25_673], 10, methodOf("lr-imperiali"));
  expect(steps.map((s) => s.out["seats"] ?? s.out["quota"])).toEqual(["54005/3", "4", "2", "4", "1"]);
});

test("rule and area of the caller stand on every step", () => {
  const steps = new Steps();
  steps.rule = "art. P 7(2)";
  steps.where = "utrecht";
  apportion([3, 1], 3, methodOf("dhondt"), { steps });
  expect([...steps].map(({ rule, where }) => `${rule}, ${where}`)).toEqual(Array(3).fill("art. P 7(2), utrecht"));
});

test("a second count in the same steps goes on after the first", () => {
  const steps = new Steps();
  apportion([3, 1], 2, methodOf("dhondt"), { steps });
  apportion([1, 3], 2, methodOf("dhondt"), { steps });
  expect([...steps].map(({ id, who, uses }) => [id, who, uses])).toEqual([
    [0, "0", []],
    [1, "0", [0]],
    [2, "1", []],
    [3, "1", [2]],
  ]);
});

test("100,000 seats are as many steps, each readable at once", () => {
  const steps = new Steps();
  apportion(
    Array.from({ length: 1_000 }, (_, i) => 1_000 + 7 * i),
    100_000,
    methodOf("sainte-lague"),
    { steps },
  );
  expect(steps.length).toBe(100_000);
  expect(steps.at(0)).toMatchObject({
    who: "999",
    in: { votes: "7993", divisor: "1" },
    out: { average: "7993", seats: "1" },
  });
  expect(() => steps.at(100_000)).toThrow(RangeError);
});
