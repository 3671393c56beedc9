import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Method, methodOf, type RestRule } from "../apportionment/method.ts";
import type { Id } from "../core/id.ts";
import { toJson } from "../core/json.ts";
import { Steps } from "../core/step.ts";
import { type ElectOptions, elect } from "./elect.ts";
import { faultCodes } from "./faults.testing.ts";
import type { ElectionInput, Votes } from "./input.ts";
import { byAverages, byQuota, type Claimant } from "./naive.testing.ts";
import type { Elected } from "./result.ts";
import type { Law } from "./schema.ts";

const whole = (votes: Readonly<Record<Id, number>>): Votes => ({ kind: "whole", votes: exact(votes) });
const inDistricts = (districts: Readonly<Record<string, Readonly<Record<Id, number>>>>): Votes => ({
  kind: "districts",
  area: "district",
  districts: Object.fromEntries(Object.entries(districts).map(([d, v]) => [d, exact(v)])),
});
const exact = (votes: Readonly<Record<Id, number>>) =>
  Object.fromEntries(Object.entries(votes).map(([p, n]) => [p, BigInt(n)]));

const listLaw = (method: Method, admit?: string): Law => ({
  id: "list",
  seats: "given",
  ballots: { vote: { marks: "list" } },
  stages: [
    ...(admit === undefined ? [] : [{ id: "entry", admit }]),
    {
      id: "lists",
      allot: { seats: "seats", among: admit === undefined ? "parties" : "entry", by: "vote" },
      method,
      source: "art. 1",
    },
  ],
});
const districtLaw = (method: Method, admit?: string): Law => ({
  ...listLaw(method, admit),
  areas: { district: { seats: "given" } },
  stages: listLaw(method, admit).stages.map((s) =>
    "allot" in s ? { ...s, allot: { ...s.allot, seats: "district", within: "district" } } : s,
  ),
});

const dhondt: Method = { divisors: "dhondt" };
const droop = { of: "votes", "divide-by": "seats + 1", plus: "1", cut: "whole" } as const;
/** Whole quotas, `most` seats by largest remainder, the rest to the highest average per seat awarded. */
const limited = (most: number): Method => ({
  quota: droop,
  rest: [{ "largest-remainder": { "at-most": most } }, { "highest-average": "votes / seats awarded" }],
});

const count = (input: Omit<ElectionInput, "parties"> & { parties?: readonly Id[] }, options?: ElectOptions) => {
  const { votes } = input;
  const rows = votes.kind === "whole" ? [votes.votes] : Object.values(votes.districts);
  return elect({ parties: [...new Set(rows.flatMap((r) => Object.keys(r)))], ...input }, options);
};
const elected = (...args: Parameters<typeof count>): Elected => {
  const result = count(...args);
  if (result.impossible) throw new Error(result.impossible.code);
  return result;
};

