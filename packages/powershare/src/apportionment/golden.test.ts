import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Rational } from "../core/rational.ts";
import { Steps } from "../core/step.ts";
import { apportion } from "./apportion.ts";
import { type Method, methodOf, methodSchema } from "./method.ts";

const golden = (file: string): string => readFileSync(new URL(`../../test/golden/${file}`, import.meta.url), "utf8");

const rows = (file: string): string[][] =>
  golden(file)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** Seats by party, those without a seat left out. */
function seatsByParty(votes: ReadonlyMap<string, number>, seats: number, method: Method): Record<string, number> {
  const counted = apportion([...votes.values()], seats, method);
  expect(counted).toMatchObject({ tie: null, fault: null });
  return Object.fromEntries([...votes.keys()].map((party, i) => [party, counted.seats[i]!]).filter(([, n]) => n !== 0));
}

describe("South Africa 1994", () => {
  const votes = new Map(rows("south-africa-1994/votes.csv").map(([party, n]) => [party!, Number(n)]));
  const quota = { of: "votes", "divide-by": "seats + 1", plus: 1, cut: "whole" };
  // Act 200 of 1993, Schedule 2, item 7(3)(c)-(e)
  const literal = methodSchema.parse({
    quota,
    rest: [{ "largest-remainder": { "at-most": 5 } }, { "highest-average": "votes / seats awarded" }],
  });
  const official = { ANC: 252, NP: 82, IFP: 43, FF: 9, DP: 7, PAC: 5, ACDP: 2 };

  test("the letter of the law gives the official seats", () => {
    expect(seatsByParty(votes, 400, literal)).toEqual(official);
    expect(apportion([...votes.values()], 400, literal).quota).toBe("48712");
  });

  test("the steps show why: five surpluses, then the IFP and the ANC by average", () => {
    const steps = new Steps();
    apportion([...votes.values()], 400, literal, { steps, names: [...votes.keys()] });
    const [quotaStep, ...others] = [...steps];
    expect(quotaStep).toEqual({
      id: 0,
      kind: "quota",
      in: { votes: "19533498", seats: "400", divideBy: "401", plus: "1", decimals: "0" },
      out: { quota: "48712" },
      uses: [],
    });
    expect(
      others.slice(0, 7).map(({ kind, who, out, uses }) => [kind, who, out["seats"], out["remainder"], uses]),
    ).toEqual([
      ["whole-quotas", "ANC", "251", "10943", [0]],
      ["whole-quotas", "NP", "81", "38018", [0]],
      ["whole-quotas", "IFP", "42", "12390", [0]],
      ["whole-quotas", "FF", "8", "34859", [0]],
      ["whole-quotas", "DP", "6", "46154", [0]],
      ["whole-quotas", "PAC", "4", "48630", [0]],
      ["whole-quotas", "ACDP", "1", "39392", [0]],
    ]);
    expect(others.slice(19).map(({ kind, who, in: figures, out, uses }) => [kind, who, figures, out, uses])).toEqual([
      ["remainder", "PAC", { remainder: "48630" }, { seats: "5" }, [6]],
      ["remainder", "DP", { remainder: "46154" }, { seats: "7" }, [5]],
      ["remainder", "ACDP", { remainder: "39392" }, { seats: "2" }, [7]],
      ["remainder", "NP", { remainder: "38018" }, { seats: "82" }, [2]],
      ["remainder", "FF", { remainder: "34859" }, { seats: "9" }, [4]],
      ["average", "IFP", { votes: "2058294", divisor: "42" }, { average: "49007", seats: "43" }, [3]],
      ["average", "ANC", { votes: "12237655", divisor: "251" }, { average: "12237655/251", seats: "252" }, [1]],
    ]);
  });

  test.each<[string, Method, Record<string, number>]>([
    [
      "no limit of five",
      methodSchema.parse({ quota, rest: ["largest-remainder"] }),
      { ...official, ANC: 251, IFP: 42, AMP: 1, AMCP: 1 },
    ],
    ["the quota of Hare", methodOf("lr-hare"), { ...official, ANC: 251, IFP: 42, AMP: 1, AMCP: 1 }],
    ["Sainte-Laguë", methodOf("sainte-lague"), { ...official, ANC: 251, IFP: 42, AMP: 1, AMCP: 1 }],
    [
      "averages per seat if one more were given",
      methodSchema.parse({
        quota,
        rest: [{ "largest-remainder": { "at-most": 5 } }, { "highest-average": "votes / (seats awarded + 1)" }],
      }),
      { ...official, ANC: 253, IFP: 42 },
    ],
    ["D'Hondt for all", methodOf("dhondt"), { ANC: 254, NP: 83, IFP: 42, FF: 8, DP: 7, PAC: 5, ACDP: 1 }],
  ])("its neighbour, %s, gives others", (_, method, expected) => {
    expect(seatsByParty(votes, 400, method)).toEqual(expected);
    expect(expected).not.toEqual(official);
  });

  const provinces = rows("south-africa-1994/provincial-legislatures.csv").map(([district, party, n, seats]) => ({
    district: district!,
    party: party!,
    votes: Number(n),
    seats: Number(seats),
  }));

  test.each([
    ["Eastern Cape", 56, "51034"],
    ["Eastern Transvaal", 30, "42777"],
    ["KwaZulu/Natal", 81, "44687"],
    ["Western Cape", 42, "49715"],
  ])("the legislature of %s", (district, seats, price) => {
    const stood = provinces.filter((p) => p.district === district);
    const provincial = new Map(stood.map((p) => [p.party, p.votes]));
    const expected = Object.fromEntries(stood.filter((p) => p.seats > 0).map((p) => [p.party, p.seats]));
    expect(stood.reduce((sum, p) => sum + p.seats, 0)).toBe(seats);
    expect(seatsByParty(provincial, seats, literal)).toEqual(expected);
    expect(seatsByParty(provincial, seats, methodOf("lr-droop"))).toEqual(expected);
    expect(apportion([...provincial.values()], seats, literal).quota).toBe(price);
  });

  // Act 200 of 1993, s. 88(3), as amended by Act 14 of 1994; 18, 6 and 3 ministers were sworn in on 11 May 1994.
  test("27 portfolios by a quota cut to two decimals: 18, 6 and 3", () => {
    const portfolios = methodSchema.parse({
      quota: { "divide-by": "seats + 1", cut: "2 decimals" },
      rest: "largest-remainder",
    });
    expect(apportion([252, 82, 43], 27, portfolios)).toEqual({
      seats: [18, 6, 3],
      tie: null,
      fault: null,
      quota: "673/50",
    });
  });
});

