import type { Id } from "../core/id.ts";
import { type Arg, msg, type Msg } from "../core/message.ts";
import type { Ref } from "../core/source.ts";
import type { Direction, Pair } from "../relations/pairs.ts";
import { groupLevels } from "../relations/groups.ts";
import type { Relations } from "../relations/relations.ts";
import type { Findings } from "../settlement/findings.ts";
import type { Block, Figure, GraphData, Item, MatrixCell, Section, Table } from "./blocks.ts";
import { cell, column, list, Names, refs } from "./build.ts";

/** Who can work with whom? */
export function relationsSection(findings: Findings): Section | null {
  const { relations } = findings;
  if (!relations || relations.actors.length < 2) return null;
  const names = new Names(findings);
  const answer = msg("relations.answer");
  return {
    id: "relations",
    question: msg("relations.question"),
    answer,
    blocks: [
      { figure: matrix(findings, relations, names) },
      ...graph(relations, names),
      { heading: msg("relations.groups") },
      { table: groupsTable(relations, names) },
      ...refusals(relations, names),
      ...goBetweens(relations, names),
      ...handshakes(relations, names),
      ...demands(relations, names),
      ...disputed(findings, relations, names),
    ],
  };
}

/** Directions of one pair with who is willing to whom. */
export const directionsOf = (p: Pair): readonly (readonly [from: Id, to: Id, direction: Direction])[] => [
  [p.a, p.b, p.directions.ab],
  [p.b, p.a, p.directions.ba],
];

/** Every stated direction that is a refusal. */
export const refusalsIn = (relations: Relations): { from: Id; to: Id; direction: Direction }[] =>
  relations.pairs
    .flatMap(directionsOf)
    .filter(([, , d]) => d.level === "refuse")
    .map(([from, to, direction]) => ({ from, to, direction }));

