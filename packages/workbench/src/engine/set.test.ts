import fc from "fast-check";
import { readDocument } from "powershare";
import { describe, expect, test } from "vitest";
import type { Files } from "../draft/draft.ts";
import { apply } from "../draft/history.ts";
import { computedOf, evaluate } from "./compute.ts";
import { afterSet, findingsIn, job, main, officesIn, seatsIn, southAfrica } from "./engine.testing.ts";
import { changesOf } from "./set.ts";

const law = "/bodies/assembly/law/stages/1/method";
const atMost = `${law}/rest/0/largest-remainder/at-most`;
const official = { ANC: 252, NP: 82, IFP: 43, FF: 9, DP: 7, PAC: 5, ACDP: 2 };
const valueIn = (files: Files, file = main) => readDocument(new TextEncoder().encode(files[file]), file).tree?.value;

test("votes in a table are changed there, and nowhere else", async () => {
  expect(changesOf(job(southAfrica), "/bodies/assembly/votes/ANC", "10000000")).toEqual([
    { file: "votes.csv", from: "party,votes\nANC,".length, remove: "12237655", insert: "10000000" },
  ]);
  const files = afterSet(southAfrica, "/bodies/assembly/votes/ANC", "10000000");
  expect(files[main]).toBe(southAfrica[main]);
  const seats = await seatsIn(files);
  expect(seats["ANC"]).toBeLessThan(252);
  expect(Object.values(seats).reduce((a, b) => a + b, 0)).toBe(400);
});

test("an entry rule is changed in its place", async () => {
  const pointer = "/government/offices/minister/to";
  const files = afterSet(southAfrica, pointer, "seats >= 5");
  expect(files[main]).toBe(southAfrica[main]!.replace("to: seats >= 20", "to: seats >= 5"));
  expect(await officesIn(southAfrica, "minister")).toEqual({ ANC: 18, NP: 6, IFP: 3 });
  // Who joins is stated: the ANC, the NP and the IFP. A bound above the IFP's 43 seats leaves two.
  expect(await officesIn(files, "minister")).toEqual({ ANC: 18, NP: 6, IFP: 3 });
  expect(Object.keys(await officesIn(afterSet(southAfrica, pointer, "seats >= 44"), "minister"))).toEqual([
    "ANC",
    "NP",
  ]);
});

// What tells the rule of 1994 from its neighbours: seats computed with another program from the same votes.
describe("a number of the law that ships", () => {
  test("is changed in the document, where the law is written first with its comments", async () => {
    const changes = changesOf(job(southAfrica), atMost, "400");
    expect(changes).toHaveLength(2);
    expect(changes.every(({ file }) => file === main)).toBe(true);
    const text = apply(southAfrica, changes)[main]!;
    expect(text).toContain("    law:\n      id: za-assembly-1994\n");
    expect(text).toContain("        - largest-remainder: { at-most: 400 }\n".replace(/^/, "      "));
    expect(text).toContain("# the first day of voting: Act 200 of 1993 as amended by Act 2 of 1994");
    expect(text.replace(/ {4}law:\n(?: {6}.*\n|\n)*/, "    law: za-assembly-1994\n")).toBe(southAfrica[main]);
  });

  test("raised above the seats that are left: largest remainders throughout", async () => {
    const seats = await seatsIn(afterSet(southAfrica, atMost, "400"));
    expect(seats).toEqual({ ...official, ANC: 251, IFP: 42, AMP: 1, AMCP: 1 });
  });

  test("taken out: the same", async () => {
    const inlined = afterSet(southAfrica, atMost, "6");
    const text = inlined[main]!.replace("- largest-remainder: { at-most: 6 }", "- largest-remainder");
    expect(text).not.toBe(inlined[main]);
    expect(await seatsIn({ ...inlined, [main]: text })).toEqual({ ...official, ANC: 251, IFP: 42, AMP: 1, AMCP: 1 });
  });

  test("the average of one seat more", async () => {
    const files = afterSet(southAfrica, `${law}/rest/1/highest-average`, "votes / (seats awarded + 1)");
    expect(await seatsIn(files)).toEqual({ ...official, ANC: 253, IFP: 42 });
  });

  test("set again: only the number changes, the law is written once", () => {
    const inlined = afterSet(southAfrica, atMost, "400");
    const changes = changesOf(job(inlined), atMost, "3");
    expect(changes.map(({ remove, insert }) => [remove, insert])).toEqual([["400", "3"]]);
  });

  test("set to what it is: the law stays a name", () => {
    expect(changesOf(job(southAfrica), atMost, "5")).toEqual([]);
  });

  test("a law that is written out gives the same scenario: its hash stays", async () => {
    const back = afterSet(afterSet(southAfrica, atMost, "400"), atMost, "5");
    expect(back[main]).not.toBe(southAfrica[main]);
    const [before, changed, after] = await Promise.all(
      [southAfrica, afterSet(southAfrica, atMost, "400"), back].map(findingsIn),
    );
    expect(after!.scenario.hash).toBe(before!.scenario.hash);
    expect(changed!.scenario.hash).not.toBe(before!.scenario.hash);
  });

  test("in a law of its own file, that file is changed", async () => {
    const inlined = afterSet(southAfrica, atMost, "6")[main]!;
    const lines = /law:\n((?: {6}.*\n|\n)*)/.exec(inlined)![1]!;
    const files = {
      ...southAfrica,
      [main]: southAfrica[main]!.replace("law: za-assembly-1994", "law: laws/own.yaml"),
      "laws/own.yaml": lines.replaceAll(/^ {6}/gm, ""),
    };
    const changes = changesOf(job(files), atMost, "400");
    expect(changes.map(({ file, remove, insert }) => [file, remove, insert])).toEqual([["laws/own.yaml", "6", "400"]]);
    expect(await seatsIn(apply(files, changes))).toEqual({ ...official, ANC: 251, IFP: 42, AMP: 1, AMCP: 1 });
  });
});

