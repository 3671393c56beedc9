import fc from "fast-check";
import type { Id } from "../core/id.ts";
import type { Contact, Level, Relation, RelationsInput } from "./schema.ts";

/**
 * The contract's words a second time, by trying everything: subsets for groups, every change and
 * every two changes for handshakes. Shares no code with what it checks. Up to 8 actors.
 */
export interface ByForce {
  readonly contradicts: boolean;
  readonly pairs: readonly { a: Id; b: Id; level: string; atMost: string; limitedBy: Id[]; unstated: Id[] }[];
  readonly levels: Readonly<Record<string, { groups: string[]; isolated: Id[]; possible: string[] }>>;
  readonly goBetweens: readonly string[];
  readonly handshakes: readonly string[];
}

const names = ["refuse", "none", "contact", "coordinate", "joint"];
const [none, contact] = [1, 2];

export function byForce(input: RelationsInput): ByForce {
  const holds = (name: Id, id: Id): boolean =>
    name === id || (input.actors[name]?.members ?? []).some((member) => holds(member, id));
  const nodes = Object.keys(input.actors).filter((id) => (input.actors[id]!.members ?? []).length === 0);
  const n = nodes.length;
  const table = (value: (from: number, to: number) => number) =>
    nodes.map((_, from) => nodes.map((__, to) => (from === to ? -1 : value(from, to))));
  const heard = nodes.map((from) => nodes.map((to) => (from === to ? [] : levelsHeard(from, to, input, holds))));
  const stated = table((from, to) => Math.min(...heard[from]![to]!, 9));
  const counts = table((from, to) => {
    if (stated[from]![to]! < 9) return stated[from]![to]!;
    return input.contacts.some((c) => !c.disputed && haveMet(c, nodes[from]!, nodes[to]!, holds)) ? contact : none;
  });
  const level = (t: number[][]) => table((a, b) => Math.min(t[a]![b]!, t[b]![a]!));
  const now = level(counts);
  const atMost = table((a, b) => {
    const [there, back] = [stated[a]![b]!, stated[b]![a]!];
    return (there === 9) === (back === 9) ? now[a]![b]! : Math.min(there, back);
  });
  const sets = (t: number[][], least: number) => cliquesOf(t, least);
  const said = (set: number) => nodes.filter((_, i) => set & (1 << i)).join(" ");
  const two = nodes.flatMap((_, a) => nodes.slice(a + 1).map((__, i) => [a, a + 1 + i] as const));
  return {
    contradicts: heard.some((row) => row.some((levels) => new Set(levels).size > 1)),
    pairs: two.map(([a, b]) => {
      const sides = [
        [a, b],
        [b, a],
      ] as const;
      return {
        a: nodes[a]!,
        b: nodes[b]!,
        level: names[now[a]![b]!]!,
        atMost: names[atMost[a]![b]!]!,
        limitedBy: sides.filter(([x, y]) => now[a]![b]! < 4 && counts[x]![y] === now[a]![b]).map(([x]) => nodes[x]!),
        unstated: sides.filter(([x, y]) => stated[x]![y] === 9).map(([x]) => nodes[x]!),
      };
    }),
    levels: Object.fromEntries(
      [4, 3, 2].map((least) => {
        const groups = sets(now, least);
        const isolated = nodes.filter((_, i) => !groups.some((set) => set & (1 << i)));
        return [
          names[least]!,
          { groups: groups.map(said).sort(), isolated, possible: sets(atMost, least).map(said).sort() },
        ];
      }),
    ),
    goBetweens: nodes.flatMap((id, c) =>
      two.flatMap(([a, b]) => {
        const link = c === a || c === b ? -1 : Math.min(now[a]![c]!, now[c]![b]!);
        return now[a]![b]! < contact && link >= contact ? [`${id}: ${nodes[a]} ${nodes[b]} ${names[link]}`] : [];
      }),
    ),
    handshakes: [4, 3, 2].flatMap((least) => handshakesAt(least, counts, n, (set) => said(set), nodes)),
  };
}

/** Levels that hold for a direction: the most specific statements, of these the latest. */
function levelsHeard(from: Id, to: Id, { relations }: RelationsInput, holds: (name: Id, id: Id) => boolean): number[] {
  const said = relations.flatMap(({ between, from: f, to: t, willing, date }) => {
    const ways = between ? [between, [between[1], between[0]] as const] : [[f!, t!] as const];
    return ways
      .filter(([a, b]) => holds(a, from) && holds(b, to))
      .map(([a, b]) => ({ a, b, rank: names.indexOf(willing), first: span(date)[0]!, last: span(date)[1]! }));
  });
  const specific = said.filter(
    (s) => !said.some((t) => `${s.a} ${s.b}` !== `${t.a} ${t.b}` && holds(s.a, t.a) && holds(s.b, t.b)),
  );
  return specific.filter((s) => !specific.some((t) => t.first > s.last)).map(({ rank }) => rank);
}

/** First and last day as sortable text; what has no date is neither before nor after anything. */
const span = (date: string | undefined): readonly string[] =>
  date === undefined ? ["0000", "9999"] : [date.padEnd(10, "-00"), date.padEnd(10, "-99")];

const haveMet = ({ between }: Contact, a: Id, b: Id, holds: (name: Id, id: Id) => boolean): boolean =>
  between.some((one, i) => between.some((other, j) => i !== j && holds(one, a) && holds(other, b)));