describe("ties", () => {
  test("at the last seat: everyone level is named, and nothing is broken by the order of the lists", () => {
    const result = elected({ law: listLaw(dhondt), seats: 4, votes: whole({ A: 11, B: 11, C: 11 }) }, { steps: true });
    expect(result.seats).toEqual({ A: 1, B: 1, C: 1 });
    expect(result.ties).toEqual([
      { parties: ["A", "B", "C"], seats: 1, step: result.steps.find((s) => s.kind === "tie")!.id, stage: "lists" },
    ]);
    expect([result.ways, result.open]).toEqual([3n, 1]);
    expect(result.branches).toEqual([
      { A: 2, B: 1, C: 1 },
      { A: 1, B: 2, C: 1 },
      { A: 1, B: 1, C: 2 },
    ]);
    expect(result.measures).toMatchObject({ gallagher: null, wastedVotes: null, effectivePartiesVotes: 3 });
  });

  test("a drawn lot that is entered decides it", () => {
    const lots = [{ among: ["C", "A", "B"], taken: ["C"] }];
    const result = elected(
      { law: listLaw(dhondt), seats: 4, votes: whole({ A: 11, B: 11, C: 11 }), lots },
      { steps: true },
    );
    expect(result.seats).toEqual({ A: 1, B: 1, C: 2 });
    expect([result.ties, result.ways, result.branches]).toEqual([[], 1n, undefined]);
    expect(result.steps.map((s) => s.kind)).toContain("lot");
  });

  test("two districts with a tie each: the ways multiply, the seats of the country are told apart", () => {
    const votes = inDistricts({ north: { A: 5, B: 5 }, south: { A: 7, B: 7 } });
    const magnitudes = { district: { north: 1, south: 3 } };
    const result = elected({ law: districtLaw(dhondt), votes, magnitudes });
    expect(result.seats).toEqual({ A: 1, B: 1 });
    expect(result.districts).toEqual({ north: { A: 0, B: 0 }, south: { A: 1, B: 1 } });
    expect([result.ways, result.open, result.size]).toEqual([4n, 2, 4]);
    expect(result.ties.map((t) => t.where)).toEqual(["north", "south"]);
    expect(result.branches).toEqual([
      { A: 3, B: 1 },
      { A: 2, B: 2 },
      { A: 1, B: 3 },
    ]);
    const lots = [{ where: "south", among: ["A", "B"], taken: ["B"] }];
    expect(elected({ law: districtLaw(dhondt), votes, magnitudes, lots })).toMatchObject({
      seats: { A: 1, B: 2 },
      ways: 2n,
    });
  });

  test("thirty districts with a tie each: 2^30 ways, 31 results", () => {
    const names = Array.from({ length: 30 }, (_, i) => `d${i}`);
    const votes = inDistricts(Object.fromEntries(names.map((d) => [d, { A: 5, B: 5 }])));
    const result = elected({
      law: districtLaw(dhondt),
      votes,
      magnitudes: { district: Object.fromEntries(names.map((d) => [d, 1])) },
    });
    expect([result.ways, result.branches!.length, result.seats]).toEqual([2n ** 30n, 31, { A: 0, B: 0 }]);
  });

  test("at the last seat by remainder: only those level are in it", () => {
    // Quota floor(24 / 6) + 1 = 5: A 2, B 2, one left; C and D are level at 2 votes.
    const result = elected({ law: listLaw(limited(1)), seats: 5, votes: whole({ A: 10, B: 10, C: 2, D: 2 }) });
    expect(result.ties).toMatchObject([{ parties: ["C", "D"], seats: 1, step: null }]);
    expect(result.branches).toEqual([
      { A: 2, B: 2, C: 1, D: 0 },
      { A: 2, B: 2, C: 0, D: 1 },
    ]);
  });

  test("in mid-count: what comes after differs by who wins, and every way is followed", () => {
    // Quota floor(56 / 16) + 1 = 4: A 3, B 3, C 3, D 3, two left; all are level at 2 votes. Whoever takes the
    // remainder falls to 14 / 4, and the last seat is tied between the other three at 14 / 3.
    const result = elected(
      { law: listLaw(limited(1)), seats: 14, votes: whole({ A: 14, B: 14, C: 14, D: 14 }) },
      { steps: true },
    );
    expect([result.ways, result.open]).toEqual([6n, 2]);
    expect(result.seats).toEqual({ A: 3, B: 3, C: 3, D: 3 });
    expect(result.ties.map((t) => t.parties.join(""))).toEqual(["ABCD", "BCD", "ACD", "ABD", "ABC"]);
    for (const tie of result.ties) expect(result.steps[tie.step!]!.kind).toBe("tie");
  });

  test("in mid-count, and all ways end in the same seats: nothing is tied", () => {
    // Quota floor(16 / 6) + 1 = 3: A 2, B 2, one left by remainder at 2 votes each; two seats are left over, so the other follows.
    const result = elected({ law: listLaw(limited(1)), seats: 6, votes: whole({ A: 8, B: 8 }) });
    expect([result.seats, result.ties, result.ways]).toEqual([{ A: 3, B: 3 }, [], 1n]);
  });

  test("a lot in mid-count lets the count go on, and a second lot settles what follows", () => {
    const votes = whole({ A: 30, B: 30, C: 2, D: 2 });
    const law = listLaw(limited(1));
    // Quota floor(64 / 10) + 1 = 7: A 4, B 4, one left; A, B, C and D level at 2.
    const open = elected({ law, seats: 9, votes });
    expect(open.ways).toBe(4n);
    // Ten seats: quota floor(64 / 11) + 1 = 6: A 5, B 5; none is left.
    expect(elected({ law, seats: 10, votes }).seats).toEqual({ A: 5, B: 5, C: 0, D: 0 });
    // Eleven: quota floor(64 / 12) + 1 = 6, one left; C and D level at 2.
    const eleven = elected({ law, seats: 11, votes });
    expect(eleven.ties).toMatchObject([{ parties: ["C", "D"], seats: 1 }]);
    // Twelve: quota floor(64 / 13) + 1 = 5: A 6, B 6; none is left over.
    expect(elected({ law, seats: 12, votes }).ways).toBe(1n);
    // Fourteen: quota 5, two left; C or D takes the remainder, then A and B are level at 30 / 6.
    const fourteen = elected({ law, seats: 14, votes });
    expect(fourteen.ways).toBe(4n);
    expect(fourteen.seats).toEqual({ A: 6, B: 6, C: 0, D: 0 });
    expect(fourteen.ties.map((t) => t.parties)).toEqual([
      ["C", "D"],
      ["A", "B"],
    ]);
    const first = { among: ["C", "D"], taken: ["D"] };
    const second = { among: ["A", "B"], taken: ["A"] };
    expect(elected({ law, seats: 14, votes, lots: [first] })).toMatchObject({ seats: { A: 6, B: 6, D: 1 }, ways: 2n });
    expect(elected({ law, seats: 14, votes, lots: [second, first] })).toMatchObject({
      seats: { A: 7, B: 6, D: 1 },
      ways: 1n,
    });
    expect(elected({ law, seats: 14, votes, lots: [second] })).toMatchObject({ seats: { A: 7, B: 6 }, ways: 2n });
  });

  test("too many to try out: a lower bound that is said to be one", () => {
    const small = Array.from({ length: 20 }, (_, i) => [`s${i}`, 2] as const);
    const votes = whole({ A: 300, B: 300, ...Object.fromEntries(small) });
    // Quota floor(640 / 221) + 1 = 3: A and B 100 each, twenty left; ten remainders among twenty, then averages.
    const result = elected({ law: listLaw(limited(10)), seats: 220, votes });
    expect(result.bounded).toBe(true);
    expect(result.ways).toBe(184756n);
    expect(result.seats).toMatchObject({ A: 100, B: 100, s0: 0 });
    expect(result.branches).toBeUndefined();
  });
});

