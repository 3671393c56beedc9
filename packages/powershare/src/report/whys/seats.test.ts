import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAbsent } from "../../core/absent.ts";
import type { Findings } from "../../settlement/findings.ts";
import { whyOf } from "./why.ts";
import { findingsOf, sayWhy } from "./whys.testing.ts";

interface Given {
  readonly law?: string;
  readonly seats?: number;
  readonly votes: Readonly<Record<string, number>>;
  readonly more?: string;
}

const scenario = ({ law = "list-dhondt", seats = 4, votes, more = "" }: Given): string => `
powershare: 1
title: An election
bodies:
  house:
    name: House
    law: ${law}
    seats: ${seats}
    parties: {${Object.keys(votes)
      .map((p) => `${p}: {name: Party ${p}}`)
      .join(", ")}}
    votes: {${Object.entries(votes)
      .map(([p, n]) => `${p}: ${n}`)
      .join(", ")}}
${more}`;

const house = (findings: Findings) => {
  const found = findings.outcomes[0]!.bodies["house"]!;
  if (isAbsent(found) || found.impossible) throw new Error("no seats");
  return found;
};

describe("a divisor method", () => {
  // D'Hondt: A 60, 30, 20, 15; B 40, 20, 13.33; C 10. Four seats: A 60, B 40, A 30, then A and B level at 20.
  const votes = { A: 61, B: 40, C: 10 };

  test("gives each seat with its quotient, and says who was next and by how much", async () => {
    const findings = await findingsOf(scenario({ votes }));
    expect(sayWhy(findings, "seats:house:A")).toEqual({
      question: "Why does A have 3 of 4 seats?",
      answer: [
        "Each seat goes to the party with the highest average at that moment; of 4 times A has it 3 times.",
        "It has 61 votes, 54.95% of all.",
        "Rule: Jefferson's method; divisor method with downward rounding of “Lists by D'Hondt's method, the whole country as one district”.",
        "Without a source: the votes for the House.",
      ],
      steps: [
        "Highest average | 61 ÷ 1 = 61: number 1 of 4 | 1 | Jefferson's method; divisor method with downward rounding",
        "Highest average | 61 ÷ 2 = 30.50: number 3 of 4 | 1 | Jefferson's method; divisor method with downward rounding",
        "Highest average | 61 ÷ 3 = 20.33: number 4 of 4 | 1 | Jefferson's method; divisor method with downward rounding",
        "Together |  | 3 | ",
      ],
      change: [
        "One seat fewer: B would be next in this step, with 20 votes for each seat; A stands at 20.33, 0.33 above.",
        "One seat more: A would stand at 15.25 votes for each seat; the lowest at which another took one in this step is that of B, 40: 24.75 above.",
      ],
    });
  });

  test("of a party without a seat: how far it is from one", async () => {
    const { steps, change } = sayWhy(await findingsOf(scenario({ votes })), "seats:house:C");
    expect(steps).toEqual([]);
    expect(change).toEqual([
      "One seat more: C would stand at 10 votes for each seat; the lowest at which another took one in this step is that of A, 20.33: 10.33 above.",
    ]);
  });

  test("of many seats shows the first and the last", async () => {
    const { steps } = sayWhy(
      await findingsOf(scenario({ votes: { A: 46_000, B: 54_000 }, seats: 100 })),
      "seats:house:A",
    );
    expect(steps.map((s) => s.split(" | ").slice(0, 3))).toEqual([
      ["Highest average", "46 000 ÷ 1 = 46 000: number 2 of 100", "1"],
      ["Highest average", "46 000 ÷ 2 = 23 000: number 4 of 100", "1"],
      ["43 more", "each time its average is the highest", "43"],
      ["Highest average", "46 000 ÷ 46 = 1000: number 99 of 100", "1"],
      ["Together", "", "46"],
    ]);
  });

  test("a distance that two decimals would hide is shown", async () => {
    const findings = await findingsOf(scenario({ votes: { A: 1_000_001, B: 1_000_000 }, seats: 1 }));
    expect(sayWhy(findings, "seats:house:A").change[0]).toBe(
      "One seat fewer: B would be next in this step, with 1 000 000 votes for each seat; A stands at 1 000 001, 1 above.",
    );
    const close = await findingsOf(scenario({ votes: { A: 3001, B: 2001 }, seats: 3 }));
    // A 3001, B 2001, then A at 1500.5; B comes next at 1000.5.
    expect(sayWhy(close, "seats:house:A").change[0]).toContain("A stands at 1500.5, 500 above");
    const hair = await findingsOf(scenario({ votes: { A: 30_001, B: 30_000, C: 10_001 }, seats: 6 }));
    // The last two of six seats: C at 10 001 and A at 30 001 / 3 = 10 000.33; B goes without at 10 000.
    expect(sayWhy(hair, "seats:house:A").change[0]).toBe(
      "One seat fewer: B would be next in this step, with 10 000 votes for each seat; A stands at 10 000.3, 0.3 above.",
    );
    const thin = await findingsOf(scenario({ votes: { A: 3_000_001, B: 3_000_000 }, seats: 11 }));
    // A at 3 000 001 / 6 = 500 000.1667, B at 500 000.
    expect(sayWhy(thin, "seats:house:A").change[0]).toBe(
      "One seat fewer: B would be next in this step, with 500 000 votes for each seat; A stands at 500 000.2, 0.2 above.",
    );
    const thinner = await findingsOf(scenario({ votes: { A: 30_000_001, B: 30_000_000 }, seats: 99 }));
    // A at 30 000 001 / 50 = 600 000.02.
    expect(sayWhy(thinner, "seats:house:A").change[0]).toContain("A stands at 600 000.02, 0.02 above");
  });
});

