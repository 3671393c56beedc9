import type { Id } from "../core/id.ts";
import { keysOf } from "../core/fault.ts";
import { type Arg, type Msg, msg } from "../core/message.ts";
import { groupLevels, type Handshake } from "../relations/groups.ts";
import type { DemandFinding } from "../relations/demands.ts";
import type { Relations } from "../relations/relations.ts";
import type { Level } from "../relations/schema.ts";
import type { Findings } from "../settlement/findings.ts";
import type { Block, Item, Section } from "./blocks.ts";
import { behind, inSeries, list, Names, refs } from "./build.ts";
import { handshakeKey, keyOf } from "./whys/key.ts";
import { graphFigure } from "./graph.ts";
import { goBetweens, groupsTable } from "./links.ts";
import { matrixFigure } from "./matrix.ts";
import { refusalItems, refusalsIn } from "./refusals.ts";

const mostHandshakes = 4;
const mostPairs = 12;

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
      { figure: matrixFigure(relations, findings.scenario.relations?.contacts ?? [], names) },
      ...graphFigure(relations, names),
      { heading: msg("relations.groups") },
      { table: groupsTable(relations, names) },
      ...listed(
        "relations.refusals",
        behind(refusalsIn(relations).length, keyOf("directions", "refused")),
        refusalItems(relations, names),
      ),
      ...goBetweens(relations, names),
      ...listed("relations.handshakes", relations.handshakes.length, handshakes(relations, names)),
      ...listed(
        "relations.demands",
        relations.demands.length,
        relations.demands.map((d) => demand(d, relations, names)),
      ),
      ...listed("relations.disputed", relations.disputed.length, disputed(relations, names)),
    ],
  };
}

/** How many pairs could do what today. */
function answer({ pairs }: Relations): Msg {
  const at = (...levels: readonly Level[]) => pairs.filter((p) => levels.includes(p.level)).length;
  const counts = (["joint", "coordinate", "contact", "refuse", "none"] as const).map(
    (level) => [level, behind(at(level), keyOf("pairs", level))] as const,
  );
  return msg("relations.answer", {
    pairs: behind(pairs.length, keyOf("pairs", "all")),
    ...Object.fromEntries(counts),
  });
}

/** A list under its heading, or nothing. */
const listed = (heading: string, n: Arg, items: readonly Item[]): Block[] =>
  items.length === 0 ? [] : [{ heading: msg(heading, { n }) }, { list: items }];

/** The changes that would make the largest group of a level larger: answers that were not heard first. */
function handshakes(relations: Relations, names: Names): Item[] {
  return groupLevels.flatMap((level): Item[] => {
    const all = relations.handshakes.filter((h) => h.level === level);
    const mutual = all.filter(isUnheardPair);
    const others = all.filter((h) => !isUnheardPair(h));
    const more = others.length - mostHandshakes;
    return [
      ...(mutual.length === 0
        ? []
        : [
            {
              text: msg("relations.unheard-pairs", {
                pairs: inSeries(
                  mutual
                    .slice(0, mostPairs)
                    .map(({ change: [c] }) => msg("pair", { a: names.actor(c!.from), b: names.actor(c!.to) })),
                ),
                level,
                after: behind(mutual[0]!.largestAfter, handshakeKey(mutual[0]!)),
                before: behind(mutual[0]!.largestBefore, keyOf("largest", level)),
              }),
              refs: [],
            },
          ]),
      ...others.slice(0, mostHandshakes).map((h): Item => {
        const changes = list(
          h.change.map((c) =>
            msg(c.stated ? "relations.change" : "relations.change.unstated", {
              from: names.actor(c.from),
              to: names.actor(c.to),
              was: msg(`level.${c.was}`),
              becomes: msg(`level.${level}`),
            }),
          ),
        );
        return {
          text: msg("relations.handshake", {
            changes,
            level,
            before: behind(h.largestBefore, keyOf("largest", level)),
            after: behind(h.largestAfter, handshakeKey(h)),
            group: names.actors(h.groups[0] ?? []),
          }),
          refs: [],
        };
      }),
      ...(more > 0
        ? [{ text: msg("relations.handshakes.more", { n: more, level: msg(`level.${level}`) }), refs: [] }]
        : []),
    ];
  });
}

/** Two who would have to say the same to each other, and of neither an answer is known. */
const isUnheardPair = ({ change }: Handshake): boolean =>
  change.length === 2 &&
  change.every((c) => !c.stated) &&
  change[0]!.from === change[1]!.to &&
  change[0]!.to === change[1]!.from;

/** A group with those it stands for. */
const named = (id: Id, relations: Relations, names: Names): Arg => {
  const members = relations.members[id];
  return members ? msg("group.members", { group: names.actor(id), members: names.actors(members) }) : names.actor(id);
};

/** By its place in the document. */
const demandKey = ({ fact }: DemandFinding): string => keyOf("demand", keysOf(fact).at(-1)!);

function demand(d: DemandFinding, relations: Relations, names: Names): Item {
  const itself = d.of.join() === d.with.join();
  const args = {
    by: names.actor(d.by),
    of: list(d.of.map((id) => named(id, relations, names))),
    with: itself ? "" : list(d.with.map((id) => named(id, relations, names))),
    level: msg(`level.${d.level}`),
    met: behind(d.met.length, demandKey(d)),
    all: behind(d.met.length + d.unmet.length, demandKey(d)),
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