test("a majority that was not written is added below the body", async () => {
  const files = afterSet(southAfrica, "/government/majority", "267");
  expect(files[main]).toContain("government:\n  from: assembly\n  majority: 267\n");
  const found = await findingsIn(files);
  expect(found.outcomes[0]!.government).toMatchObject({ majority: 267 });
});

test("votes and seats of districts, in their tables", () => {
  const text = "bodies:\n  b: {votes: {file: v.csv}, districts: d.csv}\n";
  const files = {
    [main]: text,
    "v.csv": "district,party,votes\nn,A,1\ns,A,2\n",
    "d.csv": "district,seats\nn,1\ns,2\n",
  };
  const after = afterSet(afterSet(files, "/bodies/b/votes/s/A", "7"), "/bodies/b/districts/n", "9");
  expect(after).toEqual({
    [main]: text,
    "v.csv": "district,party,votes\nn,A,1\ns,A,7\n",
    "d.csv": "district,seats\nn,9\ns,2\n",
  });
});

test("decimals stay text, whole numbers are numbers", () => {
  const files = { [main]: "a: 1.4\nb: x\n" };
  expect(valueIn(afterSet(files, "/a", "1.50"))).toEqual({ a: "1.50", b: "x" });
  expect(valueIn(afterSet(files, "/b", "12"))).toEqual({ a: "1.4", b: 12 });
});

test.each<readonly [string, Files, string, RegExp]>([
  ["a broken text", { [main]: "a: [" }, "/a", /syntax/],
  ["an alias", { [main]: "a: &x 1\nb: *x\n" }, "/b", /alias/],
  ["a table that is not there", { [main]: "bodies: {b: {votes: v.csv}}" }, "/bodies/b/votes/A", /v\.csv.*syntax/],
  ["a law that is not there", { [main]: "bodies: {b: {law: own.yaml}}" }, "/bodies/b/law/seats", /own\.yaml.*syntax/],
])("says that it cannot set %s", (_, files, pointer, message) => {
  expect(() => changesOf(job(files), pointer, "7")).toThrow(message);
});

test("after a thousand values, set at random, the text can be read and has the last ones", async () => {
  const start = `# kept
powershare: 1
title: T
bodies:
  b:
    law: list-modified-sainte-lague # ships
    seats: 20
    parties: {A: {name: A}, B: {name: B}, C: {name: C}}
    votes: {A: 400, B: 300, C: 200} # cast
government:
  thresholds: {two thirds: 14}
  offices:
    minister: {count: 9, to: seats >= 2, method: {divisors: dhondt}, assumed: true} # shared
`;
  const inputs = computedOf(job({ [main]: start }), await evaluate(job({ [main]: start }))).result!.inputs;
  expect(inputs.length).toBeGreaterThan(9);
  let files: Files = { [main]: start };
  const set = new Map<string, string>();
  for (const [n, value] of fc.sample(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 99_999 })), {
    seed: 6,
    numRuns: 1000,
  })) {
    const { pointer, kind, options } = inputs[n % inputs.length]!;
    const to = kind === "rule" ? (options?.[value % options.length] ?? `seats >= ${value}`) : String(value);
    files = afterSet(files, pointer, to);
    set.set(pointer, to);
  }
  const text = files[main]!;
  for (const comment of ["# kept", "# ships", "# cast", "# shared"]) expect(text).toContain(comment);
  const read = valueIn(files) as Readonly<Record<string, unknown>>;
  for (const [pointer, value] of set) {
    const at = pointer
      .slice(1)
      .split("/")
      .reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], read);
    expect([pointer, String(at)]).toEqual([pointer, value]);
  }
});
