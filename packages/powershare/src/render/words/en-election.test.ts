import { describe, expect, test } from "vitest";
import { type Fault, InputError } from "../../core/fault.ts";
import { electByMethod, type MethodInput } from "../../election/by-method.ts";
import { checkLaw } from "../../election/check.ts";
import { elect } from "../../election/elect.ts";
import type { Law } from "../../election/schema.ts";
import { readMagnitudes, readVotes } from "../../election/votes.ts";
import { faultLine } from "../faults.ts";
import { wordsOf } from "../words.ts";
import { enElection } from "./en-election.ts";
import { enFaults } from "./en-faults.ts";

const words = wordsOf("en", { ...enFaults, ...enElection }, { group: " " });
const said = (faults: readonly Fault[]) => faults.map((f) => faultLine(f, words));
const thrown = (call: () => unknown): string[] => {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return said(error.faults);
    throw error;
  }
  return [];
};
const bytes = (text: string) => new TextEncoder().encode(text);

test("each fault has its mend", () => {
  const codes = Object.keys(enElection).filter((key) => key.startsWith("fault.") && !key.endsWith(".mend"));
  expect(codes.filter((code) => enElection[`${code}.mend`] === undefined)).toEqual([]);
  for (const code of codes) expect(enElection[code]).not.toMatch(/\.$/);
  for (const code of codes) expect(enElection[`${code}.mend`]).toMatch(/[.}]$/);
  expect(Object.values(enElection).join(" ")).not.toMatch(/invalid|illegal/i);
});

describe("votes, word for word", () => {
  test("every fault of a table", () => {
    const table =
      'district,party,votes\nn,A,-12\nn,B,3.983\nn,C,12,345\nn,A,1\nn,,2.5\n,D,\nn,17,many\nn,E\nn,NPP,9007199254740992\nn,"F"x,1\n';
    expect(
      said(
        readVotes(bytes(table.replace('n,"F"x,1\n', "")), "votes.csv", null, ["A", "B", "C", "D", "E", "NP", "17"])
          .faults,
      ),
    ).toEqual([
      "votes.csv:2:5: -12 is less than no votes. Write a whole number from 0 on.",
      "votes.csv:3:5: “3.983” can mean 3983 or a number with decimals. Write 3983 if these are the votes.",
      "votes.csv:4:5: “12,345” has signs between its digits. Write 12345.",
      "votes.csv:5:3: A stands here a second time in n; it is first in line 2. Keep one of the two lines, or add them up.",
      "votes.csv:6:3: The name of the party is missing. Write it, or remove the line.",
      "votes.csv:6:4: 2.5 is not a whole number of votes. Write the votes as they were counted, without a fraction.",
      "votes.csv:7:1: The name of the district is missing. Write it, or remove the line.",
      "votes.csv:7:4: The number of votes is missing. Write it, 0 if there were none.",
      "votes.csv:8:3: 17 is a number, and a party needs a name. Write a name with a letter in it, as in list-17.",
      "votes.csv:8:6: “many” is not a number of votes. Write digits 0 to 9, nothing else.",
      "votes.csv:9:1: This line has 2 cells where the first line has 3. Write district,party,votes; put a value with a comma in it in quotation marks.",
      "votes.csv:10:3: NPP is not a party of this document. Did you mean NP?",
      "votes.csv:10:7: 9007199254740992 is more than 9007199254740991, the most that is counted. Write the votes as they were counted.",
    ]);
    expect(said(readVotes(bytes(table), "votes.csv", null).faults)).toEqual([
      'votes.csv:11:3: "F"x has a quotation mark where none can stand. Put the whole value in quotation marks and double those inside, or write none.',
    ]);
  });

  test.each([
    [
      "ANC,1\n",
      "v.csv:1:1: The first line, “ANC,1”, does not name the columns. Write party,votes or district,party,votes as the first line.",
    ],
    ["party;votes\nA;1\n", "v.csv:1:1: The cells are separated by “;”. Write commas between the cells."],
    ["party\tvotes\n", "v.csv:1:1: The cells are separated by tabs. Write commas between the cells."],
    ["partei,votes\nA,1\n", "v.csv:1:1: “partei” is not a column that is read here. Did you mean party?"],
    [
      "party,votes,share\nA,1,2\n",
      "v.csv:1:13: “share” is not a column that is read here. Remove the column; those that are read are district, party, or votes.",
    ],
    ["party,votes,votes\nA,1,2\n", "v.csv:1:13: Two columns are called votes. Keep one of the two."],
    [
      "district,party\nn,A\n",
      "v.csv:1:1: There is no column votes. Write party,votes or district,party,votes as the first line.",
    ],
    ["party,votes\n", "v.csv:1:1: Below the names of the columns there is nothing. Write one line for each row."],
    [
      'party,votes\n"A,1\n',
      "v.csv:2:1: A value begins with a quotation mark and has none at its end. Write the closing quotation mark, or remove the first.",
    ],
  ])("%j", (text, expected) => expect(said(readVotes(bytes(text), "v.csv", null).faults)).toEqual([expected]));

  test("seats of districts", () => {
    expect(said(readMagnitudes(bytes("district,seats\nn,-1\nn,1000001\ns,\n"), "s.csv", null).faults)).toEqual([
      "s.csv:2:3: -1 is less than no seats. Write a whole number from 0 on.",
      "s.csv:3:1: n stands here a second time; it is first in line 2. Keep one of the two lines.",
      "s.csv:3:3: 1000001 is more than 1000000, the most seats that are given out. Write the seats of this district.",
      "s.csv:4:3: The number of seats is missing. Write it.",
    ]);
  });
});

