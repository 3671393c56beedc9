import type { Choose } from "../apportionment/types.ts";
import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Lot } from "../core/settled.ts";
import type { BodyTie } from "./result.ts";

/**
 * The lots that were drawn, each for one tie: of the same parties, in the same district, for as many
 * seats. Equal ties are met in the order in which their lots are entered.
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

  /** For the runs of one count: each run meets its lots afresh. */
  forCount(where: string | undefined, names: readonly Id[]): () => Choose {
    return () => {
      const used = new Set(this.#spent);
      return ({ level, take }) => {
        const at = this.#lots.findIndex(
          (lot, i) =>
            !used.has(i) &&
            lot.where === where &&
            isAmong(
              lot,
              level.map((j) => names[j]!),
            ),
        );
        if (at < 0) return null;
        used.add(at);
        const { taken } = this.#lots[at]!;
        if (taken.length !== take) {
          this.#misfits.set(at, take);
          return null;
        }
        this.#met.add(at);
        return taken.map((party) => names.indexOf(party));
      };
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
