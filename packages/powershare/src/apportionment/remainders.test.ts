import { expect, test } from "vitest";
import { largestRemainders } from "./remainders.ts";

const everyone = [0, 1, 2, 3];

test("one seat each, the largest first", () => {
  expect(largestRemainders([3n, 9n, 0n, 5n], everyone, 2)).toEqual({ sure: [1, 3], level: [], take: 0 });
});

test("level ones past the bar are a tie, level ones above it are not", () => {
  expect(largestRemainders([5n, 9n, 5n, 9n], everyone, 3)).toEqual({ sure: [1, 3], level: [0, 2], take: 1 });
  expect(largestRemainders([5n, 9n, 5n, 9n], everyone, 2)).toEqual({ sure: [1, 3], level: [], take: 0 });
});

test("who has nothing left over comes last", () => {
  expect(largestRemainders([0n, 9n, 0n, 5n], everyone, 3)).toEqual({ sure: [1, 3], level: [0, 2], take: 1 });
});

test("no more seats than claimants, and none of none", () => {
  expect(largestRemainders([3n, 9n, 0n, 5n], [0, 2], 3)).toEqual({ sure: [0, 2], level: [], take: 0 });
  expect(largestRemainders([3n, 9n], [], 1)).toEqual({ sure: [], level: [], take: 0 });
  expect(largestRemainders([3n, 9n], [0, 1], 0)).toEqual({ sure: [], level: [], take: 0 });
});
