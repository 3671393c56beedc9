/**
 * A second count, for tests: it follows the words of the rules one seat at a time, and where claims
 * are level it goes every way. Slow, and of another build than what it checks.
 */
export interface Claimant {
  readonly name: string;
  readonly votes: number;
}

type Seats = Readonly<Record<string, number>>;

/** All results of giving `seats` one by one to the highest votes / divisor(seats held). */
export function byAverages(claimants: readonly Claimant[], seats: number, divisor: (held: number) => number): Seats[] {
  const start = Object.fromEntries(claimants.map((c) => [c.name, 0]));
  const voted = claimants.filter((c) => c.votes > 0);
  return averagesFrom(voted, start, seats, divisor);
}

function averagesFrom(
  claimants: readonly Claimant[],
  held: Seats,
  left: number,
  divisor: (held: number) => number,
): Seats[] {
  if (left === 0) return [held];
  const able = claimants.filter((c) => divisor(held[c.name]!) > 0);
  // a / b > c / d as a * d > c * b: all numbers here are small enough to stay exact
  const above = (a: Claimant, b: Claimant) => a.votes * divisor(held[b.name]!) > b.votes * divisor(held[a.name]!);
  const first = able.filter((a) => !able.some((b) => above(b, a)));
  return distinct(
    first.flatMap((c) => averagesFrom(claimants, { ...held, [c.name]: held[c.name]! + 1 }, left - 1, divisor)),
  );
}

/**
 * All results of whole quotas, then at most `most` seats to the largest remainders, one each, then
 * the rest to the highest votes per seat awarded. Empty where seats are left that nobody can take,
 * or the whole quotas give out too many.
 *
 * @param quota as a fraction [above, below]
 */
export function byQuota(
  claimants: readonly Claimant[],
  seats: number,
  [above, below]: readonly [number, number],
  most: number,
  averages: boolean,
): Seats[] {
  const voted = claimants.filter((c) => c.votes > 0);
  const whole = (c: Claimant) => Math.floor((c.votes * below) / above);
  const left = (c: Claimant) => c.votes * below - whole(c) * above;
  const start = Object.fromEntries(claimants.map((c) => [c.name, c.votes > 0 ? whole(c) : 0]));
  const over = seats - Object.values(start).reduce((a, b) => a + b, 0);
  if (over < 0) return [];
  const byRemainder = Math.min(over, most, voted.length);
  const ranked = subsets(voted, byRemainder).filter((taken) =>
    taken.every((t) => voted.every((other) => taken.includes(other) || left(t) >= left(other))),
  );
  return distinct(
    ranked.flatMap((taken) => {
      const held = { ...start };
      for (const t of taken) held[t.name]!++;
      const rest = over - byRemainder;
      return rest > 0 && !averages ? [] : averagesFrom(voted, held, rest, (n) => n);
    }),
  );
}

function subsets<T>(list: readonly T[], k: number): T[][] {
  if (k === 0) return [[]];
  return list.flatMap((one, i) => subsets(list.slice(i + 1), k - 1).map((rest) => [one, ...rest]));
}

const distinct = (results: readonly Seats[]): Seats[] => [
  ...new Map(results.map((r) => [JSON.stringify(r), r])).values(),
];
