import { expect, test } from "vitest";
import type { Input } from "../engine/protocol.ts";
import { sayValue, sliderOf } from "./slider.ts";

const input = (min: number | null, max: number | null): Input => ({
  ...{ pointer: "/n", section: "seats", kind: "number", label: "N", group: "G", value: "5", min, max },
});

test("a number has a slider when it has a lower end and room above", () => {
  expect(sliderOf(input(null, 9), "5")).toBeNull();
  expect(sliderOf(input(3, 3), "3")).toBeNull();
  expect(sliderOf(input(0, 400), "5%")).toBeNull();
  expect(sliderOf(input(0, 400), "")).toBeNull();
  expect(sliderOf(input(0, 400), "200")).toEqual({ min: 0, max: 400, step: 1, original: 50 });
});

test("the track ends where the number must, or at twice the original", () => {
  const end = (max: number | null, original: string) => sliderOf(input(0, max), original)?.max;
  expect(end(400, "252")).toBe(400);
  expect(end(1000, "27")).toBe(54);
  expect(end(null, "12237655")).toBe(25_000_000);
  expect(end(null, "0")).toBe(10);
  expect(end(1, "1")).toBe(1);
});

test("steps are round and not too many", () => {
  const steps = (
    [
      [1, "1"],
      [8, "8"],
      [27, "20"],
      [400, "400"],
      [401, "401"],
      [null, "12237655"],
    ] as const
  ).map(([max, original]) => sliderOf(input(0, max), original)?.step);
  expect(steps).toEqual([1, 1, 1, 1, 2, 100_000]);
});

test("a decimal moves by its last digit", () => {
  expect(sliderOf(input(0, null), "1.4")).toMatchObject({ max: 10, step: 0.1, original: 14 });
});

test("an original below the track has no mark", () => {
  expect(sliderOf(input(5, 20), "2")?.original).toBeNull();
});

test("thousands stand apart from five digits on", () => {
  expect(["12237655", "1994", "-20000", "1/150", "5%"].map(sayValue)).toEqual([
    ...["12\u202f237\u202f655", "1994", "-20\u202f000", "1/150", "5%"],
  ]);
});
