import { Rational } from "../core/rational.ts";
import type { Method, QuotaMethod, RestRule } from "./method.ts";
import type { Apportionment, Choose, CountFault, Tie } from "./types.ts";

/**
 * A second implementation to compare with: one seat at a time or whole tables of averages, fractions
 * throughout, nothing shared with the first one but its types.
 */
export function naive(
  votes: readonly Rational[],
  seats: number,
  method: Method,
  {
    choose = () => null,
    held = votes.map(() => 0),
  }: { readonly choose?: Choose; readonly held?: readonly number[] } = {},
): Apportionment {
  const none = votes.map(() => 0);
  if (seats === 0) return { seats: none, tie: null, fault: null, quota: null };
  if (votes.every((v) => v.sign === 0))
    return { seats: none, tie: null, fault: faultOf("no-votes", { seats }), quota: null };
  if ("quota" in method) return naiveQuota(votes, seats, method, choose, held);

  const divisor = naiveDivisors(method.divisors);
  const { sure, level, take, left } = topOfTable(votes, seats, (i, n) => divisor(held[i]! + n));
  if (left > 0) return { seats: sure, tie: null, fault: faultOf("under-allotment", { seats, left }), quota: null };
  return resolve(sure, level, take, true, choose, null);
}

/** All averages in one table: an average is [infinite or not, size], and a claimant has one for each further seat. */
function topOfTable(votes: readonly Rational[], seats: number, divisor: (i: number, n: number) => Rational | null) {
  const table: { readonly i: number; readonly infinite: boolean; readonly size: Rational }[] = [];
  votes.forEach((v, i) => {
    if (v.sign === 0) return;
    for (let n = 0; n < seats; n++) {
      const d = divisor(i, n);
      if (d === null) return;
      // Squares on both sides order as the averages do, and serve divisors that are roots.
      table.push({ i, infinite: d.sign === 0, size: d.sign === 0 ? v : v.times(v).over(d) });
    }
  });
  const order = (a: (typeof table)[number], b: (typeof table)[number]) =>
    a.infinite === b.infinite ? b.size.compare(a.size) : a.infinite ? -1 : 1;
  table.sort(order);
  const sure = votes.map(() => 0);
  if (table.length <= seats) {
    for (const { i } of table) sure[i]! += 1;
    return { sure, level: [], take: 0, left: seats - table.length };
  }
  const bar = table[seats - 1]!;
  const isTied = order(bar, table[seats]!) === 0;
  const above = isTied ? table.filter((a) => order(a, bar) < 0) : table.slice(0, seats);
  for (const { i } of above) sure[i]! += 1;
  const level = isTied ? table.filter((a) => order(a, bar) === 0).map((a) => a.i) : [];
  return { sure, level: level.sort((a, b) => a - b), take: isTied ? seats - above.length : 0, left: 0 };
}

/** The square of the divisor at s seats; null where there is none. */
function naiveDivisors(divisors: Extract<Method, { divisors: unknown }>["divisors"]): (s: number) => Rational | null {
  const square = (num: number | bigint, den: number | bigint = 1) => Rational.of(num, den).times(Rational.of(num, den));
  if (typeof divisors === "object") {
    const stated = [divisors.first, ...divisors.then];
    return (s) => {
      const dots = stated.indexOf("...");
      if (dots < 0 || s < dots) return s < stated.length ? pow(Rational.parse(stated[s]!)!) : null;
      const [a, b] = [Rational.parse(stated[dots - 2]!)!, Rational.parse(stated[dots - 1]!)!];
      return pow(b.plus(b.minus(a).times(Rational.of(s - dots + 1))));
    };
  }
  switch (divisors) {
    case "dhondt":
      return (s) => square(s + 1);
    case "sainte-lague":
      return (s) => square(2 * s + 1);
    case "danish":
      return (s) => square(3 * s + 1);
    case "imperiali":
      return (s) => square(s + 2, 2);
    case "adams":
      return (s) => square(s);
    case "macau":
      return (s) => square(2n ** BigInt(s));
    case "huntington-hill":
      return (s) => Rational.of(s * (s + 1));
    case "dean":
      // The harmonic mean of s and s + 1.
      return (s) => (s === 0 ? Rational.zero : pow(Rational.of(2).over(Rational.of(1, s).plus(Rational.of(1, s + 1)))));
  }
}

