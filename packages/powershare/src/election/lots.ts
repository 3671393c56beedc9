import type { Choose } from "../apportionment/types.ts";
import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Lot } from "../core/settled.ts";
import type { BodyTie } from "./result.ts";

/**
 * The lots that were drawn, each for one tie: of the same parties, in the same district, for as many
 * seats. Where two counts have the same tie, each takes the first lot that is left.
 */
export class DrawnLots {
  readonly #lots: readonly Lot[];
  /** Lots of counts that are over. */
  readonly #spent = new Set<number>();
  readonly #met = new Set<number>();
  /** How many seats the tie of a lot has that names another number of winners. */
  readonly #misfits = new Map<number, number>();

  constructor(lots: readonly Lot[]) {
    this.#lots = lots;
  }

  /** For one count; the same tie of the count gets the same lot, however often it is counted. */
  forCount(where: string | undefined, names: readonly Id[]): Choose {
    return ({ level, take }) => {
      const parties = level.map((j) => names[j]!);
      const at = this.#lots.findIndex((lot, i) => !this.#spent.has(i) && lot.where === where && isAmong(lot, parties));
      if (at < 0) return null;
      const { taken } = this.#lots[at]!;
      if (taken.length !== take) {
        this.#misfits.set(at, take);
        return null;
      }
      this.#met.add(at);
      return taken.map((party) => names.indexOf(party));
    };
  }

  /** A lot that one count used does not decide a tie of the next. */
  endCount(): void {
    for (const at of this.#met) this.#spent.add(at);
  }

  /** Lots that decided nothing: they fit no tie of the count. */
  faults(open: readonly BodyTie[]): Fault[] {
    const ties = open.map(({ parties, where }) => parties.join(", ") + (where === undefined ? "" : ` (${where})`));
    return this.#lots.flatMap(({ among, taken, where }, i) => {
      if (this.#met.has(i)) return [];
      const seats = this.#misfits.get(i);
      if (seats !== undefined)
        return [
          fault(pointer("lots", i, "taken"), "lot-winners", { among: { list: among }, got: taken.length, seats }),
        ];
      const args = { among: { list: among }, where: where ?? "" };
      return [fault(pointer("lots", i), "lot-unused", { ...args, ties: { list: ties, or: true }, n: ties.length })];
    });
  }
}

const isAmong = ({ among }: Lot, level: readonly Id[]): boolean =>
  among.length === level.length && level.every((party) => among.includes(party));
