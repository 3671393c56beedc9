import { describe, expect, test } from "vitest";
import type { Step, StepKind } from "../../core/step.ts";
import { enTerminal } from "../words/en-terminal.ts";
import { words } from "./any.testing.ts";
import { renderSteps } from "./steps.ts";

const view = { width: 80, colour: false, unicode: true };
const kinds: Readonly<Record<StepKind, true>> = {
  admit: true,
  quota: true,
  "whole-quotas": true,
  average: true,
  remainder: true,
  subtract: true,
  tie: true,
  lot: true,
  entitled: true,
  pick: true,
};

const step = (id: number, kind: StepKind, more: Partial<Step> = {}): Step => ({
  id,
  kind,
  in: {},
  out: {},
  uses: [],
  ...more,
});

describe("the steps of a count", () => {
  test("are a line each: number, kind, who, what went in and came out, what it used", () => {
    const rule = "Sch. 2 item 6";
    const steps = [
      step(0, "quota", { rule, in: { votes: "19533498", seats: "400" }, out: { quota: "48712" } }),
      step(1, "whole-quotas", {
        rule,
        who: "IFP",
        in: { votes: "2058294" },
        out: { seats: "42", remainder: "12390" },
        uses: [0],
      }),
      step(12, "average", {
        rule,
        who: "ANC",
        in: { votes: "12237655", divisor: "251" },
        out: { average: "12237655/251", seats: "43" },
        uses: [1, 0],
      }),
    ];
    expect(renderSteps(steps, words, view)).toBe(`\
[Sch. 2 item 6]
 0  quota                 votes 19 533 498, seats 400 → quota 48 712
 1  whole quotas     IFP  votes 2 058 294 → seats 42, left over 12 390 (uses 0)
12  highest average  ANC  votes 12 237 655, divisor 251 → average 12 237 655/251
                          ≈ 48 755.5976, seats 43 (uses 1 and 0)`);
  });

  test("stand under their area and article, named where these change", () => {
    const steps = [
      step(0, "admit", { where: "Hulu", rule: "art. 3", who: "A", in: { votes: "9" }, out: { admitted: "1" } }),
      step(1, "admit", { where: "Hulu", rule: "art. 3", who: "B", in: { votes: "1" }, out: { admitted: "0" } }),
      step(2, "tie", {
        where: "Kota",
        rule: "art. 4",
        in: { A: "10", "NP-2": "10" },
        out: { seats: "1" },
        uses: [0, 1],
      }),
      step(3, "lot", { in: { seats: "1" }, out: { A: "1" }, uses: [2] }),
    ];
    expect(renderSteps(steps, words, view)).toBe(`\
HULU [art. 3]
0  entry      A  votes 9 → goes on
1  entry      B  votes 1 → does not go on

KOTA [art. 4]
2  tie           A 10, NP-2 10 → seats 1 (uses 0 and 1)

3  lot drawn     seats 1 → A 1 (uses 2)`);
  });

  test.each([
    ["377/28", "377/28 ≈ 13.4643"],
    ["673/50", "13.46"],
    ["1/100000", "1/100 000 ≈ 0"],
    ["-7/2", "-3.5"],
    ["12237655", "12 237 655"],
  ])("write %s as %s", (value, written) => {
    expect(renderSteps([step(0, "quota", { out: { quota: value } })], words, view)).toBe(`0  quota  quota ${written}`);
  });

  test("every kind has its words", () => {
    for (const kind of Object.keys(kinds)) expect(enTerminal[`step.${kind}`]).toMatch(/^[a-z ]+$/);
  });

  test("none are said to be none", () => {
    expect(renderSteps([], words, view)).toBe("None.");
  });

  test("keep within the width, and names of others cannot command the terminal", () => {
    const hostile = step(7, "tie", {
      who: "\u001b[2J敘利亞".repeat(9),
      where: "\u001b]0;x",
      rule: "\u202e1",
      in: { "\u009b1m": "5" },
    });
    const lines = renderSteps([hostile], words, { ...view, width: 40 }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.join("")).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
