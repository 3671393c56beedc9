import type { Id } from "../core/id.ts";
import { type Arg, msg } from "../core/message.ts";
import { groupLevels } from "../relations/groups.ts";
import type { Pair } from "../relations/pairs.ts";
import type { Relations } from "../relations/relations.ts";
import type { Block, Table } from "./blocks.ts";
import { cell, column, inSeries, type Names } from "./build.ts";
import { keyOf } from "./whys/key.ts";

/** Every pair of whom something is known. */
export function pairsTable(relations: Relations, names: Names): Table {
  const known = relations.pairs.filter((p) => p.level !== "none" || p.atMost !== "none");
  return {
    caption: msg("relations.pairs.caption"),
    columns: [
      column("pair", "start"),
      column("level", "start"),
      column("at-most", "start"),
      column("limited-by", "start", 1),
    ],
    rows: known.map((p) => [
      cell(msg("pair", { a: names.actor(p.a), b: names.actor(p.b) })),
      cell(msg(`level.${p.level}`), { why: keyOf("pair", [p.a, p.b]) }),
      cell(p.atMost === p.level ? null : msg(`level.${p.atMost}`), { why: keyOf("pair", [p.a, p.b]) }),
      cell(limits(p, names)),
    ]),
  };
}

/** Who holds a pair back; of a meeting nothing of the kind is known, and who was not heard is named as such. */
function limits(p: Pair, names: Names): Arg | null {
  if (p.limitedBy.length === 0 || p.unstated.length === 2) return null;
  const unheard = p.limitedBy.filter((id) => p.unstated.includes(id));
  if (unheard.length > 0) return msg("limited.unheard", { actor: names.actors(unheard) });
  return p.limitedBy.length === 2 ? msg("both") : names.actors(p.limitedBy);
}

/** Who could act together at each level, today and if the unheard said yes. */
export function groupsTable(relations: Relations, names: Names): Table {
  const sets = (groups: readonly (readonly Id[])[]) =>
    groups.length === 0 ? cell(msg("nobody")) : cell(inSeries(groups.map((g) => names.actors(g))));
  return {
    caption: msg("relations.groups.caption"),
    columns: [column("level", "start"), column("groups", "start"), column("possible", "start")],
    rows: groupLevels.map((level) => {
      const { groups, possible } = relations.levels[level];
      return [cell(msg(`level.${level}`), { why: keyOf("groups", level) }), sets(groups), sets(possible)];
    }),
    note: msg("relations.groups.note"),
  };
}

/** Those who stand between two that are not in contact, most refused pairs first. */
export function goBetweens(relations: Relations, names: Names): Block[] {
  if (relations.goBetweens.length === 0) return [];
  const actors = [...new Set(relations.goBetweens.map((g) => g.actor))];
  const refused = new Set(relations.pairs.filter((p) => p.level === "refuse").map((p) => `${p.a}\n${p.b}`));
  const ranked = actors
    .map((actor) => ({ actor, links: relations.goBetweens.filter((g) => g.actor === actor) }))
    .map(({ actor, links }) => ({
      actor,
      links: links.length,
      refused: links.filter((g) => refused.has(g.between.join("\n"))),
    }))
    .sort((a, b) => b.refused.length - a.refused.length || b.links - a.links);
  return [
    { heading: msg("relations.between") },
    {
      table: {
        caption: msg("relations.between.caption"),
        columns: [
          column("go-between", "start"),
          column("pairs-linked"),
          column("pairs-refused"),
          column("refusing-pairs", "start", 1),
        ],
        rows: ranked.map((r) => [
          cell(names.actor(r.actor)),
          cell(r.links, { why: keyOf("between", r.actor) }),
          cell(r.refused.length, { why: keyOf("between-refused", r.actor) }),
          cell(
            r.refused.length === 0
              ? null
              : inSeries(
                  r.refused.map((g) => msg("pair", { a: names.actor(g.between[0]), b: names.actor(g.between[1]) })),
                ),
          ),
        ]),
        note: msg("relations.between.note"),
      },
    },
  ];
}
