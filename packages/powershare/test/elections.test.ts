import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Id } from "../src/core/id.ts";
import { Rational } from "../src/core/rational.ts";
import { readDocument } from "../src/document/document.ts";
import { check } from "../src/document/validate.ts";
import { electByMethod } from "../src/election/by-method.ts";
import { elect } from "../src/election/elect.ts";
import type { Votes } from "../src/election/input.ts";
import type { Elected } from "../src/election/result.ts";
import { type Law, lawSchema } from "../src/election/schema.ts";
import { readVotes } from "../src/election/votes.ts";

const file = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

const lawOf = (text: Uint8Array): Law => {
  const { value, faults } = check(lawSchema, readDocument(text, "law.yaml").tree!.value);
  expect(faults).toEqual([]);
  return value!;
};
const southAfrica = lawOf(file("../laws/za-assembly-1994.yaml"));

/** Results that are there; a test of one that is not is a test of its own. */
const elected = (result: ReturnType<typeof elect>): Elected => {
  if (result.impossible) throw new Error(result.impossible.code);
  return result;
};

describe("golden elections (sources in each file and in ORIGIN.md)", () => {
  const folder = new URL("golden/elections/", import.meta.url);
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Case);
  const vectors = (JSON.parse(file("golden/apportionment/vectors.json").toString()) as Case[]).filter((c) =>
    methodOf(c.law),
  );
  test("there are four elections and 34 vectors", () => expect([cases.length, vectors.length]).toEqual([4, 34]));

  test.each([...cases, ...vectors])("$id", ({ law, votes, expected }) => {
    const rows = votes.parties ? [votes.parties] : Object.values(votes.districts!);
    const parties = [...new Set(rows.flatMap((r) => Object.keys(r)))];
    const result = elected(
      electByMethod({
        ...methodOf(law)!,
        parties,
        votes: votesOf(votes),
        seats: law.parameters.districtSeats ?? law.parameters.seats!,
      }),
    );
    if (expected.outcomes) {
      const least = (p: Id) => Math.min(...expected.outcomes!.map((o) => o[p] ?? 0));
      expect(result.seats).toEqual(Object.fromEntries(parties.map((p) => [p, least(p)])));
      expect(result.ways).toBe(BigInt(expected.outcomes.length));
      expect(withSeats(result.branches!)).toEqual(withSeats(expected.outcomes));
      expect(result.ties.flatMap((t) => t.parties).toSorted()).toEqual(expected.tied!.toSorted());
    } else {
      expect(result.seats).toEqual(Object.fromEntries(parties.map((p) => [p, expected.seats![p] ?? 0])));
      expect([result.ties, result.ways, result.open]).toEqual([[], 1n, 0]);
    }
  });
});

