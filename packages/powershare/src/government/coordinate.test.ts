import { expect, test } from "vitest";
import { coordinateOf } from "./coordinate.ts";

test.each([
  [3, "3"],
  [-1.5, "-3/2"],
  ["3.880", "97/25"],
  ["+0.1", "1/10"],
  ["1e-7", "1/10000000"],
  [1e-7, "1/10000000"],
  ["2.5E2", "250"],
])("%s is %s", (written, exact) => {
  expect(coordinateOf(written)?.toString()).toBe(exact);
});

test.each(["", "left", "1/2", "5%", "1.", ".5", "1e9999", Number.NaN, Number.POSITIVE_INFINITY])(
  "%j is no position",
  (written) => {
    expect(coordinateOf(written)).toBeNull();
  },
);
