import { describe, expect, test } from "vitest";
import { methodOf, methodSchema } from "../apportionment/method.ts";
import { isAbsent } from "../core/absent.ts";
import { InputError } from "../core/fault.ts";
import { Steps } from "../core/step.ts";
import { type OfficeShare, officeShare, type Party } from "./office.ts";
import { type Office, officeSchema } from "./schema.ts";

const body = (seats: Record<string, number>, more: (id: string) => Partial<Party> = () => ({})): Party[] =>
  Object.entries(seats).map(([id, n]) => ({ id, seats: n, joins: true, ...more(id) }));

/** South Africa, 1994: Act 200 of 1993, s. 84 and s. 88. */
const assembly = { ANC: 252, NP: 82, IFP: 43, FF: 9, DP: 7, PAC: 5, ACDP: 2, AMP: 0 };
const joining = (...ids: string[]) => body(assembly, (id) => ({ joins: ids.includes(id) }));
const minister = officeSchema.parse({
  count: 27,
  to: "seats >= 20",
  method: { quota: { "divide-by": "seats + 1", cut: "2 decimals" }, rest: "largest-remainder" },
});
const deputy = officeSchema.parse({ to: "seats >= 80", least: { largest: 2 }, each: 1, join: false });

function shared(office: Office, parties: readonly Party[], steps?: Steps): OfficeShare {
  const got = officeShare(office, parties, steps);
  if (isAbsent(got)) throw new Error(got.absent.code);
  return got;
}

describe("South Africa 1994", () => {
  test("27 ministers among the parties with twenty seats that join", () => {
    const got = shared(minister, joining("ANC", "NP", "IFP"));
    expect(got).toMatchObject({ order: [], picks: [], ties: [], entitled: ["ANC", "NP", "IFP"], quota: "673/50" });
    expect(got.count).toEqual({ ANC: 18, NP: 6, IFP: 3, FF: 0, DP: 0, PAC: 0, ACDP: 0 });
    expect(got.why).toEqual({
      ANC: { seats: 252, dividedBy: "673/50", quotient: "12600/673", whole: 18, surplus: "243/25" },
      NP: { seats: 82, dividedBy: "673/50", quotient: "4100/673", whole: 6, surplus: "31/25" },
      IFP: { seats: 43, dividedBy: "673/50", quotient: "2150/673", whole: 3, surplus: "131/50" },
    });
  });

  test("the National Party stays out: 295 / 28 = 10.53", () => {
    const got = shared(minister, joining("ANC", "IFP", "DP"));
    expect(got).toMatchObject({
      entitled: ["ANC", "IFP"],
      quota: "1053/100",
      count: { ANC: 23, NP: 0, IFP: 4, DP: 0 },
    });
  });

  test("deputy presidents: eighty seats, whether or not a party joins", () => {
    expect(shared(deputy, joining("ANC"))).toMatchObject({ entitled: ["ANC", "NP"], count: { ANC: 1, NP: 1, IFP: 0 } });
  });

  test("deputy presidents where one party or none has eighty seats: the two largest", () => {
    expect(shared(deputy, body({ A: 300, B: 79, C: 21 })).entitled).toEqual(["A", "B"]);
    expect(shared(deputy, body({ A: 50, B: 70, C: 60 })).entitled).toEqual(["B", "C"]);
    expect(shared(deputy, body({ A: 90, B: 90, C: 80 })).entitled).toEqual(["A", "B", "C"]);
  });

  test("two parties level for the second place: open, or by votes", () => {
    const parties = body({ A: 300, B: 50, C: 50 }, (id) => ({ votes: { A: 9n, B: 2n, C: 3n }[id] }));
    expect(shared(deputy, parties)).toMatchObject({
      ...{ entitled: ["A"], count: { A: 1, B: 0, C: 0 }, ties: [{ parties: ["B", "C"], seats: 1 }] },
    });
    expect(shared({ ...deputy, "tie-break": "votes" }, parties)).toMatchObject({ entitled: ["A", "C"], ties: [] });
  });

  test("official figures: agreement, disagreement, and parties left out", () => {
    const parties = joining("ANC", "NP", "IFP");
    const with_ = (count: Record<string, number>) =>
      shared({ ...minister, official: { count } }, parties).agreesWithOfficial;
    expect(with_({ ANC: 18, NP: 6, IFP: 3 })).toBe(true);
    expect(with_({ ANC: 18, NP: 6, IFP: 3, FF: 0 })).toBe(true);
    expect(with_({ ANC: 19, NP: 5, IFP: 3 })).toBe(false);
    expect(with_({ ANC: 18, NP: 6 })).toBe(false);
    expect(shared(minister, parties)).not.toHaveProperty("agreesWithOfficial");
  });

  test("steps lead from an office back to the entry", () => {
    const steps = new Steps();
    steps.rule = "s. 88";
    shared(minister, joining("ANC", "NP", "IFP"), steps);
    const kinds = [...steps].map(({ kind, who, rule }) => [kind, who, rule]);
    expect(kinds).toEqual([
      ["entitled", "ANC", "s. 88"],
      ["entitled", "NP", "s. 88"],
      ["entitled", "IFP", "s. 88"],
      ["quota", undefined, "s. 88"],
      ["whole-quotas", "ANC", "s. 88"],
      ["whole-quotas", "NP", "s. 88"],
      ["whole-quotas", "IFP", "s. 88"],
    ]);
    expect(steps.at(2)).toMatchObject({ in: { seats: "43", atLeast: "20" }, out: { entitled: "1" } });
  });
});

