import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { processIo } from "../src/cli/io.ts";
import { main } from "../src/cli/main.ts";
import { displayWidth } from "../src/render/terminal/width.ts";
import { plainIo } from "./io.testing.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const southAfrica = join(root, "cases/south-africa-1994/scenario.yaml");
const syria = join(root, "cases/syria-2015/scenario.yaml");
const votes = join(root, "cases/south-africa-1994/votes.csv");
const program = join(root, "packages/powershare/bin/powershare.js");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "powershare-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line in this process, as on a terminal of 80 columns without colour. */
const run = (...argv: string[]): Promise<Ran> => runWith({}, ...argv);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function runWith(settings: Parameters<typeof plainIo>[0], ...argv: string[]): Promise<Ran> {
  const io = plainIo(settings);
  return { code: await main(argv, io), out: io.out, err: io.err };
}

/** Runs the program itself, as it is built. */
function spawned(
  argv: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    input: options.input ?? "",
    env: { ...process.env, ...options.env },
  });
  return { code: status ?? -1, out: stdout, err: stderr };
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

describe("wrong usage ends with 2, one line on what is wrong and one on where to look", () => {
  test.each([
    [["chekc", syria], "error: unknown command 'chekc'\n(Did you mean check?)\nSee: powershare --help\n"],
    [["check"], "error: missing required argument 'scenario'\nSee: powershare check --help\n"],
    [
      ["check", "a", "b"],
      "error: too many arguments for 'check'. Expected 1 argument but got 2.\nSee: powershare check --help\n",
    ],
    [
      ["run", syria, "--htm", "x"],
      "error: unknown option '--htm'\n(Did you mean --html?)\nSee: powershare run --help\n",
    ],
    [["run", syria, "--html"], "error: option '--html <file>' argument missing\nSee: powershare run --help\n"],
    [["run", syria, "--outcome", "x"], "--outcome x: no outcome has this number. There is one: leave --outcome out.\n"],
    [
      ["elect", votes, "--method", "dhondt", "--law", "list-dhondt"],
      "Give either --method or --law. Example: --method dhondt --seats 400\n",
    ],
  ])("%j", async (argv, told) => {
    expect(await run(...argv)).toEqual({ code: 2, out: "", err: told });
  });
});

describe("faults of elect are told of options and files", () => {
  const districts = () => file("by-district.csv", "district,party,votes\nnorth,A,60\nsouth,B,90\n");
  test.each([
    [["--law", "list-dhondt"], "--seats: The law leaves the number of seats open. Add --seats with a whole number.\n"],
    [
      ["--law", "za-assembly-1994", "--seats", "5"],
      "--seats: The law has 400 seats, and --seats says 5. Leave --seats out.\n",
    ],
    [
      ["--method", "dhondt", "--seats", "5", "--threshold", "5"],
      "--threshold: “5” is not a share of the votes. Write a share from 0% to 100%, as in 5% or 1/20.\n",
    ],
    [
      ["--method", "modified-sainte-lague", "--seats", "5", "--first-divisor", "x"],
      "--first-divisor: “x” is not an exact number. Write a number, as in 3, 1.4 or 7/5.\n",
    ],
    [
      ["--method", "dhondt", "--seats", "nowhere.csv"],
      "nowhere.csv:1:1: There is no file nowhere.csv. Check the name and the folder.\n",
    ],
  ])("%j", async (argv, told) => {
    expect(await run("elect", votes, ...argv)).toEqual({ code: 1, out: "", err: told });
  });

  test("districts of votes and of seats that do not match", async () => {
    const seats = file("other-seats.csv", "district,seats\nnorth,3\nwest,2\n");
    const { code, err } = await run("elect", districts(), "--method", "dhondt", "--seats", seats);
    expect([code, err.replaceAll(`${folder}/`, "")]).toEqual([
      1,
      "other-seats.csv:1:1: west has seats and no votes. Add its votes; a sum over some of the districts is not the whole.\n" +
        "by-district.csv:1:1: south has votes and no seats. Add its seats, 0 if it has none.\n",
    ]);
  });

  test("votes that are all zero are no failure", async () => {
    const none = file("none.csv", "party,votes\nA,0\nB,0\n");
    expect(await run("elect", none, "--method", "dhondt", "--seats", "3")).toEqual({
      code: 0,
      out: "No party has a vote, so there is nothing to count.\n",
      err: "",
    });
  });
});