describe("an open tie", () => {
  const tied = { votes: { A: 11, B: 11, C: 11 }, seats: 4 };

  test("names everyone who is level, at what, and what decides", async () => {
    const findings = await findingsOf(scenario(tied));
    const { answer, steps, change } = sayWhy(findings, "seats:house:A");
    expect(answer).toContain(
      "A, B and C are level for one seat, at 5.50 each. No lot is entered, so it is open who takes what they are level for.",
    );
    expect(steps.at(-1)).toBe("Together |  | 1 | ");
    expect(change).toEqual([
      "A, B and C are level for one seat, at 5.50 each.",
      "A drawn lot, entered at bodies.house.lots, decides it.",
    ]);
    expect(sayWhy(findings, "open:house")).toMatchObject({
      question: "Which seat of the House is undecided?",
      answer: expect.arrayContaining(["3 results are possible."]),
      change: ["A drawn lot, entered at bodies.house.lots, decides it."],
    });
  });

  test("of who is not in it: the level ones are who would be next", async () => {
    // D'Hondt, five seats: D 40, 20, 13.33 and three of the level ones at 11 for the last two seats.
    const findings = await findingsOf(scenario({ votes: { A: 11, B: 11, C: 11, D: 40 }, seats: 5 }));
    expect(sayWhy(findings, "seats:house:D").change).toEqual([
      "One seat fewer: A, B and C would be next in this step, with 11 votes for each seat; D stands at 13.33, 2.33 above.",
      "One seat more: D would stand at 10 votes for each seat; the lowest at which another took one in this step is that of A, B and C, 11: 1 above.",
    ]);
  });

  test("with the lot entered is a step", async () => {
    const lot = "    lots: [{among: [A, B, C], taken: [B]}]\n";
    const findings = await findingsOf(scenario({ ...tied, more: lot }));
    const { steps, change } = sayWhy(findings, "seats:house:B");
    expect(steps.map((s) => s.split(" | ").slice(0, 3))).toEqual([
      ["Lot", "A, B and C were level; the lot was drawn for B", ""],
      ["Highest average", "11 ÷ 1 = 11: number 2 of 4", "1"],
      ["Highest average", "11 ÷ 2 = 5.50: number 4 of 4", "1"],
      ["Together", "", "2"],
    ]);
    expect(change[0]).toBe(
      "One seat fewer: A and C stood level with B in this step, at 5.50; what was entered beside the count decided.",
    );
    expect(whyOf(findings, "open:house")).toBe(null);
  });
});

describe("a quota method", () => {
  // Hare, 10 seats, 1000 votes: quota 100. A 4 and 50, B 3 and 30, C 1 and 20; the ninth seat is A's, the tenth B's.
  const hare = { law: "list-hare", seats: 10, votes: { A: 450, B: 330, C: 120, D: 100 } };

  test("says what whole quotas and remainders gave", async () => {
    const findings = await findingsOf(scenario(hare));
    expect(house(findings).seats).toEqual({ A: 5, B: 3, C: 1, D: 1 });
    const { answer, steps, change } = sayWhy(findings, "seats:house:A");
    expect(answer[0]).toBe("4 for whole quotas and 1 by the largest numbers of votes left over.");
    expect(steps.map((s) => s.split(" | ").slice(0, 3))).toEqual([
      ["Whole quotas", "450 ÷ 100 = 4, remainder 50", "4"],
      ["Largest left over", "50 left over: the most, which takes one", "1"],
      ["Together", "", "5"],
    ]);
    expect(change).toEqual([
      "One seat fewer: B would be next in this step, with 30 votes left over; A has 50, 20 more.",
      "One seat more: at the same quota, 5 × 100 = 500 votes hold 5 whole quotas; A has 450, 50 fewer.",
    ]);
  });

  test("the price, the whole quotas and what is left over each have their division", async () => {
    const findings = await findingsOf(scenario(hare));
    expect(sayWhy(findings, "quota:house").answer[0]).toBe("1000 ÷ 10 = 100.");
    expect(sayWhy(findings, "whole:house:B").answer[0]).toBe("330 ÷ 100 = 3, remainder 30.");
    expect(sayWhy(findings, "left-over:house:B")).toMatchObject({
      answer: expect.arrayContaining(["In size this is number 2 of 4; one seat goes that way."]),
      change: [
        "One seat fewer: 30 votes are left over above its whole quotas; if it lost more than these, at the same quota, 2 of them would be left.",
        "One seat more: B has 30 votes left over; the fewest with which another took one in this step are those of A, 50: 20 more.",
      ],
    });
    expect(sayWhy(findings, "total:house:remainder").steps).toEqual([
      "1 | A | 50",
      "next, without | B | 30",
      "next, without | C | 20",
    ]);
  });
});

