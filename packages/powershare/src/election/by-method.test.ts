import { describe, expect, test } from "vitest";
import { electByMethod, lawOf, type MethodInput } from "./by-method.ts";
import { checkLaw } from "./check.ts";
import { faultCodes } from "./faults.testing.ts";

const whole = { kind: "whole", votes: { A: 53n, B: 24n, C: 23n } } as const;
const input: MethodInput = { method: "dhondt", parties: ["A", "B", "C"], votes: whole, seats: 7 };
const districts: MethodInput = {
  method: "dhondt",
  parties: ["A", "B"],
  votes: { kind: "districts", area: "district", districts: { north: { A: 3n, B: 1n }, south: { A: 2n, B: 3n } } },
  seats: { north: 2, south: 3 },
};

// By hand: D'Hondt 53, 26.5, 24, 23, 17.7, 13.25, 12; Sainte-Laguë 53, 24, 23, 17.7, 10.6, 8, 7.7 (7.57);
// first divisor 1.4: 37.9, 17.7 (53/3), 17.1, 16.4, 10.6, 8, 7.67
test.each<[string, Partial<MethodInput>, Record<string, number>]>([
  ["dhondt", {}, { A: 4, B: 2, C: 1 }],
  ["sainte-lague", {}, { A: 3, B: 2, C: 2 }],
  ["modified-sainte-lague", {}, { A: 3, B: 2, C: 2 }],
  ["modified-sainte-lague", { firstDivisor: "2.9", seats: 3 }, { A: 3, B: 0, C: 0 }],
  ["dhondt", { threshold: "23.5%" }, { A: 5, B: 2, C: 0 }],
  ["dhondt", { threshold: "23/100" }, { A: 4, B: 2, C: 1 }],
  ["dhondt", { threshold: "0.24" }, { A: 5, B: 2, C: 0 }],
  ["lr-hare", {}, { A: 4, B: 2, C: 1 }],
])("%s %j", (method, change, seats) => {
  expect(electByMethod({ ...input, method, ...change })).toMatchObject({ seats, ways: 1n });
});

test("in districts", () => {
  expect(electByMethod(districts)).toMatchObject({
    seats: { A: 3, B: 2 },
    districts: { north: { A: 2, B: 0 }, south: { A: 1, B: 2 } },
    size: 5,
  });
});

test("one number of seats over districts is over the whole", () => {
  const result = electByMethod({ ...districts, seats: 5 });
  expect(result).toMatchObject({ seats: { A: 3, B: 2 }, size: 5, ways: 1n });
  expect(result).not.toHaveProperty("districts");
});

test("its law is one that could be written", () => {
  expect(checkLaw(lawOf({ ...districts, threshold: "5%" }))).toEqual([]);
});

describe("what it does not take", () => {
  test.each<[string, Partial<MethodInput>, string[]]>([
    ["a method that is none", { method: "dhont" }, [" unknown-method"]],
    ["a first divisor of another method", { firstDivisor: "1.4" }, [" no-first-divisor"]],
    [
      "a first divisor that is no number",
      { method: "modified-sainte-lague", firstDivisor: "x" },
      ["/firstDivisor not-exact"],
    ],
    [
      "a first divisor that does not rise",
      { method: "modified-sainte-lague", firstDivisor: "3" },
      [" divisors-not-rising"],
    ],
    ["a threshold above all votes", { threshold: "5" }, ["/threshold threshold-not-a-share"]],
    ["a threshold below none", { threshold: "-1%" }, ["/threshold threshold-not-a-share"]],
    ["a threshold that is no number", { threshold: "five" }, ["/threshold threshold-not-a-share"]],
    ["seats of districts for votes of the whole", { seats: { north: 3 } }, ["/seats seats-without-districts"]],
  ])("%s", (_, change, faults) => expect(faultCodes(() => electByMethod({ ...input, ...change }))).toEqual(faults));
});
