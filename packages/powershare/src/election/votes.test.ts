import { describe, expect, test } from "vitest";
import type { Law } from "./schema.ts";
import { districtArea, readMagnitudes, readVotes } from "./votes.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const votes = (text: string, parties?: readonly string[]) => readVotes(bytes(text), "v.csv", null, parties);
const faults = (text: string, parties?: readonly string[]) =>
  votes(text, parties).faults.map((f) => `${f.where!.line}:${f.where!.column} ${f.code}`);

describe("votes", () => {
  test("of parties, in the order of the file", () => {
    expect(votes("party,votes\nNP,3\nANC,12\n")).toEqual({
      votes: { kind: "whole", votes: { NP: 3n, ANC: 12n } },
      parties: ["NP", "ANC"],
      faults: [],
    });
  });
  test("by district, columns in any order and case", () => {
    expect(votes('Votes,PARTY,district\n9007199254740991,"A, united",north\n0,B,north\n5,B,south\n').votes).toEqual({
      kind: "districts",
      area: "district",
      districts: { north: { "A, united": 9007199254740991n, B: 0n }, south: { B: 5n } },
    });
  });
  test("names that an object could trip over", () => {
    expect(votes("party,votes\nconstructor,1\ntoString,2\n").votes).toEqual({
      kind: "whole",
      votes: { constructor: 1n, toString: 2n },
    });
  });
});

describe("every fault is listed with its line and column", () => {
  const head = "party,votes\n";
  test.each([
    ["-12", "votes-negative"],
    ["−12", "votes-negative"],
    ["3.983", "votes-ambiguous"],
    ["1.234.567", "votes-grouped"],
    ['"1,234"', "votes-grouped"],
    ["1,234", "votes-grouped"],
    ["12,345,678", "votes-grouped"],
    ["1 234", "votes-grouped"],
    ["1\u202f234", "votes-grouped"],
    ["1'234", "votes-grouped"],
    ["12.5", "votes-not-whole"],
    ["12.0", "votes-not-whole"],
    ['"12,5"', "votes-not-whole"],
    ["1/2", "votes-not-whole"],
    ["9007199254740992", "votes-too-large"],
    ["", "votes-missing"],
    ["many", "votes-not-a-number"],
    ["1e6", "votes-not-a-number"],
    ["١٢", "votes-not-a-number"],
    ["+5", "votes-not-a-number"],
  ])("votes of %s: %s", (text, code) => expect(faults(`${head}A,1\nB,${text}\n`)).toEqual([`3:3 ${code}`]));

  test("digits to write are in the fault", () => {
    expect(votes(`${head}A,"12,345"\nB,3.983\n`).faults.map((f) => f.args["write"])).toEqual(["12345", "3983"]);
  });

  test("several at once, in the order of the file", () => {
    expect(faults(`${head}A,-1\n,2\nA,3\n12,4\nB\n__proto__,1\n`)).toEqual([
      "2:3 votes-negative",
      "3:1 party-missing",
      "4:1 party-twice",
      "5:1 party-number",
      "6:1 csv-cells",
      "7:1 reserved-key",
    ]);
  });

  test("a party twice in a district, not in two", () => {
    expect(faults("district,party,votes\nn,A,1\ns,A,2\nn,A,3\n,B,1\n")).toEqual([
      "4:3 party-twice",
      "5:1 district-missing",
    ]);
    expect(votes("district,party,votes\nn,A,1\nn,A,3\n").faults[0]!.args).toEqual({
      party: "A",
      where: "n",
      line: "2",
    });
  });

  test("parties that do not stand, and those that have no line", () => {
    const { faults: found } = votes("party,votes\nANC,1\nXYZ,2\n", ["ANC", "NP"]);
    expect(found.map((f) => [f.where!.line, f.code, f.args["near"] || f.args["party"]])).toEqual([
      [1, "party-without-votes", "NP"],
      [3, "dangling", undefined],
    ]);
  });

  test("a party that is misspelt is not missing besides", () => {
    const { faults: found } = votes("party,votes\nANC,1\nNPP,2\n", ["ANC", "NP"]);
    expect(found.map((f) => [f.where!.line, f.code, f.args["near"]])).toEqual([[3, "dangling", "NP"]]);
  });

  test.each([
    ["an empty file", "", ["1:1 csv-empty"]],
    ["a head and nothing else", "party,votes\n", ["1:1 csv-no-rows"]],
    ["no head", "ANC,12\nNP,3\n", ["1:1 csv-no-header"]],
    ["a misspelt column", "party,vote\nA,1\n", ["1:7 csv-header"]],
    ["a column too many", "party,votes,seats\nA,1,1\n", ["1:13 csv-header"]],
    ["a column twice", "party,party,votes\nA,A,1\n", ["1:7 csv-header-twice"]],
    ["a column that is missing", "district,party\nn,A\n", ["1:1 csv-no-column"]],
    ["semicolons", "party;votes\nA;1\n", ["1:1 csv-separator"]],
    ["tabs", "party\tvotes\nA\t1\n", ["1:1 csv-separator"]],
    ["a quotation mark that is not closed", 'party,votes\n"A,1\n', ["2:1 csv-quote-open"]],
  ])("%s", (_, text, expected) => expect(faults(text)).toEqual(expected));

  test("a misspelt column comes with the name that is meant", () => {
    expect(votes("partei,votes\nA,1\n").faults[0]!.args["near"]).toBe("party");
  });

  test("bytes that are not UTF-8", () => {
    expect(readVotes(Uint8Array.of(0x70, 0xff), "v.csv", null).faults.map((f) => f.code)).toEqual(["not-utf-8"]);
  });
});

describe("seats of districts", () => {
  const seats = (text: string) => readMagnitudes(bytes(text), "s.csv", null);
  test("by the area of the law", () => {
    expect(seats("district,seats\nnorth,4\nsouth,0\n")).toEqual({
      magnitudes: { district: { north: 4, south: 0 } },
      faults: [],
    });
  });
  test("faults", () => {
    const text = 'district,seats\nn,-4\nn,3\n,1\ns,"1,000"\nw,1000001\ne,2.5\n';
    expect(seats(text).faults.map((f) => `${f.where!.line}:${f.where!.column} ${f.code}`)).toEqual([
      "2:3 seats-negative",
      "3:1 district-twice",
      "4:1 district-missing",
      "5:3 seats-grouped",
      "6:3 seats-too-large",
      "7:3 seats-not-whole",
    ]);
    expect(seats(text).magnitudes).toBeNull();
  });
});

test("districts are of the area in which the law counts, or of its only one", () => {
  const law: Law = {
    id: "l",
    seats: 1,
    ballots: {},
    areas: { land: { seats: "given" }, kreis: { in: "land", seats: 1 } },
    stages: [],
  };
  expect([districtArea(null), districtArea({ ...law, areas: {} }), districtArea(law)]).toEqual([
    "district",
    "district",
    "land",
  ]);
  const within = {
    id: "s",
    allot: { seats: 1, among: "parties", by: "vote", within: "kreis" },
    method: { divisors: "dhondt" },
  } as const;
  expect(districtArea({ ...law, stages: [within] })).toBe("kreis");
});
