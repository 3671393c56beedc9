import { describe, expect, test } from "vitest";
import { keysOf } from "../core/fault.ts";
import { en } from "../render/words/en.ts";
import { wordsOf } from "../render/words.ts";
import { shippedLaw } from "../scenario/laws.ts";
import { loadScenario } from "../scenario/load.ts";
import { settle } from "../settlement/settle.ts";
import { type Input, inputsOf } from "./inputs.ts";

const words = wordsOf("en-GB", en);
const bytes = (text: string) => new TextEncoder().encode(text);

/** The inputs of a document, and the document with laws and votes written in it. */
async function read(text: string, files: Readonly<Record<string, string>> = {}) {
  const { scenario, written, faults } = await loadScenario(bytes(text), "s.yaml", async (name) => bytes(files[name]!));
  if (!scenario) throw new Error(JSON.stringify(faults));
  const inputs = inputsOf(settle(scenario), { document: written, law: (name) => shippedLaw(name)?.value });
  return { inputs };
}

const shown = ({ pointer, kind, value }: Input) => `${pointer} ${kind} ${value}`;
const named = ({ group, label }: Input) => `${words.say(group)}: ${words.say(label)}`;

const southAfrica = `
powershare: 1
title: T
bodies:
  assembly:
    law: za-assembly-1994
    parties: {A: {name: A}, B: {name: B}}
    votes: votes.csv
government:
  thresholds: {two thirds: 267}
  offices:
    deputy: {name: Deputies, to: seats >= 80, least: {largest: 2}, each: 1, assumed: true}
    minister: {count: 27, method: {quota: {divide-by: seats + 1, plus: "0.5"}, rest: largest-remainder}, held: {A: 1}}
`;

describe("votes from a file, a law that ships, offices", async () => {
  const { inputs } = await read(southAfrica, { "votes.csv": "party,votes\nA,600\nB,400\n" });

  test("all that can be changed, each in its section and with its value", () => {
    expect(inputs.map((input) => `${input.section} ${shown(input)}`)).toEqual([
      "seats /bodies/assembly/votes/A votes 600",
      "seats /bodies/assembly/votes/B votes 400",
      "seats /bodies/assembly/law/seats seats 400",
      "seats /bodies/assembly/law/stages/0/allot/seats rule region",
      "seats /bodies/assembly/law/stages/0/method/quota/divide-by rule seats + 1",
      "seats /bodies/assembly/law/stages/0/method/quota/plus number 1",
      "seats /bodies/assembly/law/stages/0/method/quota/cut rule whole",
      "seats /bodies/assembly/law/stages/1/allot/seats seats 400",
      "seats /bodies/assembly/law/stages/1/method/quota/divide-by rule seats + 1",
      "seats /bodies/assembly/law/stages/1/method/quota/plus number 1",
      "seats /bodies/assembly/law/stages/1/method/quota/cut rule whole",
      "seats /bodies/assembly/law/stages/1/method/rest/0/largest-remainder/at-most number 5",
      "seats /bodies/assembly/law/stages/1/method/rest/1/highest-average rule votes / seats awarded",
      "governments /government/majority seats 201",
      "governments /government/thresholds/two thirds seats 267",
      "cabinet /government/offices/deputy/each number 1",
      "cabinet /government/offices/deputy/to rule seats >= 80",
      "cabinet /government/offices/deputy/least/largest number 2",
      "cabinet /government/offices/minister/count number 27",
      "cabinet /government/offices/minister/held/A number 1",
      "cabinet /government/offices/minister/method/quota/divide-by rule seats + 1",
      "cabinet /government/offices/minister/method/quota/plus number 0.5",
    ]);
  });

  test("every value stands where its pointer says, once the law is written in the document", () => {
    const law = shippedLaw("za-assembly-1994")!.value;
    for (const { pointer, value } of inputs.filter((i) => i.pointer.includes("/law/"))) {
      const at = keysOf(pointer.slice("/bodies/assembly/law".length));
      expect(String(at.reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], law))).toBe(value);
    }
  });

  test("has names under headings, and the words where only some may stand", () => {
    const atMost = inputs.find((input) => input.pointer.endsWith("at-most"))!;
    expect(named(atMost)).toBe("The law, stage “national” (Sch. 2 items 6 and 7(3)): Most seats by largest remainder");
    expect(named(inputs[0]!)).toBe("Votes: A");
    expect(named(inputs.find((input) => input.pointer.endsWith("/deputy/to"))!)).toBe("Deputies: Who may have one");
    const average = inputs.find((input) => input.pointer.endsWith("highest-average"))!;
    expect(average.options).toEqual(["votes / seats awarded", "votes / (seats awarded + 1)"]);
    expect(inputs.find((input) => input.pointer.endsWith("quota/cut"))!.options).toBe(null);
  });
});

