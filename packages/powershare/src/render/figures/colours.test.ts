import { describe, expect, test } from "vitest";
import type { Figure, FigureParty, Report } from "../../report/blocks.ts";
import { southAfrica } from "../sample.testing.ts";
import { contrast, greys, lightness, palettes, papers, partyColours, textOn } from "./colours.ts";

test("contrast and lightness are those of the standards", () => {
  // WCAG 2.2: black on white is 21 to 1. #767676 on white is the best known 4.54.
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#767676", "#fff")).toBeCloseTo(4.54, 2);
  // CIE L* of sRGB primaries, Lindbloom's calculator: red 53.24, green 87.73, blue 32.30.
  expect(lightness("#ff0000")).toBeCloseTo(53.24, 1);
  expect(lightness("#00ff00")).toBeCloseTo(87.73, 1);
  expect(lightness("#0000ff")).toBeCloseTo(32.3, 1);
});

describe.each(["light", "dark"] as const)("the palette of the %s page", (page) => {
  const fills = [...palettes[page], greys[page]];

  test("stands out from the paper, 3 to 1", () => {
    for (const fill of fills) expect(contrast(fill, papers[page])).toBeGreaterThanOrEqual(3);
  });

  test("carries text, 4.5 to 1", () => {
    for (const fill of fills) expect(contrast(fill, textOn(fill))).toBeGreaterThanOrEqual(4.5);
  });

  test("tells neighbours apart in greyscale, 15 steps of lightness", () => {
    for (const [rank, fill] of palettes[page].slice(1).entries())
      expect(Math.abs(lightness(fill) - lightness(palettes[page][rank]!))).toBeGreaterThanOrEqual(15);
  });
});

describe("partyColours", () => {
  const [seats] = southAfrica.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((b) => ("figure" in b ? [b.figure] : []));
  const figure = (...parties: FigureParty[]): Figure => ({
    ...seats!,
    kind: "hemicycle",
    parties: parties.map((party) => ({ ...party, seats: 1 })),
    open: 0,
    total: parties.length,
    lines: [],
  });
  const report = (...figures: Figure[]): Report => ({
    ...southAfrica,
    sections: [{ ...southAfrica.sections[0]!, blocks: figures.map((one) => ({ figure: one })) }],
  });
  const party = (id: string, rank: number, colour?: string): FigureParty => ({
    id,
    name: id,
    rank,
    ...(colour === undefined ? {} : { colour }),
  });

  test("a party keeps its colour in every figure", () => {
    const colours = partyColours(report(figure(party("A", 0), party("B", 1)), figure(party("B", 0), party("A", 1))));
    expect([colours.paint("A").class, colours.paint("B").class]).toEqual(["c0", "c1"]);
  });

  test("two parties of one figure never share a colour of the palette", () => {
    const colours = partyColours(
      report(figure(party("A", 0), party("B", 1)), figure(party("C", 0), party("B", 1), party("D", 2))),
    );
    expect(["A", "B", "C", "D"].map((id) => colours.paint(id).class)).toEqual(["c0", "c1", "c0", "c2"]);
    const beside = partyColours(report(figure(party("A", 0), party("B", 1)), figure(party("C", 0), party("A", 1))));
    expect(beside.paint("C").class).toBe("c1");
  });

  test("from the ninth on parties are grey, and so is one that no figure knows", () => {
    const colours = partyColours(report(figure(...Array.from({ length: 40 }, (_, rank) => party(`P${rank}`, rank)))));
    expect(colours.paint("P7").class).toBe("c7");
    for (const rank of [8, 9, 39]) expect(colours.paint(`P${rank}`).class).toBe("c8");
    expect(colours.paint("unknown").class).toBe("c8");
    expect([colours.has("P39"), colours.has("unknown")]).toEqual([true, false]);
  });

  test("a scenario's own colour is kept, with an outline on the paper that it hardly differs from", () => {
    const colours = partyColours(
      report(figure(party("A", 0, "#FAFAFA"), party("B", 1, "#111"), party("C", 2, "#777777"))),
    );
    expect(colours.paint("A", "fill")).toEqual({ class: "outline-light fill", style: "--c:#fafafa;--t:#000" });
    expect(colours.paint("B", "fill")).toEqual({ class: "outline-dark fill", style: "--c:#111;--t:#fff" });
    expect(colours.paint("C", "fill")).toEqual({ class: "fill", style: "--c:#777777;--t:#000" });
  });

  test("what is no colour is passed over", () => {
    const colours = partyColours(report(figure(party("A", 3, "red;}"), party("B", 1, "#12345"))));
    expect([colours.paint("A"), colours.paint("B")]).toEqual([
      { class: "c3", style: null },
      { class: "c1", style: null },
    ]);
  });
});