describe("lots that fit no tie", () => {
  const level = { law: listLaw(dhondt), seats: 4, votes: whole({ A: 11, B: 11, C: 11 }) };
  test.each([
    ["of other parties", { among: ["A", "B"], taken: ["A"] }, ["/lots/0 lot-unused"]],
    [
      "in a district that the tie is not in",
      { where: "north", among: ["A", "B", "C"], taken: ["A"] },
      ["/lots/0 lot-unused"],
    ],
    ["with two winners for one seat", { among: ["A", "B", "C"], taken: ["A", "B"] }, ["/lots/0/taken lot-winners"]],
    ["won by an outsider", { among: ["A", "B"], taken: ["C"] }, ["/lots/0/taken/0 lot-outsider"]],
    ["of parties that did not stand", { among: ["A", "X"], taken: ["A"] }, ["/lots/0/among/1 dangling"]],
    ["that name a party twice", { among: ["A", "A"], taken: ["A"] }, ["/lots/0/among/1 named-twice"]],
  ])("%s", (_, lot, faults) => {
    expect(faultCodes(() => count({ ...level, lots: [lot] }))).toEqual(faults);
  });

  test("one lot decides one tie: the second lot of the same tie is left over", () => {
    const lot = { among: ["A", "B", "C"], taken: ["B"] };
    expect(faultCodes(() => count({ ...level, lots: [lot, lot] }))).toEqual(["/lots/1 lot-unused"]);
  });

  test("the same tie in two counts takes two lots", () => {
    const law: Law = {
      ...level.law,
      stages: [
        { id: "first", allot: { seats: 1, among: "parties", by: "vote" }, method: dhondt },
        { id: "second", allot: { seats: 1, among: "parties", by: "vote" }, method: dhondt },
      ],
    };
    const input = { law, seats: 2, votes: whole({ A: 5, B: 5 }) };
    const lots = ["B", "A"].map((winner) => ({ among: ["A", "B"], taken: [winner] }));
    expect(elected({ ...input, lots: lots.slice(0, 1) })).toMatchObject({ seats: { A: 0, B: 1 }, ways: 2n });
    expect(elected({ ...input, lots }).stages).toMatchObject([{ seats: { B: 1 } }, { seats: { A: 1 } }]);
  });

  test("where nothing is tied", () => {
    const lots = [{ among: ["A", "B"], taken: ["A"] }];
    expect(faultCodes(() => count({ law: listLaw(dhondt), seats: 3, votes: whole({ A: 2, B: 1 }), lots }))).toEqual([
      "/lots/0 lot-unused",
    ]);
  });
});