test("United States, House of Representatives 2020 (Census Bureau, 26 April 2021)", () => {
  const { votes, expected } = JSON.parse(golden("apportionment/us-house-2020.json"));
  const states = new Map<string, number>(Object.entries(votes.parties));
  expect(seatsByParty(states, 435, methodOf("huntington-hill"))).toEqual(expected.seats);
});

// NPR, 1 May 2021, "How 26 People In The Census Count Helped Minnesota Beat New York For A House Seat",
// https://www.wesa.fm/2021-05-01/how-26-people-in-the-census-count-helped-minnesota-beat-new-york-for-a-house-seat
test("the 435th seat hung on 89 more New Yorkers, or 26 fewer Minnesotans", () => {
  const { votes } = JSON.parse(golden("apportionment/us-house-2020.json"));
  const lastSeat = (changed: string, by: number) => {
    const states = new Map<string, number>(Object.entries(votes.parties));
    const { Minnesota, "New York": newYork } = seatsByParty(
      states.set(changed, states.get(changed)! + by),
      435,
      methodOf("huntington-hill"),
    );
    return { Minnesota, newYork };
  };
  const counted = { Minnesota: 8, newYork: 26 };
  const turned = { Minnesota: 7, newYork: 27 };
  expect(lastSeat("New York", 88)).toEqual(counted);
  expect(lastSeat("New York", 89)).toEqual(turned);
  expect(lastSeat("Minnesota", -25)).toEqual(counted);
  expect(lastSeat("Minnesota", -26)).toEqual(turned);
});

