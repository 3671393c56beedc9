import { divisorsOf } from "../apportionment/divisors.ts";
import { averageOf } from "../apportionment/trace.ts";
import type { Id } from "../core/id.ts";
import { type Exact, Rational } from "../core/rational.ts";
import type { ShareInput } from "./input.ts";
import type { Share } from "./share.ts";

/** How a party's offices follow from its seats. */
export interface Why {
  readonly seats: number;
  /** The quota; of a divisor method, the divisor of the party's next office. */
  readonly dividedBy: Exact;
  /** Seats divided by that. */
  readonly quotient: Exact;
  /** Whole quotas, of a quota method. */
  readonly whole?: number;
  /** Seats that whole quotas leave. */
  readonly surplus?: Exact;
}

/** For each party that takes part; none where its figure is no fraction or has no divisor. */
export function whyOf(input: ShareInput, shared: Share): Readonly<Record<Id, Why>> {
  const parties = Object.keys(input.weights).filter((id) => input.weights[id]! > 0 && !input.refuse?.includes(id));
  return Object.fromEntries(
    parties.flatMap((id) => {
      const why = "divisors" in input.method ? byDivisor(input, shared, id) : byQuota(input.weights[id]!, shared.quota);
      return why ? [[id, why]] : [];
    }),
  );
}

function byDivisor(input: ShareInput, shared: Share, id: Id): Why | null {
  if (!("divisors" in input.method)) return null;
  const divisors = divisorsOf(input.method);
  const has = shared.count[id]! + (input.held?.[id] ?? 0);
  if (divisors.power === 2 || has >= divisors.most) return null;
  const divisor = divisors.stated(has);
  if (divisor.sign === 0) return null;
  const seats = input.weights[id]!;
  return { seats, dividedBy: divisor.toString(), quotient: averageOf(Rational.of(seats), divisors, has) };
}

function byQuota(seats: number, written: Exact | undefined): Why | null {
  const quota = written === undefined ? null : Rational.parse(written);
  if (!quota || quota.sign === 0) return null;
  const quotient = Rational.of(seats).over(quota);
  const whole = quotient.floor();
  const surplus = Rational.of(seats).minus(quota.times(Rational.of(whole)));
  return {
    seats,
    dividedBy: quota.toString(),
    quotient: quotient.toString(),
    whole: Number(whole),
    surplus: surplus.toString(),
  };
}