describe("thresholds", () => {
  const votes = whole({ A: 60, B: 35, C: 5 });
  const seats = (admit: string) => count({ law: listLaw(dhondt, admit), seats: 20, votes });
  test("reached means equal or more", () => {
    expect(seats("share(vote) >= 5%")).toMatchObject({ seats: { A: 12, B: 7, C: 1 } });
    expect(seats("share(vote) > 5%")).toMatchObject({ seats: { A: 13, B: 7, C: 0 } });
    expect(seats("count(vote) >= 6")).toMatchObject({ seats: { C: 0 } });
    expect(seats("count(vote) >= valid / seats")).toMatchObject({ seats: { C: 1 } });
  });
  test("0 % keeps nobody out, 100 % all but a party that has all votes", () => {
    expect(seats("share(vote) >= 0%")).toMatchObject({ seats: { A: 12, B: 7, C: 1 } });
    expect(seats("share(vote) >= 100%")).toMatchObject({
      impossible: { code: "nobody-admitted", args: { seats: "20" } },
    });
    expect(
      count({ law: listLaw(dhondt, "share(vote) >= 100%"), seats: 3, votes: whole({ A: 9, B: 0 }) }),
    ).toMatchObject({ seats: { A: 3, B: 0 } });
  });
  test("any of several, all of several", () => {
    const law = listLaw(dhondt);
    const with_ = (admit: object): Law =>
      ({
        ...law,
        stages: [
          { id: "entry", admit },
          { ...law.stages[0], allot: { seats: "seats", among: "entry", by: "vote" } },
        ],
      }) as Law;
    const any = with_({
      "any-of": ["share(vote) >= 50%", { "all-of": ["count(vote) >= 5", "share(vote of valid) < 10%"] }],
    });
    expect(count({ law: any, seats: 13, votes })).toMatchObject({
      seats: { A: 12, B: 0, C: 1 },
      stages: [{ id: "entry", admitted: ["A", "C"], out: ["B"] }, {}],
    });
  });
  test("in districts they are of the whole country", () => {
    const votesHere = inDistricts({ north: { A: 50, B: 1 }, south: { A: 44, B: 5 } });
    const result = count({
      law: districtLaw(dhondt, "share(vote) >= 7%"),
      votes: votesHere,
      magnitudes: { district: { north: 2, south: 2 } },
    });
    expect(result).toMatchObject({ seats: { A: 4, B: 0 } });
  });
  test("each party's figure and bar are steps", () => {
    const result = count({ law: listLaw(dhondt, "share(vote) >= 6%"), seats: 20, votes }, { steps: true });
    expect(result.steps.slice(0, 3).map((s) => [s.who, s.in["figure"], s.in["bar"], s.out["admitted"]])).toEqual([
      ["A", "3/5", "3/50", "1"],
      ["B", "7/20", "3/50", "1"],
      ["C", "1/20", "3/50", "0"],
    ]);
  });
});