describe("laws, word for word", () => {
  const law: Law = {
    id: "law",
    seats: 3,
    areas: { district: { seats: "given" } },
    ballots: { vote: { marks: "list" } },
    stages: [
      { id: "entry", admit: "share(vote) >= 5%" },
      {
        id: "seats-won",
        allot: { seats: "district", among: "entry", within: "district", by: "vote" },
        method: { divisors: "dhondt" },
      },
    ],
  };
  const allot = (change: object) => [
    law.stages[0],
    { ...law.stages[1], allot: { ...(law.stages[1] as { allot: object }).allot, ...change } },
  ];
  test.each<[object, string]>([
    [
      { stages: allot({ among: "entri" }) },
      "stages.1.allot.among: entri is not an earlier stage of the law. Did you mean entry?",
    ],
    [
      { stages: allot({ among: "x" }) },
      "stages.1.allot.among: x is not an earlier stage of the law. Write parties or entry.",
    ],
    [
      { stages: allot({ held: { stage: "x", as: "subtract" } }) },
      "stages.1.allot.held.stage: x is not an earlier stage of the law. No stage before this one can stand here.",
    ],
    [
      { stages: allot({ among: "seats-won" }) },
      "stages.1.allot.among: seats-won does not come before seats-won, and a stage can use earlier ones only. Move seats-won up, or name an earlier stage.",
    ],
    [
      { stages: allot({ seats: "district-1" }) },
      "stages.1.allot.seats: “district-1” at character 1 is not a figure that is known here. Did you mean district? A minus needs a space on both sides.",
    ],
    [
      { stages: [{ id: "entry", admit: "share >= 5%" }, law.stages[1]] },
      "stages.0.admit: share at character 1 does not say of which ballot. Write the ballot in brackets, here vote.",
    ],
    [
      { stages: [{ id: "entry", admit: "share(vote) = 5%" }, law.stages[1]] },
      "stages.0.admit: “=” at character 13 of “share(vote) = 5%” stands where >=, >, <= or < belongs. Compare two figures, as in share(vote) >= 5%.",
    ],
    [
      { stages: [{ id: "entry", admit: "share(vote) >=" }, law.stages[1]] },
      "stages.0.admit: “share(vote) >=” ends where a number or a figure belongs. Write a number, as in 5%, or a figure, as in share(vote).",
    ],
    [
      { ballots: {}, stages: allot({ by: "vote" }).slice(1) },
      "ballots: The law has no ballot. Write `ballots: {vote: {marks: list}}`.",
    ],
  ])("%j", (change, expected) => expect(said(checkLaw({ ...law, ...change }))).toContain(expected));
});

describe("counts, word for word", () => {
  const votes = { kind: "whole", votes: { A: 11n, B: 11n, C: 11n } } as const;
  const input: MethodInput = { method: "dhondt", parties: ["A", "B", "C"], votes, seats: 4 };
  test.each<[string, Partial<MethodInput>, string]>([
    [
      "a lot of too few",
      { lots: [{ among: ["A", "B"], taken: ["A"] }] },
      "lots.0: No tie is open between exactly A and B, so this lot decides nothing. Remove the lot, or name all who are level: A, B, C.",
    ],
    [
      "a lot where nothing is tied",
      { seats: 3, lots: [{ where: "north", among: ["A", "B"], taken: ["A"] }] },
      "lots.0: No tie is open between exactly A and B in north, so this lot decides nothing. Remove the lot: nothing is tied.",
    ],
    [
      "a lot with two winners",
      { lots: [{ among: ["A", "B", "C"], taken: ["A", "C"] }] },
      "lots.0.taken: A, B, and C are level for one seat, and the lot names 2 winners. Write one winner under `taken`.",
    ],
    [
      "a threshold",
      { threshold: "5" },
      "threshold: “5” is not a share of the votes. Write a share from 0% to 100%, as in 5% or 1/20.",
    ],
    ["a method", { method: "dhont" }, "dhont is not a method. Did you mean dhondt?"],
    ["seats", { seats: -1 }, "seats: -1 is not a number of seats. Write a whole number from 0 to 1000000."],
  ])("%s", (_, change, expected) => expect(thrown(() => electByMethod({ ...input, ...change }))).toEqual([expected]));

  test("why there is no result", () => {
    const law: Law = {
      id: "law",
      seats: 2,
      ballots: { vote: { marks: "list" } },
      stages: [
        { id: "entry", admit: "share(vote) > 50%" },
        { id: "lists", allot: { seats: 2, among: "entry", by: "vote" }, method: { divisors: "dhondt" } },
      ],
    };
    const { impossible } = elect({ law, parties: ["A", "B", "C"], votes });
    expect(words.say({ id: `absent.${impossible!.code}`, args: impossible!.args })).toBe(
      "No party met the conditions of the law, so nobody can take the 2 seats.",
    );
  });
});