interface Vector {
  readonly id: string;
  readonly source: string;
  readonly law: { readonly kind: string; readonly parameters: Readonly<Record<string, unknown>> };
  readonly votes: { readonly parties: Readonly<Record<string, number>> };
  readonly expected: {
    readonly seats?: Readonly<Record<string, number>>;
    readonly outcomes?: Readonly<Record<string, number>>[];
    readonly tied?: readonly string[];
  };
}

describe("published vectors", () => {
  const vectors: readonly Vector[] = JSON.parse(golden("apportionment/vectors.json"));
  const leftOut = vectors.filter((v) => methodIn(v) === null);

  test("34 of 38 are counted here, the others need what no method has", () => {
    expect(vectors.length - leftOut.length).toBe(34);
    expect(Object.fromEntries(leftOut.map((v) => [v.id, whyLeftOut(v)]))).toEqual({
      "quota-5117-4400-162-161-160-in-100": "quota-method: another family of methods",
      "dhondt-500-300-160-in-10-maximum": "a maximum of seats for each party",
      "largest-remainder-imperiali-73556-38628-78163-25673-in-10": "a rule for seats that a quota gives out too many",
      "votes-per-seat-983-2040-782": "fixed-quota: a number of seats that is not given",
    });
  });

  test.each(vectors.filter((v) => methodIn(v) !== null).map((v) => [v.id, v.source, v] as const))(
    "%s (%s)",
    (_id, _source, vector) => {
      const { seats } = vector.law.parameters as { seats: number };
      const parties = Object.entries(vector.votes.parties);
      const names = parties.map(([name]) => name);
      const votes = overThreshold(
        vector,
        parties.map(([, n]) => n),
      );
      const method = methodIn(vector)!;
      const named = (found: readonly number[]) =>
        Object.fromEntries(names.map((name, i) => [name, found[i]!]).filter(([, n]) => n !== 0));
      const { tie, fault, seats: certain } = apportion(votes, seats, method);
      expect(fault).toBeNull();
      if (!vector.expected.outcomes) {
        expect(tie).toBeNull();
        expect(named(certain)).toEqual(vector.expected.seats);
        return;
      }
      expect(tie?.level.map((i) => names[i])).toEqual(vector.expected.tied);
      expect(tie?.take).toBe(1);
      const outcomes = tie!.level.map((i) => named(apportion(votes, seats, method, { choose: () => [i] }).seats));
      expect(new Set(outcomes.map(sorted))).toEqual(new Set(vector.expected.outcomes.map(sorted)));
    },
  );
});

const sorted = (seats: Readonly<Record<string, number>>): string =>
  Object.entries(seats)
    .map(([party, n]) => `${party} ${n}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(", ");

/** The method of a vector; null when it asks for more than a method. */
function methodIn({ law: { kind, parameters } }: Vector): Method | null {
  if (parameters["maximumSeats"] !== undefined) return null;
  if (kind === "divisor") {
    const first = parameters["firstDivisor"];
    return first === undefined
      ? methodOf(parameters["method"] as string)
      : methodOf("modified-sainte-lague", Rational.parse(first as string)!);
  }
  const isPlain =
    kind === "quota" && parameters["overAllotment"] === "cannot happen" && parameters["quotaRounding"] === "none";
  return isPlain ? methodOf(`lr-${parameters["quota"] as string}`) : null;
}

function whyLeftOut({ law: { kind, parameters } }: Vector): string {
  if (parameters["maximumSeats"] !== undefined) return "a maximum of seats for each party";
  if (kind === "quota") return "a rule for seats that a quota gives out too many";
  return kind === "fixed-quota"
    ? "fixed-quota: a number of seats that is not given"
    : `${kind}: another family of methods`;
}

/** The votes of those who pass a vector's thresholds; the others have none. */
function overThreshold({ law }: Vector, votes: readonly number[]): number[] {
  const thresholds = (law.parameters["thresholds"] ?? []) as { share: string }[];
  const valid = Rational.of(votes.reduce((a, b) => a + b));
  return votes.map((v) =>
    thresholds.every(({ share }) => Rational.of(v).compare(valid.times(Rational.parse(share)!)) >= 0) ? v : 0,
  );
}
