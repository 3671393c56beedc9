import { describe, expect, test } from "vitest";
import type { PositionData } from "../../report/blocks.ts";
import { wordsOf } from "../words.ts";
import { dateMarks, timeScale } from "./date-axis.ts";
import { drawn, frame, hasClass, mirroredFrame, number, texts, within } from "./frame.testing.ts";
import { positions } from "./positions.ts";

type Stated = readonly (readonly [date: string, from: number, to?: number, assumed?: boolean])[];
const actor = (name: string, rank: number, stated: Stated) => ({
  id: name,
  name,
  rank,
  points: stated.map(([date, from, to = from, assumed = false]) => ({ date, at: [from, to] as const, assumed })),
});
const data: PositionData = {
  scale: {
    from: 1,
    to: 5,
    words: [
      { at: 1, word: "stays" },
      { at: 5, word: "goes first" },
    ],
  },
  from: "2015-08-05",
  to: "2015-09-04",
  actors: [
    actor("Russia", 0, [
      ["2015-09-01", 2],
      ["2015-09-04", 2, 3, true],
    ]),
    actor("Saudi Arabia", 1, [["2015-08-11", 5]]),
    actor("Syrian National Coalition", 2, [["2015-08-14", 5]]),
  ],
};
const ofActor = (elements: ReturnType<typeof drawn>, rank: number, name: string) =>
  elements.filter((element) => hasClass(element, name) && within(element).some((group) => hasClass(group, `c${rank}`)));

describe("positions", () => {
  const elements = drawn(positions(data, frame));

  test("draw a dot for each statement and a line for each actor, with the name at its end", () => {
    expect([0, 1, 2].map((rank) => ofActor(elements, rank, "statement").length)).toEqual([2, 1, 1]);
    expect(elements.filter((element) => hasClass(element, "step"))).toHaveLength(3);
    expect(texts(elements)).toEqual(expect.arrayContaining(["Russia", "Saudi Arabia", "Syrian NationalCoalition"]));
  });

  test("the line keeps its place from one statement to the next", () => {
    const [line] = ofActor(elements, 0, "step");
    expect(line!.attributes["d"]).toMatch(/^M\S+ \S+H\S+V\S+H\S+$/);
    const [first, second] = ofActor(elements, 0, "statement");
    expect(line!.attributes["d"]).toContain(
      `H${first!.attributes["cx"] === second!.attributes["cx"] ? "" : second!.attributes["cx"]}V${second!.attributes["cy"]}`,
    );
  });

  test("more on the scale stands higher, later stands further right, in every language", () => {
    for (const one of [frame, mirroredFrame]) {
      const drawing = drawn(positions(data, one));
      const [russia] = ofActor(drawing, 0, "statement");
      const [saudi] = ofActor(drawing, 1, "statement");
      expect(number(saudi!, "cy")).toBeLessThan(number(russia!, "cy"));
      expect(number(saudi!, "cx")).toBeLessThan(number(russia!, "cx"));
    }
  });

  test("two actors at one place do not hide each other", () => {
    const [saudi] = ofActor(elements, 1, "statement");
    const [coalition] = ofActor(elements, 2, "statement");
    expect(Math.abs(number(saudi!, "cy") - number(coalition!, "cy"))).toBeGreaterThanOrEqual(5);
  });

  test("a range is a band, an assumption a dashed dot, both explained", () => {
    expect(elements.filter((element) => hasClass(element, "band"))).toHaveLength(1);
    expect(elements.filter((element) => hasClass(element, "assumed"))).toHaveLength(1);
    const key = drawn(positions(data, frame), null)
      .filter(({ tag }) => tag === "li")
      .map(({ text }) => text.trim());
    expect(key).toEqual(["statement", "assumed", "range"]);
  });

  test("both ends of the scale are in words, or in numbers where it has none", () => {
    expect(texts(elements)).toEqual(expect.arrayContaining(["stays", "goes first"]));
    const bare = { ...data, scale: { from: 0, to: 100, words: [] } };
    expect(texts(drawn(positions(bare, frame)))).toEqual(expect.arrayContaining(["0", "100"]));
  });

  test("names at the line ends keep apart, forty of them too", () => {
    const forty = {
      ...data,
      actors: Array.from({ length: 40 }, (_, i) => actor(`Actor ${i}`, i, [["2015-08-20", 1 + (i % 5)]])),
    };
    for (const room of ["wide", "narrow"] as const) {
      const names = drawn(positions(forty, frame), room).filter(
        (element) => element.tag === "text" && element.text.startsWith("Actor"),
      );
      const tops = names.map((name) => number(name, "y")).toSorted((a, b) => a - b);
      expect(tops).toHaveLength(40);
      for (const [i, top] of tops.slice(1).entries()) expect(top - tops[i]!).toBeGreaterThanOrEqual(14);
    }
  });

  test("one statement on one day stands in the middle", () => {
    const one = { ...data, from: "2015-09-04", to: "2015-09-04", actors: [actor("Russia", 0, [["2015-09-04", 2]])] };
    expect(positions(one, frame).html).not.toMatch(/NaN|Infinity/);
    expect(texts(drawn(positions(one, frame)))).toContain("4 September 2015");
  });

  test("says so where nobody has stated anything", () => {
    const none = { ...data, actors: [actor("Russia", 0, [])] };
    expect(positions(none, frame).html).toBe("<p>No position is stated.</p>");
    expect(positions({ ...data, actors: [] }, frame).html).toBe("<p>No position is stated.</p>");
  });
});

describe("dates", () => {
  const words = wordsOf("en-GB", {});

  test("stand in proportion to the days between them", () => {
    const x = timeScale("2015-01-01", "2015-12-31", 0, 364);
    expect([x("2015-01-01"), x("2015-02-01"), x("2015-12-31")]).toEqual([0, 31, 364]);
    expect([x("2014-05-01"), x("2016")]).toEqual([0, 364]);
  });

  test("are named at both ends, and in between where there is room", () => {
    const names = (from: string, to: string, width: number) =>
      dateMarks(from, to, 0, width, words).map(({ text }) => text);
    expect(names("2015-08-05", "2015-11-20", 700)).toEqual(
      ["5 August 2015", "September 2015", "October 2015", "November 2015", "20 November 2015"].filter(
        (name) => name !== "November 2015",
      ),
    );
    expect(names("2010-03-04", "2021-01-01", 900)).toContain("2015");
    expect(names("2015-09-04", "2015-09-04", 700)).toEqual(["4 September 2015"]);
  });

  test("that have no room beside each other stand below each other", () => {
    expect(dateMarks("2015-08-05", "2015-09-04", 0, 100, words).map(({ row }) => row)).toEqual([0, 1]);
  });
});
