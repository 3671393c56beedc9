import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../src/cli/main.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const southAfrica = join(root, "cases/south-africa-1994/scenario.yaml");
const syria = join(root, "cases/syria-2015/scenario.yaml");
const votes = join(root, "cases/south-africa-1994/votes.csv");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "powershare-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line in this process, as on a terminal of 80 columns without colour. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const io = {
    print: (text: string) => void (out += text.endsWith("\n") ? text : `${text}\n`),
    tell: (text: string) => void (err += text.endsWith("\n") ? text : `${text}\n`),
    width: 80,
    colour: false,
    unicode: true,
  };
  return { code: await main(argv, io), out, err };
}

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test.each([
  ["run", southAfrica],
  ["run", syria],
  ["relations", syria],
  ["govern", southAfrica],
  ["share", southAfrica],
])("%s %s prints a report of at most 80 columns and no colour", async (command, scenario) => {
  const { code, out, err } = await run(command, scenario);
  expect([code, err]).toEqual([0, ""]);
  expect(Math.max(...out.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  expect(out).not.toContain("\u001b");
});

test.each([
  ["run", southAfrica],
  ["run", syria],
  ["check", syria],
  ["relations", syria],
  ["govern", southAfrica],
  ["share", southAfrica],
  ["elect", votes, "--method", "dhondt", "--seats", "400"],
  ["elect", votes, "--law", "za-assembly-1994"],
  ["laws"],
  ["schema"],
])("%s %s … --json prints one JSON object and nothing else", async (...argv) => {
  const { code, out, err } = await run(...argv, "--json");
  expect([code, err]).toEqual([0, ""]);
  expect(typeof JSON.parse(out)).toBe("object");
});

describe("elect", () => {
  test("gives the seats that the rules next to South Africa's would give", async () => {
    const seats = async (...argv: string[]) => JSON.parse((await run("elect", votes, ...argv, "--json")).out).seats;
    // D'Hondt for all 400, and plain largest remainders: recomputed independently for the case.
    expect(await seats("--method", "dhondt", "--seats", "400")).toMatchObject({
      ANC: 254,
      NP: 83,
      IFP: 42,
      FF: 8,
      DP: 7,
      PAC: 5,
      ACDP: 1,
    });
    expect(await seats("--method", "lr-droop", "--seats", "400")).toMatchObject({ ANC: 251, IFP: 42, AMP: 1, AMCP: 1 });
    expect(await seats("--law", "za-assembly-1994")).toMatchObject({
      ANC: 252,
      NP: 82,
      IFP: 43,
      FF: 9,
      DP: 7,
      PAC: 5,
      ACDP: 2,
    });
  });

  test("explains every step, and ties name the step that found them", async () => {
    const level = file("level.csv", "party,votes\nA,10\nB,10\n");
    const found = JSON.parse(
      (await run("elect", level, "--method", "dhondt", "--seats", "1", "--json", "--explain")).out,
    );
    expect([found.seats, found.ways, found.ties[0].parties, found.ties[0].seats]).toEqual([
      { A: 0, B: 0 },
      2,
      ["A", "B"],
      1,
    ]);
    expect(found.steps[found.ties[0].step].kind).toBe("tie");
    const plain = JSON.parse((await run("elect", level, "--method", "dhondt", "--seats", "1", "--json")).out);
    expect([plain.steps, plain.ties[0].step]).toEqual([undefined, found.ties[0].step]);
    expect((await run("elect", level, "--method", "dhondt", "--seats", "1")).out).toMatch(/A and B are level/);
  });

  test("a quota that gives out too many seats is no result, and no failure", async () => {
    const path = file("imperiali.csv", "party,votes\nA,50\nB,30\nC,20\n");
    const { code, out } = await run("elect", path, "--method", "lr-imperiali", "--seats", "2", "--json");
    expect([code, JSON.parse(out).impossible.code]).toEqual([0, "over-allotment"]);
  });

  test("districts have their own seats", async () => {
    const path = file("districts.csv", "district,party,votes\nnorth,A,60\nnorth,B,40\nsouth,A,10\nsouth,B,90\n");
    const seats = file("seats.csv", "district,seats\nnorth,3\nsouth,2\n");
    const found = JSON.parse((await run("elect", path, "--method", "dhondt", "--seats", seats, "--json")).out);
    expect([found.seats, found.districts]).toEqual([
      { A: 2, B: 3 },
      { north: { A: 2, B: 1 }, south: { A: 0, B: 2 } },
    ]);
  });
});

describe("exit codes", () => {
  test.each([
    [["frobnicate"], /frobnicate/],
    [["run"], /scenario/],
    [["run", syria, "--colour"], /--colour/],
    [["elect", votes], /--method or --law/],
    [["elect", votes, "--method", "dhondt"], /--seats/],
    [["elect", votes, "--law", "list-dhondt", "--threshold", "5%"], /--threshold/],
    [["run", syria, "--outcome", "0"], /outcome/],
    [["run", syria, "--outcome", "2"], /no outcome has this number/],
    [[], /Usage/],
  ] as const)("2 for %j, and what to do", async (argv, told) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(told);
  });

  test.each([
    [["run", "nowhere.yaml"], /nowhere\.yaml:1:1: There is no file/],
    [["run", root], /is a folder/],
    [["elect", votes, "--method", "dhont", "--seats", "4"], /Did you mean dhondt/],
    [["elect", votes, "--method", "dhondt", "--seats", "many"], /neither a whole number nor a CSV/],
    [["elect", votes, "--law", "list-dhont"], /Did you mean list-dhondt/],
    [["laws", "za-asembly-1994"], /Did you mean za-assembly-1994/],
    [["new", "x", "--from", "syria"], /Cases are/],
  ] as const)("1 for %j, with the fault and its mend", async (argv, told) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(told);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test("check --json lists faults as data and ends with 1", async () => {
    const path = file("bad.yaml", "powershare: 1\ntitel: x\n");
    const { code, out, err } = await run("check", path, "--json");
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out).faults).toEqual([
      expect.objectContaining({
        file: path,
        line: 2,
        column: 1,
        path: "/titel",
        code: "unknown-key",
        message: expect.any(String),
        mend: expect.stringContaining("title"),
      }),
    ]);
  });

  test("0 for help and version", async () => {
    expect((await run("--version")).code).toBe(0);
    expect((await run("run", "--help")).code).toBe(0);
  });
});