describe("entry", () => {
  const run: Office = { count: 4, method: methodOf("dhondt") };
  const parties = body({ A: 60, B: 35, C: 5 }, (id) => ({ votes: { A: 5n, B: 4n, C: 1n }[id] }));

  test("a share of all seats, or of all votes", () => {
    expect(shared({ ...run, to: "share >= 5%" }, parties).entitled).toEqual(["A", "B", "C"]);
    expect(shared({ ...run, to: "share > 5%" }, parties).entitled).toEqual(["A", "B"]);
    expect(shared({ ...run, to: "share(votes) > 1/10" }, parties).entitled).toEqual(["A", "B"]);
    expect(shared({ ...run, to: "votes >= 1" }, parties).entitled).toEqual(["A", "B", "C"]);
  });

  test("shares are of all seats of the body, also of those that do not join", () => {
    const apart = body({ A: 60, B: 35, C: 5 }, (id) => ({ joins: id !== "A" }));
    expect(shared({ ...run, to: "share >= 36%" }, apart).entitled).toEqual([]);
    expect(shared({ ...run, to: "share >= 35%" }, apart).entitled).toEqual(["B"]);
  });

  test("without a rule every party with seats that joins", () => {
    expect(shared(run, body({ A: 2, B: 1, C: 0 })).entitled).toEqual(["A", "B"]);
  });

  test("the largest come in only where fewer than so many did by the rule", () => {
    const popular = body({ A: 3, B: 2, C: 1 }, (id) => ({ votes: { A: 1n, B: 5n, C: 5n }[id] }));
    expect(shared({ ...run, to: "votes >= 5", least: { largest: 2 } }, popular).entitled).toEqual(["B", "C"]);
    expect(shared({ ...run, to: "votes > 5", least: { largest: 2 } }, popular).entitled).toEqual(["A", "B"]);
  });

  test("votes that are not known: absent, and says so", () => {
    expect(officeShare({ ...run, to: "share(votes) >= 5%" }, body({ A: 1 }))).toEqual({
      absent: { code: "no-votes", args: {} },
    });
  });

  test("level for the last place among those who share: undecided", () => {
    expect(officeShare({ ...run, to: "largest 2" }, body({ A: 3, B: 2, C: 2 }))).toEqual({
      absent: { code: "undecided", args: { parties: { list: ["B", "C"] }, seats: 1 } },
    });
  });

  test("nobody is entitled: nobody has one", () => {
    expect(shared({ ...run, to: "seats > 99" }, parties)).toMatchObject({
      ...{ entitled: [], count: { A: 0, B: 0, C: 0 }, impossible: { code: "nobody-takes-part" } },
    });
    expect(shared({ each: 1, to: "seats > 99" }, parties)).toMatchObject({ entitled: [], count: { A: 0, B: 0, C: 0 } });
    expect(shared({ each: 1, least: { largest: 2 } }, [])).toMatchObject({ entitled: [], count: {}, ties: [] });
  });
});

