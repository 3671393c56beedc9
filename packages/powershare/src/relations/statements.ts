import type { Id } from "../core/id.ts";
import type { Cast } from "./cast.ts";
import { type Level, levels, type Relation } from "./schema.ts";

/** One direction that one relation states, between names that may be groups. */
export interface Statement {
  /** The relation's place in the document's list. */
  readonly relation: number;
  readonly from: Id;
  readonly to: Id;
  /** Place in `levels`. */
  readonly rank: number;
  readonly when: string | undefined;
  readonly date: string | undefined;
}

/** What was said about one direction between two actors. */
export interface Heard {
  /** The statements that hold. More than one level among them is a contradiction. */
  readonly holding: readonly Statement[];
  /** Those that a more specific or a later one replaces. */
  readonly overruled: readonly Statement[];
}

export const rankOf = (level: Level): number => levels.indexOf(level);

/** What is said between actors, `from` and `to` being places in `cast.actors`; directions without a word are left out. */
export function hear(
  relations: readonly Relation[],
  cast: Cast,
  holds: (when: string) => boolean,
): ReadonlyMap<number, Heard> {
  const said = new Map<number, Statement[]>();
  relations.forEach((relation, i) => {
    if (relation.when !== undefined && !holds(relation.when)) return;
    for (const statement of statementsOf(relation, i))
      for (const from of cast.placesOf(statement.from))
        for (const to of cast.placesOf(statement.to)) {
          if (from === to) continue;
          const key = direction(cast, from, to);
          const list = said.get(key);
          if (list) list.push(statement);
          else said.set(key, [statement]);
        }
  });
  return new Map([...said].map(([key, statements]) => [key, settle(statements, cast)]));
}

/** The key of a direction between two places. */
export const direction = (cast: Cast, from: number, to: number): number => from * cast.actors.length + to;

/** A relation's one or two directions; none when it does not say who. */
export function statementsOf(relation: Relation, place: number): readonly Statement[] {
  const { between, from, to, willing, when, date } = relation;
  const state = (a: Id, b: Id): Statement => ({ relation: place, from: a, to: b, rank: rankOf(willing), when, date });
  if (between !== undefined && from === undefined && to === undefined) {
    const [a, b] = between;
    return a === b ? [state(a, b)] : [state(a, b), state(b, a)];
  }
  return between === undefined && from !== undefined && to !== undefined ? [state(from, to)] : [];
}

/** A more specific statement replaces a less specific one, whatever their dates; then a later one an earlier one. */
function settle(statements: readonly Statement[], cast: Cast): Heard {
  const specific = statements.filter((s) => !statements.some((other) => isMoreSpecific(other, s, cast)));
  const holding = specific.filter((s) => !specific.some((other) => isLater(other, s)));
  return { holding, overruled: statements.filter((s) => !holding.includes(s)) };
}

/** About a member rather than its group, on either side, or under a condition rather than always; and nowhere the reverse. */
function isMoreSpecific(a: Statement, b: Statement, cast: Cast): boolean {
  const atLeast = cast.within(a.from, b.from) && cast.within(a.to, b.to) && (b.when === undefined || a.when === b.when);
  return atLeast && (a.from !== b.from || a.to !== b.to || a.when !== b.when);
}

/** Both dated, and a later in any case: 2015-08-14 is not later than 2015-08. */
function isLater(a: Statement, b: Statement): boolean {
  return a.date !== undefined && b.date !== undefined && a.date > b.date && !a.date.startsWith(b.date);
}
