import { describe, expect, test } from "vitest";
import type { CabinetData } from "../../report/blocks.ts";
import { cabinet } from "./cabinet.ts";
import { drawn, frame, hasClass, mirroredFrame, number, say, texts } from "./frame.testing.ts";

const group = (id: string, count: number, names: readonly string[] = []) => ({
  party: { id, name: id, rank: 0 },
  count,
  names,
  division: say(`${id} divided`),
});
const unity: CabinetData = {
  offices: 27,
  groups: [group("ANC", 18), group("NP", 6), group("IFP", 3)],
  order: null,
  open: 0,
};
const squares = (data: CabinetData, party: string, room: "wide" | "narrow" = "wide") =>
  drawn(cabinet(data, frame), room).filter((element) => element.tag === "rect" && hasClass(element, party));

describe("cabinet", () => {
  test.each(["wide", "narrow"] as const)("draws a square for each office (%s)", (room) => {
    expect(["ANC", "NP", "IFP"].map((party) => squares(unity, party, room).length)).toEqual([18, 6, 3]);
  });

  test("writes number and division of each party", () => {
    expect(texts(drawn(cabinet(unity, frame)))).toEqual([
      "ANC 18",
      "ANC divided",
      "NP 6",
      "NP divided",
      "IFP 3",
      "IFP divided",
    ]);
  });

  test("begins at the side where one begins to read", () => {
    const first = (mirrored: boolean) =>
      drawn(cabinet(unity, mirrored ? mirroredFrame : frame)).find(({ tag }) => tag === "rect")!;
    expect(number(first(false), "x")).toBe(0);
    expect(number(first(true), "x") + number(first(true), "width")).toBe(1000);
  });

  test("numbers the picks where the rule has an order", () => {
    const data: CabinetData = { offices: 4, groups: [group("A", 2), group("B", 1)], order: ["A", "B", "A"], open: 1 };
    const elements = drawn(cabinet(data, frame));
    expect(elements.filter((element) => hasClass(element, "fill"))).toHaveLength(3);
    expect(elements.filter((element) => hasClass(element, "open"))).toHaveLength(1);
    expect(texts(elements).slice(0, 8)).toEqual(["1", "A", "2", "B", "3", "A", "4", "undecided"]);
    expect(texts(elements)).toContain("A 2");
  });

  test("writes the offices that have a name", () => {
    const data = { ...unity, groups: [group("ANC", 3, ["Defence", "Posts, Telecommunications and Broadcasting"])] };
    const written = texts(drawn(cabinet(data, frame)));
    expect(written).toContain("Defence");
    expect(written.some((text) => text.replace(/\s/g, "") === "Posts,TelecommunicationsandBroadcasting")).toBe(true);
    expect(squares(data, "ANC")).toHaveLength(3);
  });

  test("offices that are open are hollow", () => {
    const elements = drawn(cabinet({ ...unity, open: 2 }, frame));
    expect(elements.filter((element) => hasClass(element, "open"))).toHaveLength(2);
    expect(texts(elements)).toContain("2 undecided");
  });

  test("beyond sixty offices each party is a bar as long as its share of the largest", () => {
    const data = { ...unity, offices: 90, groups: [group("A", 60), group("B", 30), group("C", 0)] };
    const bars = drawn(cabinet(data, frame)).filter(({ tag }) => tag === "rect");
    expect(bars.map((bar) => number(bar, "width"))).toEqual([1000, 500, 0]);
  });

  test("forty parties with an office each, one with a long name", () => {
    const ids = Array.from({ length: 40 }, (_, i) => (i === 7 ? "a-party-with-a-name-that-goes-on-and-on" : `P${i}`));
    const data = { offices: 40, groups: ids.map((id) => group(id, 1)), order: null, open: 0 };
    for (const room of ["wide", "narrow"] as const)
      expect(drawn(cabinet(data, frame), room).filter(({ tag }) => tag === "rect")).toHaveLength(40);
  });

  test("says so where there is no office", () => {
    expect(texts(drawn(cabinet({ offices: 0, groups: [], order: [], open: 0 }, frame)))).toEqual([
      "No offices to show.",
    ]);
  });
});
