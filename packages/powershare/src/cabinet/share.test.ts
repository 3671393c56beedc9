import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "../apportionment/apportion.ts";
import { methodNames, methodOf, methodSchema } from "../apportionment/method.ts";
import { Steps } from "../core/step.ts";
import type { ShareInput } from "./input.ts";
import { share } from "./share.ts";
import { commonStart, divisors, everyRun, leastOf } from "./share.testing.ts";

const dhondt = methodOf("dhondt");
const names = ["A", "B", "C", "D", "E"] as const;

/** Few parties, small numbers: ties of every kind are common. */
const inputs: fc.Arbitrary<ShareInput & { readonly name: string }> = fc
  .record({
    name: fc.constantFrom(...Object.keys(divisors)),
    offices: fc.integer({ min: 0, max: 6 }),
    seats: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 5 }),
    votes: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 })),
    unknown: fc.option(fc.constantFrom(...names)),
    held: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
    refuse: fc.array(fc.constantFrom(...names), { maxLength: 1 }),
    entry: fc.option(fc.integer({ min: 0, max: 4 })),
  })
  .map(({ name, offices, seats, votes, unknown, held, refuse, entry }) => {
    const parties = names.slice(0, seats.length);
    const table = (numbers: readonly number[]) => Object.fromEntries(parties.map((id, i) => [id, numbers[i]!]));
    const tieBreak = votes ? table(votes) : undefined;
    if (tieBreak && unknown) delete tieBreak[unknown];
    return {
      ...{ name, method: methodOf(name), offices, weights: table(seats), held: table(held), tieBreak },
      refuse: refuse.filter((id) => parties.includes(id)),
      entry: entry === null ? undefined : { seats: entry },
    };
  });

describe("a run of offices agrees with every resolution of its ties, played out", () => {
  test("order: what all resolutions begin with; count: what a party has in each of them", () => {
    fc.assert(
      fc.property(inputs, ({ name, ...input }) => {
        const got = share(input);
        const runs = everyRun(input, divisors[name]!);
        if (runs.length === 0) {
          expect(got.impossible?.code).toBe("nobody-takes-part");
          return;
        }
        expect(got.order).toEqual(commonStart(runs));
        for (const party of Object.keys(input.weights)) expect(got.count[party]).toBe(leastOf(runs, party));
        const open = got.ties.filter((tie) => !tie.orderOnly).reduce((sum, tie) => sum + tie.seats, 0);
        expect(Object.values(got.count).reduce((sum, n) => sum + n, open)).toBe(input.offices);
        expect(got.ties.length > 0).toBe(runs.length > 1);
        expect(got.ties.filter((tie) => tie.orderOnly).length).toBeLessThanOrEqual(1);
        expect(got.ties.filter((tie) => tie.parties.length < 2)).toEqual([]);
      }),
      { seed: 1998, numRuns: 2000 },
    );
  });

  test("without ties to break, the counts are those of the method for all offices at once", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...methodNames), sizes, fc.integer({ min: 0, max: 40 }), (name, seats, offices) => {
        const weights = Object.fromEntries(seats.map((n, i) => [`p${i}`, n]));
        const whole = apportion(seats, offices, methodOf(name));
        const got = share({ method: methodOf(name), offices, weights });
        expect(Object.values(got.count)).toEqual(whole.seats);
        expect(got.impossible?.code).toBe(whole.fault?.code);
        const open = got.ties.filter((tie) => !tie.orderOnly);
        expect(open.map(({ parties, seats }) => [parties, seats])).toEqual(
          whole.tie ? [[whole.tie.level.map((i) => `p${i}`), whole.tie.take]] : [],
        );
      }),
      { seed: 1882, numRuns: 1000 },
    );
  });

  test("the numbers are the same with and without steps", () => {
    const withoutStep = ({ ties, ...rest }: ReturnType<typeof share>) => ({
      ...rest,
      ties: ties.map(({ step: _, ...tie }) => tie),
    });
    fc.assert(
      fc.property(inputs, ({ name: _, ...input }) => {
        expect(withoutStep(share(input, new Steps()))).toEqual(share(input));
      }),
      { seed: 2007, numRuns: 500 },
    );
  });
});

