import { describe, expect, test } from "vitest";
import { entitled } from "../../cabinet/entitled.ts";
import { readEntry } from "../../cabinet/entry.ts";
import { share } from "../../cabinet/share.ts";
import { type Step, Steps } from "../../core/step.ts";
import { electByMethod } from "../../election/by-method.ts";
import { enTerminal } from "../words/en-terminal.ts";

/** The figures of steps that have no words; in ties and lots they are named by parties. */
function withoutWords(steps: Iterable<Step>): string[] {
  const named = [...steps].filter(({ kind }) => kind !== "tie" && kind !== "lot");
  expect(named.length).toBeGreaterThan(0);
  const names = new Set(named.flatMap((step) => [...Object.keys(step.in), ...Object.keys(step.out)]));
  return [...names].filter((name) => enTerminal[`step.value.${name.replace(/\d$/, "")}`] === undefined);
}

describe("every figure of a step has its words", () => {
  const votes = { kind: "whole", votes: { A: 530n, B: 310n, C: 150n, D: 10n } } as const;
  const input = { votes, parties: ["A", "B", "C", "D"], seats: 10 };

  test.each(["dhondt", "huntington-hill", "lr-hare", "lr-droop", "lr-imperiali"])("in an election by %s", (method) => {
    expect(withoutWords(electByMethod({ ...input, method, threshold: "5%" }, { steps: true }).steps)).toEqual([]);
  });

  const weights = { A: 53, B: 31, C: 16, D: 16 };
  test.each([{ divisors: "sainte-lague" }, { divisors: "huntington-hill" }] as const)(
    "in offices by $divisors",
    (method) => {
      const steps = new Steps();
      const offices = ["finance", "education", "health", "justice", "sport"];
      const preferences = Object.fromEntries(Object.keys(weights).map((id) => [id, offices]));
      share(
        {
          method,
          offices,
          weights,
          refuse: ["B"],
          entry: { seats: 10 },
          tieBreak: { A: 4, B: 3, C: 2, D: 1 },
          preferences,
        },
        steps,
      );
      expect(withoutWords(steps)).toEqual([]);
    },
  );

  test("in offices by a quota", () => {
    const steps = new Steps();
    share(
      { method: { quota: { of: "votes", "divide-by": "seats" }, rest: ["largest-remainder"] }, offices: 7, weights },
      steps,
    );
    expect(withoutWords(steps)).toEqual([]);
  });

  test.each(["seats >= 20", "votes > 100", "share(seats) >= 10%", "share(votes) > 10%", "largest 2"])(
    "in the entry rule %s",
    (text) => {
      const steps = new Steps();
      const parties = Object.entries(weights).map(([id, seats]) => ({
        id,
        seats,
        votes: BigInt(seats * 10),
        joins: true,
      }));
      entitled(readEntry(text).rule!, 0, parties, parties, true, steps);
      expect(withoutWords(steps)).toEqual([]);
    },
  );
});
