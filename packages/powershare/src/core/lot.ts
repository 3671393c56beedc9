import type { Id } from "./id.ts";

/** A lot that was drawn and is entered as a fact: `taken` won the tie among `among`. */
export interface Lot {
  readonly where?: string;
  readonly among: readonly Id[];
  readonly taken: readonly Id[];
}