describe("edges", () => {
  test("one party takes all", () =>
    expect(elected({ law: listLaw(dhondt), seats: 7, votes: whole({ A: 3 }) }).seats).toEqual({ A: 7 }));
  test("no votes: no result, never a number that is none", () => {
    const result = count({ law: listLaw(dhondt), seats: 4, votes: whole({ A: 0, B: 0 }) });
    expect(result.impossible).toEqual({ code: "no-votes", args: { seats: "4" } });
    expect(result.votes).toEqual({
      valid: "0",
      parties: { A: { votes: "0", share: null }, B: { votes: "0", share: null } },
    });
  });
  test("no party at all", () => {
    expect(count({ law: listLaw(dhondt), seats: 4, parties: [], votes: whole({}) }).impossible!.code).toBe("no-votes");
  });
  test("a party without votes gets no seat, with more seats than votes", () => {
    expect(
      elected({ law: listLaw(dhondt), seats: 9, parties: ["A", "B", "C"], votes: whole({ A: 1, B: 0 }) }).seats,
    ).toEqual({ A: 9, B: 0, C: 0 });
  });
  test("a district where nobody voted keeps its seats empty; the others stand", () => {
    const votes = inDistricts({ north: { A: 3, B: 1 }, south: { A: 0, B: 0 } });
    const result = elected({ law: districtLaw(dhondt), votes, magnitudes: { district: { north: 2, south: 3 } } });
    expect(result.seats).toEqual({ A: 2, B: 0 });
    expect(result.unfilled).toEqual([
      { stage: "lists", where: "south", seats: 3, code: "no-votes", args: { seats: "3" } },
    ]);
    expect([result.open, result.size]).toEqual([0, 5]);
  });
  test("a quota that gives out more than there is, is no result", () => {
    const imperiali: Method = { quota: { of: "votes", "divide-by": "seats + 2" }, rest: ["largest-remainder"] };
    const result = count({ law: listLaw(imperiali), seats: 1, votes: whole({ A: 1, B: 1, C: 1 }) });
    expect(result.impossible).toMatchObject({
      code: "over-allotment",
      args: { given: "3", seats: "1", stage: "lists" },
    });
  });
  test("rules that leave seats over are no result", () => {
    const law = listLaw({ quota: droop, rest: [{ "largest-remainder": { "at-most": 1 } }] });
    // Quota floor(18 / 6) + 1 = 4: a seat each, two left, and one of them may go by remainder.
    const uneven = count({ law, seats: 5, votes: whole({ A: 7, B: 6, C: 5 }) });
    expect(uneven.impossible).toMatchObject({ code: "under-allotment", args: { left: "1" } });
    const level = count({ law, seats: 5, votes: whole({ A: 6, B: 6, C: 6 }) });
    expect(level.impossible).toMatchObject({ code: "under-allotment" });
  });
  test("an area without the votes or the seats of its districts: absent, with the reason", () => {
    const law = districtLaw(dhondt);
    expect(count({ law, seats: 4, votes: whole({ A: 1 }) }).impossible).toEqual({
      code: "no-votes",
      args: { area: "district" },
    });
    expect(count({ law, seats: 4, votes: inDistricts({ north: { A: 1 } }) }).impossible).toEqual({
      code: "no-magnitudes",
      args: { area: "district" },
    });
  });
  test("districts of a fixed magnitude", () => {
    const law: Law = { ...districtLaw(dhondt), areas: { district: { seats: 1 } } };
    const result = elected({ law, seats: 2, votes: inDistricts({ north: { A: 2, B: 1 }, south: { A: 1, B: 2 } }) });
    expect([result.seats, result.measures.wastedVotes]).toEqual([{ A: 1, B: 1 }, 0]);
  });
});