function matrix(findings: Findings, relations: Relations, names: Names): Figure {
  const directions = new Map(
    relations.pairs.flatMap((p) => directionsOf(p).map(([from, to, d]) => [`${from}\n${to}`, { d, p }])),
  );
  const cells = relations.actors.map((from) =>
    relations.actors.map((to): MatrixCell => {
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
    actors: relations.actors.map((id) => ({ id, name: names.actor(id) })),
    cells,
    table: statedTable(relations, names),
    note: msg("relations.matrix.note"),
    refs: [...new Map(findings.scenario.text.relations?.flatMap(refs).map((r) => [r.id, { id: r.id }]) ?? []).values()],
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

/** Drawn where few enough stand in it to be read; pairs of whom nothing is known stay out. */
function graph(relations: Relations, names: Names): Block[] {
  const edges = relations.pairs.flatMap((p): GraphData["edges"][number][] => {
    const { ab, ba } = p.directions;
    if (p.level !== "none")
      return [
        {
          a: p.a,
          b: p.b,
          level: p.level,
          oneSide:
            p.level === "refuse" && !(ab.level === "refuse" && ba.level === "refuse")
              ? ab.level === "refuse"
                ? p.a
                : p.b
              : null,
        },
      ];
    if (ab.counts !== "none" || ba.counts !== "none") {
      const a = ab.counts !== "none";
      return [{ a: p.a, b: p.b, level: a ? ab.counts : ba.counts, oneSide: a ? p.a : p.b }];
    }
    return [];
  });
  const linked = new Set(edges.flatMap((e) => [e.a, e.b]));
  if (edges.length === 0 || linked.size > 16) return [];
  const between = new Set(relations.goBetweens.map((g) => g.actor));
  return [
    {
      figure: {
        kind: "graph",
        caption: msg("relations.graph.caption", {
          pairs: relations.pairs.filter((p) => p.level !== "none" && p.level !== "refuse").length,
          refused: relations.pairs.filter((p) => p.level === "refuse").length,
        }),
        shown: msg("relations.graph.shown"),
        alt: msg("relations.graph.alt"),
        actors: relations.actors
          .filter((id) => linked.has(id))
          .map((id) => ({ id, name: names.actor(id), goBetween: between.has(id) })),
        edges,
        table: pairsTable(relations, names),
      },
    },
  ];
}

function pairsTable(relations: Relations, names: Names): Table {
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
      cell(msg(`level.${p.level}`)),
      cell(p.atMost === p.level ? null : msg(`level.${p.atMost}`)),
      cell(p.limitedBy.length === 0 ? null : p.limitedBy.length === 2 ? msg("both") : names.actors(p.limitedBy)),
    ]),
  };
}

function groupsTable(relations: Relations, names: Names): Table {
  const sets = (groups: readonly (readonly Id[])[]) =>
    groups.length === 0 ? cell(msg("nobody")) : cell(inSeries(groups.map((g) => names.actors(g))));
  return {
    caption: msg("relations.groups.caption"),
    columns: [column("level", "start"), column("groups", "start"), column("possible", "start")],
    rows: groupLevels.map((level) => {
      const { groups, possible } = relations.levels[level];
      return [cell(msg(`level.${level}`)), sets(groups), sets(possible)];
    }),
    note: msg("relations.groups.note"),
  };
}

/** One after another, set apart by the language: "A and B; C and D". */
const inSeries = (args: readonly Arg[]): Msg =>
  args.slice(0, -1).reduceRight<Msg>((rest, one) => msg("series", { one, rest }), msg("one", { one: args.at(-1)! }));

function refusals(relations: Relations, names: Names): Block[] {
  const all = refusalsIn(relations);
  if (all.length === 0) return [];
  const items = all.map(
    ({ from, to, direction: d }): Item => ({
      text:
        d.because.length > 0
          ? msg("relations.refusal.because", { from: names.actor(from), to: names.actor(to), because: list(d.because) })
          : msg("relations.refusal", { from: names.actor(from), to: names.actor(to) }),
      refs: d.sources,
    }),
  );
  return [{ heading: msg("relations.refusals", { n: all.length }) }, { list: items }];
}

function goBetweens(relations: Relations, names: Names): Block[] {
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
          cell(r.links),
          cell(r.refused.length),
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

/** The best handshakes of each level: a few, and how many there are. */
function handshakes(relations: Relations, names: Names): Block[] {
  const shown = 5;
  const items = groupLevels.flatMap((level): Item[] => {
    const all = relations.handshakes.filter((h) => h.level === level);
    const sorted = [...all].sort(
      (a, b) => Number(a.change.some((c) => c.stated)) - Number(b.change.some((c) => c.stated)),
    );
    return [
      ...sorted.slice(0, shown).map(
        (h): Item => ({
          text: msg(h.change.every((c) => !c.stated) ? "relations.answer-unheard" : "relations.handshake", {
            changes: list(
              h.change.map((c) =>
                msg(c.stated ? "relations.change" : "relations.change.unstated", {
                  from: names.actor(c.from),
                  to: names.actor(c.to),
                  was: msg(`level.${c.was}`),
                  becomes: msg(`level.${c.becomes}`),
                }),
              ),
            ),
            level: msg(`level.${level}`),
            before: h.largestBefore,
            after: h.largestAfter,
            group: names.actors(h.groups[0] ?? []),
          }),
          refs: [],
        }),
      ),
      ...(all.length > shown
        ? [
            {
              text: msg("relations.handshakes.more", { n: all.length - shown, level: msg(`level.${level}`) }),
              refs: [],
            },
          ]
        : []),
    ];
  });
  return items.length === 0 ? [] : [{ heading: msg("relations.handshakes") }, { list: items }];
}

function demands(relations: Relations, names: Names): Block[] {
  if (relations.demands.length === 0) return [];
  const items = relations.demands.map((d): Item => {
    const args = {
      by: names.actor(d.by),
      of: names.actors(d.of),
      with: names.actors(d.with),
      level: msg(`level.${d.level}`),
      met: d.met.length,
      all: d.met.length + d.unmet.length,
    };
    return {
      text: msg(d.because === null ? "relations.demand" : "relations.demand.because", {
        ...args,
        because: d.because ?? "",
      }),
      refs: d.sources,
    };
  });
  return [{ heading: msg("relations.demands") }, { list: items }];
}

function disputed(_findings: Findings, relations: Relations, names: Names): Block[] {
  if (relations.disputed.length === 0) return [];
  const items = relations.disputed.map(
    ({ contact: c }): Item => ({
      text: msg("relations.disputed.item", { between: names.actors(c.between), note: c.note ?? c.on ?? "" }),
      refs: refs(c) as Ref[],
      ...(c.date === undefined ? {} : { date: c.date }),
    }),
  );
  return [{ heading: msg("relations.disputed") }, { list: items }];
}
