import { type Fact, refsOf } from "../core/fact.ts";
import type { Id } from "../core/id.ts";
import { type Arg, type Msg, msg } from "../core/message.ts";
import type { Ref } from "../core/source.ts";
import type { Findings } from "../settlement/findings.ts";
import type { Cell, Column, FigureParty } from "./blocks.ts";

/** A column whose head is the message `column.ID`. */
export const column = (id: string, align: Column["align"] = "end", drop = 0): Column => ({
  id,
  head: msg(`column.${id}`),
  align,
  ...(drop === 0 ? {} : { drop }),
});

export const cell = (value: Arg | null, more: Omit<Cell, "value"> = {}): Cell => ({ value, ...more });

export const whole = (value: bigint | number | string): Arg => ({ exact: String(value) });

export const refs = (fact: Fact | undefined): readonly Ref[] => refsOf(fact?.source);

export const list = (args: readonly Arg[]): Arg => ({ list: args });

/** One after another, set apart by the language: "A and B; C and D". */
export const inSeries = (args: readonly Arg[]): Msg =>
  args.slice(0, -1).reduceRight<Msg>((rest, one) => msg("series", { one, rest }), msg("one", { one: args.at(-1)! }));

/** What every section needs to know: names, ranks, and whether the case lies in the past. */
export class Names {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The printed name of an actor. */
  actor(id: Id): string {
    return this.#findings.scenario.text.actors?.[id]?.name ?? id;
  }

  actors(ids: readonly Id[]): Arg {
    return list(ids.map((id) => this.actor(id)));
  }

  /** The parties of a body, largest first by `order`, with their ranks and own colours. */
  parties(body: Id, seats: Readonly<Record<Id, number>>): FigureParty[] {
    const parties = this.#findings.scenario.bodies.find((b) => b.id === body)?.body.parties ?? {};
    const ids = Object.keys(parties);
    const ordered = [...ids].sort((a, b) => (seats[b] ?? 0) - (seats[a] ?? 0) || ids.indexOf(a) - ids.indexOf(b));
    return ordered.map((id, rank) => ({
      id,
      name: parties[id]!.name,
      rank,
      ...(parties[id]!.colour === undefined ? {} : { colour: parties[id]!.colour }),
    }));
  }

  /** A government formed or a result was published: the case is told in the past. */
  get past(): boolean {
    const { government, bodies } = this.#findings.scenario.text;
    return government?.formed !== undefined || Object.values(bodies ?? {}).some((b) => b.official !== undefined);
  }
}
