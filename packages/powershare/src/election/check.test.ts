import { describe, expect, test } from "vitest";
import { check } from "../document/validate.ts";
import { checkLaw } from "./check.ts";
import { type Law, lawSchema, ruleOf } from "./schema.ts";

const allot = { seats: "district", among: "entry", within: "district", by: "vote" } as const;
const law: Law = {
  id: "law",
  seats: 20,
  areas: { district: { in: "land", seats: "given" }, land: { seats: 3 } },
  ballots: { vote: { marks: "list" } },
  stages: [
    {
      id: "entry",
      admit: {
        "any-of": ["share(vote of valid) >= 5%", { "all-of": ["count(vote) > 10", "count(vote) <= valid / seats"] }],
      },
    },
    { id: "local", allot, method: { divisors: "dhondt" }, source: { id: "act", at: "s. 1" } },
    {
      id: "all",
      allot: { seats: "(seats + 20) / 2", among: "entry", by: "vote", held: { stage: "local", as: "subtract" } },
      method: { divisors: "dhondt" },
      source: ["s. 2", { id: "act" }],
    },
  ],
  sources: { act: { title: "Act" } },
};
const faults = (change: object, sources?: Iterable<string> | null) =>
  checkLaw({ ...law, ...change }, sources).map(({ path, code, args }) =>
    typeof args["near"] === "string" && args["near"] !== "" ? `${path} ${code} ${args["near"]}` : `${path} ${code}`,
  );
const stage = (at: number, change: object) => ({
  stages: law.stages.map((s, i) => (i === at ? { ...s, ...change } : s)),
});
const allotment = (at: number, change: object) =>
  stage(at, { allot: { ...(law.stages[at] as { allot: object }).allot, ...change } });

test("a law that holds together has no fault", () => expect(faults({})).toEqual([]));

describe("every name that leads nowhere", () => {
  test.each<[string, object, string[]]>([
    ["no stage gives seats", { stages: [law.stages[0]] }, ["/stages law-no-seats"]],
    [
      "a stage twice",
      stage(1, { id: "entry" }),
      ["/stages/1/id stage-twice", "/stages/2/allot/held/stage stage-unknown"],
    ],
    [
      "a stage with a reserved name",
      stage(0, { id: "valid" }),
      ["/stages/0/id name-reserved", "/stages/1/allot/among stage-unknown", "/stages/2/allot/among stage-unknown"],
    ],
    ["an unknown stage", allotment(1, { among: "entri" }), ["/stages/1/allot/among stage-unknown entry"]],
    [
      "a later stage",
      allotment(1, { held: { stage: "all", as: "subtract" } }),
      ["/stages/1/allot/held/stage stage-later"],
    ],
    ["a stage that names itself", allotment(1, { among: "local" }), ["/stages/1/allot/among stage-later"]],
    ["a stage that admits nobody", allotment(2, { among: "local" }), ["/stages/2/allot/among stage-no-admit"]],
    [
      "a stage that gives no seats",
      allotment(2, { held: { stage: "entry", as: "subtract" } }),
      ["/stages/2/allot/held/stage stage-no-allot"],
    ],
    [
      "seats taken off over the whole, in each district",
      allotment(2, { within: "land" }),
      ["/stages/2/allot/held/stage held-area"],
    ],
    [
      "an unknown area",
      allotment(1, { within: "distict" }),
      ["/stages/1/allot/seats figure-unknown", "/stages/1/allot/within area-unknown district"],
    ],
    ["an area that is not counted in", allotment(2, { seats: "district" }), ["/stages/2/allot/seats figure-unknown"]],
    [
      "an unknown larger area",
      { areas: { ...law.areas, district: { in: "lands", seats: 1 } } },
      ["/areas/district/in area-unknown land"],
    ],
    [
      "areas in a circle",
      { areas: { ...law.areas, land: { in: "district", seats: 1 } } },
      ["/areas/district/in area-loop", "/areas/land/in area-loop"],
    ],
    ["an area with a reserved name", { areas: { ...law.areas, seats: { seats: 1 } } }, ["/areas/seats name-reserved"]],
    ["an unknown ballot", allotment(1, { by: "votes" }), ["/stages/1/allot/by ballot-unknown vote"]],
    ["no ballot", { ballots: {}, stages: [] }, ["/ballots law-no-ballot", "/stages law-no-seats"]],
    [
      "two ballots",
      { ballots: { vote: { marks: "list" }, second: { marks: "list" } } },
      ["/ballots/second law-one-ballot"],
    ],
    ["an unknown source", stage(1, { source: { id: "akt" } }), ["/stages/1/source/id source-unknown act"]],
    [
      "an unknown source in a list",
      stage(2, { source: ["s. 1", { id: "x" }] }),
      ["/stages/2/source/1/id source-unknown"],
    ],
  ])("%s", (_, change, expected) => expect(faults(change)).toEqual(expected));

  test("seats are taken off once", () => {
    const again = { ...law.stages[2], id: "again" };
    expect(faults({ stages: [...law.stages, again] })).toEqual(["/stages/3/allot/held/stage held-twice"]);
  });

  test("sources of the document around count, or are not looked at", () => {
    expect(faults(stage(1, { source: { id: "gazette" } }), ["gazette"])).toEqual([]);
    expect(faults(stage(1, { source: { id: "gazette" } }), null)).toEqual([]);
  });
});