describe("South Africa 1994, by the letter of Act 200 of 1993", () => {
  const { votes, parties } = readVotes(file("golden/south-africa-1994/votes.csv"), "votes.csv", southAfrica);
  const award = elected(elect({ law: southAfrica, parties, votes: votes! }, { steps: true }));

  test("the official seats of all nineteen parties", () => {
    expect(Object.keys(award.seats)).toHaveLength(19);
    expect(Object.fromEntries(Object.entries(award.seats).filter(([, n]) => n > 0))).toEqual({
      ...{ ANC: 252, NP: 82, IFP: 43, FF: 9, DP: 7, PAC: 5, ACDP: 2 },
    });
    expect([award.quota, award.ways, award.open, award.size]).toEqual(["48712", 1n, 0, 400]);
  });

  test("without the votes of the nine regions the regional stage is absent, and says so", () => {
    expect(award.stages[0]).toEqual({ id: "regional", absent: { code: "no-votes", args: { area: "region" } } });
    expect(award.stages[1]).toMatchObject({ id: "national", seats: { ANC: 252 }, quota: "48712" });
  });

  test("each of the seven seats left over has its rule, and each step its article", () => {
    const given = award.steps.filter((s) => s.kind === "remainder" || s.kind === "average");
    expect(given.map((s) => `${s.kind} ${s.who}`)).toEqual([
      ...["PAC", "DP", "ACDP", "NP", "FF"].map((p) => `remainder ${p}`),
      ...["IFP", "ANC"].map((p) => `average ${p}`),
    ]);
    expect(new Set(award.steps.map((s) => s.rule))).toEqual(new Set(["Sch. 2 items 6 and 7(3)"]));
  });

  test.each([
    ["no limit of five", ["largest-remainder"], { ANC: 251, IFP: 42, AMP: 1, AMCP: 1 }],
    [
      "averages as if one more were given",
      [{ "largest-remainder": { "at-most": 5 } }, { "highest-average": "votes / (seats awarded + 1)" }],
      { ANC: 253, IFP: 42, AMP: 0, AMCP: 0 },
    ],
  ])("its neighbours give other seats: %s", (_, rest, seats) => {
    const [regional, national] = southAfrica.stages;
    const law = { ...southAfrica, stages: [regional, { ...national, method: { ...methodIn(national), rest } }] } as Law;
    expect(elected(elect({ law, parties, votes: votes! })).seats).toMatchObject(seats);
  });

  test.each([
    ["dhondt", { ANC: 254, NP: 83, IFP: 42, FF: 8, DP: 7, PAC: 5, ACDP: 1, AMP: 0 }],
    ["sainte-lague", { ANC: 251, IFP: 42, AMP: 1, AMCP: 1 }],
    ["lr-hare", { ANC: 251, IFP: 42, AMP: 1, AMCP: 1 }],
    ["lr-droop", { ANC: 251, IFP: 42, AMP: 1, AMCP: 1 }],
  ])("and so do other methods: %s", (method, seats) => {
    expect(elected(electByMethod({ method, parties, votes: votes!, seats: 400 })).seats).toMatchObject(seats);
  });

  test("with votes and seats of every region, national lists get the award less the regional seats", () => {
    // Invented votes for three invented regions: what is tested is how the stages join.
    const districts = {
      north: { A: 500_000n, B: 300_000n, C: 50_000n },
      south: { A: 100_000n, B: 600_000n, C: 70_000n },
      west: { A: 90_000n, B: 80_000n, C: 10_000n },
    };
    const joined = elected(
      elect(
        {
          law: southAfrica,
          parties: ["A", "B", "C"],
          votes: { kind: "districts", area: "region", districts },
          magnitudes: { region: { north: 90, south: 80, west: 30 } },
        },
        { steps: true },
      ),
    );
    const whole = elected(
      elect({
        law: southAfrica,
        parties: ["A", "B", "C"],
        votes: { kind: "whole", votes: { A: 690_000n, B: 980_000n, C: 130_000n } },
      }),
    );
    expect(joined.seats).toEqual(whole.seats);
    const [regional, national] = joined.stages.flatMap((s) => ("seats" in s ? [s] : []));
    expect(sum(regional!.seats)).toBe(200);
    expect(sum(national!.adds!)).toBe(200);
    for (const party of ["A", "B", "C"])
      expect(national!.adds![party]).toBe(national!.seats[party]! - regional!.seats[party]!);
    expect(Object.values(joined.districts!).map(sum)).toEqual([90, 80, 30]);
    expect(joined.steps.filter((s) => s.kind === "subtract").map((s) => s.who)).toEqual(["A", "B", "C"]);
  });
});

