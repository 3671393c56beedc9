import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../src/cli/main.ts";
import { plainIo } from "./io.testing.ts";

const folder = (name: string): string => fileURLToPath(new URL(`documents/${name}/`, import.meta.url));
/** Scenarios; a law that one of them names ends in -law.yaml. */
const documents = (name: string): string[] =>
  readdirSync(folder(name)).filter((file) => /\.(?:yaml|json)$/.test(file) && !/-law\.yaml$|\.run\.json$/.test(file));

/** What a command prints and tells of a document; files are named as seen from its folder. */
async function run(command: string, path: string, ...options: readonly string[]) {
  const io = plainIo();
  const code = await main([command, path, ...options], io);
  const beside = path.replace(/[^/]*$/, "");
  return { code, out: io.out.replaceAll(beside, ""), err: io.err.replaceAll(beside, "") };
}

describe("bad documents", () => {
  /** The expected text stands beside each document, and was read word by word. */
  test.each(documents("bad"))("%s: every fault, where it is, what is wrong and how to mend it", async (file) => {
    const { code, out, err } = await run("check", folder("bad") + file);
    expect([code, out]).toEqual([1, ""]);
    await expect(err).toMatchFileSnapshot(folder("bad") + file.replace(/\.\w+$/, ".txt"));
  });

  const expected = readdirSync(folder("bad")).filter((file) => file.endsWith(".txt"));
  const lines = expected.flatMap((file) =>
    readFileSync(folder("bad") + file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => [file, line] as const),
  );

  test("each document has its text, and each text its document", () => {
    const names = (files: readonly string[]) => files.map((file) => file.replace(/\.\w+$/, "")).toSorted();
    expect(names(expected)).toEqual(names(documents("bad")));
  });

  test("each fault is one line: a place, perhaps a path, what is wrong, how to mend it", () => {
    expect(lines.length).toBeGreaterThan(250);
    for (const [, line] of lines) expect(line).toMatch(/^[\w.-]+:[1-9]\d*:[1-9]\d*(?: \S.*?)?: .+[^.]\. .+[.?]$/u);
  });

  test("no fault is told twice, scolds, or shows what the program is made of", () => {
    expect(lines.filter((one, i) => lines.findIndex((l) => l[0] === one[0] && l[1] === one[1]) < i)).toEqual([]);
    for (const [, line] of lines)
      expect(line).not.toMatch(/undefined|\[object|NaN|\binvalid\b|\billegal\b|\berror\b|[\p{Cc}\u202a-\u202e]/u);
  });
});

describe("good documents", () => {
  test.each(documents("good"))("%s: nothing is wrong, and the report is as expected", async (file) => {
    expect(await run("check", folder("good") + file)).toEqual({ code: 0, out: `${file}: nothing is wrong\n`, err: "" });
    const { code, out, err } = await run("run", folder("good") + file);
    expect([code, err]).toEqual([0, ""]);
    await expect(out).toMatchFileSnapshot(folder("good") + file.replace(/\.\w+$/, ".txt"));
  });

  /** Every number that follows was worked out by hand from the document. */
  const found = async (file: string) => JSON.parse((await run("run", folder("good") + file, "--json")).out) as Found;

  test("relations: levels are the lesser of two directions, a later statement replaces an earlier one", async () => {
    const { relations, facts } = await found("relations.yaml");
    const level = new Map(relations!.pairs.map((p) => [`${p.a}-${p.b}`, [p.level, p.atMost]]));
    expect(Object.fromEntries(level)).toEqual({
      "north-south": ["joint", "joint"],
      "north-east": ["coordinate", "coordinate"], // joint of the east since September, but the north coordinates
      "north-west": ["none", "coordinate"], // the meeting is disputed, so the west was not heard
      "south-east": ["contact", "contact"],
      "south-west": ["refuse", "refuse"],
      "east-west": ["contact", "contact"],
    });
    const groups = (of: "joint" | "coordinate" | "contact") => relations!.levels[of]!.groups;
    expect([groups("joint"), groups("coordinate"), groups("contact")]).toEqual([
      [["north", "south"]],
      [
        ["north", "south"],
        ["north", "east"],
      ],
      [
        ["north", "south", "east"],
        ["east", "west"],
      ],
    ]);
    expect(relations!.goBetweens).toContainEqual({ actor: "east", between: ["south", "west"], level: "contact" });
    // Six of twelve directions are stated: two by the alliance, two by the north to the coast, one each by east and west.
    expect(facts).toEqual({ sourced: 8, assumed: 1, unsourced: ["/demands/1"], unstated: 6 });
  });

  test("positions: the latest statement holds, the range and the gaps follow from it", async () => {
    const { positions } = await found("positions.yaml");
    const leave = positions!.issues["leave"]!;
    expect(Object.fromEntries(Object.entries(leave.now).map(([id, n]) => [id, n.at]))).toEqual({
      a: [10, 37.5],
      b: [60, 100],
      c: [50, 50],
    });
    expect(leave.range).toEqual([10, 100]);
    const gaps = new Map(leave.distances.map(({ a, b, distance }) => [a < b ? a + b : b + a, distance]));
    expect(Object.fromEntries(gaps)).toEqual({ ab: 22.5, ac: 12.5, bc: 10 });
    expect(leave.moves).toEqual([
      { actor: "a", from: [0, 0], to: [10, 37.5], dateFrom: "2015-01-10", dateTo: "2015-08-20" },
    ]);
  });

  test("districts: the threshold is of the whole country, seats are given out in each district", async () => {
    const { chamber } = (await found("districts.yaml")).outcomes[0].bodies;
    // North 60 : 35 for three seats: 60, 35, 30. South 10 : 90 for two: 90, 45. C has 5 of 200 votes.
    expect(chamber!.districts).toEqual({ north: { A: 2, B: 1, C: 0 }, south: { A: 0, B: 2, C: 0 } });
    expect([chamber!.seats, chamber!.agreesWithOfficial]).toEqual([{ A: 2, B: 3, C: 0 }, true]);
    expect(chamber!.measures!.wastedVotes).toBeCloseTo(5 / 200, 12);
  });

  test("ties: 10 ÷ 3 of two parties for the last seat, given by a lot or left open", async () => {
    const { bodies, government, cabinet } = (await found("ties.yaml")).outcomes[0];
    expect([bodies["drawn"]!.seats, bodies["drawn"]!.ways, bodies["drawn"]!.ties]).toEqual([
      { X: 1, Y: 2, Z: 1 },
      1,
      [],
    ]);
    const { open } = bodies;
    expect([open!.seats, open!.ways]).toEqual([{ X: 1, Y: 1, Z: 1 }, 2]);
    expect(open!.ties).toEqual([expect.objectContaining({ parties: ["X", "Y"], seats: 1 })]);
    expect(government).toEqual({ absent: { code: "undecided", args: { ways: "2" } } });
    expect(cabinet!["minister"]).toEqual({ absent: { code: "undecided", args: { ways: "2" } } });
  });

  test("government: 51 of 100, and neither A with B nor C with D", async () => {
    const { government } = (await found("government.yaml")).outcomes[0];
    expect(government).toMatchObject({
      majority: 51,
      winning: 1,
      minimalWinning: [["A", "C"]],
      smallest: [["A", "C"]],
    });
    expect(government!["formed"]).toMatchObject({ seats: 60, hasMajority: true, admissible: true });
  });

  test("cabinet: every way in which offices can be shared", async () => {
    const { bodies, cabinet } = (await found("cabinet.yaml")).outcomes[0];
    expect(bodies["council"]!.seats).toEqual({ A: 6, B: 3, C: 3, D: 1 });
    const counts = Object.fromEntries(Object.entries(cabinet!).map(([id, { count, order }]) => [id, [count, order]]));
    expect(counts).toEqual({
      // 6; then 3 of A, B and C, told apart by votes: A 600 ÷ 2, B 310, C 290; then A 2.
      "by-divisors": [{ A: 3, B: 1, C: 1, D: 0 }, ["A", "B", "A", "C", "A"]],
      // 12 ÷ 5 = 2.4: 2 and 1.2 over, 1 and 0.6, 1 and 0.6.
      "by-quota": [{ A: 3, B: 1, C: 1, D: 0 }, []],
      // Only A has four seats; of B and C, level at three, B has more votes.
      agreed: [{ A: 1, B: 1, C: 0, D: 0 }, []],
      // 20% of 13 seats are 2.6: A, B and C; 6, then 3 of B and C, by votes B.
      "by-name": [{ A: 1, B: 1, C: 0, D: 0 }, ["A", "B"]],
      // A holds two: 6 ÷ 3 = 2, B refuses, C 3.
      held: [{ A: 0, B: 0, C: 1, D: 0 }, ["C"]],
      "not-joining": [{ A: 2, B: 2, C: 2, D: 2 }, []],
      largest: [{ A: 1, B: 0, C: 0, D: 0 }, []],
      "by-votes": [{ A: 1, B: 1, C: 0, D: 0 }, []],
    });
    expect(cabinet!["by-divisors"]!.agreesWithOfficial).toBe(true);
    expect(cabinet!["by-name"]!.picks).toEqual([
      { party: "A", office: "Finance" },
      { party: "B", office: "Interior" },
    ]);
  });

  test("ids that are keys of the format too are ids like others", async () => {
    const { facts, relations, outcomes } = await found("ids-that-are-keys.yaml");
    // Four seats by D'Hondt: 31, 20, 31 ÷ 2 = 15.5, 11.
    expect(outcomes[0].bodies["seats"]).toMatchObject({
      seats: { source: 2, file: 1, seats: 1 },
      agreesWithOfficial: true,
    });
    expect(relations!.pairs.map((p) => [p.a, p.b, p.level])).toContainEqual(["source", "votes", "contact"]);
    expect(facts).toMatchObject({ sourced: 0, assumed: 1, unstated: 4 });
  });

  test("a planned election, and one without a vote, are absent and no failure", async () => {
    const planned = await found("planned.yaml");
    const noVotes = { absent: { code: "no-votes", args: {} } };
    expect(planned.outcomes[0]).toMatchObject({ bodies: { parliament: noVotes }, government: noVotes });
    expect(planned).toMatchObject({ negotiation: { absent: { code: "not-in-this-version" } } });
    const { bodies } = (await found("nobody-voted.yaml")).outcomes[0];
    expect(bodies["parliament"]).toMatchObject({ impossible: { code: "no-votes" } });
  });

  test("text of others is text: no markup in the page, no command to the terminal", async () => {
    const here = mkdtempSync(join(tmpdir(), "powershare-page-"));
    const pageOf = async (file: string) => {
      const path = join(here, `${file}.html`);
      await run("run", folder("good") + file, "--html", path);
      return readFileSync(path, "utf8");
    };
    const tags = (html: string) => new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map((m) => m[1]!.toLowerCase()));
    const ours = new Set(["defs", "use"]);
    for (const file of documents("good").filter((f) => f !== "hostile-text.yaml"))
      for (const tag of tags(await pageOf(file))) ours.add(tag);
    const page = await pageOf("hostile-text.yaml");
    rmSync(here, { recursive: true });
    expect([...tags(page)].filter((tag) => !ours.has(tag))).toEqual([]);
    expect([...ours].filter((tag) => ["script", "img", "iframe", "object"].includes(tag))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\son\w+=/i);
    expect(page).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
    const { out } = await run("run", `${folder("good")}hostile-text.yaml`);
    expect(out).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(out).toContain("<script>alert(1)</script>");
  });
});