test("averages known by their squares are shown as roots", async () => {
  const law =
    "{id: hh, title: Equal proportions, seats: given, ballots: {vote: {marks: list}}, stages: [{id: s, allot: {seats: seats, among: parties, by: vote}, method: {divisors: huntington-hill}}]}";
  const findings = await findingsOf(scenario({ law, seats: 3, votes: { A: 30, B: 20 } }));
  // After a seat each, A claims at 30 / sqrt(2) = 21.21, B at 20 / sqrt(2) = 14.14; A then at 30 / sqrt(6) = 12.25.
  const { steps, change } = sayWhy(findings, "seats:house:A");
  expect(steps[1]).toContain("30 ÷ 1.41 = 21.21: number 3 of 3");
  expect(change[0]).toBe(
    "One seat fewer: B would be next in this step, with 14.14 votes for each seat; A stands at 21.21, 7.07 above.",
  );
});

test("a party below the threshold: its share against that of the law", async () => {
  const law =
    "{id: t, title: With a threshold, seats: given, ballots: {vote: {marks: list}}, stages: [{id: entry, admit: share(vote) >= 5%, source: art. 4}, {id: s, allot: {seats: seats, among: entry, by: vote}, method: {divisors: dhondt}, source: art. 5}]}";
  const findings = await findingsOf(scenario({ law, votes: { A: 700, B: 260, C: 40 } }));
  const { answer, steps } = sayWhy(findings, "seats:house:C");
  expect(steps).toEqual([
    "Entry | 4% against the 5% that the law asks for: does not go on |  | art. 4",
    "Together |  | 0 | ",
  ]);
  expect(answer).toContain("Rule: art. 4 and art. 5 of “With a threshold”.");
  expect(sayWhy(findings, "seats:house:A").steps[0]).toBe(
    "Entry | 70% against the 5% that the law asks for: goes on |  | art. 4",
  );
});

