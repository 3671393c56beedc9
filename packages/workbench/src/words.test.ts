import { describe, expect, test } from "vitest";
import { trouble, type TroubleCode } from "./draft/trouble.ts";
import { sayAgo, sayDate, sayList, sayTrouble, t } from "./words.ts";

test("slots are filled, numbers as the language writes them", () => {
  expect(t("share.tooLong", { n: 17_010 })).toContain("17,010 characters");
  expect(t("bar.name", { name: "{name} & co" })).toBe("{name} & co: rename draft");
});

test("one is singular", () => {
  expect([0, 1, 2].map((n) => t("problems.count", { n }))).toEqual(["0 problems", "1 problem", "2 problems"]);
});

test("a slot without a value stays to be seen", () => {
  expect(t("problems.line")).toBe("Line {line}");
});

test("every trouble has a sentence with all it knows in it", () => {
  const args: Record<TroubleCode, Record<string, string | number>> = {
    ...{ "storage-blocked": {}, "storage-full": {}, "storage-newer": {}, "storage-failed": { reason: "R" } },
    ...{ "draft-gone": {}, "taken-over": {}, "tail-lost": { changes: 2 } },
    ...{ "link-damaged": {}, "link-newer": { version: "2" }, "link-too-large": { most: 4 } },
    ...{ "file-name": { file: "F" }, "too-many-files": { most: 4 }, "too-large": { file: "F", most: 4 } },
    ...{ "too-large-together": { most: 4 }, "not-utf-8": { file: "F", line: 3 }, "empty-file": { file: "F" } },
    ...{ "no-scenario": {}, "zip-damaged": { file: "F" }, "zip-locked": { file: "F" }, "zip-unknown": { file: "F" } },
    ...{ "not-allowed": {}, "would-replace": { files: 2, first: "F" } },
    ...{ "not-written": { file: "F", reason: "R" }, "not-read": { file: "F", reason: "R" } },
  };
  for (const [code, given] of Object.entries(args)) {
    const said = sayTrouble(trouble(code as TroubleCode, given));
    expect(said).not.toMatch(/[{}]|undefined/);
    expect(said).toMatch(/\.$/);
    if ("file" in given) expect(said).toContain("F");
  }
  expect(sayTrouble(trouble("would-replace", { files: 1, first: "votes.csv" }))).toMatch(/^votes\.csv was changed/);
});

describe("moments and lists", () => {
  test("how long ago", () => {
    const hour = 3_600_000;
    const said = [0, 59_000, 61_000, 3 * hour, 25 * hour, 50 * hour].map((ago) => sayAgo(1e12 - ago, 1e12));
    expect(said).toEqual(["now", "now", "1 minute ago", "3 hours ago", "yesterday", "2 days ago"]);
  });

  test("a moment to come, of a clock that is wrong, is now", () => expect(sayAgo(2000, 1000)).toBe("now"));

  test("days and names", () => {
    expect(sayDate("1994-04-27")).toBe("27 April 1994");
    expect(sayList(["a", "b", "c"])).toBe("a, b and c");
  });
});
