import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Governments, govern } from "../src/government/govern.ts";

/** See golden/government/ORIGIN.md for where the numbers come from. */
const golden = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`golden/government/${name}.json`, import.meta.url), "utf8"));

interface HandCase {
  readonly id: string;
  readonly kind?: string;
  readonly parties: string | readonly string[];
  readonly seats: readonly number[];
  readonly majority: number;
  readonly exclude: readonly (readonly [string, string])[];
  readonly require: readonly string[];
  readonly forbid: readonly string[];
  readonly axis?: string;
  readonly expected: Readonly<Record<string, readonly (string | readonly string[])[]>>;
}

const lists = {
  minimalAmongAdmissible: "minimalWinning",
  everyMemberNeededForMajority: "everyNeeded",
  fewestParties: "fewestParties",
  fewestSeats: "smallest",
  minimalConnectedWinning: "connected",
} as const satisfies Record<string, keyof Governments>;

const inOrder = (sets: readonly (string | readonly string[])[]): string[] =>
  sets.map((set) => [...set].sort().join(" ")).sort();

describe("coalitions by hand", () => {
  const cases = (golden("hand-vectors") as { readonly cases: readonly HandCase[] }).cases.filter((c) => !c.kind);
  test("there are five of them", () => expect(cases).toHaveLength(5));
  test.each(cases)("$id", ({ parties, seats, axis, expected, ...rules }) => {
    const { majority, exclude, require, forbid } = rules;
    const positions = axis ? Object.fromEntries([...axis].map((party, at) => [party, at])) : undefined;
    const table = Object.fromEntries([...parties].map((party, i) => [party, seats[i]!]));
    const got = govern({ seats: table, majority, exclude, require, forbid, positions });
    expect(got.winning).toBe(BigInt(expected["admissibleWinning"]!.length));
    for (const [theirs, ours] of Object.entries(lists))
      if (expected[theirs]) expect({ [ours]: inOrder(got[ours]) }).toEqual({ [ours]: inOrder(expected[theirs]) });
  });
});

interface Cabinet {
  readonly cabinetId: number;
  readonly country: string;
  readonly cabinet: string;
  readonly seatsTotal: number;
  readonly parties: readonly { id: number; seats: number; leftRight: number | null; inCabinet: boolean }[];
  readonly expected?: {
    readonly majority: number;
    readonly winningCoalitions?: number;
    readonly minimalWinningCoalitions?: number;
    readonly fewestParties?: number;
    readonly smallestWinningSeats?: number;
    readonly cabinetIsMinimalWinning?: boolean;
    readonly cabinetHasFewestParties?: boolean;
    readonly cabinetConnectedStrict?: boolean;
  };
}

describe("every parliament of ParlGov with at most fourteen parties", () => {
  const { cabinets } = golden("coalitions-parlgov") as { readonly cabinets: readonly Cabinet[] };
  const counted = cabinets.filter((c) => c.expected?.minimalWinningCoalitions !== undefined);
  const governments = new Map(counted.map((cabinet) => [cabinet, governmentsOf(cabinet)]));
  const differing = (ours: (cabinet: Cabinet, got: Governments) => unknown, theirs: (c: Cabinet) => unknown) =>
    counted
      .filter(
        (cabinet) => theirs(cabinet) !== undefined && ours(cabinet, governments.get(cabinet)!) !== theirs(cabinet),
      )
      .map(({ cabinetId, country, cabinet }) => `${cabinetId} ${country} ${cabinet}`);

  test("there are 679", () => expect(counted).toHaveLength(679));

  test("winning and minimal winning coalitions", () => {
    expect(
      differing(
        (_, got) => Number(got.winning),
        (c) => c.expected?.winningCoalitions,
      ),
    ).toEqual([]);
    expect(
      differing(
        (_, got) => got.minimalWinning.length,
        (c) => c.expected?.minimalWinningCoalitions,
      ),
    ).toEqual([]);
    expect(
      differing(
        (_, got) => got.everyNeeded.length,
        (c) => c.expected?.minimalWinningCoalitions,
      ),
    ).toEqual([]);
  });

  test("the fewest parties, the fewest seats", () => {
    const seatsOf = ({ parties }: Cabinet, set: readonly string[] = []) =>
      parties.filter((p) => set.includes(`p${p.id}`)).reduce((sum, p) => sum + p.seats, 0);
    expect(
      differing(
        (_, got) => got.fewestParties[0]?.length,
        (c) => c.expected?.fewestParties,
      ),
    ).toEqual([]);
    expect(
      differing(
        (cabinet, got) => seatsOf(cabinet, got.smallest[0]),
        (c) => c.expected?.smallestWinningSeats,
      ),
    ).toEqual([]);
  });

  test("whether the cabinet that formed is among them", () => {
    const has = (cabinet: Cabinet, sets: readonly (readonly string[])[]) =>
      inOrder(sets).includes(inOrder([membersOf(cabinet)])[0]!);
    expect(
      differing(
        (cabinet, got) => has(cabinet, got.minimalWinning),
        (c) => c.expected?.cabinetIsMinimalWinning,
      ),
    ).toEqual([]);
    expect(
      differing(
        (cabinet, got) => has(cabinet, got.fewestParties),
        (c) => c.expected?.cabinetHasFewestParties,
      ),
    ).toEqual([]);
  });

  test("whether a minimal winning cabinet is connected", () => {
    const minimal = counted.filter(
      ({ expected }) => expected?.cabinetIsMinimalWinning && expected.cabinetConnectedStrict !== undefined,
    );
    expect(minimal.length).toBeGreaterThan(100);
    for (const cabinet of minimal)
      expect(inOrder(governments.get(cabinet)!.connected).includes(inOrder([membersOf(cabinet)])[0]!)).toBe(
        cabinet.expected!.cabinetConnectedStrict,
      );
  });

  test("parliaments with more parties: as many winning coalitions as sums of seats that reach the majority", () => {
    const larger = cabinets.filter((c) => c.parties.length > 14);
    expect(larger.length).toBeGreaterThan(0);
    for (const cabinet of larger) {
      const { winning, majority, minimalWinning, smallest } = governmentsOf(cabinet);
      const ways = waysBySeats(cabinet.parties.map((p) => p.seats).filter((seats) => seats > 0));
      expect(Number(winning)).toBe(ways.slice(majority).reduce((sum, n) => sum + n, 0));
      expect(smallest).toHaveLength(ways.slice(majority).find((n) => n > 0) ?? 0);
      const minimal = new Set(inOrder(minimalWinning));
      expect(inOrder(smallest).filter((set) => !minimal.has(set))).toEqual([]);
    }
  });
});

/** How many sets of parties have 0, 1, 2 ... seats. */
function waysBySeats(sizes: readonly number[]): number[] {
  const ways = [1, ...sizes.flatMap((size) => Array.from({ length: size }, () => 0))];
  for (const size of sizes) for (let sum = ways.length - 1; sum >= size; sum--) ways[sum]! += ways[sum - size]!;
  return ways;
}

const membersOf = ({ parties }: Cabinet): string[] => parties.filter((p) => p.inCabinet).map((p) => `p${p.id}`);

function governmentsOf({ parties, seatsTotal }: Cabinet): Governments {
  return govern({
    seats: Object.fromEntries(parties.map((p) => [`p${p.id}`, p.seats])),
    majority: Math.floor(seatsTotal / 2) + 1,
    positions: Object.fromEntries(parties.flatMap((p) => (p.leftRight === null ? [] : [[`p${p.id}`, p.leftRight]]))),
  });
}
