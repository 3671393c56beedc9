import { describe, expect, test } from "vitest";
import type { CoalitionData } from "../../report/blocks.ts";
import { coalitions } from "./coalitions.ts";
import { drawn, frame, hasClass, mirroredFrame, number, say, texts } from "./frame.testing.ts";

const seats: Readonly<Record<string, number>> = { ANC: 252, NP: 82, IFP: 43, FF: 9, Z: 0 };
const bar = (ids: readonly string[], more: { formed?: boolean; refused?: boolean } = {}) => {
  const parts = ids.map((party) => ({ party, seats: seats[party]! }));
  const total = parts.reduce((sum, part) => sum + part.seats, 0);
  return {
    label: say(ids.join(", ")),
    parts,
    total,
    margin: say(`${total - 201} to spare`),
    formed: false,
    refused: false,
    ...more,
  };
};
const data = (bars: CoalitionData["groups"][number]["bars"], lines: readonly number[] = [201]): CoalitionData => ({
  parties: Object.keys(seats).map((id, rank) => ({ id, name: id, rank })),
  lines: lines.map((at) => ({ at, label: say("for a majority") })),
  groups: [{ heading: say("Majority of the Assembly"), bars }],
  scale: 400,
});

describe("coalitions", () => {
  const bars = [bar(["ANC"]), bar(["ANC", "NP", "IFP"], { formed: true }), bar(["NP", "IFP", "FF", "Z"])];
  const elements = drawn(coalitions(data(bars), frame));
  const pieces = elements.filter((element) => element.tag === "rect" && hasClass(element, "fill"));

  test("draw a piece for each party with seats, all bars on one scale from zero", () => {
    expect(pieces.map(({ attributes }) => attributes["class"])).toEqual(
      ["ANC", "ANC", "NP", "IFP", "NP", "IFP", "FF"].map((party) => `${party} fill`),
    );
    const perSeat = (number(pieces[0]!, "width") + 2) / 252;
    const starts = [0, 1, 4].map((i) => number(pieces[i]!, "x"));
    expect(new Set(starts).size).toBe(1);
    for (const piece of pieces) {
      const party = piece.attributes["class"]!.split(" ")[0]!;
      expect(number(piece, "width") + 2).toBeCloseTo(seats[party]! * perSeat, 0);
    }
  });

  test("keep 2 px between pieces", () => {
    expect(number(pieces[2]!, "x") - number(pieces[1]!, "x") - number(pieces[1]!, "width")).toBeCloseTo(2, 0);
  });

  test("write total and margin of each bar, and the names that fit", () => {
    const written = texts(elements);
    expect(written).toEqual(
      expect.arrayContaining(["252", "51 to spare", "377", "176 to spare", "134", "ANC 252", "NP 82", "IFP 43"]),
    );
    expect(written).not.toContain("FF 9");
  });

  test("draw the numbers that count over all bars, at their place on the scale", () => {
    const line = elements.find((element) => hasClass(element, "limit"))!;
    const x = Number(/^M([\d.]+) /.exec(line.attributes["d"]!)![1]);
    const perSeat = (number(pieces[0]!, "width") + 2) / 252;
    expect(x).toBeCloseTo(number(pieces[0]!, "x") + 201 * perSeat, 0);
    expect(elements.indexOf(line)).toBeGreaterThan(elements.indexOf(pieces.at(-1)!));
  });

  test("mark the government that formed and cross out what is refused, with a key", () => {
    const all = drawn(coalitions(data([bar(["ANC"], { formed: true }), bar(["NP"], { refused: true })]), frame), null);
    const wide = drawn(coalitions(data([bar(["ANC"], { formed: true }), bar(["NP"], { refused: true })]), frame));
    expect(wide.filter((element) => hasClass(element, "formed"))).toHaveLength(1);
    expect(wide.filter((element) => hasClass(element, "strike"))).toHaveLength(1);
    expect(all.filter(({ tag }) => tag === "li").map(({ text }) => text.trim())).toEqual([
      "the government that formed",
      "two of its parties refuse each other",
    ]);
    expect(drawn(coalitions(data([bar(["ANC"])]), frame), null).filter(({ tag }) => tag === "li")).toEqual([]);
  });

  test("name close lines on opposite sides", () => {
    const close = drawn(coalitions(data(bars, [201, 205]), frame)).filter(({ text }) =>
      /^20\d for a majority$/.test(text),
    );
    const labels = close.filter(({ tag }) => tag === "text");
    expect(labels.map(({ attributes }) => attributes["text-anchor"])).toEqual(["end", undefined]);
    expect(number(labels[0]!, "x")).toBeLessThan(number(labels[1]!, "x"));
  });

  test("begin on the right where that is where one begins to read", () => {
    const mirrored = drawn(coalitions(data(bars), mirroredFrame)).find((element) => element.tag === "rect")!;
    expect(number(mirrored, "x") + number(mirrored, "width")).toBeCloseTo(1000 - number(pieces[0]!, "x"), 0);
  });

  test("of forty parties and of none are drawn", () => {
    const many = Array.from({ length: 40 }, (_, i) => `P${i}`);
    const big = {
      label: say(many.join(", ")),
      parts: many.map((party) => ({ party, seats: 10 })),
      total: 400,
      margin: say("199 to spare"),
      formed: false,
      refused: false,
    };
    expect(drawn(coalitions(data([big]), frame)).filter((element) => hasClass(element, "fill"))).toHaveLength(40);
    const none: CoalitionData = { ...data([]), scale: 0, groups: [] };
    expect(drawn(coalitions(none, frame)).filter((element) => hasClass(element, "fill"))).toEqual([]);
    expect(coalitions(none, frame).html).not.toContain("NaN");
  });

  test("on a narrow page stand below their names, as wide as the page", () => {
    const narrow = drawn(coalitions(data(bars), frame), "narrow");
    const first = narrow.find((element) => element.tag === "rect")!;
    expect(number(first, "width") + 2).toBeCloseTo((252 / 400) * 288, 0);
    expect(texts(narrow)).toEqual(expect.arrayContaining(["ANC, NP, IFP", "377", "176 to spare"]));
  });
});
