import { type Bits, both, members } from "./bits.ts";
import { type Clique, cliquesOfSize, type Effort, everyone, type Graph, largestFirst } from "./cliques.ts";
import type { Limits } from "./limits.ts";
import { graphOf, pairsOf, type Willingness } from "./willingness.ts";

/** One actor's willingness to one other that would have to be raised. */
export type Raise = readonly [from: number, to: number];

/** One or two raises after which the largest group is larger. */
export interface Opening {
  readonly raises: readonly Raise[];
  /** Steps between levels, over all raises. */
  readonly steps: number;
  /** The groups of the new largest size, all of which contain what was opened. */
  readonly groups: readonly Clique[];
}

export interface Openings {
  readonly largestAfter: number;
  /** By steps, then by the order of the document. */
  readonly openings: readonly Opening[];
  /** false: the list was cut, or the search stopped. */
  readonly complete: boolean;
}

/** Edges that would be opened together, and who could join them: next to all their ends. */
interface Candidate {
  readonly raises: readonly Raise[];
  readonly ends: Clique;
  readonly joiners: Bits;
}

/**
 * What would make the largest group at a level larger: every single raise that does, and where none
 * does, every two raises together that do.
 *
 * One opened edge adds at most one actor to the largest group. Where no single raise helps, neither
 * does any edge that lacks one direction only; so of two raises either both open one edge, or each
 * opens one, and the new group contains both edges. The new groups are then the ends with the
 * cliques among their common neighbours: nothing is computed anew.
 *
 * @param level   place in `levels`
 * @param graph   the pairs at `level` or above
 * @param largest the size of the largest group, 0 when no two are linked
 */
export function openingsAt(w: Willingness, level: number, graph: Graph, largest: number, limits: Limits): Openings {
  const effort: Effort = { left: limits.effort };
  const target = Math.max(largest, 1) + 1; // the smallest group is of two
  const half = graphOf(w.cast, (a, b) => w.counts(a, b) >= level !== w.counts(b, a) >= level);
  const missing = (a: number, b: number): Raise => (w.counts(a, b) < level ? [a, b] : [b, a]);
  const helpful = (candidates: Iterable<Candidate>) => {
    const found: (Candidate & { readonly first: Clique })[] = [];
    for (const candidate of candidates) {
      if (effort.left-- <= 0) break;
      const [first] = cliquesOfSize(graph, candidate.joiners, target - candidate.ends.length, 1, effort);
      if (first) found.push({ ...candidate, first });
    }
    return found;
  };
  let found = helpful(singles(graph, half, missing));
  if (found.length === 0) found = [...helpful(twoSided(w, level, graph)), ...helpful(twoEdges(graph, half, missing))];
  const steps = (raises: readonly Raise[]) => raises.reduce((sum, [a, b]) => sum + level - w.counts(a, b), 0);
  const ranked = found
    .map((candidate) => ({ ...candidate, steps: steps(candidate.raises) }))
    .sort((a, b) => a.steps - b.steps || inOrder(a.raises, b.raises));
  let room = limits.groups;
  let complete = ranked.length <= limits.handshakes;
  const openings = ranked.slice(0, limits.handshakes).map(({ raises, ends, joiners, steps, first }): Opening => {
    const most = Math.max(room, 1);
    const cliques = cliquesOfSize(graph, joiners, target - ends.length, most + 1, effort);
    if (cliques.length === 0) cliques.push(first); // the search stopped
    if (cliques.length > most) complete = false;
    room -= cliques.length;
    const groups = cliques.slice(0, most).map((clique) => [...ends, ...clique].sort((a, b) => a - b));
    return { raises, steps, groups: groups.sort(largestFirst) };
  });
  return { largestAfter: target, openings, complete: complete && effort.left > 0 };
}

/** Pairs that lack one direction. */
function* singles(graph: Graph, half: Graph, missing: (a: number, b: number) => Raise): Generator<Candidate> {
  for (const [a, b] of edges(half)) yield { raises: [missing(a, b)], ends: [a, b], joiners: shared(graph, [a, b]) };
}

/** Pairs that lack both directions. */
function* twoSided(w: Willingness, level: number, graph: Graph): Generator<Candidate> {
  for (const [a, b] of pairsOf(w.cast))
    if (w.counts(a, b) < level && w.counts(b, a) < level)
      yield { raises: [[a, b] as const, [b, a] as const], ends: [a, b], joiners: shared(graph, [a, b]) };
}

/** Two pairs that lack one direction each, all other pairs of their three or four ends being linked. */
function* twoEdges(graph: Graph, half: Graph, missing: (a: number, b: number) => Raise): Generator<Candidate> {
  for (const [a, b] of edges(half)) {
    const near = shared(graph, [a, b]);
    for (const [middle, end] of [[a, b] as const, [b, a] as const]) {
      // the other edge runs from `middle` to a neighbour of `end`; each such two are met from both, and taken once
      for (const c of members(both(half[middle]!, graph[end]!)))
        if (c > end) yield candidate(graph, [missing(a, b), missing(middle, c)], [a, b, c]);
    }
    for (const c of members(near))
      for (const d of members(both(near, half[c]!)))
        if (d > c && c > a) yield candidate(graph, [missing(a, b), missing(c, d)], [a, b, c, d]);
  }
}

const candidate = (graph: Graph, raises: readonly Raise[], ends: Clique): Candidate => ({
  raises: [...raises].sort(([a, b], [c, d]) => a - c || b - d),
  ends,
  joiners: shared(graph, ends),
});

function* edges(graph: Graph): Generator<readonly [number, number]> {
  for (let a = 0; a < graph.length; a++) for (const b of members(graph[a]!)) if (b > a) yield [a, b];
}

/** Who is next to all of these. */
const shared = (graph: Graph, ends: Clique): Bits =>
  ends.reduce((left, end) => both(left, graph[end]!), everyone(graph));

function inOrder(a: readonly Raise[], b: readonly Raise[]): number {
  const i = a.findIndex(([from, to], k) => from !== b[k]?.[0] || to !== b[k]?.[1]);
  return i < 0 ? 0 : a[i]![0] - b[i]![0] || a[i]![1] - b[i]![1];
}
