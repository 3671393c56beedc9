import {
  addBit,
  type Bits,
  both,
  countBits,
  countBoth,
  dropBit,
  dropBits,
  firstBit,
  isEmpty,
  members,
  noBits,
  without,
} from "./bits.ts";

/** An undirected graph: at i, the neighbours of i. */
export type Graph = readonly Bits[];

/** Vertices, rising. */
export type Clique = readonly number[];

/** What a search may still spend, in candidates looked at; a search that finds it spent stops where it is. */
export interface Effort {
  left: number;
}

/**
 * All maximal cliques of at least two vertices, the largest first, then by their vertices.
 *
 * @returns `complete: false` when there are more than `limit`, or the effort was spent
 * Source: Bron & Kerbosch 1973; pivot of Tomita, Tanaka & Takahashi 2006.
 */
export function maximalCliques(graph: Graph, limit: number, effort: Effort): { cliques: Clique[]; complete: boolean } {
  const cliques: Clique[] = [];
  let complete = true;
  const extend = (clique: Clique, candidates: Bits, done: Bits): void => {
    effort.left -= 1 + countBits(candidates) + countBits(done);
    if (effort.left <= 0) complete = false;
    if (!complete) return;
    if (isEmpty(candidates)) {
      if (clique.length < 2 || !isEmpty(done)) return;
      if (cliques.length < limit) cliques.push(clique.toSorted((a, b) => a - b));
      else complete = false;
      return;
    }
    for (const v of members(without(candidates, graph[pivot(graph, candidates, done)]!))) {
      extend([...clique, v], both(candidates, graph[v]!), both(done, graph[v]!));
      dropBit(candidates, v);
      addBit(done, v);
    }
  };
  extend([], everyone(graph), noBits(graph.length));
  return { cliques: cliques.sort(largestFirst), complete };
}

/** The candidate or finished vertex that most candidates are next to. */
function pivot(graph: Graph, candidates: Bits, done: Bits): number {
  let [best, most] = [-1, -1];
  for (const set of [candidates, done])
    for (const v of members(set)) {
      const near = countBoth(candidates, graph[v]!);
      if (near > most) [best, most] = [v, near];
    }
  return best;
}

/**
 * Cliques of exactly `size` vertices among `among`: all of them, or `limit` of them.
 *
 * A clique of k vertices needs k colours, so only vertices beyond the first k - 1 colours of a
 * greedy colouring are tried (Tomita & Seki 2003).
 */
export function cliquesOfSize(graph: Graph, among: Bits, size: number, limit: number, effort: Effort): Clique[] {
  const found: Clique[] = [];
  const extend = (clique: Clique, candidates: Bits): void => {
    const missing = size - clique.length;
    if (missing === 0) {
      found.push(clique.toSorted((a, b) => a - b));
      return;
    }
    const count = countBits(candidates);
    if (count < missing || effort.left <= 0) return;
    effort.left -= count;
    for (const v of beyondColours(graph, candidates, missing - 1)) {
      if (found.length >= limit) return;
      extend([...clique, v], both(candidates, graph[v]!));
      dropBit(candidates, v);
    }
  };
  if (size >= 0 && limit > 0) extend([], among.slice());
  return found.sort(largestFirst);
}

/** The vertices that a greedy colouring gives none of its first `colours` colours. */
function beyondColours(graph: Graph, candidates: Bits, colours: number): number[] {
  const uncoloured = candidates.slice();
  for (let colour = 0; colour < colours && !isEmpty(uncoloured); colour++) {
    const free = uncoloured.slice(); // for this colour: next to none that has it
    for (let v = firstBit(free); v >= 0; v = firstBit(free)) {
      dropBit(uncoloured, v);
      dropBit(free, v);
      dropBits(free, graph[v]!);
    }
  }
  return members(uncoloured);
}

/** A clique of the most vertices; none of fewer than two. Exact unless the effort was spent. */
export function largestClique(graph: Graph, effort: Effort): Clique {
  let best: Clique = [];
  for (let size = 2; size <= graph.length; size++) {
    const [larger] = cliquesOfSize(graph, everyone(graph), size, 1, effort);
    if (!larger) break;
    best = larger;
  }
  return best;
}

export function everyone(graph: Graph): Bits {
  const all = noBits(graph.length);
  for (let v = 0; v < graph.length; v++) addBit(all, v);
  return all;
}

/** Larger first; level ones by their first different vertex. */
export function largestFirst(a: Clique, b: Clique): number {
  if (a.length !== b.length) return b.length - a.length;
  const i = a.findIndex((v, k) => v !== b[k]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}
