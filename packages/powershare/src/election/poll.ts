import type { Id } from "../core/id.ts";
import { Rational } from "../core/rational.ts";
import type { ElectionInput } from "./input.ts";
import type { SeatsByParty, VoteShares } from "./result.ts";

/** The votes in columns: every array is in the order of the parties. */
export interface Poll {
  readonly parties: readonly Id[];
  readonly votes: readonly bigint[];
  readonly valid: bigint;
  /** The area whose districts were counted apart; null where only the whole is known. */
  readonly area: Id | null;
  readonly districts: readonly District[];
}

export interface District {
  readonly name: string;
  readonly votes: readonly bigint[];
  /** Who stood here. */
  readonly stood: readonly Id[];
}

export function pollOf({ parties, votes }: ElectionInput): Poll {
  const column = (byParty: Readonly<Record<Id, bigint>>) =>
    parties.map((p) => (Object.hasOwn(byParty, p) ? byParty[p]! : 0n));
  if (votes.kind === "whole") {
    const all = column(votes.votes);
    return { parties, votes: all, valid: sum(all), area: null, districts: [] };
  }
  const districts = Object.entries(votes.districts).map(([name, byParty]) => ({
    name,
    votes: column(byParty),
    stood: parties.filter((p) => Object.hasOwn(byParty, p)),
  }));
  const all = parties.map((_, i) => sum(districts.map((d) => d.votes[i]!)));
  return { parties, votes: all, valid: sum(all), area: votes.area, districts };
}

export const voteShares = ({ parties, votes, valid }: Poll): VoteShares => ({
  valid: String(valid),
  parties: Object.fromEntries(
    parties.map((party, i) => [
      party,
      { votes: String(votes[i]), share: valid === 0n ? null : Rational.of(votes[i]!, valid).toString() },
    ]),
  ),
});

/** Seats in the order of the parties, by their ids. */
export const byParty = (parties: readonly Id[], seats: readonly number[]): SeatsByParty =>
  Object.fromEntries(parties.map((party, i) => [party, seats[i]!]));

const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((a, b) => a + b, 0n);