describe("small documents of govern and share", () => {
  test.each([
    [
      "govern",
      "seats: {A: -5, B: 2.5, 12: 3, C: 1}\nexclude: [[A, Z], [C]]\nmajorty: 3\n",
      [
        "x.yaml:1:12 seats.A: -5 is too small. Write a number from 0 on.",
        "x.yaml:1:19 seats.B: “2.5” stands where a whole number belongs. Write a whole number.",
        "x.yaml:1:24 seats.12: “12” cannot be a name for reference. Use letters, digits and hyphens, not digits alone, at most 100 characters.",
        "x.yaml:2:15 exclude.0.1: Z is not a party of this document. Add it to the document, or use a name that is there.",
        "x.yaml:2:19 exclude.1: entry 2 of exclude has fewer than 2 entries. Add what is missing, or remove it.",
        "x.yaml:3:1 majorty: majorty is not a key here. Did you mean majority? Keys here are seats, majority, exclude, require, forbid or positions.",
      ],
    ],
    [
      "share",
      "method: dhont\noffices: -3\nweights: {A: 1, A: 2}\nrefuse: [B]\n",
      [
        "x.yaml:1:9 method: “dhont” is not one of the words that may stand here. Did you mean dhondt? Use dhondt, sainte-lague, modified-sainte-lague, adams, dean, huntington-hill, danish, imperiali, macau, lr-hare, lr-droop, lr-hagenbach-bischoff or lr-imperiali.",
        "x.yaml:2:10 offices: -3 is too small. Write a number from 0 on.",
        "x.yaml:3:17 weights.A: A stands here a second time; it is first in line 3. Keep one of the two.",
        "x.yaml:4:10 refuse.0: B is not a party of this document. Add it to the document, or use a name that is there.",
      ],
    ],
  ])("%s lists every fault of the text, the shape and the meaning at once", async (command, text, told) => {
    const path = file("x.yaml", text);
    const { code, out, err } = await run(command, path);
    expect([code, out, err.replaceAll(`${folder}/`, "").trimEnd().split("\n")]).toEqual([1, "", told]);
  });

  test("a scenario without a government, offices or actors is told so, and is no failure", async () => {
    expect(await run("govern", syria)).toEqual({ code: 0, out: "", err: `${syria} has no government section.\n` });
    expect(await run("share", syria)).toEqual({ code: 0, out: "", err: `${syria} has no offices to share.\n` });
    expect(JSON.parse((await run("relations", southAfrica, "--json")).out)).toEqual({
      absent: { code: "no-actors", args: {} },
    });
  });
});