/** The parts of `run --json` that are looked at here. */
interface Found {
  readonly facts: unknown;
  readonly relations?: {
    readonly pairs: readonly {
      readonly a: string;
      readonly b: string;
      readonly level: string;
      readonly atMost: string;
    }[];
    readonly levels: Readonly<Record<string, { readonly groups: readonly (readonly string[])[] }>>;
    readonly goBetweens: readonly unknown[];
  };
  readonly positions?: {
    readonly issues: Readonly<
      Record<
        string,
        {
          readonly now: Readonly<Record<string, { readonly at: readonly number[] }>>;
          readonly range: readonly number[];
          readonly distances: readonly { readonly a: string; readonly b: string; readonly distance: number }[];
          readonly moves: readonly unknown[];
        }
      >
    >;
  };
  readonly outcomes: readonly [
    {
      readonly bodies: Readonly<
        Record<string, Record<string, unknown> & { readonly measures?: { readonly wastedVotes: number } }>
      >;
      readonly government?: Readonly<Record<string, unknown>>;
      readonly cabinet?: Readonly<
        Record<
          string,
          {
            readonly count: unknown;
            readonly order: unknown;
            readonly picks: unknown;
            readonly agreesWithOfficial?: boolean;
          }
        >
      >;
    },
  ];
}

