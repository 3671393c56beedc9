import { expect, test } from "vitest";
import { addressOf, type Goal, goalOf } from "./address.ts";

test("an address asks for what it was made of", () => {
  const goals: readonly Goal[] = [
    { kind: "start" },
    { kind: "draft", id: "0f3a" },
    { kind: "link", fragment: "#s=1.abc_-" },
  ];
  for (const goal of goals) {
    const url = new URL(addressOf(goal, { pathname: "/some/where/", search: "?x" }), "https://example.org");
    expect(url.pathname + url.search).toBe("/some/where/?x");
    expect(goalOf(url)).toEqual(goal);
  }
});

test("any other address is the empty page", () => {
  for (const hash of ["", "#", "#start", "#draft=", "#draft=../x", "#seats"])
    expect(goalOf({ hash })).toEqual({ kind: "start" });
});