describe("seats held before", () => {
  const law: Law = {
    id: "two-tiers",
    seats: 10,
    areas: { district: { seats: "given" } },
    ballots: { vote: { marks: "list" } },
    stages: [
      {
        id: "local",
        allot: { seats: "district - 1", among: "parties", within: "district", by: "vote" },
        method: dhondt,
      },
      {
        id: "award",
        allot: { seats: 10, among: "parties", by: "vote", held: { stage: "local", as: "subtract" } },
        method: dhondt,
      },
    ],
  };
  const magnitudes = { district: { north: 4, south: 4 } };
  test("are taken off the award, and formulas give the seats of a district", () => {
    const result = elected({
      law,
      votes: inDistricts({ north: { A: 60, B: 40 }, south: { A: 10, B: 90 } }),
      magnitudes,
    });
    expect(result.seats).toEqual({ A: 3, B: 7 });
    expect(result.districts).toEqual({ north: { A: 2, B: 1 }, south: { A: 0, B: 3 } });
    expect(result.stages).toEqual([
      { id: "local", seats: { A: 2, B: 4 } },
      { id: "award", seats: { A: 3, B: 7 }, adds: { A: 1, B: 3 } },
    ]);
  });
  test("a tie in the districts leaves the seats of the body certain", () => {
    const result = elected({
      law,
      votes: inDistricts({ north: { A: 50, B: 50 }, south: { A: 10, B: 90 } }),
      magnitudes,
    });
    expect([result.seats, result.ways, result.open]).toEqual([{ A: 3, B: 7 }, 2n, 0]);
    expect(result.branches).toEqual([{ A: 3, B: 7 }]);
    expect(result.stages[1]).toEqual({ id: "award", seats: { A: 3, B: 7 }, adds: { A: 1, B: 2 } });
  });
  test("more than the award: the law does not say what then", () => {
    const over: Law = {
      ...law,
      seats: 6,
      stages: [
        law.stages[0]!,
        { ...law.stages[1]!, allot: { ...(law.stages[1] as { allot: object }).allot, seats: 6 } } as never,
      ],
    };
    // C takes all of the small south, and one seat of six over the whole.
    const votes = inDistricts({ north: { A: 600, B: 300, C: 0 }, south: { A: 1, B: 1, C: 160 } });
    expect(count({ law: over, votes, magnitudes }).impossible).toEqual({
      code: "held-over-award",
      args: { party: "C", held: "3", award: "1", stage: "award", before: "local" },
    });
  });
  test("two tiers side by side add up", () => {
    const parallel: Law = {
      ...law,
      seats: 11,
      stages: [law.stages[0]!, { id: "list", allot: { seats: 5, among: "parties", by: "vote" }, method: dhondt }],
    };
    expect(
      elected({ law: parallel, votes: inDistricts({ north: { A: 60, B: 40 }, south: { A: 10, B: 90 } }), magnitudes }),
    ).toMatchObject({ seats: { A: 4, B: 7 } });
  });
});

const listed = (votes: Readonly<Record<Id, number>>): Claimant[] =>
  Object.entries(votes).map(([name, n]) => ({ name, votes: n }));
const sorted = (results: readonly Readonly<Record<Id, number>>[]): string[] =>
  results.map((r) => JSON.stringify(r)).toSorted();

const rules = fc.constantFrom<
  readonly [string, Method, (claimants: readonly Claimant[], seats: number) => Readonly<Record<Id, number>>[]]
