import type { Fault, Place } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { nearest } from "../core/nearest.ts";
import type { CsvCell } from "../document/csv.ts";
import { readCount } from "./count.ts";
import type { Votes } from "./input.ts";
import { isAllot, type Law, mostSeats } from "./schema.ts";
import { at, readTable, type TableRow } from "./table.ts";

/** Votes, if nothing is wrong with them, and who has some, in the order of the file. */
export interface VotesReading {
  readonly votes: Votes | null;
  readonly parties: readonly Id[];
  readonly faults: readonly Fault[];
}

const mostVotes = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Reads votes from a CSV with the columns `party,votes`, or `district,party,votes` in any order.
 *
 * @param law     says of which area the districts are; without one they are of "district"
 * @param parties who stands, where that is known: no other may have votes, and each must be in the file
 * @returns every fault, each with its line and column
 */
export function readVotes(bytes: Uint8Array, file: string, law: Law | null, parties?: readonly Id[]): VotesReading {
  const table = readTable(bytes, file, ["party", "votes"], ["district"]);
  const reader = new VotesReader(table.faults, parties);
  for (const row of table.rows) reader.row(row);
  if (table.rows.length > 0 && parties)
    for (const party of parties)
      if (!reader.parties.has(party))
        reader.faults.push(at({ file, line: 1, column: 1 }, "party-without-votes", { party, file }));
  const found = [...reader.parties];
  const faults = byPlace(reader.faults);
  if (faults.length > 0) return { votes: null, parties: found, faults };
  const votes: Votes = table.columns.includes("district")
    ? { kind: "districts", area: districtArea(law), districts: inObjects(reader.counted) }
    : { kind: "whole", votes: Object.fromEntries(reader.counted.get("")!) };
  return { votes, parties: found, faults };
}

/** Seats of each district of an area, from a CSV with the columns `district,seats`. */
export function readMagnitudes(
  bytes: Uint8Array,
  file: string,
  law: Law | null,
): {
  readonly magnitudes: Readonly<Record<Id, Readonly<Record<string, number>>>> | null;
  readonly faults: readonly Fault[];
} {
  const table = readTable(bytes, file, ["district", "seats"], []);
  const faults = [...table.faults];
  const seats = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const { cells } of table.rows.filter((row) => row.fits)) {
    const district = nameIn(cells.district!, "district", faults);
    const count = countIn(cells.seats!, "seats", BigInt(mostSeats), faults);
    if (district === null) continue;
    const first = lines.get(district);
    if (first !== undefined)
      faults.push(at(cells.district!.place, "district-twice", { district, line: String(first) }));
    else lines.set(district, cells.district!.place.line);
    if (count !== null) seats.set(district, Number(count));
  }
  return faults.length > 0
    ? { magnitudes: null, faults: byPlace(faults) }
    : { magnitudes: { [districtArea(law)]: Object.fromEntries(seats) }, faults: [] };
}

/** The area in whose districts votes are given: the one in which a stage counts, or the only one. */
export function districtArea(law: Law | null): Id {
  const counted = law?.stages.filter(isAllot).find((s) => s.allot.within !== undefined)?.allot.within;
  return counted ?? Object.keys(law?.areas ?? {})[0] ?? "district";
}

class VotesReader {
  readonly faults: Fault[];
  /** Votes by district and party; "" where there are no districts. */
  readonly counted = new Map<string, Map<Id, bigint>>();
  /** Everyone of whom the file has a row. */
  readonly parties = new Set<Id>();
  readonly #known: readonly Id[] | undefined;
  readonly #lines = new Map<string, number>();

  constructor(faults: readonly Fault[], known: readonly Id[] | undefined) {
    this.faults = [...faults];
    this.#known = known;
  }

  row({ cells, fits }: TableRow<"district" | "party" | "votes">): void {
    // A row with a fault still says that its party has one: it is not missing besides.
    if (cells.party) this.parties.add(cells.party.text);
    if (!fits) return;
    const party = nameIn(cells.party!, "party", this.faults);
    const district = cells.district ? nameIn(cells.district, "district", this.faults) : "";
    const count = countIn(cells.votes!, "votes", mostVotes, this.faults);
    if (party === null || district === null) return;
    this.#name(party, district, cells.party!.place);
    if (count === null) return;
    const here = this.counted.get(district) ?? new Map<Id, bigint>();
    this.counted.set(district, here.set(party, count));
  }

  /** A party that may stand here, for the first time. */
  #name(party: Id, district: string, place: Place): void {
    if (/^\d+$/.test(party)) this.faults.push(at(place, "party-number", { party }));
    else if (this.#known && !this.#known.includes(party)) {
      const near = nearest(party, this.#known);
      this.faults.push(at(place, "dangling", { id: party, kind: "party", near: near ?? "" }));
      // It is misspelt, and not missing besides.
      if (near !== null) this.parties.add(near);
    }
    const key = JSON.stringify([district, party]);
    const first = this.#lines.get(key);
    if (first !== undefined)
      this.faults.push(at(place, "party-twice", { party, where: district, line: String(first) }));
    else this.#lines.set(key, place.line);
  }
}

/** A name that is there and that an object can have as a key. */
function nameIn({ text, place }: CsvCell, column: "party" | "district", faults: Fault[]): string | null {
  if (text !== "" && text !== "__proto__") return text;
  faults.push(text === "" ? at(place, `${column}-missing`) : at(place, "reserved-key", { key: text }));
  return null;
}

function countIn({ text, place }: CsvCell, what: "votes" | "seats", most: bigint, faults: Fault[]): bigint | null {
  const read = readCount(text, most);
  if ("value" in read) return read.value;
  faults.push(at(place, `${what}-${read.code}`, read.args));
  return null;
}

const byPlace = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => a.where!.line - b.where!.line || a.where!.column - b.where!.column);

const inObjects = (counted: ReadonlyMap<string, ReadonlyMap<Id, bigint>>): Record<string, Record<Id, bigint>> =>
  Object.fromEntries([...counted].map(([district, votes]) => [district, Object.fromEntries(votes)]));
