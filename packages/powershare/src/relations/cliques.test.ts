import fc from "fast-check";
import { expect, test } from "vitest";
import { addBit, both, countBits, countBoth, hasBit, isEmpty, members, noBits, without } from "./bits.ts";
import { cliquesOfSize, everyone, type Graph, largestClique, maximalCliques } from "./cliques.ts";

const plenty = () => ({ left: 1_000_000 });

function graph(size: number, edges: readonly (readonly [number, number])[]): Graph {
  const near = Array.from({ length: size }, () => noBits(size));
  for (const [a, b] of edges) {
    addBit(near[a]!, b);
    addBit(near[b]!, a);
  }
  return near;
}

/** Random edges among 11 vertices that lie across the border between two words of bits. */
const someGraph = fc
  .array(fc.tuple(fc.integer({ min: 27, max: 37 }), fc.integer({ min: 27, max: 37 })), { minLength: 10, maxLength: 90 })
  .map((edges) =>
    graph(
      40,
      edges.filter(([a, b]) => a !== b),
    ),
  );

/** All cliques of two or more among those vertices, by looking at every subset. */
function everyClique(g: Graph): number[][] {
  const found: number[][] = [];
  for (let set = 0; set < 1 << 11; set++) {
    const chosen = Array.from({ length: 11 }, (_, i) => i + 27).filter((v) => set & (1 << (v - 27)));
    if (chosen.length > 1 && chosen.every((a) => chosen.every((b) => a === b || hasBit(g[a]!, b)))) found.push(chosen);
  }
  return found;
}

const sorted = (cliques: readonly (readonly number[])[]) => cliques.map((c) => c.join(" ")).sort();

test("maximal cliques, cliques of a size and the largest are those found by looking at every subset", () => {
  fc.assert(
    fc.property(someGraph, (g) => {
      const all = everyClique(g);
      const maximal = all.filter((c) => !all.some((d) => d.length > c.length && c.every((v) => d.includes(v))));
      const { cliques, complete } = maximalCliques(g, 1000, plenty());
      expect(complete).toBe(true);
      expect(sorted(cliques)).toEqual(sorted(maximal));
      expect(cliques.map((c) => c.length)).toEqual(cliques.map((c) => c.length).toSorted((a, b) => b - a));
      for (const size of [2, 3, 4, 5])
        expect(sorted(cliquesOfSize(g, everyone(g), size, 1000, plenty()))).toEqual(
          sorted(all.filter((c) => c.length === size)),
        );
      expect(largestClique(g, plenty())).toHaveLength(Math.max(0, ...all.map((c) => c.length)));
    }),
    { seed: 1973, numRuns: 150 },
  );
});

test("a clique of no vertex is one; of fewer there is none", () => {
  const g = graph(3, [[0, 1]]);
  expect(cliquesOfSize(g, noBits(3), 0, 5, plenty())).toEqual([[]]);
  expect(cliquesOfSize(g, everyone(g), -1, 5, plenty())).toEqual([]);
  expect(cliquesOfSize(g, everyone(g), 1, 2, plenty())).toHaveLength(2);
});

test("a graph without edges, and without vertices, has no clique of two", () => {
  expect(maximalCliques(graph(3, []), 10, plenty())).toEqual({ cliques: [], complete: true });
  expect(maximalCliques([], 10, plenty())).toEqual({ cliques: [], complete: true });
  expect(largestClique(graph(3, []), plenty())).toEqual([]);
});

test("more cliques than asked for, or effort spent, is not complete", () => {
  const row = graph(4, [
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(maximalCliques(row, 2, plenty())).toMatchObject({ complete: false, cliques: { length: 2 } });
  expect(maximalCliques(row, 3, plenty())).toMatchObject({ complete: true });
  expect(maximalCliques(row, 3, { left: 2 }).complete).toBe(false);
});

test("sets of bits behave as sets of numbers", () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 95 }));
  const bitsOf = (numbers: readonly number[]) => {
    const set = noBits(96);
    for (const i of numbers) addBit(set, i);
    return set;
  };
  const rising = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [x, y] = [bitsOf(a), bitsOf(b)];
      expect(members(x)).toEqual(rising(a));
      expect(members(both(x, y))).toEqual(rising(a.filter((i) => b.includes(i))));
      expect(members(without(x, y))).toEqual(rising(a.filter((i) => !b.includes(i))));
      expect([countBits(x), countBoth(x, y), isEmpty(x)]).toEqual([
        a.length,
        a.filter((i) => b.includes(i)).length,
        a.length === 0,
      ]);
    }),
    { seed: 1, numRuns: 300 },
  );
});
