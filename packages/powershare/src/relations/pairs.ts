import { type Fact, refsOf } from "../core/fact.ts";
import { type Pointer, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Ref } from "../core/source.ts";
import { demandsByDirection } from "./demands.ts";
import { type Level, levels, type RelationsInput } from "./schema.ts";
import { direction, type Statement } from "./statements.ts";
import { pairsOf, type Willingness } from "./willingness.ts";

export interface Pair {
  readonly a: Id;
  readonly b: Id;
  /** The lesser of the two directions. */
  readonly level: Level;
  /** The level if every unstated direction met the stated one. */
  readonly atMost: Level;
  /** Whoever is at the lesser level: both when they are level, nobody when both are at the highest. */
  readonly limitedBy: readonly Id[];
  /** Those who stated nothing about the other. */
  readonly unstated: readonly Id[];
  readonly directions: { readonly ab: Direction; readonly ba: Direction };
  /** The recorded contacts of the two, and those that are disputed and do not count. */
  readonly contacts: readonly Pointer[];
  readonly disputed: readonly Pointer[];
}

/** One actor's willingness to one other, and what it rests on. */
export interface Direction {
  /** null: nobody stated it. */
  readonly level: Level | null;
  /** An unstated one counts as contact where one is recorded, else as none. */
  readonly counts: Level;
  readonly stated: boolean;
  /** All that was stated is assumed. */
  readonly assumed: boolean;
  readonly because: readonly string[];
  readonly sources: readonly Ref[];
  /** The relations that hold. */
  readonly facts: readonly Pointer[];
  /** Relations that a more specific or a later one replaces. */
  readonly overruled: readonly Pointer[];
  /** Demands of others that ask for it. */
  readonly asked: readonly Pointer[];
}

type Asked = ReadonlyMap<number, readonly number[]>;

/** Every two actors once. */
export function pairFindings(w: Willingness, input: RelationsInput): Pair[] {
  const asked = demandsByDirection(input.demands, w.cast);
  return pairsOf(w.cast).map(([a, b]) => pairFinding(w, input, asked, a, b));
}

function pairFinding(w: Willingness, input: RelationsInput, asked: Asked, a: number, b: number): Pair {
  const name = (place: number) => w.cast.actors[place]!;
  const sides = [
    [a, b],
    [b, a],
  ] as const;
  const level = w.level(a, b);
  const limiting = sides.filter(([from, to]) => w.counts(from, to) === level && level < levels.length - 1);
  return {
    a: name(a),
    b: name(b),
    level: levels[level]!,
    atMost: levels[w.atMost(a, b)]!,
    limitedBy: limiting.map(([from]) => name(from)),
    unstated: sides.filter(([from, to]) => w.stated(from, to) === null).map(([from]) => name(from)),
    directions: { ab: directionFinding(w, input, asked, a, b), ba: directionFinding(w, input, asked, b, a) },
    contacts: w.contacts(a, b).map((i) => pointer("contacts", i)),
    disputed: w.disputed(a, b).map((i) => pointer("contacts", i)),
  };
}

function directionFinding(w: Willingness, input: RelationsInput, asked: Asked, from: number, to: number): Direction {
  const heard = w.heard(from, to) ?? { holding: [], overruled: [] };
  const facts: readonly Fact[] = heard.holding.map(({ relation }) => input.relations[relation]!);
  const stated = w.stated(from, to);
  const place = ({ relation }: Statement) => pointer("relations", relation);
  return {
    level: stated === null ? null : levels[stated]!,
    counts: levels[w.counts(from, to)]!,
    stated: stated !== null,
    assumed: facts.length > 0 && facts.every(({ assumed }) => assumed === true),
    because: [...new Set(facts.flatMap(({ because }) => because ?? []))],
    sources: facts.flatMap(({ source }) => refsOf(source)),
    facts: heard.holding.map(place),
    overruled: heard.overruled.map(place),
    asked: (asked.get(direction(w.cast, from, to)) ?? []).map((i) => pointer("demands", i)),
  };
}