test("votes by district, seats of the districts, and a law that is written in the document", async () => {
  const text = `
powershare: 1
title: T
bodies:
  house:
    seats: 3
    law:
      id: x
      seats: given
      areas: {district: {seats: given}}
      ballots: {vote: {marks: list}}
      stages:
        - {id: bar, admit: {any-of: [share(vote) >= 5%, count(vote) >= 10]}}
        - {id: given-out, allot: {seats: district, among: bar, within: district, by: vote}, method: dhondt}
    parties: {A: {name: A}, B: {name: B}}
    votes: votes.csv
    districts: seats.csv
  senate:
    parties: {C: {name: C}}
    result: {seats: {C: 5}}
`;
  const { inputs } = await read(text, {
    "votes.csv": "district,party,votes\nnorth,A,10\nnorth,B,20\nsouth,A,7\nsouth,B,0\n",
    "seats.csv": "district,seats\nnorth,2\nsouth,1\n",
  });
  expect(inputs.map((input) => `${input.section} ${shown(input)}`)).toEqual([
    "seats-house /bodies/house/votes/north/A votes 10",
    "seats-house /bodies/house/votes/north/B votes 20",
    "seats-house /bodies/house/votes/south/A votes 7",
    "seats-house /bodies/house/votes/south/B votes 0",
    "seats-house /bodies/house/seats seats 3",
    "seats-house /bodies/house/districts/north seats 2",
    "seats-house /bodies/house/districts/south seats 1",
    "seats-house /bodies/house/law/stages/0/admit/any-of/0 rule share(vote) >= 5%",
    "seats-house /bodies/house/law/stages/0/admit/any-of/1 rule count(vote) >= 10",
    "seats-house /bodies/house/law/stages/1/allot/seats rule district",
    "seats-house /bodies/house/law/stages/1/method rule dhondt",
    "seats-senate /bodies/senate/result/seats/C seats 5",
  ]);
  expect(inputs.find((input) => input.value === "dhondt")!.options).toContain("sainte-lague");
});

test("divisors that a law states are numbers, without what says that they go on", async () => {
  const method = "{divisors: {first: 1.4, then: [3, 5, 7, ...]}}";
  const { inputs } = await read(
    `{powershare: 1, title: T, bodies: {b: {law: list-dhondt, seats: 5, parties: {A: {name: A}}, votes: {A: 1}}}, government: {offices: {o: {count: 1, method: ${method}}}}}`,
  );
  expect(inputs.filter(({ section }) => section === "cabinet").map(shown)).toEqual([
    "/government/offices/o/count number 1",
    "/government/offices/o/method/divisors/first number 1.4",
    "/government/offices/o/method/divisors/then/0 number 3",
    "/government/offices/o/method/divisors/then/1 number 5",
    "/government/offices/o/method/divisors/then/2 number 7",
  ]);
  expect(inputs.find(({ value }) => value === "5")!.pointer).toBe("/bodies/b/seats");
  expect(named(inputs.find(({ pointer }) => pointer.endsWith("then/0"))!)).toBe("o: Divisor of seat 2");
});

test("a scenario without bodies has none", async () => {
  expect((await read("{powershare: 1, title: T}")).inputs).toEqual([]);
});
