import type { Id } from "../core/id.ts";
import type { Exact } from "../core/rational.ts";
import type { Step } from "../core/step.ts";
import type { Measures } from "./measures.ts";

/** Seats by party, every party that stood, in the order of the input. */
export type SeatsByParty = Readonly<Record<Id, number>>;

/** A body's seats, or why the law gives none. Plain data. */
export type BodyResult = Elected | NotElected;

export interface Elected {
  /** What each party has in every resolution of the open ties. */
  readonly seats: SeatsByParty;
  /** The same for each district in which a stage gave out seats: the parties that stood there. */
  readonly districts?: Readonly<Record<string, SeatsByParty>>;
  /** The price of a seat in the last count over the whole country, of a quota method. */
  readonly quota?: Exact;
  /** Ties that no lot decided and that make a difference. */
  readonly ties: readonly BodyTie[];
  /** The number of different results that the ties leave, stages and districts told apart; 1: none is open. */
  readonly ways: bigint;
  /**
   * True where a count has too many ties in its middle to try all ways out: `seats` is then a lower
   * bound, and `ways` counts for such a count only how the first lot can fall.
   */
  readonly bounded?: true;
  /** Where ties are open: all different seats of the body that they leave, while there are at most 64. */
  readonly branches?: readonly SeatsByParty[];
  /** Members of the body. */
  readonly size: number;
  /** Seats that open ties leave undecided. */
  readonly open: number;
  /** Seats that nobody can take, as in a district where nobody voted. */
  readonly unfilled?: readonly Unfilled[];
  /** Of the seats given out; what compares seats is null while they are undecided. */
  readonly measures: Measures;
  readonly votes: VoteShares;
  readonly stages: readonly StageResult[];
  readonly steps: readonly Step[];
  readonly impossible?: undefined;
}

/** The law gives no result for these votes. */
export interface NotElected {
  readonly impossible: Reason;
  readonly size: number;
  readonly votes: VoteShares;
  readonly stages: readonly StageResult[];
  readonly steps: readonly Step[];
}

/** A code of the catalogue (`absent.CODE`) and what fills its slots. */
export interface Reason {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Level claims of `parties` for fewer `seats`. */
export interface BodyTie {
  readonly parties: readonly Id[];
  readonly seats: number;
  /** The step that found it; null without steps. */
  readonly step: number | null;
  readonly stage: Id;
  /** The district. */
  readonly where?: string;
}

export interface Unfilled extends Reason {
  readonly stage: Id;
  readonly where?: string;
  readonly seats: number;
}

/** Votes and shares of the valid votes; a share of no votes is null. */
export interface VoteShares {
  readonly valid: Exact;
  readonly parties: Readonly<Record<Id, { readonly votes: Exact; readonly share: Exact | null }>>;
}

export type StageResult =
  | { readonly id: Id; readonly absent: Reason }
  | { readonly id: Id; readonly admitted: readonly Id[]; readonly out: readonly Id[] }
  | {
      readonly id: Id;
      /** What the stage allots for certain. */
      readonly seats: SeatsByParty;
      /** The same without the seats held before, where the law takes them off. */
      readonly adds?: SeatsByParty;
      readonly quota?: Exact;
    };
