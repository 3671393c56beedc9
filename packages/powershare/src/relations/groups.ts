import type { Id } from "../core/id.ts";
import { isEmpty } from "./bits.ts";
import { type Clique, type Effort, type Graph, largestClique, maximalCliques } from "./cliques.ts";
import { type Opening, openingsAt } from "./handshakes.ts";
import type { Limits } from "./limits.ts";
import { type Level, levels } from "./schema.ts";
import { rankOf } from "./statements.ts";
import { graphOf, type Willingness } from "./willingness.ts";

/** The levels at which actors form groups, the highest first. */
export const groupLevels: readonly ["joint", "coordinate", "contact"] = ["joint", "coordinate", "contact"];
export type GroupLevel = Extract<(typeof groupLevels)[number], Level>;

/** Who can act together at a level. Groups are maximal cliques of at least two, the largest first. */
export interface LevelFinding {
  readonly groups: readonly (readonly Id[])[];
  /** Those in no group. */
  readonly isolated: readonly Id[];
  /** The groups by `atMost`: if everybody who was not heard met what the other side stated. */
  readonly possible: readonly (readonly Id[])[];
}

/** One raise of one actor's willingness to one other, or two together, after which the largest group is larger. */
export interface Handshake {
  readonly change: readonly Change[];
  readonly level: GroupLevel;
  /** 0 when no two could act together. */
  readonly largestBefore: number;
  readonly largestAfter: number;
  /** The groups of that size. */
  readonly groups: readonly (readonly Id[])[];
  /** Steps between levels, over all changes: from none to coordinate is 2. */
  readonly raise: number;
}

export interface Change {
  readonly from: Id;
  readonly to: Id;
  /** What the direction counts as now. */
  readonly was: Level;
  readonly becomes: GroupLevel;
  /** false: nobody stated it, so this is an answer that was not heard. */
  readonly stated: boolean;
}

/** A list that is not whole, or the groups of its entries are not: there is too much of it, or finding it takes too long. */
export interface Truncated {
  readonly what: "groups" | "possible" | "handshakes" | "goBetweens";
  readonly level: GroupLevel | null;
  readonly listed: number;
}

export interface LevelAnalysis {
  readonly level: GroupLevel;
  readonly finding: LevelFinding;
  /** The smallest raise first; all of them make the largest group larger by the same number. */
  readonly handshakes: readonly Handshake[];
  readonly truncated: readonly Truncated[];
}

export function analyseLevel(w: Willingness, level: GroupLevel, limits: Limits): LevelAnalysis {
  const least = rankOf(level);
  const graph = graphOf(w.cast, (a, b) => w.level(a, b) >= least);
  const now = groupsOf(graph, limits);
  const possible = groupsOf(
    graphOf(w.cast, (a, b) => w.atMost(a, b) >= least),
    limits,
  );
  const largestBefore = now.cliques[0]?.length ?? 0;
  const { largestAfter, openings, complete } = now.isLargestSure
    ? openingsAt(w, least, graph, largestBefore, limits)
    : { largestAfter: 0, openings: [], complete: false };
  const name = (place: number) => w.cast.actors[place]!;
  const named = (cliques: readonly Clique[]) => cliques.map((clique) => clique.map(name));
  const handshake = ({ raises, steps, groups }: Opening): Handshake => ({
    change: raises.map(([from, to]) => ({
      from: name(from),
      to: name(to),
      was: levels[w.counts(from, to)]!,
      becomes: level,
      stated: w.stated(from, to) !== null,
    })),
    level,
    largestBefore,
    largestAfter,
    groups: named(groups),
    raise: steps,
  });
  const cut = (what: Truncated["what"], list: readonly unknown[], isWhole: boolean): Truncated[] =>
    isWhole ? [] : [{ what, level, listed: list.length }];
  return {
    level,
    finding: {
      groups: named(now.cliques),
      isolated: w.cast.actors.filter((_, place) => isEmpty(graph[place]!)),
      possible: named(possible.cliques),
    },
    handshakes: openings.map(handshake),
    truncated: [
      ...cut("groups", now.cliques, now.complete),
      ...cut("possible", possible.cliques, possible.complete),
      ...cut("handshakes", openings, complete),
    ],
  };
}

/** The maximal cliques, or some of them with the largest that was found first. */
function groupsOf(
  graph: Graph,
  limits: Limits,
): { readonly cliques: readonly Clique[]; readonly complete: boolean; readonly isLargestSure: boolean } {
  const { cliques, complete } = maximalCliques(graph, limits.groups, { left: limits.effort });
  if (complete) return { cliques, complete, isLargestSure: true };
  const effort: Effort = { left: limits.effort };
  const largest = largestClique(graph, effort);
  const isListed = largest.length <= (cliques[0]?.length ?? 0);
  return { cliques: isListed ? cliques : [largest, ...cliques.slice(0, -1)], complete, isLargestSure: effort.left > 0 };
}
