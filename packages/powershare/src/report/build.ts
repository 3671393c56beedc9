import type { Absent } from "../core/absent.ts";
import { type Fact, refsOf } from "../core/fact.ts";
import type { Id } from "../core/id.ts";
import { type Arg, type Msg, msg, type Plain } from "../core/message.ts";
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

export const whole = (value: bigint | number | string): Plain => ({ exact: String(value) });

/** A number with the key of the answer to why it is so; the number alone where there is no key. */
export const behind = (value: Plain, why: string | undefined): Arg => (why === undefined ? value : { value, why });

/** The key of an answer, for a cell or a line that may have one. */
export const asked = (why: string | undefined): { readonly why?: string } => (why === undefined ? {} : { why });

export const refs = (fact: Fact | undefined): readonly Ref[] => refsOf(fact?.source);

export const list = (args: readonly Arg[]): Plain => ({ list: args });

/** The most that one series names: nobody reads more in one place, and messages are nested in each other. */
const mostInSeries = 40;

/** One after another, set apart by the language: "A and B; C and D"; of a long series the first ones, and how many more. */
export function inSeries(args: readonly Arg[]): Msg {
  const more = args.length - mostInSeries;
  const named = more > 0 ? [...args.slice(0, mostInSeries), msg("series.more", { n: more })] : args;
  return named
    .slice(0, -1)
    .reduceRight<Msg>((rest, one) => msg("series", { one, rest }), msg("one", { one: named.at(-1)! }));
}

/** Why something could not be computed, of a body where it is named. */
export const absence = ({ code, args }: Absent["absent"], body = ""): Msg =>
  msg(`absent.${code}`, { body, seats: "", ...args });

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
