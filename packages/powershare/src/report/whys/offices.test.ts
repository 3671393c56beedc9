import { describe, expect, test } from "vitest";
import { whyOf } from "./why.ts";
import { findingsOf, sayWhy } from "./whys.testing.ts";

const scenario = (seats: Readonly<Record<string, number>>, government: string): string => `
powershare: 1
title: A government
sources: {s: {title: A gazette}}
actors: {a: {name: Actor A}, b: {name: Actor B}}
relations:
  - {from: a, to: b, willing: refuse, source: s}
bodies:
  house:
    name: House
    parties: {A: {name: Party A, actor: a}, B: {name: Party B, actor: b}, C: {name: Party C}}
    result: {seats: {${Object.entries(seats)
      .map(([p, n]) => `${p}: ${n}`)
      .join(", ")}}, source: s}
government:
  from: house
  formation: majority
${government}`;

const offices = (rule: string): string =>
  `  offices:\n    minister: {name: ministers, source: {id: s, at: art. 9}, ${rule}}\n`;
const seats = { A: 46, B: 34, C: 20 };

describe("offices by a quota", () => {
  // 100 / 10 = 10 seats an office: A 4 and 6 left, B 3 and 4 left, C 2: the tenth goes to A.
  const hare = offices("count: 10, method: {quota: {divide-by: seats}, rest: [largest-remainder]}");

  test("say the division, what the rest gave, and who was next", async () => {
    const findings = await findingsOf(scenario(seats, hare));
    expect(sayWhy(findings, "office:minister:A")).toEqual({
      question: "Why does A have 5 of the 10 ministers?",
      answer: ["Its 46 seats count. Whole quotas leave one of 10 for the rest."],
      steps: [
        "Whole quotas | 46 ÷ 10 = 4, remainder 6 | 4 | art. 9",
        "Largest left over | 6 left over: the most, which takes one | 1 | art. 9",
        "Together |  | 5 | ",
      ],
      change: [
        "One office fewer: B would be next in this step, with 4 seats left over; A has 6, 2 more.",
        "One office more: at the same quota, 5 × 10 = 50 seats hold 5 whole quotas; A has 46, 4 fewer.",
      ],
    });
    expect(whyOf(findings, "office:minister:A")!.refs).toEqual([{ id: "s", at: "art. 9" }]);
    expect(sayWhy(findings, "office:minister:B").change).toEqual([
      "One office fewer: 4 seats are left over above its whole quotas; if it lost more than these, at the same quota, 2 of them would be left.",
      "One office more: B has 4 seats left over; the fewest with which another took one in this step are those of A, 6: 2 more.",
    ]);
  });

  test("each figure of the division has its answer", async () => {
    const findings = await findingsOf(scenario(seats, hare));
    expect(sayWhy(findings, "price:minister").answer[0]).toBe("100 ÷ 10 = 10.");
    expect(sayWhy(findings, "quotient:minister:A").answer[0]).toBe("46 ÷ 10 = 4.60.");
    expect(sayWhy(findings, "whole-offices:minister:A").answer[0]).toBe("46 ÷ 10 = 4, remainder 6.");
    expect(sayWhy(findings, "surplus:minister:A").question).toBe("Why are 6 seats of A left over?");
    expect(sayWhy(findings, "offices:minister")).toMatchObject({
      question: "Why 10 ministers?",
      answer: ["There are 10, as the document says at government.offices.minister."],
      steps: ["A | 5", "B | 3", "C | 2", "Together | 10"],
    });
  });
});

describe("offices one after another", () => {
  const dhondt = offices("count: 4, to: seats >= 20, method: {divisors: dhondt}");

  test("say the entry, each quotient, and who was next", async () => {
    // A 46, B 34, A 23, C 20; B goes without at 17, A at 15.33.
    const findings = await findingsOf(scenario(seats, dhondt));
    expect(sayWhy(findings, "office:minister:C")).toMatchObject({
      answer: ["Its 20 seats count.", "Entitled: parties with at least 20 seats."],
      steps: [
        "Entry | 20 seats; at least 20 needed |  | art. 9",
        "Highest average | 20 ÷ 1 = 20: number 4 of 4 | 1 | art. 9",
        "Together |  | 1 | ",
      ],
      change: [
        "One office fewer: B would be next in this step, with 17 seats for each office; C stands at 20, 3 above.",
        "One office more: C would stand at 10 seats for each office; the lowest at which another took one in this step is that of A, 23: 13 above.",
      ],
    });
    expect(sayWhy(findings, "pick:minister:3")).toMatchObject({
      question: "Why is A number 3 to pick one of the ministers?",
      answer: ["46 ÷ 2 = 23: number 3 of 4.", "Entitled: parties with at least 20 seats."],
    });
  });

  test("that are level stay open, and say so", async () => {
    const findings = await findingsOf(
      scenario({ A: 40, B: 40, C: 20 }, offices("count: 3, method: {divisors: dhondt}")),
    );
    // A and B pick first and second in either order, then A, B and C are level at 20 for the third.
    const { answer, change } = sayWhy(findings, "office:minister:C");
    expect(answer).toContain("A, B and C are level for one office. Nothing is entered that decides it, so it is open.");
    expect(change).toEqual(["A, B and C are level for one office, at 20 each."]);
  });
});