>(
  ["dhondt", dhondt, (c, n) => byAverages(c, n, (held) => held + 1)],
  ["sainte-lague", { divisors: "sainte-lague" }, (c, n) => byAverages(c, n, (held) => 2 * held + 1)],
  [
    "first divisor 7/5",
    methodOf("modified-sainte-lague"),
    (c, n) => byAverages(c, n, (held) => (held === 0 ? 7 : 5 * (2 * held + 1))),
  ],
  [
    "hare",
    { quota: { of: "votes", "divide-by": "seats" }, rest: ["largest-remainder"] },
    (c, n) => byQuota(c, n, [votesOf(c), n], n, false),
  ],
  ["droop", { quota: droop, rest: ["largest-remainder"] }, (c, n) => byQuota(c, n, [droopOf(c, n), 1], n, false)],
  ...[0, 1, 2].map(
    (most) =>
      [
        `at most ${most}`,
        limited(most),
        (c: readonly Claimant[], n: number) => byQuota(c, n, [droopOf(c, n), 1], most, true),
      ] as const,
  ),
);
const votesOf = (claimants: readonly Claimant[]): number => claimants.reduce((sum, c) => sum + c.votes, 0);
const droopOf = (claimants: readonly Claimant[], seats: number): number =>
  Math.floor(votesOf(claimants) / (seats + 1)) + 1;

const someVotes = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 })
  .filter((v) => v.some((n) => n > 0));
const partyVotes = (votes: readonly number[]) => Object.fromEntries(votes.map((n, i) => [`p${i}`, n]));

describe("against a count that goes every way", () => {
  test("over the whole: the same results, certain seats and number of ways", () => {
    let [tied, none] = [0, 0];
    fc.assert(
      fc.property(someVotes, fc.integer({ min: 1, max: 9 }), rules, (votes, seats, [, method, naive]) => {
        const all = naive(listed(partyVotes(votes)), seats);
        const result = count({ law: listLaw(method), seats, votes: whole(partyVotes(votes)) });
        if (all.length === 0) {
          none++;
          expect(result.impossible).toBeDefined();
          return;
        }
        if (all.length > 1) tied++;
        if (result.impossible) throw new Error(result.impossible.code);
        expect(result.ways).toBe(BigInt(all.length));
        expect(sorted(result.branches ?? [result.seats])).toEqual(all.length > 64 ? expect.anything() : sorted(all));
        const least = (p: Id) => Math.min(...all.map((r) => r[p]!));
        expect(result.seats).toEqual(Object.fromEntries(Object.keys(partyVotes(votes)).map((p) => [p, least(p)])));
      }),
      { numRuns: 4000, seed: 1994 },
    );
    expect(tied).toBeGreaterThan(200);
    expect(none).toBeGreaterThan(20);
  });

  test("in districts: certain seats add up, ways multiply, results are all sums", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someVotes, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 3 }),
        (districts) => {
          const votes = inDistricts(Object.fromEntries(districts.map(([v], i) => [`d${i}`, partyVotes(v)])));
          const magnitudes = { district: Object.fromEntries(districts.map(([, n], i) => [`d${i}`, n])) };
          const parties = ["p0", "p1", "p2", "p3", "p4"];
          const result = elected({ law: districtLaw(dhondt), parties, votes, magnitudes });
          const each = districts.map(([v, n]) => byAverages(listed(partyVotes(v)), n, (held) => held + 1));
          expect(result.ways).toBe(BigInt(each.reduce((ways, all) => ways * all.length, 1)));
          const sums = each.reduce<Readonly<Record<Id, number>>[]>(
            (a, b) =>
              a.flatMap((x) => b.map((y) => Object.fromEntries(parties.map((p) => [p, (x[p] ?? 0) + (y[p] ?? 0)])))),
            [Object.fromEntries(parties.map((p) => [p, 0]))],
          );
          expect(result.seats).toEqual(
            Object.fromEntries(parties.map((p) => [p, Math.min(...sums.map((s) => s[p]!))])),
          );
          const different = [...new Set(sorted(sums))];
          if (different.length <= 64) expect(sorted(result.branches ?? [result.seats])).toEqual(different);
          else expect(result.branches).toBeUndefined();
        },
      ),
      { numRuns: 800, seed: 1882 },
    );
  });
});

