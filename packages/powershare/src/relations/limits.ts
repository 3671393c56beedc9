/**
 * Where lists and searches stop. Groups can be exponentially many (3^(n/3) of n actors, Moon & Moser
 * 1965); what was cut is said in `truncated`. Sizes of the largest group are exact, or there are no handshakes.
 */
export interface Limits {
  /** Actors in pairs; more are a fault of the document. */
  readonly actors: number;
  /** Groups in one list, and in all handshakes of one level together. */
  readonly groups: number;
  /** Handshakes at one level. */
  readonly handshakes: number;
  readonly goBetweens: number;
  /** Candidates that one search looks at: a second or less. */
  readonly effort: number;
}

export const limits: Limits = {
  actors: 200,
  groups: 10_000,
  handshakes: 20_000,
  goBetweens: 100_000,
  effort: 5_000_000,
};
