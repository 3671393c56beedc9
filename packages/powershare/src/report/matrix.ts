import { msg } from "../core/message.ts";
import type { Relations } from "../relations/relations.ts";
import type { Figure, MatrixCell, Table } from "./blocks.ts";
import { cell, column, list, type Names } from "./build.ts";
import { directionsOf, refusalsIn } from "./refusals.ts";

/** Above so many actors, those of whom nothing is known are named below the matrix instead. */
const mostSilent = 10;

/** Who is willing to go how far with whom, as a table of all directions. */
export function matrixFigure(relations: Relations, names: Names): Figure {
  const directions = new Map(
    relations.pairs.flatMap((p) => directionsOf(p).map(([from, to, d]) => [`${from}\n${to}`, { d, p }])),
  );
  const known = new Set(
    relations.pairs.flatMap((p) =>
      directionsOf(p).some(([, , d]) => d.stated || d.counts !== "none") ? [p.a, p.b] : [],
    ),
  );
  const shown = relations.actors.filter((id) => known.has(id) || relations.actors.length <= mostSilent);
  const silent = relations.actors.filter((id) => !shown.includes(id));
  const cells = shown.map((from) =>
    shown.map((to): MatrixCell => {
      const found = directions.get(`${from}\n${to}`);
      if (!found) return null;
      const { d, p } = found;
      const met = d.level === null && d.counts === "contact";
      return {
        level: met ? "contact" : d.level,
        assumed: d.assumed,
        demanded: d.asked.length > 0,
        disputed: p.disputed.length > 0,
      };
    }),
  );
  const all = relations.actors.length * (relations.actors.length - 1);
  const stated = all - relations.unstated;
  const caption = msg("relations.matrix.caption", { stated, all, refusals: refusalsIn(relations).length });
  return {
    kind: "matrix",
    caption,
    shown: msg("relations.matrix.shown"),
    alt: msg("relations.matrix.alt", { actors: relations.actors.length, stated, all }),
    actors: shown.map((id) => ({ id, name: names.actor(id) })),
    cells,
    table: statedTable(relations, names),
    note:
      silent.length === 0
        ? msg("relations.matrix.note")
        : msg("relations.matrix.note.silent", { actors: names.actors(silent) }),
  };
}

/** All that was stated, one direction a row. */
function statedTable(relations: Relations, names: Names): Table {
  const rows = relations.pairs.flatMap((p) =>
    directionsOf(p)
      .filter(([, , d]) => d.stated || d.counts === "contact")
      .map(([from, to, d]) => [
        cell(names.actor(from)),
        cell(names.actor(to)),
        cell(d.stated ? msg(`level.${d.level}`) : msg("level.met"), { refs: d.sources }),
        cell(d.because.length > 0 ? list(d.because) : null),
      ]),
  );
  return {
    caption: msg("relations.stated.caption"),
    columns: [
      column("from", "start"),
      column("to", "start"),
      column("willing", "start"),
      column("because", "start", 1),
    ],
    rows,
  };
}
