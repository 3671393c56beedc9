import { describe, expect, test } from "vitest";
import type { LevelWord, MatrixData } from "../../report/blocks.ts";
import { drawn, frame, hasClass, mirroredFrame, number, texts } from "./frame.testing.ts";
import { levels } from "./glyphs.ts";
import { matrix } from "./matrix.ts";
import { slantedPlan } from "./matrix-plan.ts";

const cell = (level: LevelWord | null, more: { assumed?: boolean; demanded?: boolean; disputed?: boolean } = {}) => ({
  level,
  assumed: false,
  demanded: false,
  disputed: false,
  ...more,
});
/** Nothing stated but what is given, by "row column". */
const data = (count: number, stated: Readonly<Record<string, ReturnType<typeof cell>>> = {}): MatrixData => {
  const actors = Array.from({ length: count }, (_, i) => ({ id: `a${i}`, name: `Actor ${i + 1}` }));
  const cells = actors.map((_, row) =>
    actors.map((_, column) => (row === column ? null : (stated[`${row} ${column}`] ?? cell(null)))),
  );
  return { actors, cells };
};
const five = data(5, {
  "0 1": cell("refuse"),
  "1 0": cell("none"),
  "0 2": cell("contact", { disputed: true }),
  "2 0": cell("coordinate", { assumed: true }),
  "3 4": cell("joint", { demanded: true }),
  "4 3": cell("joint"),
});
const marks = (elements: ReturnType<typeof drawn>) =>
  elements
    .filter(({ tag }) => tag === "use")
    .map(({ attributes }) => attributes["href"]!.replace("#figure-1-wide-", ""));
const dots = (elements: ReturnType<typeof drawn>) =>
  elements.find((element) => hasClass(element, "unstated"))!.attributes["d"]!.split("h0").length - 1;

describe("matrix", () => {
  const elements = drawn(matrix(five, frame));

  test("draws a mark for each stated direction and a dot for each that is not", () => {
    expect(marks(elements)).toEqual(["refuse", "contact", "none", "coordinate-assumed", "joint", "joint"]);
    expect(dots(elements)).toBe(20 - 6);
    expect(elements.filter((element) => hasClass(element, "diagonal"))).toHaveLength(5);
  });

  test("every mark that is used is there", () => {
    const ids = elements.map(({ attributes }) => attributes["id"]);
    for (const mark of marks(elements)) expect(ids).toContain(`figure-1-wide-${mark}`);
  });

  test("marks what others ask for and what is denied, each once", () => {
    const paths = elements.filter(({ tag }) => tag === "path");
    expect(paths.filter((path) => hasClass(path, "mark-corner"))).toHaveLength(1);
    expect(paths.filter((path) => hasClass(path, "mark-wave"))).toHaveLength(1);
  });

  test("explains all levels, and other marks where they occur", () => {
    const key = (of: MatrixData) =>
      drawn(matrix(of, frame), null)
        .filter(({ tag }) => tag === "li")
        .map(({ text }) => text.trim());
    expect(key(five)).toEqual([
      ...levels,
      "assumed (dashed rim)",
      "not stated",
      "asked for by others",
      "reported, disputed",
    ]);
    expect(key(data(4))).toEqual([...levels, "not stated"]);
  });

  test("the row is who is willing, the column with whom", () => {
    const uses = elements.filter(({ tag }) => tag === "use");
    const [refuse, contact] = [uses[0]!, uses[1]!];
    expect(number(refuse, "y")).toBe(number(contact, "y"));
    expect(number(contact, "x") - number(refuse, "x")).toBe(46);
  });

  test("is mirrored where one reads from the right", () => {
    const mirrored = drawn(matrix(five, mirroredFrame)).filter(({ tag }) => tag === "use");
    expect(number(mirrored[0]!, "x")).toBeGreaterThan(number(mirrored[1]!, "x"));
  });

  test("up to 14 actors the columns have names, from 15 on numbers", () => {
    expect(texts(drawn(matrix(data(14), frame))).filter((text) => text === "Actor 3")).toHaveLength(2);
    const many = texts(drawn(matrix(data(15), frame)));
    expect(many.filter((text) => text === "3")).toHaveLength(1);
    expect(many).toContain("3\u00a0Actor 3");
  });

  test("names too long to slant give way to numbers", () => {
    expect(slantedPlan(["A", "Chiefs of general staff"])).not.toBeNull();
    expect(
      slantedPlan(["A", "Chiefs of general staff of all the countries that sit close to the conflict"]),
    ).toBeNull();
  });

  test("forty actors have 1560 cells, in fewer than 2000 elements", () => {
    const forty = drawn(matrix(data(40, { "0 1": cell("joint") }), frame));
    expect(dots(forty) + marks(forty).length).toBe(1560);
    expect(forty.length).toBeLessThan(2000);
  });

  test("of three actors is a list of sentences, of two too, of one nothing", () => {
    const said = (of: MatrixData) =>
      drawn(matrix(of, frame), null)
        .filter(({ tag }) => tag === "li")
        .map(({ text }) => text);
    expect(said(data(2, { "0 1": cell("joint", { assumed: true }) }))).toEqual([
      "Actor 1 to Actor 2: joint, assumed (dashed rim)",
      "Actor 2 to Actor 1: not stated",
    ]);
    expect(said(data(3))).toHaveLength(6);
    expect(said(data(1))).toEqual([]);
  });

  test("on a narrow page has numbers and fits the page up to eight actors", () => {
    const width = (count: number) => {
      const root = drawn(matrix(data(count), frame), null).find(
        (element) => element.tag === "svg" && hasClass(element, "narrow"),
      );
      return number(root!, "width");
    };
    expect(width(8)).toBeLessThanOrEqual(288);
    expect(texts(drawn(matrix(five, frame), "narrow"))).toContain("1\u00a0Actor 1");
  });
});
