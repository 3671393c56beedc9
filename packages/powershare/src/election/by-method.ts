import { methodOf } from "../apportionment/method.ts";
import { fault, InputError } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { Rational } from "../core/rational.ts";
import type { Lot } from "../core/settled.ts";
import { type ElectOptions, elect } from "./elect.ts";
import type { Votes } from "./input.ts";
import type { BodyResult } from "./result.ts";
import type { Law } from "./schema.ts";

/** An election of lists by one method, in one district or in many. */
export interface MethodInput {
  readonly method: string;
  /** Replaces the first divisor of modified-sainte-lague: "1.4". */
  readonly firstDivisor?: string | undefined;
  /** The share of all valid votes that a party needs to take part: "5%". */
  readonly threshold?: string | undefined;
  readonly parties: readonly Id[];
  readonly votes: Votes;
  /** Seats to give out: a number over the whole country, or the magnitude of each district. */
  readonly seats: number | Readonly<Record<string, number>>;
  readonly lots?: readonly Lot[] | undefined;
}

/**
 * Seats by a method of the field: builds the law and runs it.
 *
 * @throws {InputError} also `unknown-method`, `divisors-not-rising`, `no-first-divisor`, `not-exact`,
 *                      `threshold-not-a-share`, `seats-without-districts`
 */
export function electByMethod(input: MethodInput, options: ElectOptions = {}): BodyResult {
  const { parties, votes, seats, lots } = input;
  const law = lawOf(input);
  const count = { law, parties, votes, ...(lots ? { lots } : {}) };
  if (typeof seats === "number") return elect({ ...count, seats }, options);
  if (votes.kind === "whole") throw new InputError([fault("/seats", "seats-without-districts")]);
  return elect({ ...count, magnitudes: { [votes.area]: seats } }, options);
}

/** The law of one method: a threshold if there is one, and one allotment. */
export function lawOf({ method, firstDivisor, threshold, votes, seats }: Omit<MethodInput, "parties">): Law {
  const area = typeof seats === "number" || votes.kind === "whole" ? null : votes.area;
  const allotment = { among: threshold === undefined ? "parties" : "entry", by: "vote" };
  return {
    id: method,
    seats: "given",
    ...(area === null ? {} : { areas: { [area]: { seats: "given" } } }),
    ballots: { vote: { marks: "list" } },
    stages: [
      ...(threshold === undefined ? [] : [{ id: "entry", admit: `share(vote) >= ${shareOf(threshold)}` }]),
      {
        id: "allotment",
        allot: area === null ? { seats: "seats", ...allotment } : { seats: area, within: area, ...allotment },
        method: methodOf(method, firstDivisor === undefined ? undefined : numberOf(firstDivisor)),
        ties: ["lot"],
      },
    ],
  };
}

function numberOf(text: string): Rational {
  const value = text.includes("%") ? null : Rational.parse(text);
  if (value === null) throw new InputError([fault("/firstDivisor", "not-exact", { got: text, key: "first-divisor" })]);
  return value;
}

/** A share from 0 to 1 in the words of a law: "5%", "1/20". */
function shareOf(text: string): string {
  const value = Rational.parse(text);
  if (value === null || value.sign < 0 || value.compare(Rational.one) > 0)
    throw new InputError([fault("/threshold", "threshold-not-a-share", { got: text })]);
  return text.trim().replace(/^\+/, "");
}
