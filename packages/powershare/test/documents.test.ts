import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isAbsent } from "../src/core/absent.ts";
import { faultLine } from "../src/render/faults.ts";
import { en } from "../src/render/words/en.ts";
import { wordsOf } from "../src/render/words.ts";
import { FileError } from "../src/scenario/files.ts";
import { loadScenario } from "../src/scenario/load.ts";
import { settle } from "../src/settlement/settle.ts";

const folder = (name: string) => fileURLToPath(new URL(`documents/${name}`, import.meta.url));
const words = wordsOf("en-GB", en, { group: " " });
const documents = (name: string) => readdirSync(folder(name)).filter((f) => f.endsWith(".yaml"));

async function load(kind: "good" | "bad", file: string) {
  const read = async (name: string) => {
    try {
      return new Uint8Array(await readFile(`${folder(kind)}/${name}`));
    } catch {
      throw new FileError("missing-file", name);
    }
  };
  return loadScenario(await read(file), file, read);
}

/** Each document stands beside what `check` says of it, word for word. */
test.each(documents("bad"))("bad/%s: every fault, where it is, what is wrong and how to mend it", async (file) => {
  const { scenario, faults } = await load("bad", file);
  expect(scenario).toBe(null);
  const expected = readFileSync(`${folder("bad")}/${file.replace(/yaml$/, "txt")}`, "utf8");
  expect(`${faults.map((f) => faultLine(f, words)).join("\n")}\n`).toBe(expected);
});

test.each(documents("good"))("good/%s: nothing is wrong", async (file) => {
  const { faults } = await load("good", file);
  expect(faults.map((f) => faultLine(f, words))).toEqual([]);
});

test("a document with every feature: what can be checked by hand", async () => {
  const { scenario } = await load("good", "everything.yaml");
  const { facts, relations, positions, outcomes } = settle(scenario!);
  expect(facts).toEqual({ sourced: 19, assumed: 1, unsourced: [], unstated: 2 });
  expect(relations!.pairs.map((p) => [p.a, p.b, p.level, p.atMost])).toEqual([
    ["gov", "opp", "refuse", "refuse"],
    ["gov", "mid", "coordinate", "coordinate"],
    ["opp", "mid", "contact", "contact"],
  ]);
  expect(positions!.issues["when"]!.now["gov"]).toMatchObject({ at: [2, 3], date: "2026-01-20" });
  const [outcome] = outcomes;
  const house = outcome!.bodies["house"]!;
  if (isAbsent(house) || house.impossible) throw new Error("no seats");
  expect([house.seats, house.quota, house.agreesWithOfficial]).toEqual([{ A: 5, B: 3, C: 2 }, "10", true]);
  const { government, cabinet } = outcome!;
  if (!government || isAbsent(government)) throw new Error("no government");
  // A and B refuse each other through their actors, so that only A and C reach six of ten.
  expect([government.majority, government.winning, government.minimalWinning]).toEqual([6, 1n, [["A", "C"]]]);
  const share = (id: string) => {
    const found = cabinet![id]!;
    if (isAbsent(found)) throw new Error(`no ${id}`);
    return [found.order, found.count, found.agreesWithOfficial];
  };
  expect(share("minister")).toEqual([["A", "A", "C"], { A: 2, B: 0, C: 1 }, true]);
  expect(share("deputy")).toEqual([[], { A: 1, B: 1, C: 0 }, undefined]);
});
