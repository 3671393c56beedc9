import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folders, offencesIn, readTree } from "../../../scripts/architecture.mjs";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** The messages for one planted file among files that are in order. */
async function messagesFor(file: string, text: string): Promise<string[]> {
  const sound = Object.fromEntries(folders.map((folder) => [`${folder}/sound.ts`, 'export const one: string = "1";']));
  const offences = await offencesIn({ ...sound, [file]: text });
  expect(offences.filter((offence) => offence.file !== file)).toEqual([]);
  return offences.map((offence) => offence.message);
}

test("the library keeps to its architecture", async () => {
  const tree = readTree(source);
  expect(Object.keys(tree)).toContain("core/rational.ts");
  expect(await offencesIn(tree)).toEqual([]);
});

describe("imports against the direction of the folders", () => {
  test.each([
    ['import { a } from "../cli/sound.ts"; a();', "imports cli/sound.ts: cli comes after election"],
    [
      'import type { A } from "../scenario/sound.ts"; let a: A;',
      "imports scenario/sound.ts: scenario comes after election",
    ],
    [
      'import { type A } from "../scenario/sound.ts"; let a: A;',
      "imports scenario/sound.ts: scenario comes after election",
    ],
    ['export type { A } from "../render/sound.ts";', "imports render/sound.ts: render comes after election"],
    ['export * from "../report/sound.ts";', "imports report/sound.ts: report comes after election"],
    ['let a: import("../report/sound.ts").A;', "imports report/sound.ts: report comes after election"],
    ['const a = await import("../decision/sound.ts");', "imports decision/sound.ts: decision comes after election"],
    ['import "../index.ts";', "imports index.ts, which is above nothing but cli"],
    ['import "../core/some.testing.ts";', "imports core/some.testing.ts, which is for tests"],
    ['import "../utilities/a.ts";', "imports ../utilities/a.ts, which is in no folder of the architecture"],
    ['import "../../package.json";', "imports ../../package.json, which is in no folder of the architecture"],
  ])("%s", async (text, message) => {
    expect(await messagesFor("election/planted.ts", text)).toEqual([message]);
  });

  test("a folder may import itself and all before it", async () => {
    for (const [at, folder] of folders.entries()) {
      const text = folders.slice(0, at + 1).map((before) => `import "../${before}/sound.ts";`);
      expect(await messagesFor(`${folder}/planted.ts`, text.join("\n"))).toEqual([]);
    }
  });

  test("the root of the library may import all but the command line, which may import it", async () => {
    const all = folders.map((folder) => `export * from "./${folder}/sound.ts";`).join("\n");
    expect(await messagesFor("index.ts", all)).toEqual(["imports cli; the library must work without it"]);
    expect(await messagesFor("cli/planted.ts", 'import "../index.ts";')).toEqual([]);
  });

  test("a file outside the folders", async () => {
    expect(await messagesFor("utilities/a.ts", "")).toEqual(["utilities/a.ts is in no folder of the architecture"]);
    expect(await messagesFor("helpers.ts", "")).toEqual(["helpers.ts is in no folder of the architecture"]);
  });
});

describe("anything impure above cli", () => {
  test.each([
    [
      'import { readFileSync } from "node:fs"; readFileSync("x");',
      "imports node:fs, which is not one of the pure packages",
    ],
    ['import { Command } from "commander"; new Command();', "imports commander, which is not one of the pure packages"],
    ["export const a = process.env.HOME;", "uses process"],
    ["export const a = globalThis.process;", "uses globalThis"],
    ["export const a = () => fetch('x');", "uses fetch"],
    ["setTimeout(() => {}, 1);", "uses setTimeout"],
    ["console.log(1);", "uses console"],
    ["export const a = performance.now();", "uses performance"],
    ["export const a = crypto.randomUUID();", "uses crypto"],
    [
      "export const a = localStorage.a + document.title + window.name;",
      "uses window",
      "uses document",
      "uses localStorage",
    ],
    ["export const a = import.meta.url;", "uses import.meta"],
    ["export const a = Math.random();", "uses Math.random, which is chance"],
    ["export const a = `${Math.random()}`;", "uses Math.random, which is chance"],
    [
      "export const a = Math.log(2) + Math.pow(2, 0.5);",
      "uses Math.log, which differs between engines",
      "uses Math.pow, which differs between engines",
    ],
    ["const { exp } = Math; exp(1);", "uses Math other than by Math.name"],
    [
      "export const root = (x: number) => x ** 0.5;",
      "uses ** of numbers, which differs between engines; multiply, or use BigInts",
    ],
    ["export const a = Date.now();", "uses Date.now, which reads the clock or the time zone"],
    ["export const a = new Date();", "uses new Date(), which reads the clock or the time zone"],
    ["export const a = new Date(2015, 8, 4);", "uses new Date(year, month …), which reads the clock or the time zone"],
    ["export const a = (day: Date) => day.getFullYear();", "uses getFullYear, which reads the time zone"],
    ["export const a = 'b'.localeCompare('c');", "uses localeCompare, which follows the machine's language"],
    ["export const a = (1.5).toLocaleString();", "uses toLocaleString, which follows the machine's language"],
    ["export const a = new Intl.NumberFormat('en');", "uses Intl, which is for render"],
  ])("%s", async (text, ...messages) => {
    expect((await messagesFor("core/planted.ts", text)).toSorted()).toEqual(messages.toSorted());
    expect(await messagesFor("cli/planted.ts", text)).toEqual([]);
    expect(await messagesFor("core/planted.test.ts", text)).toEqual([]);
  });

  test("render follows a language, but only one that it is given", async () => {
    const given = `
      export const a = (n: number, language: string) => new Intl.NumberFormat(language).format(n) + n.toLocaleString(language);
      export const b = (x: string, y: string, language: string) => x.toLocaleUpperCase(language).localeCompare(y, language);`;
    expect(await messagesFor("render/planted.ts", given)).toEqual([]);
    expect(await messagesFor("report/planted.ts", given)).toHaveLength(4);
    const assumed = `
      export const a = (n: number) => new Intl.NumberFormat().format(n) + n.toLocaleString();
      export const b = (x: string, y: string) => x.toLocaleUpperCase().localeCompare(y);`;
    expect(await messagesFor("render/planted.ts", assumed)).toEqual([
      "uses Intl without a language",
      "uses localeCompare, which follows the machine's language unless one is named",
      "uses toLocaleString, which follows the machine's language unless one is named",
      "uses toLocaleUpperCase, which follows the machine's language unless one is named",
    ]);
  });

  test("what only looks impure is let through", async () => {
    const text = `
      import * as z from "zod";
      import { sha256 } from "@noble/hashes/sha2.js";
      // Math.random(), process.env and import "node:fs" in a comment
      export const words: string = "Date.now() and \\"console.log()\\"" + \`fetch(\${z.string()})\`;
      export const pattern: RegExp = /document.window/;
      export const title = (document: { title: string }, process: { crypto: number }): string => document.title + process.crypto;
      export const steps = { process: 1, window: 2, performance: 3 };
      export const day = (text: string): Date => new Date(Date.UTC(2015, 8, 4) + new Date(text).getUTCDate());
      export const power = (n: number): bigint => 10n ** BigInt(n) + BigInt(n) ** 2n + BigInt(2 ** n);
      export const size = Math.max(Math.sqrt(2), Math.floor(1.5), sha256.outputLen);
      export type Clock = typeof Date.now | Performance;`;
    expect(await messagesFor("core/planted.ts", text)).toEqual([]);
  });
});
