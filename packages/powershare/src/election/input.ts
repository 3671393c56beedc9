import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import type { Lot } from "../core/settled.ts";
import { type Law, mostSeats } from "./schema.ts";
import { nearest } from "../core/nearest.ts";
import { misspelt, unknownParty } from "./unknown.ts";

/** What was cast, for lists: over the whole country, or in every district of an area of the law. */
export type Votes =
  | { readonly kind: "whole"; readonly votes: Readonly<Record<Id, bigint>> }
  | {
      readonly kind: "districts";
      readonly area: Id;
      readonly districts: Readonly<Record<string, Readonly<Record<Id, bigint>>>>;
    };

/** A law and what it is applied to. */
export interface ElectionInput {
  readonly law: Law;
  /** Members of the body, where the law leaves them open. */
  readonly seats?: number | undefined;
  /** Seats of each district of an area, where the law leaves them open. */
  readonly magnitudes?: Readonly<Record<Id, Readonly<Record<string, number>>>> | undefined;
  /** Every party that stood, in the order in which results list them. A party without votes has none. */
  readonly parties: readonly Id[];
  readonly votes: Votes;
  /** Lots that were drawn. */
  readonly lots?: readonly Lot[] | undefined;
}

const mostVotes = BigInt(Number.MAX_SAFE_INTEGER);

/** What is wrong with an input; the law itself is checked by `checkLaw`. Pointers lead into the input. */
export function checkInput(input: ElectionInput): Fault[] {
  return [
    ...partyFaults(input),
    ...seatFaults(input),
    ...magnitudeFaults(input),
    ...voteFaults(input),
    ...(input.lots ?? []).flatMap((lot, i) => lotFaults(lot, input.parties, i)),
  ];
}

const partyFaults = ({ parties }: ElectionInput): Fault[] =>
  parties.flatMap((party, i) =>
    parties.indexOf(party) < i ? [fault(pointer("parties", i), "named-twice", { id: party })] : [],
  );

function seatFaults({ law, seats, magnitudes }: ElectionInput): Fault[] {
  if (seats === undefined)
    return law.seats === "given" && magnitudes === undefined ? [fault("/seats", "seats-not-given")] : [];
  if (!isSeats(seats)) return [fault("/seats", "seats-out-of-range", { got: String(seats), most: String(mostSeats) })];
  if (law.seats === "given" || law.seats === seats) return [];
  return [fault("/seats", "seats-given-twice", { law: law.seats, seats })];
}

function magnitudeFaults({ law, magnitudes, votes }: ElectionInput): Fault[] {
  const areas = law.areas ?? {};
  return Object.entries(magnitudes ?? {}).flatMap(([area, byDistrict]) => {
    if (!Object.hasOwn(areas, area))
      return [misspelt("area-unknown", pointer("magnitudes", area), area, Object.keys(areas))];
    if (areas[area]!.seats !== "given")
      return [fault(pointer("magnitudes", area), "magnitudes-fixed", { area, seats: areas[area]!.seats })];
    const faults = Object.entries(byDistrict).flatMap(([district, n]) =>
      isSeats(n)
        ? []
        : [
            fault(pointer("magnitudes", area, district), "seats-out-of-range", {
              got: String(n),
              most: String(mostSeats),
            }),
          ],
    );
    if (votes.kind !== "districts" || votes.area !== area) return faults;
    return [...faults, ...mismatches(area, Object.keys(byDistrict), Object.keys(votes.districts))];
  });
}

/** The sum over the districts is the country only when all are there. A name on one side may mean one on the other. */
function mismatches(area: Id, withSeats: readonly string[], withVotes: readonly string[]): Fault[] {
  const [seats, votes] = [new Set(withSeats), new Set(withVotes)];
  const noVotes = withSeats.filter((d) => !votes.has(d));
  const noSeats = withVotes.filter((d) => !seats.has(d));
  const args = (district: string, others: readonly string[]) => ({ district, near: nearest(district, others) ?? "" });
  return [
    ...noVotes.map((d) => fault(pointer("magnitudes", area, d), "district-without-votes", args(d, noSeats))),
    ...noSeats.map((d) => fault(pointer("votes", "districts", d), "district-without-seats", args(d, noVotes))),
  ];
}

function voteFaults({ law, parties, votes }: ElectionInput): Fault[] {
  const known = new Set(parties);
  const at = (byParty: Readonly<Record<Id, bigint>>, ...keys: readonly string[]): Fault[] =>
    Object.entries(byParty).flatMap(([party, n]) => {
      const here = () => pointer(...keys, party);
      if (!known.has(party)) return [unknownParty(here(), party, parties)];
      if (n < 0n) return [fault(here(), "votes-negative", { got: String(n) })];
      return n > mostVotes ? [fault(here(), "votes-too-large", { got: String(n), most: String(mostVotes) })] : [];
    });
  if (votes.kind === "whole") return at(votes.votes, "votes", "votes");
  const areas = Object.keys(law.areas ?? {});
  return [
    ...(areas.length === 0 || areas.includes(votes.area)
      ? []
      : [misspelt("area-unknown", pointer("votes", "area"), votes.area, areas)]),
    ...Object.entries(votes.districts).flatMap(([district, byParty]) => at(byParty, "votes", "districts", district)),
  ];
}

function lotFaults({ among, taken }: Lot, parties: readonly Id[], i: number): Fault[] {
  const strangers = among.flatMap((party, j) =>
    parties.includes(party) ? [] : [unknownParty(pointer("lots", i, "among", j), party, parties)],
  );
  const outside = taken.flatMap((party, j) =>
    among.includes(party)
      ? []
      : [fault(pointer("lots", i, "taken", j), "lot-outsider", { party, among: { list: among } })],
  );
  const twice = [
    ...repeats(among).map((j) => ["among", j] as const),
    ...repeats(taken).map((j) => ["taken", j] as const),
  ].map(([key, j]) => fault(pointer("lots", i, key, j), "named-twice", { id: (key === "among" ? among : taken)[j]! }));
  return [...strangers, ...outside, ...twice];
}

const repeats = (list: readonly Id[]): number[] => list.flatMap((one, j) => (list.indexOf(one) < j ? [j] : []));

const isSeats = (n: number): boolean => Number.isSafeInteger(n) && n >= 0 && n <= mostSeats;