describe("steps", () => {
  test("with and without them the numbers are the same", () => {
    const without = ({ steps: _, ...result }: ReturnType<typeof elect>) =>
      toJson(result, 1).replaceAll(/"step": \w+/g, "");
    fc.assert(
      fc.property(someVotes, fc.integer({ min: 1, max: 9 }), rules, (votes, seats, [, method]) => {
        const input = { law: listLaw(method, "share(vote) >= 10%"), seats, votes: whole(partyVotes(votes)) };
        expect(without(count(input, { steps: true }))).toBe(without(count(input)));
      }),
      { numRuns: 500, seed: 1999 },
    );
  });

  test("carry the article and the district", () => {
    const votes = inDistricts({ north: { A: 3, B: 1 }, south: { A: 1, B: 2 } });
    const { steps } = count(
      { law: districtLaw(dhondt), votes, magnitudes: { district: { north: 2, south: 1 } } },
      { steps: true },
    );
    expect(steps.map((s) => [s.rule, s.where, s.who])).toEqual([
      ["art. 1", "north", "A"],
      ["art. 1", "north", "A"],
      ["art. 1", "south", "B"],
    ]);
  });

  test("stay in a recorder that is given", () => {
    const recorder = new Steps();
    const result = count({ law: listLaw(dhondt), seats: 5, votes: whole({ A: 3, B: 1 }) }, { steps: recorder });
    expect([result.steps.length, recorder.length]).toEqual([0, 5]);
  });
});

describe("input that cannot be counted", () => {
  const law = listLaw(dhondt);
  const base = { law, seats: 3, parties: ["A", "B"], votes: whole({ A: 1, B: 2 }) };
  const rest: RestRule[] = ["largest-remainder"];
  test.each<[string, ElectionInput, string[]]>([
    ["seats are not given", { law, parties: ["A"], votes: whole({ A: 1 }) }, ["/seats seats-not-given"]],
    ["seats are a fraction", { ...base, seats: 2.5 }, ["/seats seats-out-of-range"]],
    ["seats are given twice", { ...base, law: { ...law, seats: 5 } }, ["/seats seats-given-twice"]],
    ["a party is named twice", { ...base, parties: ["A", "B", "A"] }, ["/parties/2 named-twice"]],
    ["votes of a party that did not stand", { ...base, votes: whole({ A: 1, C: 2 }) }, ["/votes/votes/C dangling"]],
    [
      "negative and too large votes",
      { ...base, votes: whole({ A: -1, B: 2 ** 53 }) },
      ["/votes/votes/A votes-negative", "/votes/votes/B votes-too-large"],
    ],
    [
      "districts on one side only",
      {
        law: districtLaw({ quota: droop, rest }),
        parties: ["A"],
        votes: inDistricts({ north: { A: 1 }, sout: { A: 1 } }),
        magnitudes: { district: { north: 1, south: 1 } },
      },
      ["/magnitudes/district/south district-without-votes", "/votes/districts/sout district-without-seats"],
    ],
    [
      "an area that the law does not have",
      { ...base, law: districtLaw(dhondt), magnitudes: { distric: {} } },
      ["/magnitudes/distric area-unknown"],
    ],
    [
      "stages that do not add up to the body",
      {
        law: { ...districtLaw(dhondt), seats: 5 },
        parties: ["A"],
        votes: inDistricts({ north: { A: 1 } }),
        magnitudes: { district: { north: 4 } },
      },
      ["/law/seats seats-do-not-add-up"],
    ],
    [
      "a formula without a number of seats",
      {
        ...base,
        law: {
          ...law,
          stages: [{ ...law.stages[0]!, allot: { seats: "seats / 2", among: "parties", by: "vote" } }],
        },
      },
      ["/law/stages/0/allot/seats seats-formula"],
    ],
    [
      "a law that does not hold together",
      {
        ...base,
        law: { ...law, stages: [{ ...law.stages[0]!, allot: { seats: 3, among: "entri", by: "vot" } }] },
      },
      ["/law/stages/0/allot/among stage-unknown", "/law/stages/0/allot/by ballot-unknown"],
    ],
  ])("%s", (_, input, faults) => {
    expect(faultCodes(() => elect(input))).toEqual(faults);
  });
});