test("the four provincial legislatures that are known, by Droop quota and largest remainders", () => {
  const text = file("golden/south-africa-1994/provincial-legislatures.csv").toString();
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const provinces = [...new Set(rows.map((r) => r[0]!))];
  expect(provinces).toHaveLength(4);
  const here = (province: string, column: number) =>
    Object.fromEntries(rows.filter((r) => r[0] === province).map((r) => [r[1]!, Number(r[column])]));
  const districts = Object.fromEntries(
    provinces.map((p) => [p, Object.fromEntries(Object.entries(here(p, 2)).map(([party, n]) => [party, BigInt(n)]))]),
  );
  const result = elected(
    electByMethod({
      method: "lr-droop",
      parties: [...new Set(rows.map((r) => r[1]!))],
      votes: { kind: "districts", area: "district", districts },
      seats: Object.fromEntries(provinces.map((p) => [p, sum(here(p, 3))])),
    }),
  );
  expect(result.districts).toEqual(Object.fromEntries(provinces.map((p) => [p, here(p, 3)])));
});

interface Case {
  readonly id: string;
  readonly law: {
    readonly kind: string;
    readonly parameters: {
      readonly seats?: number;
      readonly districtSeats?: Readonly<Record<string, number>>;
      readonly method?: string;
      readonly firstDivisor?: string;
      readonly quota?: string;
      readonly quotaRounding?: string;
      readonly overAllotment?: string;
      readonly thresholds?: readonly { readonly share?: string; readonly scope?: string }[];
    };
  };
  readonly votes: {
    readonly parties?: Record<Id, number>;
    readonly districts?: Record<string, Record<Id, number>>;
    readonly notAList?: unknown;
  };
  readonly expected: {
    readonly seats?: Readonly<Record<Id, number>>;
    readonly outcomes?: readonly Readonly<Record<Id, number>>[];
    readonly tied?: readonly Id[];
  };
}

/** The method of a case in the words of `electByMethod`; null where it needs more than that. */
function methodOf({
  kind,
  parameters: p,
}: Case["law"]): { method: string; firstDivisor?: string; threshold?: string } | null {
  const known = [
    "seats",
    "districtSeats",
    "method",
    "firstDivisor",
    "quota",
    "quotaRounding",
    "overAllotment",
    "thresholds",
  ];
  if (Object.keys(p).some((key) => !known.includes(key))) return null;
  const threshold = p.thresholds?.[0]?.share;
  const more = threshold === undefined ? {} : { threshold };
  if (kind === "divisor" || kind === "districts-divisor")
    return p.firstDivisor === undefined
      ? { method: p.method!, ...more }
      : { method: "modified-sainte-lague", firstDivisor: p.firstDivisor, ...more };
  return kind === "quota" && p.quotaRounding === "none" && p.overAllotment === "cannot happen"
    ? { method: `lr-${p.quota}`, ...more }
    : null;
}

function votesOf({ parties, districts }: Case["votes"]): Votes {
  const exact = (byParty: Record<Id, number>) =>
    Object.fromEntries(Object.entries(byParty).map(([p, n]) => [p, BigInt(n)]));
  if (parties) return { kind: "whole", votes: exact(parties) };
  return {
    kind: "districts",
    area: "district",
    districts: Object.fromEntries(Object.entries(districts!).map(([d, v]) => [d, exact(v)])),
  };
}

const withSeats = (results: readonly Readonly<Record<Id, number>>[]): string[] =>
  results
    .map((r) =>
      Object.keys(r)
        .filter((p) => r[p]! > 0)
        .toSorted()
        .map((p) => `${p} ${r[p]}`)
        .join(", "),
    )
    .toSorted();
const methodIn = (stage: unknown): object => (stage as { method: object }).method;
const sum = (seats: Readonly<Record<string, number>>): number => Object.values(seats).reduce((a, b) => a + b, 0);

test("shares are exact", () => {
  const { votes, parties } = readVotes(file("golden/south-africa-1994/votes.csv"), "votes.csv", southAfrica);
  const shares = elected(elect({ law: southAfrica, parties, votes: votes! })).votes;
  expect(shares.valid).toBe("19533498");
  const total = Object.values(shares.parties).reduce((a, p) => a.plus(Rational.parse(p.share!)!), Rational.zero);
  expect(total.toString()).toBe("1");
});
