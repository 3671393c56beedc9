import type { Id } from "../core/id.ts";
import { msg } from "../core/message.ts";
import type { Pair } from "../relations/pairs.ts";
import type { Relations } from "../relations/relations.ts";
import type { Block, GraphData } from "./blocks.ts";
import { behind, type Names } from "./build.ts";
import { pairsTable } from "./links.ts";
import { outcasts } from "./refusals.ts";
import { keyOf } from "./whys/key.ts";

type Edge = GraphData["edges"][number];

/** More boxes than this cannot be read as a drawing; the matrix and the table say it then. */
const mostBoxes = 14;

/**
 * Who deals with whom, as a drawing. Pairs of whom nothing is known stay out, and so do those with
 * whom nobody deals; actors with the same links to the same others share a box.
 */
export function graphFigure(relations: Relations, names: Names): Block[] {
  const out = outcasts(relations);
  const edges = relations.pairs.filter((p) => !out.has(p.a) && !out.has(p.b)).flatMap(edgesOf);
  const boxes = folded(relations.actors, edges);
  if (edges.length === 0 || boxes.length > mostBoxes) return [];
  const between = new Set(relations.goBetweens.map((g) => g.actor));
  const drawn = new Set(boxes.map(([first]) => first!));
  const pairs = relations.pairs.filter((p) => p.level !== "none" && p.level !== "refuse").length;
  const refused = edges.filter((e) => e.level === "refuse").length;
  const others = relations.pairs.filter((p) => p.level === "refuse").length - refused;
  return [
    {
      figure: {
        kind: "graph",
        caption: msg("relations.graph.caption", {
          pairs: behind(pairs, keyOf("pairs", "dealing")),
          refused: behind(refused, keyOf("pairs", "refuse-drawn")),
        }),
        shown: msg("relations.graph.shown"),
        alt: msg("relations.graph.alt"),
        actors: boxes.map((ids) => ({
          id: ids[0]!,
          name: ids.map((id) => names.actor(id)).join(" · "),
          goBetween: ids.some((id) => between.has(id)),
        })),
        edges: edges.filter((e) => drawn.has(e.a) && drawn.has(e.b)),
        table: pairsTable(relations, names),
        ...(out.size === 0
          ? {}
          : {
              note: msg("relations.graph.note", {
                out: names.actors([...out]),
                others: behind(others, keyOf("pairs", "refuse-left-out")),
              }),
            }),
      },
    },
  ];
}

function edgesOf({ a, b, level, directions: { ab, ba } }: Pair): Edge[] {
  if (level === "refuse") {
    const both = ab.level === "refuse" && ba.level === "refuse";
    return [{ a, b, level, oneSide: both ? null : ab.level === "refuse" ? a : b }];
  }
  if (level !== "none") return [{ a, b, level, oneSide: null }];
  if (ab.counts !== "none") return [{ a, b, level: ab.counts, oneSide: a }];
  return ba.counts === "none" ? [] : [{ a, b, level: ba.counts, oneSide: b }];
}

/** Actors with links, those together that have the same ones; they are then not linked with each other. */
function folded(actors: readonly Id[], edges: readonly Edge[]): Id[][] {
  const boxes = new Map<string, Id[]>();
  for (const id of actors) {
    const links = edges.flatMap((e) => {
      if (e.a !== id && e.b !== id) return [];
      const side = e.oneSide === null ? "both" : e.oneSide === id ? "own" : "other";
      return [`${e.a === id ? e.b : e.a} ${e.level} ${side}`];
    });
    if (links.length === 0) continue;
    const key = links.sort().join("\n");
    boxes.set(key, [...(boxes.get(key) ?? []), id]);
  }
  return [...boxes.values()];
}
