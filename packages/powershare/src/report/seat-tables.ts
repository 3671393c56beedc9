import type { Id } from "../core/id.ts";
import { type Arg, type Msg, msg } from "../core/message.ts";
import { Rational } from "../core/rational.ts";
import type { Step } from "../core/step.ts";
import type { Cell, Column, FigureParty, Table } from "./blocks.ts";
import { asked, behind, cell, column, whole } from "./build.ts";
import type { SeatsShown } from "./seats.ts";
import { byWho, national, rounded } from "./seat-whys.ts";
import { keyIn } from "./whys/key.ts";

/** Parties that a table names one by one; above it the smaller ones without a seat are added up. */
const mostRows = 12;

/** Votes and seats of every party. */
export function seatTable(shown: SeatsShown): Table {
  const {
    votes,
    result: { seats, size },
  } = shown;
  const cast = votes ? Object.values(votes).reduce((a, b) => a + b, 0n) : 0n;
  const columns = [
    column("party", "start"),
    ...(votes ? [column("votes"), column("votes-share", "end", 1)] : []),
    column("seats"),
    column("seats-share", "end", 2),
  ];
  return tableOf(shown, msg("seats.table.caption"), columns, (ids, of) => {
    const held = ids.reduce((n, id) => n + seats[id]!, 0);
    const marked = ids.reduce((n, id) => n + (votes?.[id] ?? 0n), 0n);
    return [
      ...(votes ? [cell(whole(marked), of("votes")), cell(percent(marked, cast), of("share"))] : []),
      cell(held, of("seats")),
      cell(percent(BigInt(held), BigInt(size)), of("seat-share")),
    ];
  });
}

/** From votes to seats, one column a rule; null where the count had no quota. */
export function stepTable(shown: SeatsShown): Table | null {
  const { result } = shown;
  const steps = (kind: Step["kind"]) => byWho(national(result, kind));
  const [wholes, remainders, averages] = [steps("whole-quotas"), steps("remainder"), steps("average")];
  if (wholes.size === 0) return null;
  const quota = national(result, "quota")[0]!.out["quota"]!;
  const all = (kind: string, given: ReadonlyMap<Id, readonly Step[]>) =>
    behind(count(given), keyIn(shown, "total", kind));
  const rule = national(result, "whole-quotas")[0]!.rule;
  const columns = [
    column("party", "start"),
    column("votes", "end", 1),
    {
      ...column("whole-quotas"),
      head: msg("column.whole-quotas", { quota: behind(rounded(quota), keyIn(shown, "quota")) }),
    },
    column("left-over", "end", 2),
    ...(remainders.size > 0
      ? [{ ...column("by-remainder"), head: msg("column.by-remainder", { n: all("remainder", remainders) }) }]
      : []),
    ...(averages.size > 0
      ? [{ ...column("by-average"), head: msg("column.by-average", { n: all("average", averages) }) }]
      : []),
    column("seats"),
  ];
  const table = tableOf(shown, msg("seats.steps.caption"), columns, (ids, of) => {
    const counted = ids.flatMap((id) => wholes.get(id) ?? []);
    const single = ids.length === 1 && counted.length === 1;
    return [
      cell(whole(sum(counted.map((s) => s.in["votes"]!))), counted.length === ids.length ? of("votes") : {}),
      cell(whole(sum(counted.map((s) => s.out["seats"]!))), counted.length > 0 ? of("whole") : {}),
      single ? cell(rounded(counted[0]!.out["remainder"]!), of("left-over")) : cell(null),
      ...(remainders.size > 0 ? [gained(remainders, ids, of("remainder"))] : []),
      ...(averages.size > 0 ? [gained(averages, ids, of("average"))] : []),
      cell(
        ids.reduce((n, id) => n + result.seats[id]!, 0),
        of("seats"),
      ),
    ];
  });
  return rule === undefined ? table : { ...table, note: msg("seats.rule", { rule }) };
}

/** A row for each party that has seats, the others one by one or added up, and the total. */
function tableOf(
  shown: SeatsShown,
  caption: Msg,
  columns: readonly Column[],
  cells: (ids: readonly Id[], of: Keys) => readonly Cell[],
): Table {
  const {
    parties,
    result: { seats },
  } = shown;
  const without = parties.filter((p) => seats[p.id] === 0);
  const together = parties.length > mostRows && without.length > 1;
  const single = together ? parties.filter((p) => seats[p.id]! > 0) : parties;
  const row = (p: FigureParty): readonly Cell[] => [
    cell(p.id, { party: p.id, ...(p.name === p.id ? {} : { name: p.name }) }),
    ...cells([p.id], (what) => asked(keyIn(shown, what, p.id))),
  ];
  const others: Keys = (what) => asked(keyIn(shown, "others", what));
  const everyone: Keys = (what) => (what.endsWith("share") ? {} : asked(keyIn(shown, "total", what)));
  const rest = together
    ? [
        [
          cell(msg("seats.others", { n: without.length })),
          ...cells(
            without.map((p) => p.id),
            others,
          ),
        ],
      ]
    : [];
  return {
    caption,
    columns,
    rows: [...single.map(row), ...rest],
    foot: [
      cell(msg("seats.all", { n: parties.length })),
      ...cells(
        parties.map((p) => p.id),
        everyone,
      ),
    ],
  };
}

/** The key of the answer about a figure of a row: of a party, of the others, or of all. */
type Keys = (what: string) => Pick<Cell, "why">;

/** Seats that a rule gave: marked where they are one party's. */
function gained(steps: ReadonlyMap<Id, readonly Step[]>, ids: readonly Id[], why: Pick<Cell, "why">): Cell {
  const seats = ids.reduce((n, id) => n + (steps.get(id)?.length ?? 0), 0);
  if (seats === 0) return cell(null);
  return ids.length === 1 ? cell(msg("plus", { n: seats }), { mark: true, ...why }) : cell(seats, why);
}

const count = (steps: ReadonlyMap<Id, readonly Step[]>): number =>
  [...steps.values()].reduce((n, s) => n + s.length, 0);

const sum = (exact: readonly string[]): string =>
  exact.reduce((a, b) => a.plus(Rational.parse(b) ?? Rational.zero), Rational.zero).toString();

const percent = (part: bigint, all: bigint): Arg | null =>
  all === 0n ? null : { exact: Rational.of(part * 100n, all).toFixed(2) };
