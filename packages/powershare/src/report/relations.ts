import { type Arg, type Msg, msg } from "../core/message.ts";
import { groupLevels } from "../relations/groups.ts";
import type { DemandFinding } from "../relations/demands.ts";
import type { Relations } from "../relations/relations.ts";
import type { Level } from "../relations/schema.ts";
import type { Findings } from "../settlement/findings.ts";
import type { Block, Item, Section } from "./blocks.ts";
import { list, Names, refs } from "./build.ts";
import { graphFigure } from "./graph.ts";
import { goBetweens, groupsTable } from "./links.ts";
import { matrixFigure } from "./matrix.ts";
import { refusalItems, refusalsIn } from "./refusals.ts";

const mostHandshakes = 4;

/** Who can work with whom? */
export function relationsSection(findings: Findings): Section | null {
  const { relations } = findings;
  if (!relations || relations.actors.length < 2) return null;
  const names = new Names(findings);
  return {
    id: "relations",
    question: msg("relations.question"),
    answer: answer(relations),
    blocks: [
      { text: msg("relations.rule") },
      { figure: matrixFigure(relations, names) },
      ...graphFigure(relations, names),
      { heading: msg("relations.groups") },
      { table: groupsTable(relations, names) },
      ...listed("relations.refusals", refusalsIn(relations).length, refusalItems(relations, names)),
      ...goBetweens(relations, names),
      ...listed("relations.handshakes", relations.handshakes.length, handshakes(relations, names)),
      ...listed(
        "relations.demands",
        relations.demands.length,
        relations.demands.map((d) => demand(d, names)),
      ),
      ...listed("relations.disputed", relations.disputed.length, disputed(relations, names)),
    ],
  };
}

/** How many pairs could do what today. */
function answer({ pairs }: Relations): Msg {
  const at = (...levels: readonly Level[]) => pairs.filter((p) => levels.includes(p.level)).length;
  const counts = { joint: at("joint"), coordinate: at("coordinate"), contact: at("contact"), refuse: at("refuse") };
  return msg("relations.answer", { pairs: pairs.length, ...counts, none: at("none") });
}

/** A list under its heading, or nothing. */
const listed = (heading: string, n: number, items: readonly Item[]): Block[] =>
  items.length === 0 ? [] : [{ heading: msg(heading, { n }) }, { list: items }];

/** The changes that would make the largest group of a level largest: those that were not heard first. */
function handshakes(relations: Relations, names: Names): Item[] {
  return groupLevels.flatMap((level): Item[] => {
    const all = relations.handshakes.filter((h) => h.level === level);
    const unheard = all.filter((h) => h.change.every((c) => !c.stated));
    const sorted = [...unheard, ...all.filter((h) => !unheard.includes(h))];
    const more = sorted.length - mostHandshakes;
    return [
      ...sorted.slice(0, mostHandshakes).map((h): Item => {
        const changes: Arg = list(
          h.change.map((c) =>
            msg(c.stated ? "relations.change" : "relations.change.unstated", {
              from: names.actor(c.from),
              to: names.actor(c.to),
              was: msg(`level.${c.was}`),
              becomes: msg(`level.${level}`),
            }),
          ),
        );
        const args = {
          changes,
          level,
          before: h.largestBefore,
          after: h.largestAfter,
          group: names.actors(h.groups[0] ?? []),
        };
        return { text: msg("relations.handshake", args), refs: [] };
      }),
      ...(more > 0
        ? [{ text: msg("relations.handshakes.more", { n: more, level: msg(`level.${level}`) }), refs: [] }]
        : []),
    ];
  });
}

function demand(d: DemandFinding, names: Names): Item {
  const args = {
    by: names.actor(d.by),
    of: names.actors(d.of),
    with: names.actors(d.with),
    level: msg(`level.${d.level}`),
    met: d.met.length,
    all: d.met.length + d.unmet.length,
    because: d.because ?? "",
  };
  return { text: msg("relations.demand", args), refs: d.sources };
}

const disputed = (relations: Relations, names: Names): Item[] =>
  relations.disputed.map(({ contact: c }) => ({
    text: msg("relations.disputed.item", { between: names.actors(c.between), note: c.note ?? c.on ?? "" }),
    refs: refs(c),
    ...(c.date === undefined ? {} : { date: c.date }),
  }));
