import { type Arg, msg } from "../core/message.ts";
import type { Relations } from "../relations/relations.ts";
import type { Contact } from "../relations/schema.ts";
import type { Figure, MatrixCell, Table } from "./blocks.ts";
import { behind, cell, column, inSeries, list, type Names, refs } from "./build.ts";
import { directionKey, keyOf } from "./whys/key.ts";
import { directionsOf, refusalsIn } from "./refusals.ts";

/** Above so many actors, those of whom nothing is known are named below the matrix instead. */
const mostSilent = 10;

/** Who is willing to go how far with whom, as a table of all directions. */
export function matrixFigure(relations: Relations, contacts: readonly Contact[], names: Names): Figure {
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
      return {
        level: d.level ?? (d.counts === "contact" ? "contact" : null),
        assumed: d.assumed,
        demanded: d.asked.length > 0,
        disputed: p.disputed.length > 0,
      };
    }),
  );
  const all = relations.actors.length * (relations.actors.length - 1);
  const stated = all - relations.unstated;
  const met = relations.pairs.flatMap(directionsOf).filter(([, , d]) => !d.stated && d.counts === "contact").length;
  const refusals = refusalsIn(relations).length;
  const counted = (n: number, which: string) => behind(n, keyOf("directions", which));
  const caption = msg("relations.matrix.caption", {
    known: counted(stated + met, "known"),
    stated: counted(stated, "stated"),
    met: counted(met, "met"),
    all: counted(all, "all"),
    refusals: counted(refusals, "refused"),
  });
  return {
    kind: "matrix",
    caption,
    shown: msg("relations.matrix.shown", { actors: relations.actors.length, drawn: shown.length }),
    alt: msg("relations.matrix.alt", { actors: shown.length, known: stated + met, all }),
    actors: shown.map((id) => ({ id, name: names.actor(id) })),
    cells,
    table: knownTable(relations, contacts, names),
    note:
      silent.length === 0
        ? msg("relations.matrix.note")
        : msg("relations.matrix.note.silent", { actors: names.actors(silent) }),
  };
}

/** All that is known, one direction a row: statements with their reasons, meetings with their day. */
function knownTable(relations: Relations, contacts: readonly Contact[], names: Names): Table {
  const rows = relations.pairs.flatMap((p) =>
    directionsOf(p)
      .filter(([, , d]) => d.stated || d.counts === "contact")
      .map(([from, to, d]) => {
        const meetings = d.stated ? [] : p.contacts.map((at) => contacts[Number(at.split("/").at(-1))]!);
        return [
          cell(names.actor(from)),
          cell(names.actor(to)),
          cell(d.stated ? msg(`level.${d.level}`) : msg("level.met"), {
            refs: [...d.sources, ...meetings.flatMap(refs)],
            why: directionKey(from, to),
          }),
          cell(d.because.length > 0 ? list(d.because) : meetings.length > 0 ? inSeries(meetings.map(meeting)) : null),
        ];
      }),
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

/** What a meeting was about, and when. */
function meeting({ on, place, date, before, to }: Contact): Arg {
  const day = date ?? to ?? before;
  return msg("relations.meeting", {
    on: on ?? place ?? "",
    date: day === undefined ? "" : { date: day },
    before: date === undefined && to === undefined ? "yes" : "no",
  });
}