describe("a run with names, choices and refusals", () => {
  /** Northern Ireland, 8 May 2007; the seats as they were, three of the ten departments. */
  const seats = { DUP: 36, SF: 28, UUP: 18, SDLP: 16, APNI: 7 };
  const votes: Record<string, bigint> = { DUP: 207721n, SF: 180573n, UUP: 103145n, SDLP: 105164n, APNI: 36139n };
  const parties = body(seats, (id) => ({ votes: votes[id] }));
  const office: Office = { names: ["finance", "education", "enterprise"], method: methodOf("dhondt") };

  test("votes are used where the rule says so", () => {
    expect(shared(office, parties)).toMatchObject({
      order: ["DUP", "SF"],
      ties: [{ parties: ["DUP", "UUP"], seats: 1 }],
    });
    expect(shared({ ...office, "tie-break": "votes" }, parties).order).toEqual(["DUP", "SF", "DUP"]);
  });

  test("choices, an official order, and where each party stands after it", () => {
    const choices = { DUP: ["finance", "enterprise"], SF: ["education"] };
    const official = { count: { DUP: 2, SF: 1 }, order: ["DUP", "SF", "DUP"] };
    const got = shared({ ...office, "tie-break": "votes", choices, official }, parties);
    expect(got.picks.map((pick) => pick.office)).toEqual(["finance", "education", "enterprise"]);
    expect(got.agreesWithOfficial).toBe(true);
    expect(got.why["DUP"]).toEqual({ seats: 36, dividedBy: "3", quotient: "12" });
    expect(
      shared({ ...office, "tie-break": "votes", official: { ...official, order: ["SF", "DUP", "DUP"] } }, parties),
    ).toMatchObject({
      agreesWithOfficial: false,
    });
    expect(shared({ ...office, official }, parties).agreesWithOfficial).toBe(false);
  });

  test("an announcement agrees where only the order is open, not where an office is", () => {
    const equal = body({ A: 10, B: 10 });
    const run = (count: number, A: number) =>
      shared({ count, method: methodOf("dhondt"), official: { count: { A, B: 1 } } }, equal).agreesWithOfficial;
    expect(run(2, 1)).toBe(true);
    expect(run(3, 1)).toBe(false);
    expect(run(3, 2)).toBe(false);
  });

  test("where no divisor is left, or only its square is a fraction, there is no figure to give", () => {
    const ending = methodSchema.parse(JSON.parse('{"divisors": {"first": 1, "then": [2]}}'));
    expect(shared({ count: 3, method: ending }, body({ A: 9, B: 1 })).why).toEqual({
      B: { seats: 1, dividedBy: "2", quotient: "1/2" },
    });
    expect(shared({ count: 3, method: methodOf("huntington-hill") }, body({ A: 9, B: 1 })).why).toEqual({});
    expect(shared({ count: 1, method: methodOf("adams") }, body({ A: 9, B: 1 })).why).toEqual({
      A: { seats: 9, dividedBy: "1", quotient: "9" },
    });
  });

  test("who refuses stays entitled and takes none; what is held counts", () => {
    const got = shared({ ...office, refuse: ["SF"], held: { DUP: 1 } }, parties);
    expect(got).toMatchObject({
      entitled: ["DUP", "SF", "UUP", "SDLP", "APNI"],
      count: { DUP: 1, SF: 0, UUP: 1, SDLP: 1 },
    });
    expect(got.why).not.toHaveProperty("SF");
    expect(shared({ each: 2, refuse: ["SF"] }, parties).count).toMatchObject({ DUP: 2, SF: 0 });
  });

  test("steps of picks use the entry of their party", () => {
    const steps = new Steps();
    shared({ ...office, to: "seats >= 20", count: 1, names: undefined }, parties, steps);
    expect([...steps].map(({ kind, who, uses }) => [kind, who, uses])).toEqual([
      ["entitled", "DUP", []],
      ["entitled", "SF", []],
      ["entitled", "UUP", []],
      ["entitled", "SDLP", []],
      ["entitled", "APNI", []],
      ["pick", "DUP", [0]],
    ]);
  });
});

test("an office with faults is refused, all of them at once", () => {
  const office: Office = { count: 1, to: "seat >= 20", refuse: ["Z"] };
  try {
    officeShare(office, body({ A: 1 }));
    expect.unreachable();
  } catch (error) {
    expect((error as InputError).faults.map(({ path, code }) => [path, code])).toEqual([
      ["", "office-method"],
      ["/to", "entry-rule"],
      ["/refuse/0", "dangling"],
    ]);
  }
});