describe("share, by hand", () => {
  test("an order of picks, its keys in the order of the contract", () => {
    const got = share({ method: dhondt, offices: 4, weights: { A: 5, B: 3, C: 0 } });
    expect(got).toEqual({ order: ["A", "B", "A", "A"], count: { A: 3, B: 1, C: 0 }, picks: [], ties: [] });
    expect(Object.keys(got)).toEqual(["order", "count", "picks", "ties"]);
  });

  test("two equal parties: the order is open from the start, the count is not", () => {
    expect(share({ method: dhondt, offices: 2, weights: { A: 10, B: 10 } })).toEqual({
      ...{ order: [], count: { A: 1, B: 1 }, picks: [] },
      ties: [{ parties: ["A", "B"], seats: 2, orderOnly: true }],
    });
  });

  test("a tie for the last office: what is certain, and who is level", () => {
    expect(share({ method: dhondt, offices: 3, weights: { A: 10, B: 10 } })).toEqual({
      ...{ order: [], count: { A: 1, B: 1 }, picks: [] },
      ties: [
        { parties: ["A", "B"], seats: 2, orderOnly: true },
        { parties: ["A", "B"], seats: 1 },
      ],
    });
  });

  test("votes decide by the same divisor: 36/2 = 18, where 11/2 votes are fewer than 6", () => {
    const run = { method: dhondt, offices: 2, weights: { DUP: 36, UUP: 18 } };
    expect(share({ ...run, tieBreak: { DUP: 13, UUP: 6 } }).order).toEqual(["DUP", "DUP"]);
    expect(share({ ...run, tieBreak: { DUP: 11, UUP: 6 } }).order).toEqual(["DUP", "UUP"]);
    expect(share({ ...run, tieBreak: { DUP: 12, UUP: 6 } }).order).toEqual(["DUP"]);
    expect(share({ ...run, tieBreak: { UUP: 6 } }).ties).toEqual([{ parties: ["DUP", "UUP"], seats: 1 }]);
  });

  test("who refuses is passed over, also where that leaves nobody", () => {
    const run = { method: dhondt, offices: 3, weights: { A: 10, B: 6, C: 1 } };
    expect(share({ ...run, refuse: ["A"] }).count).toEqual({ A: 0, B: 3, C: 0 });
    expect(share({ ...run, refuse: ["A", "B", "C"] })).toEqual({
      ...{ order: [], count: { A: 0, B: 0, C: 0 }, picks: [], ties: [] },
      impossible: { code: "nobody-takes-part", args: { offices: "3" } },
    });
  });

  test("entry: parties under it take no part", () => {
    const run = { method: dhondt, offices: 9, weights: { A: 10, B: 6, C: 5 } };
    expect(share({ ...run, entry: { seats: 6 } }).count).toEqual({ A: 6, B: 3, C: 0 });
    expect(share({ ...run, entry: { seats: 11 } }).impossible?.code).toBe("nobody-takes-part");
  });

  test("offices held before push a party back and are not counted", () => {
    const run = { method: dhondt, offices: 2, weights: { A: 8, B: 5 } };
    expect(share({ ...run, held: { A: 1 } })).toMatchObject({ order: ["B", "A"], count: { A: 1, B: 1 } });
  });

  test("nothing to share: no offices, or no parties", () => {
    expect(share({ method: dhondt, offices: 0, weights: { A: 1 } })).toEqual({
      ...{ order: [], count: { A: 0 }, picks: [], ties: [] },
    });
    expect(share({ method: dhondt, offices: 1, weights: {} }).impossible?.code).toBe("nobody-takes-part");
  });

  test("divisors that end leave offices over", () => {
    const method = methodSchema.parse(JSON.parse('{"divisors": {"first": 1, "then": [2]}}'));
    expect(share({ method, offices: 5, weights: { A: 3, B: 1 } })).toMatchObject({
      ...{ order: ["A", "A", "B", "B"], count: { A: 2, B: 2 } },
      impossible: { code: "under-allotment", args: { seats: "5", left: "1" } },
    });
  });

  test("Adams: every party first, the larger one before the smaller", () => {
    expect(share({ method: methodOf("adams"), offices: 4, weights: { A: 1, B: 9, C: 4 } }).order).toEqual([
      "B",
      "C",
      "A",
      "B",
    ]);
  });
});