describe("what is printed", () => {
  test.each([
    ["run", southAfrica],
    ["run", syria],
    ["relations", syria],
    ["elect", votes, "--method", "lr-hare", "--seats", "400"],
  ])("%s %s fits 40 columns", async (...argv) => {
    const { code, out } = await runWith({ width: 40 }, ...argv);
    expect(code).toBe(0);
    expect(Math.max(...out.split("\n").map((line) => displayWidth(line)))).toBeLessThanOrEqual(40);
  });

  test.each([
    ["run", southAfrica],
    ["run", syria],
    ["check", "nowhere.yaml"],
    ["elect", votes, "--law", "list-dhont"],
  ])("%s %s is ASCII where the terminal has nothing else", async (...argv) => {
    const { out, err } = await runWith({ unicode: false }, ...argv);
    expect(out + err).toMatch(/^[\n -~]+$/);
  });

  test("colour is there when asked for, and changes no letter", async () => {
    const colour = await runWith({ colour: true }, "run", southAfrica);
    const plain = await run("run", southAfrica);
    expect(colour.out).toContain("\u001b[");
    expect(
      colour.out
        .split("\u001b")
        .map((part, i) => (i === 0 ? part : part.replace(/^\[[\d;]*m/, "")))
        .join(""),
    ).toBe(plain.out);
  });
});

describe("the terminal", () => {
  afterEach(() => void vi.unstubAllEnvs());
  const settings = (env: Readonly<Record<string, string>>) => {
    for (const name of ["COLUMNS", "NO_COLOR", "TERM", "LC_ALL", "LC_CTYPE", "LANG"]) vi.stubEnv(name, env[name] ?? "");
    const { width, colour, unicode } = processIo();
    return { width, colour, unicode };
  };

  test("is as wide as COLUMNS says, from 40 to 160", () => {
    const widths = ["100", "12", "9999", "many", "-5"].map((COLUMNS) => settings({ COLUMNS }).width);
    expect(widths).toEqual([100, 40, 160, process.stdout.columns ?? 80, 40]);
  });

  test("has more than ASCII unless its locale says otherwise", () => {
    expect(settings({}).unicode).toBe(true);
    expect(settings({ LANG: "en_GB.UTF-8" }).unicode).toBe(true);
    expect(settings({ LANG: "C" }).unicode).toBe(process.platform === "win32");
    expect(settings({ LC_ALL: "C", LANG: "en_GB.UTF-8" }).unicode).toBe(process.platform === "win32");
  });

  test("has colour only if it is one, and neither NO_COLOR nor a dumb terminal forbids it", () => {
    const { isTTY } = process.stdout;
    try {
      process.stdout.isTTY = true;
      expect(settings({ TERM: "xterm" }).colour).toBe(true);
      expect(settings({ TERM: "xterm", NO_COLOR: "1" }).colour).toBe(false);
      expect(settings({ TERM: "dumb" }).colour).toBe(false);
      process.stdout.isTTY = false;
      expect(settings({ TERM: "xterm" }).colour).toBeFalsy();
    } finally {
      process.stdout.isTTY = isTTY;
    }
  });
});

describe("pages and folders", () => {
  test("a page that cannot be written leaves nothing behind", async () => {
    const here = join(folder, "pages");
    mkdirSync(here);
    const { code, out, err } = await run("run", southAfrica, "--html", here);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(`${here} cannot be written. Check that its folder exists and that you may write there.\n`);
    expect(readdirSync(here)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("a page is written whole, over an older one as well", async () => {
    const page = file("older.html", "x".repeat(2_000_000));
    expect((await run("run", southAfrica, "--html", page, "--json")).code).toBe(0);
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
    expect(readdirSync(folder).filter((name) => name.includes("older"))).toEqual(["older.html"]);
  });

  test("a document with faults writes no page", async () => {
    const page = join(folder, "never.html");
    const { code, out } = await run("run", file("faulty.yaml", "powershare: 1\n"), "--html", page, "--json");
    expect([code, out, existsSync(page)]).toEqual([1, "", false]);
  });

  test("a name with commands for the terminal is told without them", async () => {
    const { err } = await run("new", join(folder, "no", "\u001b[31mred"));
    expect(err).not.toContain("\u001b");
    const { code, out } = await run("new", join(folder, "\u001b[31mred"));
    expect([code, out.includes("\u001b")]).toEqual([0, false]);
  });
});

describe("the program itself", () => {
  test("gives the same as in this process, and no colour into a pipe", async () => {
    const { code, out, err } = spawned(["run", southAfrica], { env: { COLUMNS: "80", LC_ALL: "C.UTF-8" } });
    expect([code, out, err]).toEqual([0, (await run("run", southAfrica)).out, ""]);
  });

  test.skipIf(process.platform === "win32")("reads a pipe, once", () => {
    const starter = readFileSync(join(root, "packages/powershare/starter/scenario.yaml"), "utf8");
    for (const command of ["check", "run", "relations", "govern", "share"]) {
      const { code, out, err } = spawned([command, "/dev/stdin"], { input: starter });
      expect([command, code, err]).toEqual([command, 0, ""]);
      expect(out.length).toBeGreaterThan(20);
    }
  });

  test.skipIf(process.platform === "win32")("is content with a reader who stops early", () => {
    const command = `"${process.execPath}" "${program}" run "${syria}" --json | head -c 15`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect([status, stdout, stderr]).toEqual([0, '{\n  "powershare', ""]);
  });

  test.skipIf(process.platform !== "linux")("says so in one line when its output has no room", () => {
    const { status, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${program}" schema > /dev/full`], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([
      1,
      "powershare cannot write its output: ENOSPC: no space left on device, write\n",
    ]);
  });
});
