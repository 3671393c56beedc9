import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isAbsent } from "../src/core/absent.ts";
import { compareDates } from "../src/core/date.ts";
import { version } from "../src/core/version.ts";
import { en } from "../src/render/words/en.ts";
import { wordsOf } from "../src/render/words.ts";
import { reportOf } from "../src/report/report.ts";
import { loadScenario } from "../src/scenario/load.ts";
import { runJson } from "../src/settlement/run-json.ts";
import { settle } from "../src/settlement/settle.ts";

const words = wordsOf("en-GB", en, { group: " " });
const at = (name: string, file: string) => fileURLToPath(new URL(`../../../cases/${name}/${file}`, import.meta.url));

/** A case, with its text changed first where a test asks for it. */
async function findingsOf(name: string, change: (text: string) => string = (text) => text) {
  const files = (file: string) => Promise.resolve(new Uint8Array(readFileSync(at(name, file))));
  const text = change(readFileSync(at(name, "scenario.yaml"), "utf8"));
  const { scenario, faults } = await loadScenario(new TextEncoder().encode(text), "scenario.yaml", files);
  expect(faults).toEqual([]);
  return settle(scenario!);
}

const titleOf = (findings: Awaited<ReturnType<typeof findingsOf>>) => words.say(reportOf(findings, version).head.title);

test("the version is that of the package", () => {
  const { version: published } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(version).toBe(published);
});

describe("South Africa 1994", () => {
  // Seats and offices as published; facts and sources in the case.
  test("gives the official seats of all nineteen parties and the announced offices", async () => {
    const { outcomes } = await findingsOf("south-africa-1994");
    const body = outcomes[0]!.bodies["assembly"]!;
    if (isAbsent(body) || body.impossible) throw new Error("no seats");
    expect(Object.keys(body.seats)).toHaveLength(19);
    expect(Object.fromEntries(Object.entries(body.seats).filter(([, n]) => n > 0))).toEqual({
      ANC: 252,
      NP: 82,
      IFP: 43,
      FF: 9,
      DP: 7,
      PAC: 5,
      ACDP: 2,
    });
    expect([body.ways, body.agreesWithOfficial, body.quota]).toEqual([1n, true, "48712"]);
    const held = Object.values(outcomes[0]!.cabinet ?? {}).map((c) =>
      isAbsent(c) ? c : [Object.values(c.count).filter((n) => n > 0), c.agreesWithOfficial],
    );
    expect(held).toEqual([
      [[1, 1], true],
      [[18, 6, 3], true],
    ]);
  });

  test("says that no majority exists without the ANC, which has one alone", async () => {
    const { government } = (await findingsOf("south-africa-1994")).outcomes[0]!;
    if (!government || isAbsent(government)) throw new Error("no government");
    expect([
      government.majority,
      government.winning,
      government.minimalWinning,
      government.alone,
      government.indispensable,
    ]).toEqual([201, 64n, [["ANC"]], ["ANC"], ["ANC"]]);
    expect(government.formed).toEqual({
      parties: ["ANC", "NP", "IFP"],
      seats: 377,
      hasMajority: true,
      admissible: true,
    });
  });

  test("an entry rule of 50 seats leaves the IFP out", async () => {
    const { outcomes } = await findingsOf("south-africa-1994", (text) =>
      text.replace("to: seats >= 20", "to: seats >= 50"),
    );
    const minister = outcomes[0]!.cabinet!["minister"]!;
    if (isAbsent(minister)) throw new Error("no cabinet");
    // 334 / 28 = 11.928..., cut to 11.92: 252 = 21 × 11.92 + 1.68, 82 = 6 × 11.92 + 10.48; none is left over.
    expect([
      minister.quota,
      minister.entitled,
      minister.count["ANC"],
      minister.count["NP"],
      minister.count["IFP"],
    ]).toEqual(["298/25", ["ANC", "NP"], 21, 6, 0]);
    expect(minister.agreesWithOfficial).toBe(false);
  });

  test("its title is the finding", async () => {
    expect(titleOf(await findingsOf("south-africa-1994"))).toBe(
      "Three parties share 27 ministries; one of them could have governed alone.",
    );
  });
});

