import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GraphData, LevelWord } from "../../report/blocks.ts";
import { drawn, frame, hasClass, number, texts } from "./frame.testing.ts";
import { levels } from "./glyphs.ts";
import { graph } from "./graph.ts";
import { layGraph } from "./graph-layout.ts";
import { segmentHits } from "./plane.ts";

const edge = (a: string, b: string, level: LevelWord, oneSide: string | null = null) => ({ a, b, level, oneSide });
const syria: GraphData = {
  actors: [
    "Russia",
    "Iran",
    "Syrian government",
    "“Healthy” opposition",
    "United States",
    "Saudi Arabia",
    "Iraq",
    "Kurdish forces",
  ].map((name) => ({ id: name, name, goBetween: name === "Russia" || name === "Syrian government" })),
  edges: [
    edge("Russia", "Syrian government", "joint"),
    edge("Iran", "Syrian government", "joint"),
    edge("Russia", "United States", "contact"),
    edge("Syrian government", "“Healthy” opposition", "coordinate", "Syrian government"),
    edge("United States", "Syrian government", "refuse", "United States"),
    edge("Saudi Arabia", "Syrian government", "refuse", "Saudi Arabia"),
    edge("Iraq", "Russia", "none", "Russia"),
  ],
};

/** Graphs of 4 to 14 actors with boxes of all sizes. */
const graphs = fc
  .record({
    sizes: fc.array(fc.record({ width: fc.integer({ min: 30, max: 132 }), height: fc.integer({ min: 26, max: 90 }) }), {
      minLength: 4,
      maxLength: 14,
    }),
    pairs: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 40 }),
    between: fc.array(fc.nat(13), { maxLength: 6 }),
  })
  .map(({ sizes, pairs, between }) => ({
    actors: sizes.map((size, i) => ({ id: `a${i}`, ...size, goBetween: between.includes(i) })),
    edges: pairs
      .filter(([a, b]) => a < b && b < sizes.length)
      .map(([a, b], i) => edge(`a${a}`, `a${b}`, levels[i % levels.length]!)),
  }));

describe("layGraph", () => {
  test("no two boxes overlap, and every actor has one", () => {
    fc.assert(
      fc.property(graphs, ({ actors, edges }) => {
        const nodes = layGraph(actors, edges);
        expect(nodes.map(({ id }) => id).toSorted()).toEqual(actors.map(({ id }) => id).toSorted());
        for (const [i, a] of nodes.entries())
          for (const b of nodes.slice(i + 1)) {
            const apart = Math.max(
              Math.abs(a.x - b.x) - (a.width + b.width) / 2,
              Math.abs(a.y - b.y) - (a.height + b.height) / 2,
            );
            expect(apart).toBeGreaterThan(8);
          }
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  test("puts those who stand between others in the middle", () => {
    const nodes = layGraph(
      syria.actors.map((actor) => ({ ...actor, width: 100, height: 30 })),
      syria.edges,
    );
    const distance = (id: string) =>
      Math.hypot(...[nodes.find((node) => node.id === id)!].flatMap(({ x, y }) => [x, y]));
    const outer = syria.actors.filter((actor) => !actor.goBetween).map(({ id }) => distance(id));
    for (const id of ["Russia", "Syrian government"]) expect(distance(id)).toBeLessThan(Math.min(...outer));
  });

  test("draws no line of a sparse graph through a box", () => {
    const nodes = layGraph(
      syria.actors.map((actor) => ({ ...actor, width: 120, height: 42 })),
      syria.edges,
    );
    const at = (id: string) => nodes.find((node) => node.id === id)!;
    for (const { a, b } of syria.edges)
      for (const node of nodes.filter(({ id }) => id !== a && id !== b))
        expect(segmentHits(at(a), at(b), node, 0)).toBe(false);
  });
});

describe("graph", () => {
  const elements = drawn(graph(syria, frame), "any");
  const withClass = (name: string) => elements.filter((element) => hasClass(element, name));

  test("draws a box for each actor and a line for each pair, by level", () => {
    expect(withClass("box")).toHaveLength(8);
    expect(withClass("between")).toHaveLength(2);
    expect(levels.map((level) => withClass(`edge-${level}`).length)).toEqual([2, 1, 1, 1, 2]);
  });

  test("marks refusals with a cross, and one side only with a dashed arrow from that side", () => {
    expect(withClass("mark-cross")).toHaveLength(2);
    expect(withClass("one-side").map(({ attributes }) => attributes["class"])).toEqual([
      "edge-coordinate one-side",
      "edge-none one-side",
    ]);
    expect(withClass("arrow")).toHaveLength(4);
    // Iraq and Russia: the line starts at Russia, whose side is stated.
    const [x, y] = /^M(\S+) (\S+)L/.exec(withClass("edge-none")[0]!.attributes["d"]!)!.slice(1).map(Number);
    const box = (name: string) => {
      const rect = withClass("box")[texts(elements).indexOf(name)]!;
      return [number(rect, "x") + number(rect, "width") / 2, number(rect, "y") + number(rect, "height") / 2] as const;
    };
    const distance = (name: string) => Math.hypot(box(name)[0] - x!, box(name)[1] - y!);
    expect(distance("Russia")).toBeLessThan(distance("Iraq"));
  });

  test("explains the lines that occur", () => {
    const key = drawn(graph(syria, frame), null)
      .filter(({ tag }) => tag === "li")
      .map(({ text }) => text.trim());
    expect(key).toEqual([
      "joint",
      "coordinate",
      "contact",
      "none",
      "refused",
      "one side only is stated",
      "stands between others",
    ]);
  });

  test("of more than fourteen or fewer than four actors is a list of the pairs", () => {
    const actors = Array.from({ length: 15 }, (_, i) => ({ id: `a${i}`, name: `Actor ${i}`, goBetween: false }));
    const list = (count: number) =>
      drawn(
        graph(
          { actors: actors.slice(0, count), edges: [edge("a0", "a1", "joint"), edge("a0", "a2", "refuse", "a2")] },
          frame,
        ),
        null,
      );
    for (const count of [15, 3]) {
      expect(list(count).filter(({ tag }) => tag === "svg")).toEqual([]);
      expect(
        list(count)
          .filter(({ tag }) => tag === "li")
          .map(({ text }) => text),
      ).toEqual(["Actor 0 and Actor 1: joint", "Actor 2 to Actor 0: refuse; the other side is not stated"]);
    }
    expect(list(14).filter(({ tag }) => tag === "svg").length).toBeGreaterThan(0);
  });

  test("says so where no pair has anything stated", () => {
    expect(graph({ ...syria, edges: [] }, frame).html).toBe("<p>No pair has anything stated.</p>");
  });

  test("is the same every time", () => {
    expect(graph(syria, frame).html).toBe(graph(syria, frame).html);
  });
});