test("every command's help has an example that works", async () => {
  const { out } = await run("--help");
  const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((m) => m[1]!).filter((c) => !["help", "open"].includes(c));
  expect(commands.length).toBeGreaterThanOrEqual(9);
  for (const command of commands) {
    const { out: help } = await run(command, "--help");
    const example = /Example:\n +powershare (.+)/.exec(help)?.[1];
    if (example === undefined) throw new Error(`no example for ${command}`);
    const argv = example.split(" ").filter((a, i, all) => a !== ">" && all[i - 1] !== ">");
    const placed = argv.map((a) =>
      a.startsWith("cases/") ? join(root, a) : a === "my-talks" || a.endsWith(".html") ? join(folder, a) : a,
    );
    expect([command, (await run(...placed)).code]).toEqual([command, 0]);
  }
});

test("run --html writes the page and says where", async () => {
  const page = join(folder, "page.html");
  const { code, err } = await run("run", southAfrica, "--html", page);
  expect([code, err]).toEqual([0, `The report is in ${page}\n`]);
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/);
  expect((await run("run", southAfrica, "--html", join(folder, "nowhere", "page.html"))).code).toBe(1);
});

test("new writes a starter without faults, and never over what is there", async () => {
  const talks = join(folder, "talks");
  expect((await run("new", talks)).code).toBe(0);
  expect((await run("check", join(talks, "scenario.yaml"))).code).toBe(0);
  const again = await run("new", talks);
  expect([again.code, again.err]).toEqual([
    1,
    `${talks} is there already. Choose another name; nothing was written.\n`,
  ]);
  expect((await run("new", join(folder, "za"), "--from", "south-africa-1994")).code).toBe(0);
  expect((await run("run", join(folder, "za", "scenario.yaml"), "--json")).out).toBe(
    (await run("run", southAfrica, "--json")).out,
  );
});

test("govern and share read their own small documents", async () => {
  const seats = file("seats.json", '{"seats": {"A": 40, "B": 35, "C": 25}, "exclude": [["A", "B"]]}');
  expect(JSON.parse((await run("govern", seats, "--json")).out)).toMatchObject({
    majority: 51,
    winning: 2,
    minimalWinning: [
      ["A", "C"],
      ["B", "C"],
    ],
  });
  const cabinet = file(
    "cabinet.yaml",
    "method: dhondt\noffices: 3\nweights: {A: 6, B: 3, C: 3}\ntieBreak: {A: 10, B: 5, C: 4}\n",
  );
  // A 6, then A 3 level with B and C: by votes A 10/2 = 5, B 5, C 4; A and B stay level, for two offices.
  expect(JSON.parse((await run("share", cabinet, "--json")).out)).toMatchObject({ count: { A: 2, B: 1, C: 0 } });
  const wrong = file("wrong.json", '{"seats": {"A": 40}, "exclude": [["A", "Z"]]}');
  expect((await run("govern", wrong)).err).toMatch(/Z is not a party/);
});