describe("formulas", () => {
  test.each<[string, string[]]>([
    ["share(vote) >= 5", []],
    ["share(vote) =", ["/stages/0/admit expression-unexpected"]],
    ["shares(vote) >= 5%", ["/stages/0/admit figure-unknown share"]],
    ["share >= 5%", ["/stages/0/admit figure-no-ballot"]],
    ["share(votes) >= 5%", ["/stages/0/admit ballot-unknown vote"]],
    ["share(vote of all) >= 5%", ["/stages/0/admit base-unknown"]],
    ["count(vote of valid) >= 5", ["/stages/0/admit figure-no-base"]],
    ["share(vote of valid of valid) >= 5%", ["/stages/0/admit figure-no-base"]],
    ["count(vote) >= valid(vote) / 20", []],
    ["seats(vote) >= 5", ["/stages/0/admit figure-plain"]],
  ])("%s", (admit, expected) => expect(faults(stage(0, { admit }))).toEqual(expected));

  test("in a list, with the place in it", () => {
    expect(faults(stage(0, { admit: { "all-of": ["share(vote) > 1%", { "any-of": ["x"] }] } }))).toEqual([
      "/stages/0/admit/all-of/1/any-of/0 expression-ends",
    ]);
  });
  test("of seats", () =>
    expect(faults(allotment(1, { seats: "district-1" }))).toEqual(["/stages/1/allot/seats figure-unknown district"]));
});

describe("the form of a law", () => {
  const form = (change: object) => check(lawSchema, { ...law, ...change }).faults.map((f) => `${f.path} ${f.code}`);
  test.each<[string, object, string[]]>([
    ["seats are missing", { seats: undefined }, ["/seats missing"]],
    ["no seats", { seats: 0 }, ["/seats number-too-small"]],
    ["a key nobody reads", { threshold: "5%" }, ["/threshold unknown-key"]],
    ["a date that does not exist", { "text-as-of": "1994-02-30" }, ["/text-as-of date"]],
    [
      "seats held in a way that is not known",
      allotment(2, { held: { stage: "local", as: "start" } }),
      ["/stages/2/allot/held/as not-one-of"],
    ],
    ["a tie rule that is not known", stage(1, { ties: ["age"] }), ["/stages/1/ties/0 not-one-of"]],
    ["no stages", { stages: [] }, ["/stages too-few"]],
  ])("%s", (_, change, expected) => expect(form(change)).toEqual(expected));
});

test("the articles of a stage as one text", () => {
  expect(law.stages.map(ruleOf)).toEqual([undefined, "s. 1", "s. 2; act"]);
});