describe("files that cannot be read", () => {
  let here: string;
  beforeAll(() => {
    here = `${mkdtempSync(join(tmpdir(), "powershare-documents-"))}/`;
  });
  afterAll(() => rmSync(here, { recursive: true }));

  test("one that is missing, and a folder", async () => {
    mkdirSync(`${here}folder.yaml`);
    expect((await run("check", `${here}missing.yaml`)).err).toBe(
      "missing.yaml:1:1: There is no file missing.yaml. Check the name and the folder.\n",
    );
    expect((await run("check", `${here}folder.yaml`)).err).toBe(
      "folder.yaml:1:1: folder.yaml is a folder. Name the file in it.\n",
    );
  });

  test("one of more than 16 MB, and one without an end", async () => {
    writeFileSync(`${here}huge.yaml`, Buffer.alloc(16 * 1024 * 1024 + 1, "a"));
    const told = ":1:1: The file has more than 16777216 bytes, the most that is read. ";
    expect((await run("check", `${here}huge.yaml`)).err).toContain(`huge.yaml${told}`);
    if (process.platform === "linux") expect((await run("check", "/dev/zero")).err).toContain(told);
  });

  test("bytes that are no text end with one fault and no trace", async () => {
    const noise = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 255);
    writeFileSync(`${here}noise.yaml`, noise);
    const { code, err } = await run("check", `${here}noise.yaml`);
    expect([code, err.trimEnd().split("\n").length]).toEqual([1, 1]);
    expect(err).toMatch(/^noise\.yaml:\d+:\d+: This is not text in UTF-8\. /);
  });
});