describe("picking", () => {
  const run = { method: dhondt, offices: ["finance", "education", "health"], weights: { A: 10, B: 6 } };

  test("each takes the best of its list that is free", () => {
    const preferences = { A: ["finance", "health", "education"], B: ["finance", "education"] };
    expect(share({ ...run, preferences }).picks).toEqual([
      { party: "A", office: "finance" },
      { party: "B", office: "education" },
      { party: "A", office: "health" },
    ]);
  });

  test("a list that is used up, or missing, leaves the office unnamed", () => {
    expect(share({ ...run, preferences: { A: ["finance"] } }).picks).toEqual([
      { party: "A", office: "finance" },
      { party: "B", office: null },
      { party: "A", office: null },
    ]);
  });

  test("without preferences nobody's pick is known", () => {
    expect(share(run).picks).toEqual([]);
  });

  test("picking ends with the order", () => {
    const preferences = { A: ["health"], B: ["finance"] };
    expect(share({ ...run, weights: { A: 10, B: 10 }, preferences }).picks).toEqual([]);
  });
});

describe("quota methods fix numbers, not an order", () => {
  const act200 = (offices: number, weights: Record<string, number>, tieBreak?: Record<string, number>) =>
    share({
      method: { quota: { of: "votes", "divide-by": "seats + 1", cut: "2 decimals" }, rest: ["largest-remainder"] },
      ...{ offices, weights, tieBreak },
    });

  test("South Africa 1994: 377 / 28 = 13.46, and its neighbours", () => {
    const seats = { ANC: 252, NP: 82, IFP: 43 };
    expect(act200(27, seats)).toEqual({
      ...{ order: [], count: { ANC: 18, NP: 6, IFP: 3 }, picks: [], ties: [], quota: "673/50" },
    });
    expect(act200(28, seats).count).toEqual({ ANC: 19, NP: 6, IFP: 3 });
    expect(act200(26, seats).count).toEqual({ ANC: 18, NP: 5, IFP: 3 });
  });

  test("South Africa after the National Party left: 295 / 28 = 10.53, nothing left over", () => {
    expect(act200(27, { ANC: 252, IFP: 43 })).toMatchObject({ count: { ANC: 23, IFP: 4 }, quota: "1053/100" });
  });

  test("level remainders: open without votes, by votes otherwise, and by votes only as far as they tell", () => {
    const seats = { A: 10, B: 10, C: 10 };
    const hare = (offices: number, tieBreak?: Record<string, number>) =>
      share({ method: methodOf("lr-hare"), offices, weights: seats, tieBreak });
    expect(hare(4).ties).toEqual([{ parties: ["A", "B", "C"], seats: 1 }]);
    expect(hare(4, { A: 1, B: 3, C: 2 })).toMatchObject({ count: { A: 1, B: 2, C: 1 }, ties: [] });
    expect(hare(5, { A: 2, B: 3, C: 2 })).toMatchObject({
      ...{ count: { A: 1, B: 2, C: 1 }, ties: [{ parties: ["A", "C"], seats: 1 }] },
    });
    expect(hare(4, { A: 1, B: 3 }).ties).toEqual([{ parties: ["A", "B", "C"], seats: 1 }]);
  });

  test("votes decide between remainders only, and only where nothing later hangs on it", () => {
    const level = (rest: unknown) =>
      share({
        method: methodSchema.parse({ quota: { "divide-by": "seats" }, rest }),
        ...{ offices: 5, weights: { A: 10, B: 10, C: 10 }, tieBreak: { A: 3, B: 2, C: 1 } },
      });
    const one = { "largest-remainder": { "at-most": 1 } };
    expect(level(["largest-remainder"])).toMatchObject({ count: { A: 2, B: 2, C: 1 }, ties: [] });
    for (const rest of [
      [one, "largest-remainder"],
      [one, { "highest-average": "votes / seats awarded" }],
    ])
      expect(level(rest)).toMatchObject({
        count: { A: 1, B: 1, C: 1 },
        ties: [{ parties: ["A", "B", "C"], seats: 1 }],
      });
    expect(level([{ "highest-average": "votes / seats awarded" }]).ties).toMatchObject([{ parties: ["A", "B", "C"] }]);
  });

  test("quotas that give out more offices than there are have no result", () => {
    const got = share({ method: methodOf("lr-imperiali"), offices: 2, weights: { A: 3, B: 1, C: 4 } });
    expect(got).toMatchObject({ count: { A: 0, B: 0, C: 0 }, impossible: { code: "over-allotment" } });
  });
});

