import type { Id } from "../core/id.ts";
import type { SeatsInput } from "./input.ts";

/** The definitions, word for word, over all subsets: a second implementation for small parliaments. */
export function governByHand(input: SeatsInput): Record<string, unknown> {
  const { exclude = [], require = [], forbid = [], positions } = input;
  const parties = Object.keys(input.seats).filter((id) => input.seats[id]! > 0);
  const all = Object.values(input.seats).reduce((a, b) => a + b, 0);
  const majority = input.majority ?? Math.floor(all / 2) + 1;
  const seats = (set: readonly Id[]) => set.reduce((n, id) => n + input.seats[id]!, 0);
  const wins = (set: readonly Id[]) => seats(set) >= majority;
  const admissible = (set: readonly Id[]) =>
    require.every((id) => set.includes(id)) &&
    !forbid.some((id) => set.includes(id)) &&
    !exclude.some(([a, b]) => set.includes(a) && set.includes(b));
  const winning = subsets(parties).filter((set) => admissible(set) && wins(set));
  const minimalOf = (sets: readonly Id[][]) => sets.filter((set) => !sets.some((other) => isProperPart(other, set)));
  const least = (sets: readonly Id[][], of: (set: readonly Id[]) => number) =>
    sets.filter((set) => of(set) === Math.min(...sets.map(of)));
  const at = (id: Id) => Number(positions?.[id]);
  const connected = (set: readonly Id[]) => {
    if (!positions || set.some((id) => !Object.hasOwn(positions, id))) return false;
    const [left, right] = [Math.min(...set.map(at)), Math.max(...set.map(at))];
    return parties.every(
      (id) => set.includes(id) || !Object.hasOwn(positions, id) || at(id) <= left || at(id) >= right,
    );
  };
  return {
    majority,
    winning: BigInt(winning.length),
    minimalWinning: inOrder(minimalOf(winning)),
    everyNeeded: inOrder(winning.filter((set) => set.every((id) => !wins(set.filter((other) => other !== id))))),
    fewestParties: inOrder(least(winning, (set) => set.length)),
    smallest: inOrder(least(winning, seats)),
    connected: inOrder(minimalOf(winning.filter(connected))),
  };
}

/** One text per coalition, sorted: for comparing lists whose order is not the question. */
export const inOrder = (sets: Iterable<readonly Id[]>): string[] =>
  [...sets].map((set) => [...set].sort().join(" ")).sort();

const subsets = (ids: readonly Id[]): Id[][] =>
  ids.reduce<Id[][]>((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]]);

const isProperPart = (part: readonly Id[], whole: readonly Id[]): boolean =>
  part.length < whole.length && part.every((id) => whole.includes(id));
