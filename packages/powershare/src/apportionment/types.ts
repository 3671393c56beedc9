import type { Exact, Rational } from "../core/rational.ts";
import type { Steps } from "../core/step.ts";

/** Votes, or any other weights: whole numbers, or fractions where a law computes such. Never negative. */
export type Votes = readonly bigint[] | readonly number[] | readonly Rational[];

/** Level claims for fewer seats than claimants, by their places in the order of the votes. */
export interface Tie {
  /** The claimants, ascending. */
  readonly level: readonly number[];
  /** How many of them take a seat. */
  readonly take: number;
  /** Nothing later in this count depends on who takes them. */
  readonly final: boolean;
  /** The step that found the tie, where steps are kept. */
  readonly step: number | null;
}

/**
 * Settles a tie by a rule or a lot that the caller knows: the claimants that take the seats, as
 * many as `take`; or null: it stays open.
 */
export type Choose = (tie: Tie) => readonly number[] | null;

/** Why a count has no result. The codes are in the catalogue of messages. */
export interface CountFault {
  /**
   * - `no-votes`: there are `seats` to fill and nobody has a vote;
   * - `over-allotment`: the whole quotas give out `given` seats where there are `seats`;
   * - `under-allotment`: `left` of the `seats` are left over when the rules are used up.
   */
  readonly code: "over-allotment" | "no-votes" | "under-allotment";
  readonly args: Record<string, string>;
}

/** What a count gives out. */
export interface Apportionment {
  /** In the order of the votes: what each has for certain. With a fault or a tie, these are not all. */
  readonly seats: readonly number[];
  /** The open tie at which the count stopped. */
  readonly tie: Tie | null;
  readonly fault: CountFault | null;
  /** The price of a seat, of a quota method. */
  readonly quota: Exact | null;
}

export interface Options {
  /** Without it every tie stays open. */
  readonly choose?: Choose | undefined;
  /** Keeps every step of the count; the seats are the same without. */
  readonly steps?: Steps | undefined;
  /** Who the claimants are in the steps; without it, their places: "0", "1" ... */
  readonly names?: readonly string[] | undefined;
  /**
   * Seats held before this count, which count in the divisor from the start: of a divisor method,
   * and of a highest-average rule for the seats that a quota leaves. They are not part of the
   * `seats` that come out.
   */
  readonly held?: readonly number[] | undefined;
}