/** Sets as bit patterns: all of whose pairs are at the level, and that nobody can join. */
function cliquesOf(table: number[][], least: number): number[] {
  const near = table.map((row) => row.reduce((set, level, i) => (level >= least ? set | (1 << i) : set), 0));
  const isClique = (set: number) => near.every((links, i) => !(set & (1 << i)) || (set & ~(1 << i) & ~links) === 0);
  const found: number[] = [];
  for (let set = 1; set < 1 << table.length; set++) {
    if ((set & (set - 1)) === 0 || !isClique(set)) continue;
    if (!near.some((links, i) => !(set & (1 << i)) && (set & ~links) === 0)) found.push(set);
  }
  return found;
}

const sizeOf = (set: number): number => (set === 0 ? 0 : (set & 1) + sizeOf(set >>> 1));

function handshakesAt(
  least: number,
  counts: number[][],
  n: number,
  said: (set: number) => string,
  nodes: readonly Id[],
): string[] {
  const groupsAfter = (changes: readonly (readonly [number, number])[]) => {
    const after = counts.map((row, a) => row.map((c, b) => (changes.some(([x, y]) => x === a && y === b) ? least : c)));
    const mutual = after.map((row, a) => row.map((c, b) => Math.min(c, after[b]![a]!)));
    return cliquesOf(mutual, least);
  };
  const largest = (groups: readonly number[]) => Math.max(0, ...groups.map(sizeOf));
  const before = largest(groupsAfter([]));
  const ways = [...Array(n * n).keys()].map((k) => [Math.floor(k / n), k % n] as const);
  const low = ways.filter(([a, b]) => a !== b && counts[a]![b]! < least);
  const ones = low.map((d) => [d]);
  const helping = (tries: readonly (readonly (readonly [number, number])[])[]) =>
    tries.map((t) => ({ t, groups: groupsAfter(t) })).filter(({ groups }) => largest(groups) > before);
  let found = helping(ones);
  if (found.length === 0) found = helping(low.flatMap((d, i) => low.slice(i + 1).map((e) => [d, e])));
  const best = Math.max(...found.map(({ groups }) => largest(groups)));
  return found
    .filter(({ groups }) => largest(groups) === best)
    .map(({ t, groups }) => {
      const raise = t.reduce((sum, [a, b]) => sum + least - counts[a]![b]!, 0);
      const change = t.map(([a, b]) => `${nodes[a]}>${nodes[b]} was ${names[counts[a]![b]!]}`).join(" & ");
      const large = groups.filter((set) => sizeOf(set) === best).map(said);
      return `${names[least]} +${raise} ${change} ${before}..${best} ${large.sort().join(" | ")}`;
    })
    .sort();
}

const willing: fc.Arbitrary<Level> = fc.constantFrom("refuse", "none", "contact", "coordinate", "joint");

function relationAmong(ids: fc.Arbitrary<Id>, date: fc.Arbitrary<string | undefined>): fc.Arbitrary<Relation> {
  return fc
    .record({ a: ids, b: ids, mutual: fc.boolean(), willing, date })
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, mutual, willing, date }) => ({
      ...(mutual ? { between: [a, b] as const } : { from: a, to: b }),
      willing,
      ...(date === undefined ? {} : { date }),
    }));
}

const contactsAmong = (ids: readonly Id[]): fc.Arbitrary<Contact[]> =>
  fc.array(
    fc.record({
      between: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }),
      disputed: fc.boolean(),
    }),
    { maxLength: 3 },
  );

const actor = (name: Id) => [name, { name, kind: "state" }] as const;

/** Actors only; each direction at most once, so nothing contradicts; dense enough for groups and handshakes of two. */
export const plainScenario: fc.Arbitrary<RelationsInput> = fc.integer({ min: 2, max: 6 }).chain((n) => {
  const ids = ["a", "b", "c", "d", "e", "f"].slice(0, n);
  const directions = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })));
  const likely: fc.Arbitrary<Level | null> = fc.constantFrom(
    null,
    "refuse",
    "none",
    "contact",
    "coordinate",
    "joint",
    "joint",
  );
  return fc.record({
    actors: fc.constant(Object.fromEntries(ids.map(actor))),
    relations: fc
      .tuple(...directions.map(() => likely))
      .map((drawn) =>
        directions.flatMap((ends, i): Relation[] => (drawn[i] === null ? [] : [{ ...ends, willing: drawn[i]! }])),
      ),
    demands: fc.constant([]),
    contacts: contactsAmong(ids),
  });
});

/** With groups, one in another, and dates: some of them contradict themselves. */
export const groupedScenario: fc.Arbitrary<RelationsInput> = fc
  .record({
    inner: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 2, maxLength: 3 }),
    outer: fc.uniqueArray(fc.constantFrom("inner", "c", "d", "empty"), { minLength: 1, maxLength: 3 }),
  })
  .chain(({ inner, outer }) => {
    const actors = {
      inner: { name: "Inner", kind: "group", members: inner },
      ...Object.fromEntries(["a", "b", "c", "d"].map(actor)),
      outer: { name: "Outer", kind: "group", members: outer },
      empty: { name: "Empty", kind: "group" },
    };
    const ids = Object.keys(actors);
    const dates = fc.constantFrom(undefined, undefined, "2014", "2015", "2015-08", "2015-08-14", "2015-09-04");
    return fc.record({
      actors: fc.constant(actors),
      relations: fc.array(relationAmong(fc.constantFrom(...ids), dates), { maxLength: 7 }),
      demands: fc.constant([]),
      contacts: contactsAmong(ids),
    });
  });