test("the same number for each who comes in: how far the entry is", async () => {
  const findings = await findingsOf(scenario(seats, offices("each: 1, to: seats >= 30")));
  expect(sayWhy(findings, "office:minister:B")).toMatchObject({
    answer: ["Each party that is entitled has 1.", "Entitled: parties with at least 30 seats."],
    steps: [
      "Entry | 34 seats; at least 30 needed |  | art. 9",
      "The same number for each |  | 1 | art. 9",
      "Together |  | 1 | ",
    ],
    change: ["The rule asks for 30 seats; it has 4 more."],
  });
  expect(sayWhy(findings, "offices:minister").answer[0]).toBe("1 for each of the 2 parties entitled.");
  const share = await findingsOf(scenario(seats, offices("each: 1, to: share >= 25%")));
  expect(sayWhy(share, "office:minister:B").steps[0]).toBe("Entry | 34% of the seats; at least 25 needed |  | art. 9");
  const largest = await findingsOf(scenario(seats, offices("each: 1, to: largest 2")));
  expect(sayWhy(largest, "office:minister:B").steps[0]).toBe("Entry | among the largest 2, with 34 seats |  | art. 9");
});

test("who takes part, and that it is assumed", async () => {
  const joins = "  joins: {parties: [A, C], assumed: true, because: nobody has said yet}\n";
  const rule = offices("count: 2, method: {divisors: dhondt}");
  const { answer } = sayWhy(await findingsOf(scenario(seats, joins + rule)), "office:minister:A");
  expect(answer).toContain("Taking part: A and C.");
  expect(answer).toContain("Assumed: who takes part in the government. The reason given: nobody has said yet.");
});

describe("coalitions", () => {
  test("the sum, the majority, who is needed", async () => {
    const findings = await findingsOf(scenario(seats, ""));
    expect(sayWhy(findings, "coalition:A+C")).toEqual({
      question: "Why do A and C together have 66 seats?",
      answer: ["46 + 20 = 66.", "A majority is 51: 66 − 51 = 15 to spare."],
      steps: ["A | 46 | 20 | 31 short", "C | 20 | 46 | 5 short", "Together | 66 |  | 15 to spare"],
      change: ["Without any one of A and C it has no majority."],
    });
    expect(sayWhy(findings, "margin:A")).toEqual({
      question: "Why 5 short?",
      answer: ["A has 46 seats.", "A majority is 51: 51 − 46 = 5 short."],
      steps: [],
      change: ["With B or C it would reach a majority."],
    });
    expect(sayWhy(findings, "coalition:A+B+C").change).toEqual([
      "It keeps its majority without any one of its parties.",
    ]);
    expect(sayWhy(findings, "coalition:A+B").answer).toContain(
      "A and B refuse each other, so no government is counted that holds both.",
    );
    expect(sayWhy(findings, "coalitions:all").answer).toEqual([
      "Each of the 3 parties with seats is in or out: 2 to the power of 3 is 8, the empty one included.",
    ]);
    expect(sayWhy(findings, "coalitions:winning")).toMatchObject({
      steps: ["A and C | 66 | 15 to spare", "B and C | 54 | 3 to spare"],
    });
  });

  test("a majority is more than half, or what the document sets", async () => {
    expect(sayWhy(await findingsOf(scenario(seats, "")), "majority:house")).toEqual({
      question: "Why are 51 seats a majority of the House?",
      answer: ["100 ÷ 2 = 50; more than half is 51."],
      steps: [],
      change: [],
    });
    const odd = await findingsOf(scenario({ A: 3, B: 3, C: 3 }, ""));
    expect(sayWhy(odd, "majority:house").answer).toEqual(["9 ÷ 2 = 4.5; more than half is 5."]);
    const set = await findingsOf(scenario(seats, "  majority: 60\n  thresholds: {two thirds: 67}\n"));
    expect(sayWhy(set, "majority:house").answer).toEqual(["The document sets it, at government.majority."]);
    expect(sayWhy(set, "threshold:two thirds").question).toBe("Why 67 seats for “two thirds”?");
  });
});
