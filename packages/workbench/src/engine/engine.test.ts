import { expect, test } from "vitest";
import { createEngine } from "./engine.ts";
import { edited, job, main, southAfrica } from "./engine.testing.ts";

const engine = createEngine();

test("the cases that ship, with the findings that head their reports", async () => {
  const cards = await engine.cases();
  expect(cards.map(({ id, title, date }) => [id, title, date])).toEqual([
    ["south-africa-1994", "South Africa 1994", "1994-05-11"],
    ["syria-2015", "Syria, early September 2015", "2015-09-04"],
  ]);
  expect(cards[0]!.headline).toBe("Three parties share 27 ministries; one of them could have governed alone.");
  for (const { id, headline } of cards) {
    const files = await engine.caseFiles(id);
    expect(Object.keys(files)).toContain(main);
    expect(Object.keys(files).filter((file) => file.endsWith(".md"))).toEqual([]);
    const { result } = await engine.compute(job(files));
    expect(result!.title).toBe(headline);
  }
  await expect(engine.caseFiles("atlantis")).rejects.toThrow("atlantis");
});

test("the starter is a scenario without problems", async () => {
  const { problems, result } = await engine.compute(job(await engine.starter()));
  expect(problems).toEqual([]);
  expect(result!.inputs.map(({ value }) => value)).toContain("seats >= 10");
});

test("what is asked about a text is about that text, also when another one was computed before", async () => {
  const other = edited(southAfrica, ["to: seats >= 20", "to: seats >= 44"]);
  const broken = edited(southAfrica, ["to: seats >= 20", "to: seats >="]);
  await engine.compute(job(southAfrica, 1));
  const page = await engine.page(job(southAfrica, 1));
  expect(await engine.page(job(other, 2))).not.toBe(page);
  expect(await engine.page(job(broken, 3))).toBe(null);
  expect(await engine.page(job(southAfrica, 4))).toBe(page);
  expect(await engine.page({ ...job(southAfrica, 5), main: "votes.csv" })).toBe(null);
});

test("completion and help know the files of the draft, as they are named from the scenario", async () => {
  const text = "bodies:\n  b:\n    votes: \n    law: list-hare\n";
  const inFolder = { files: { "x/s.yaml": text, "x/votes.csv": "a", "other.csv": "b" }, main: "x/s.yaml", revision: 1 };
  const offset = text.indexOf("votes: ") + 7;
  expect((await engine.complete(inFolder, offset)).map(({ label }) => label)).toEqual(["votes.csv"]);
  expect((await engine.hover(inFolder, text.indexOf("list-hare")))?.text).toMatch(/^Lists by the Hare quota/);
  expect(await engine.hover(inFolder, text.length)).toBe(null);
});

test("nothing is offered in a table", async () => {
  const table = { ...job(southAfrica), main: "votes.csv" };
  expect([await engine.complete(table, 0), await engine.hover(table, 2)]).toEqual([[], null]);
});

test("completion in a law of its own file is that of a law", async () => {
  const law = "id: x\nseats: 5\nballots: {vote: {marks: list}}\n\nstages: []\n";
  const completions = await engine.complete(
    { files: { "own.yaml": law }, main: "own.yaml", revision: 1 },
    law.indexOf("\n\n") + 1,
  );
  expect(completions.map(({ label }) => label)).toEqual([
    "title",
    "text-as-of",
    "country",
    "areas",
    "sources",
    "notes",
  ]);
});
