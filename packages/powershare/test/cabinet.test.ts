import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { methodOf } from "../src/apportionment/method.ts";
import { isAbsent } from "../src/core/absent.ts";
import { officeShare } from "../src/cabinet/office.ts";
import { officeSchema } from "../src/cabinet/schema.ts";
import { share } from "../src/cabinet/share.ts";
import { Steps } from "../src/core/step.ts";

interface Table {
  readonly [party: string]: number;
}
interface Portfolios {
  readonly id: string;
  readonly rule?: string;
  readonly seats: Table;
  readonly offices: number;
  readonly portfolios: number;
  readonly order: readonly string[];
  readonly count: Table;
  readonly firstPreferenceVotes?: Table;
  readonly officesAlreadyHeld?: Table;
  readonly refuse?: readonly string[];
  readonly actualOrderReadInSource?: boolean;
  readonly tiesResolvedByFirstPreferenceVotes?: readonly Tie[];
  readonly expected?: {
    readonly quota: string;
    readonly portfolios: Table;
    readonly deputyPresidents: readonly string[];
  };
}
interface Tie {
  readonly pick: number;
  readonly tied: readonly string[];
  readonly quotient: string;
  readonly votesQuotients: Readonly<Record<string, string>>;
  readonly winner: string;
}

/** See golden/government/ORIGIN.md for where the numbers come from. */
const golden = (name: string): { readonly cases: unknown } =>
  JSON.parse(readFileSync(new URL(`golden/government/${name}.json`, import.meta.url), "utf8"));

const portfolios = golden("portfolios-real").cases as readonly Portfolios[];
const withoutZeros = (count: Table): Table => Object.fromEntries(Object.entries(count).filter(([, n]) => n > 0));

describe("runs of ministries in Northern Ireland", () => {
  const runs = portfolios.filter((c) => c.rule === "dhondt");
  const runOf = (c: Portfolios, steps?: Steps) =>
    share(
      {
        ...{ method: methodOf("dhondt"), offices: c.offices, weights: c.seats },
        ...{ tieBreak: c.firstPreferenceVotes, held: c.officesAlreadyHeld, refuse: c.refuse },
      },
      steps,
    );

  test("there are three of them", () => expect(runs.map((c) => c.id)).toEqual(["ni-2007", "ni-2016", "ni-2020"]));

  test.each(runs)("$id", (c) => {
    const got = runOf(c);
    expect(withoutZeros(got.count)).toEqual(c.count);
    if (c.actualOrderReadInSource !== false) expect(got.order).toEqual(c.order);
    expect(got.ties).toEqual([]);
  });

  test.each(runs)("$id: its ties, and the votes by the same divisor that decided them", (c) => {
    const steps = new Steps();
    runOf(c, steps);
    const all = [...steps];
    const ties = all
      .filter((step) => step.kind === "tie")
      .map((tie) => {
        const pick = all.find((step) => step.kind === "pick" && step.uses.includes(tie.id))!;
        const other = Object.keys(tie.in).find((id) => id !== pick.who)!;
        const { ownVotes, nextVotes } = pick.in;
        const votesQuotients = { [pick.who!]: ownVotes, [other]: nextVotes };
        const quotient = Object.values(tie.in)[0];
        return {
          pick: Number(pick.out["pick"]),
          tied: Object.keys(tie.in),
          quotient,
          votesQuotients,
          winner: pick.who,
        };
      });
    expect(ties).toEqual(c.tiesResolvedByFirstPreferenceVotes ?? []);
  });

  test("2007 without first preferences: the order ends at the first tie", () => {
    const c = runs.find((one) => one.id === "ni-2007")!;
    const got = share({ method: methodOf("dhondt"), offices: c.offices, weights: c.seats });
    expect(got.order).toEqual(c.order.slice(0, 2));
    expect(got.ties[0]).toEqual({ parties: ["DUP", "UUP"], seats: 2, orderOnly: true });
  });
});

describe("South Africa 1994, by Act 200 of 1993", () => {
  const { seats, portfolios: count, expected } = portfolios.find((c) => c.id === "za-1994")!;
  const parties = Object.entries(seats).map(([id, n]) => ({ id, seats: n, joins: true }));
  const shared = (office: unknown) => {
    const got = officeShare(officeSchema.parse(office), parties);
    if (isAbsent(got)) throw new Error(got.absent.code);
    return got;
  };

  test("ministers, s. 88: parties with twenty seats, the quota cut to two decimals", () => {
    const method = { quota: { "divide-by": "seats + 1", cut: "2 decimals" }, rest: ["largest-remainder"] };
    const got = shared({ count, to: "seats >= 20", method });
    expect(withoutZeros(got.count)).toEqual(expected!.portfolios);
    expect(got.quota).toBe(expected!.quota);
  });

  test("deputy presidents, s. 84: parties with eighty seats, or the two largest", () => {
    expect(shared({ each: 1, to: "seats >= 80", least: { largest: 2 } }).entitled).toEqual(expected!.deputyPresidents);
  });
});

interface Vector {
  readonly id: string;
  readonly sequence: readonly string[];
  readonly utilities: Readonly<Record<string, Table>>;
  readonly seats: Table;
  readonly portfolios: number;
  readonly expected: {
    readonly sincere: readonly string[];
    readonly dhondt:
      | Table
      | { readonly certain: Table; readonly left: number; readonly tiedForTheRest: readonly string[] };
    readonly sainteLague:
      | Table
      | { readonly certain: Table; readonly left: number; readonly tiedForTheRest: readonly string[] };
  };
}

describe("vectors by hand", () => {
  const vectors = golden("hand-vectors").cases as readonly Vector[];

  test.each(vectors.filter((c) => c.id.startsWith("picks-")))(
    "$id: sincere picks",
    ({ sequence, utilities, expected }) => {
      const parties = Object.keys(utilities);
      const offices = Object.keys(Object.values(utilities)[0]!).map((name) => `office ${name}`);
      const preferences = Object.fromEntries(
        parties.map((party) => [
          party,
          Object.entries(utilities[party]!)
            .sort(([, a], [, b]) => b - a)
            .map(([name]) => `office ${name}`),
        ]),
      );
      // Seats such that D'Hondt asks in the sequence of the vector: one party after another, in turn.
      const weights = Object.fromEntries(parties.map((party, i) => [party, 100 - i]));
      const got = share({ method: methodOf("dhondt"), offices, weights, preferences });
      expect(got.order).toEqual(sequence);
      expect(got.picks.map((pick) => pick.office)).toEqual(expected.sincere.map((name) => `office ${name}`));
    },
  );

  test.each(vectors.filter((c) => c.id.startsWith("gamson-")))(
    "$id: portfolios by divisors",
    ({ seats, portfolios, expected }) => {
      for (const [name, want] of [
        ["dhondt", expected.dhondt],
        ["sainte-lague", expected.sainteLague],
      ] as const) {
        const got = share({ method: methodOf(name), offices: portfolios, weights: seats });
        const open = got.ties.filter((tie) => !tie.orderOnly).map(({ parties, seats: left }) => ({ parties, left }));
        const { certain, left, tiedForTheRest } =
          "certain" in want ? (want as Exclude<typeof want, Table>) : { certain: want, left: 0, tiedForTheRest: [] };
        expect(got.count).toEqual(certain);
        expect(open).toEqual(left === 0 ? [] : [{ parties: tiedForTheRest, left }]);
      }
    },
  );
});