describe("Syria, 4 September 2015", () => {
  test("has a source for every fact, assumes nothing, and says how much is not stated", async () => {
    const { facts, relations } = await findingsOf("syria-2015");
    expect([facts.assumed, facts.unsourced]).toEqual([0, []]);
    expect(facts.sourced).toBeGreaterThan(100);
    const actors = relations!.actors.length;
    expect(facts.unstated).toBe(
      actors * (actors - 1) -
        relations!.pairs.flatMap((p) => [p.directions.ab, p.directions.ba]).filter((d) => d.stated).length,
    );
  });

  test("carries every line of the report of that day", async () => {
    const text = readFileSync(at("syria-2015", "scenario.yaml"), "utf8");
    for (const line of ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "R1", "R2", "R3", "R4", "R5", "C1", "C2", "C3", "C4"])
      expect(text).toMatch(new RegExp(`id: mt-0904, at: ${line}\\b`));
  });

  test("who could act jointly, who refuses, who stands between", async () => {
    const { relations } = await findingsOf("syria-2015");
    // R4 and the statements of 5 and 25 August: Damascus with Russia, with Iran, with Hezbollah; nobody else.
    expect(relations!.levels.joint.groups).toEqual([
      ["damascus", "russia"],
      ["damascus", "iran"],
      ["damascus", "hezbollah"],
    ]);
    const refuse = (a: string, b: string) =>
      relations!.pairs.find((p) => (p.a === a && p.b === b) || (p.a === b && p.b === a))!.level;
    expect([refuse("usa", "damascus"), refuse("saudi-arabia", "damascus"), refuse("snc", "damascus")]).toEqual([
      "refuse",
      "refuse",
      "refuse",
    ]);
    expect(
      relations!.goBetweens
        .filter((g) => g.between.includes("damascus") && g.between.includes("usa"))
        .map((g) => g.actor),
    ).toEqual(["russia"]);
  });

  test("nothing that came later is in the state of the day", async () => {
    const { scenario } = await findingsOf("syria-2015");
    const { relations = [], demands = [], contacts = [], context = [], positions = [], later = [] } = scenario.text;
    const dated = [...relations, ...demands, ...contacts, ...context, ...positions].flatMap((f) => f.date ?? []);
    expect(dated.filter((d) => compareDates(d, "2015-09-04") > 0)).toEqual([]);
    expect(later.filter((l) => compareDates(l.date, "2015-09-04") <= 0)).toEqual([]);
  });

  test("what came later is read by no stage", async () => {
    const cut = (text: string) =>
      text.replace(/^later:\n(?:(?: .*|)\n)+/m, "").replace(/^later-positions:\n(?:(?: .*|)\n)+/m, "");
    const whole = await findingsOf("syria-2015");
    const without = await findingsOf("syria-2015", cut);
    expect(without.scenario.text.later).toBe(undefined);
    const computed = (f: typeof whole) =>
      JSON.stringify([f.relations?.levels, f.relations?.goBetweens, f.relations?.handshakes, f.positions]);
    // Without the later lines those who appear only there are ordinary actors: they are silent and change nothing.
    expect(computed(without).replaceAll(/"(germany|qatar)",?/g, "")).toBe(
      computed(whole).replaceAll(/"(germany|qatar)",?/g, ""),
    );
  });

  test("its title is the finding", async () => {
    expect(titleOf(await findingsOf("syria-2015"))).toBe(
      "Three actors refuse Damascus; on record only Russia talks to both sides.",
    );
  });
});

test.each(["south-africa-1994", "syria-2015"])(
  "%s: a title fits in 90 characters, and the same input gives the same bytes",
  async (name) => {
    expect(titleOf(await findingsOf(name)).length).toBeLessThanOrEqual(90);
    expect(runJson(await findingsOf(name), version)).toBe(runJson(await findingsOf(name), version));
  },
);