describe("steps", () => {
  test("Northern Ireland's tie: who was level, at what figure, and the votes that told them apart", () => {
    const steps = new Steps();
    const office = ["finance", "education", "health"];
    const input = { method: dhondt, offices: office, weights: { DUP: 36, SF: 28, UUP: 18 }, refuse: ["SF"] };
    share({ ...input, tieBreak: { DUP: 207721, UUP: 103145 }, preferences: { DUP: ["finance", "health"] } }, steps);
    expect([...steps].map(({ kind, who, in: figures, out, uses }) => ({ kind, who, figures, out, uses }))).toEqual([
      { kind: "entitled", who: "DUP", figures: { seats: "36" }, out: { entitled: "1" }, uses: [] },
      { kind: "entitled", who: "SF", figures: { seats: "28", refuses: "1" }, out: { entitled: "0" }, uses: [] },
      { kind: "entitled", who: "UUP", figures: { seats: "18" }, out: { entitled: "1" }, uses: [] },
      {
        ...{ kind: "pick", who: "DUP", figures: { votes: "36", divisor: "1" }, uses: [0] },
        out: { average: "36", seats: "1", pick: "1", office: "finance" },
      },
      { kind: "tie", who: undefined, figures: { DUP: "18", UUP: "18" }, out: { seats: "1" }, uses: [3, 2] },
      {
        ...{ kind: "pick", who: "DUP", uses: [3, 4] },
        figures: { votes: "36", divisor: "2", ownVotes: "207721/2", nextVotes: "103145" },
        out: { average: "18", seats: "2", pick: "2", office: "health" },
      },
      {
        ...{ kind: "pick", who: "UUP", figures: { votes: "18", divisor: "1" }, uses: [2] },
        out: { average: "18", seats: "1", pick: "3" },
      },
    ]);
  });

  test("the last office says who comes next: the first, and the second behind it", () => {
    const nextOf = (offices: number, weights: Record<string, number>, held = {}) => {
      const steps = new Steps();
      share({ method: dhondt, offices, weights, held }, steps);
      return [...steps].map((s) => s.next);
    };
    expect(nextOf(2, { A: 60, B: 40, C: 10 })).toEqual([undefined, { A: "30", B: "20" }]);
    expect(nextOf(1, { A: 60, B: 40, C: 40 })).toEqual([{ B: "40", C: "40" }]);
    expect(nextOf(2, { A: 60, B: 40, C: 10 }, { A: 1 })).toEqual([undefined, { A: "20", B: "20" }]);
    // Level for the last office: the tie names them.
    expect(nextOf(2, { A: 60, B: 40, C: 40 })).toEqual([undefined, undefined]);
  });

  test("a quota method keeps the steps of its count", () => {
    const steps = new Steps();
    share({ method: methodOf("lr-hare"), offices: 3, weights: { A: 5, B: 5 }, tieBreak: { A: 1, B: 2 } }, steps);
    expect([...steps].map(({ kind, who }) => [kind, who])).toEqual([
      ["quota", undefined],
      ["whole-quotas", "A"],
      ["whole-quotas", "B"],
      ["tie", undefined],
      ["remainder", "B"],
    ]);
  });
});
