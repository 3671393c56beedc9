import type { Id } from "../../core/id.ts";
import { type Arg, type Msg, msg } from "../../core/message.ts";
import { type GroupLevel, groupLevels } from "../../relations/groups.ts";
import type { Relations } from "../../relations/relations.ts";
import type { Why } from "../blocks.ts";
import { cell, inSeries, type Names } from "../build.ts";
import { type Ground, tableOf } from "./ground.ts";
import { directionKey, handshakeKey, keyOf } from "./key.ts";
import { levelWords, pairOf } from "./relations.ts";

const levelOf = (text: string): GroupLevel | null => groupLevels.find((l) => l === text) ?? null;

/** Who could act together at a level, today or if those who were not heard said yes. */
export function whyGroups(ground: Ground, kind: "groups" | "possible", text: string): Why | null {
  const { relations } = ground.findings;
  const level = levelOf(text);
  if (!relations || level === null) return null;
  const found = relations.levels[level];
  const groups = found[kind];
  const { names } = ground;
  return {
    question: msg(`whys.${kind}.question`, { level, n: groups.length }),
    answer: [
      msg(`whys.${kind}`, { level: msg(`level.${level}`) }),
      ...(kind === "groups" && found.isolated.length > 0
        ? [msg("whys.groups.isolated", { n: found.isolated.length })]
        : []),
    ],
    refs: [],
    ...(groups.length === 0
      ? {}
      : {
          steps: tableOf(
            msg("whys.groups.table"),
            ["members", "group"],
            groups.map((g) => [cell(g.length), cell(names.actors(g))]),
          ),
        }),
    change: [msg("whys.groups.change")],
  };
}

/** The largest group of a level today. */
export function whyLargest(ground: Ground, text: string): Why | null {
  const { relations } = ground.findings;
  const level = levelOf(text);
  if (!relations || level === null) return null;
  const { groups } = relations.levels[level];
  const size = groups[0]?.length ?? 0;
  const largest = groups.filter((g) => g.length === size);
  return {
    question: msg("whys.largest.question", { level, n: size }),
    answer: [
      size === 0
        ? msg("whys.largest.none", { level: msg(`level.${level}`) })
        : msg("whys.largest", {
            groups: inSeries(largest.map((g) => ground.names.actors(g))),
            n: largest.length,
            level: msg(`level.${level}`),
          }),
    ],
    refs: [],
  };
}

/** Why a raised willingness makes a larger group. */
export function whyHandshake(ground: Ground, key: string): Why | null {
  const { relations } = ground.findings;
  const hand = relations?.handshakes.find((h) => handshakeKey(h) === key);
  if (!relations || !hand) return null;
  const { names } = ground;
  const group = hand.groups[0] ?? [];
  const pairs = group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));
  const rows = pairs.map(([a, b]) => [
    cell(msg("pair", { a: names.actor(a), b: names.actor(b) })),
    cell(msg(`level.${pairOf(relations, a, b)!.level}`), { why: keyOf("pair", [a, b]) }),
  ]);
  return {
    question: msg("whys.handshake.question", { n: hand.largestAfter, level: hand.level }),
    answer: [
      msg("whys.handshake", {
        changes: inSeries(hand.change.map((c) => changeWords(relations, names, c, hand.level))),
        n: hand.change.length,
        group: names.actors(group),
        level: msg(`level.${hand.level}`),
      }),
      msg("whys.handshake.before", { before: { value: hand.largestBefore, why: keyOf("largest", hand.level) } }),
    ],
    refs: [],
    steps: tableOf(msg("whys.handshake.table"), ["pair", "level"], rows),
  };
}

/** "Russia to Iran, now “contact”, would be “joint”." */
function changeWords(relations: Relations, names: Names, c: { from: Id; to: Id }, level: GroupLevel): Msg {
  const pair = pairOf(relations, c.from, c.to)!;
  const d = pair.a === c.from ? pair.directions.ab : pair.directions.ba;
  return msg("whys.handshake.change", {
    from: names.actor(c.from),
    to: names.actor(c.to),
    was: { value: levelWords(d), why: directionKey(c.from, c.to) },
    becomes: msg(`level.${level}`),
  });
}

/** Between whom somebody stands. */
export function whyBetween(ground: Ground, actor: Id, which: "all" | "refused"): Why | null {
  const { relations } = ground.findings;
  if (!relations?.actors.includes(actor)) return null;
  const { names } = ground;
  const links = relations.goBetweens.filter(
    (g) => g.actor === actor && (which === "all" || pairOf(relations, ...g.between)!.level === "refuse"),
  );
  const rows = links.map((g) => {
    const link = (to: Id): { readonly value: Arg; readonly why: string } => ({
      value: msg(`level.${pairOf(relations, actor, to)!.level}`),
      why: keyOf("pair", [actor, to]),
    });
    const [a, b] = g.between;
    const [one, other] = [link(a), link(b)];
    return [
      cell(names.actor(a)),
      cell(one.value, { why: one.why }),
      cell(names.actor(b)),
      cell(other.value, { why: other.why }),
      cell(msg(`level.${pairOf(relations, a, b)!.level}`), { why: keyOf("pair", [a, b]) }),
    ];
  });
  return {
    question: msg(`whys.between.${which}.question`, { actor: names.actor(actor), n: links.length }),
    answer: [...(links.length === 0 ? [msg("whys.between.none")] : []), msg("relations.between.note")],
    refs: [],
    ...(rows.length === 0
      ? {}
      : { steps: tableOf(msg("whys.between.table"), ["one", "link", "other", "link", "level"], rows) }),
  };
}