const pow = (d: Rational): Rational => d.times(d);

function naiveQuota(
  votes: readonly Rational[],
  seats: number,
  { quota: rule, rest }: QuotaMethod,
  choose: Choose,
  held: readonly number[],
): Apportionment {
  const total = votes.reduce((a, b) => a.plus(b));
  const below = { seats: 0, "seats + 1": 1, "seats + 2": 2 }[rule["divide-by"]];
  let quota = total.over(Rational.of(seats + below));
  if (rule.plus !== undefined) quota = quota.plus(Rational.parse(rule.plus)!);
  if (rule.cut === "whole") quota = Rational.of(quota.floor());
  else if (rule.cut !== undefined) {
    const scale = Rational.of(10n ** BigInt(rule.cut.split(" ")[0]!));
    quota = Rational.of(quota.times(scale).floor()).over(scale);
  }
  const none = votes.map(() => 0);
  const price = quota.toString();
  if (quota.sign === 0)
    return {
      seats: none,
      tie: null,
      fault: faultOf("over-allotment", { seats, given: "∞", quota: price }),
      quota: price,
    };
  const whole = votes.map((v) => Number(v.over(quota).floor()));
  const remainder = votes.map((v, i) => v.minus(quota.times(Rational.of(whole[i]!))));
  const given = whole.reduce((a, b) => a + b);
  if (given > seats)
    return { seats: none, tie: null, fault: faultOf("over-allotment", { seats, given, quota: price }), quota: price };

  let [now, left] = [whole, seats - given];
  const took = new Set<number>();
  for (const one of rest) {
    if (left === 0) break;
    const turn = naiveRest(votes, remainder, now, held, left, took, one);
    now = now.map((s, i) => s + turn.sure[i]!);
    left -= turn.sure.reduce((a, b) => a + b);
    const settled = resolve(now, turn.level, turn.take, turn.take === left, choose, price);
    if (settled.tie) return settled;
    left -= turn.take;
    if (turn.remainders) settled.seats.forEach((s, i) => s > whole[i]! && took.add(i));
    now = [...settled.seats];
  }
  const fault = left > 0 ? faultOf("under-allotment", { seats, left }) : null;
  return { seats: now, tie: null, fault, quota: price };
}

function naiveRest(
  votes: readonly Rational[],
  remainder: readonly Rational[],
  now: readonly number[],
  held: readonly number[],
  left: number,
  took: ReadonlySet<number>,
  rule: RestRule,
) {
  if (typeof rule === "object" && "highest-average" in rule) {
    const more = rule["highest-average"] === "votes / seats awarded" ? 0 : 1;
    const top = topOfTable(votes, left, (i, n) => {
      const d = now[i]! + held[i]! + n + more;
      return d === 0 ? null : Rational.of(d * d);
    });
    return { ...top, remainders: false };
  }
  const most = rule === "largest-remainder" ? left : Math.min(left, rule["largest-remainder"]["at-most"]);
  const sure = votes.map(() => 0);
  let free = votes.map((_, i) => i).filter((i) => votes[i]!.sign > 0 && !took.has(i));
  for (let n = 0; n < most && free.length > 0; ) {
    const largest = free.map((i) => remainder[i]!).reduce((a, b) => (a.compare(b) >= 0 ? a : b));
    const level = free.filter((i) => remainder[i]!.equals(largest));
    if (level.length > most - n) return { sure, level, take: most - n, remainders: true };
    for (const i of level) sure[i]! += 1;
    free = free.filter((i) => !level.includes(i));
    n += level.length;
  }
  return { sure, level: [], take: 0, remainders: true };
}

function resolve(
  sure: readonly number[],
  level: readonly number[],
  take: number,
  final: boolean,
  choose: Choose,
  quota: string | null,
): Apportionment {
  if (take === 0) return { seats: sure, tie: null, fault: null, quota };
  const tie: Tie = { level, take, final, step: null };
  const taken = choose(tie);
  if (taken === null) return { seats: sure, tie, fault: null, quota };
  return { seats: sure.map((s, i) => s + (taken.includes(i) ? 1 : 0)), tie: null, fault: null, quota };
}

const faultOf = (code: CountFault["code"], args: Record<string, string | number>): CountFault => ({
  code,
  args: Object.fromEntries(Object.entries(args).map(([key, value]) => [key, String(value)])),
});