describe("districts", () => {
  const text = (law: string, files = "votes: votes.csv") => `
powershare: 1
title: Districts
bodies:
  house:
    name: House
    law: ${law}
    districts: seats.csv
    parties: {A: {name: Party A}, B: {name: Party B}}
    ${files}
`;
  const files = {
    "votes.csv": "district,party,votes\nNorth,A,60\nNorth,B,40\nSouth,A,30\nSouth,B,70\n",
    "seats.csv": "district,seats\nNorth,3\nSouth,2\n",
  };
  const simple =
    "{id: d, title: By district, seats: given, areas: {district: {seats: given}}, ballots: {vote: {marks: list}}, stages: [{id: s, allot: {seats: district, among: parties, within: district, by: vote}, method: {divisors: dhondt}, source: art. 7}]}";

  test("a party's seats are those of its districts, each with its own answer", async () => {
    const findings = await findingsOf(text(simple), files);
    expect(sayWhy(findings, "seats:house:A")).toMatchObject({
      steps: ["North | 60 votes there | 2 | art. 7", "South | 30 votes there | 0 | art. 7", "Together |  | 2 | "],
      change: ["Each district has a last seat of its own: what stands next to it is behind the seats of the district."],
    });
    expect(whyOf(findings, "seats:house:A")!.steps!.rows.map((r) => r[2]!.why)).toEqual([
      "seats:house:A:North",
      "seats:house:A:South",
    ]);
    // North: A 60, B 40, A 30. South: B 70, B 35, A 30 goes without.
    expect(sayWhy(findings, "seats:house:A:North")).toMatchObject({
      question: "Why does A have 2 seats in North?",
      answer: expect.arrayContaining([
        "Each seat goes to the party with the highest average at that moment; of 3 times A has it 2 times.",
        "It has 60 votes there.",
      ]),
      steps: [
        "Highest average | 60 ÷ 1 = 60: number 1 of 3 | 1 | art. 7",
        "Highest average | 60 ÷ 2 = 30: number 3 of 3 | 1 | art. 7",
        "Together |  | 2 | ",
      ],
      change: [
        "One seat fewer: B would be next in this step, with 20 votes for each seat; A stands at 30, 10 above.",
        "One seat more: A would stand at 20 votes for each seat; the lowest at which another took one in this step is that of B, 40: 20 above.",
      ],
    });
    expect(sayWhy(findings, "seats:house:A:South").change).toEqual([
      "One seat more: A would stand at 30 votes for each seat; the lowest at which another took one in this step is that of B, 35: 5 above.",
    ]);
    expect(sayWhy(findings, "votes:house:A").steps).toEqual(["North | 60", "South | 30", "Together | 90"]);
    expect(sayWhy(findings, "district:house:North")).toMatchObject({
      question: "Which are the 3 seats of North?",
      steps: ["A | 2", "B | 1", "Together | 3"],
    });
    expect(sayWhy(findings, "total:house:seats").answer).toEqual(["The seats of its 2 districts, added up."]);
  });

  test("seats that a later stage takes off are told, and not added", async () => {
    const both =
      "{id: d, title: Two tiers, seats: 10, areas: {district: {seats: given}}, ballots: {vote: {marks: list}}, stages: [{id: below, allot: {seats: district, among: parties, within: district, by: vote}, method: {divisors: dhondt}, source: art. 7}, {id: above, allot: {seats: 10, among: parties, by: vote, held: {stage: below, as: subtract}}, method: {divisors: dhondt}, source: art. 8}]}";
    const findings = await findingsOf(text(both), files);
    // Over all 200 votes, A 90 and B 110, ten seats by D'Hondt: A 4, B 6, of which A has 2 and B 3 from the districts.
    expect(house(findings).seats).toEqual({ A: 4, B: 6 });
    const { answer, steps } = sayWhy(findings, "seats:house:A");
    expect(answer).toContain("2 of them were given out before, from the lists of the districts; 2 are added here.");
    expect(steps.filter((s) => s.includes("art. 8"))).toHaveLength(4);
    expect(steps.at(-1)).toBe("Together |  | 4 | ");
    expect(steps.some((s) => s.startsWith("North"))).toBe(false);
    expect(sayWhy(findings, "seats:house:A:North").steps).toHaveLength(3);
  });
});

test("seats without a count: who says so", async () => {
  const findings = await findingsOf(`
powershare: 1
title: Known seats
sources: {s: {title: A gazette}}
bodies:
  house: {name: House, parties: {A: {name: Party A}, B: {name: Party B}}, result: {seats: {A: 6, B: 4}, source: s}}
`);
  expect(sayWhy(findings, "seats:house:A")).toEqual({
    question: "Why does A have 6 of 10 seats?",
    answer: ["They are given, not counted from votes."],
    steps: [],
    change: ["This is an input. Change it, and everything that follows from it is computed anew."],
  });
  expect(whyOf(findings, "seats:house:A")!.refs).toEqual([{ id: "s" }]);
});

test("a key of nothing has no answer", async () => {
  const findings = await findingsOf(scenario({ votes: { A: 2, B: 1 } }));
  for (const key of [
    "",
    "seats",
    "seats:house",
    "seats:house:X",
    "seats:x:A",
    "toString",
    "__proto__:a",
    "quota:house",
    "office:a:b",
    "relation:a>b",
    "total:house:x",
    "coalition:A+X",
    "seats:house:A:North",
  ])
    expect([key, whyOf(findings, key)]).toEqual([key, null]);
});

test("the steps of every party add up to its seats, by any method", async () => {
  const laws = ["list-dhondt", "list-sainte-lague", "list-hare", "list-droop", "list-modified-sainte-lague"];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...laws),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 12 }),
      async (law, counts, seats) => {
        fc.pre(counts.some((n) => n > 0));
        const votes = Object.fromEntries(counts.map((n, i) => [`P${"abcde"[i]}`, n]));
        const findings = await findingsOf(scenario({ law, votes, seats }));
        const found = findings.outcomes[0]!.bodies["house"]!;
        if (isAbsent(found) || found.impossible) return;
        for (const [party, n] of Object.entries(found.seats)) {
          const { steps } = whyOf(findings, `seats:house:${party}`)!;
          const given = (steps?.rows ?? []).reduce(
            (sum, r) => sum + (typeof r[2]!.value === "number" ? r[2]!.value : 0),
            0,
          );
          expect(given).toBe(n);
        }
      },
    ),
    { seed: 43, numRuns: 150 },
  );
});
