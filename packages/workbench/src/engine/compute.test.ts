import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../../powershare/src/cli/commands/run.ts";
import { apply } from "../draft/history.ts";
import { computedOf, evaluate, pageOf, whyIn } from "./compute.ts";
import { afterSet, edited, job, main, southAfrica, syria } from "./engine.testing.ts";

const cases = { "south-africa-1994": southAfrica, "syria-2015": syria };

/** The page that the command line writes. */
async function runHtml(scenario: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "powershare-"));
  const file = path.join(folder, "page.html");
  const io = { print: () => undefined, tell: () => undefined, width: 80, colour: false, unicode: true };
  await runCommand(io, () => undefined).parseAsync([scenario, "--html", file], { from: "user" });
  const page = await readFile(file, "utf8");
  await rm(folder, { recursive: true });
  return page;
}

describe.each(Object.entries(cases))("%s", (id, files) => {
  test("has the page that `run --html` writes, byte for byte", async () => {
    const scenario = fileURLToPath(new URL(`../../../../cases/${id}/scenario.yaml`, import.meta.url));
    expect(pageOf(await evaluate(job(files)))).toBe(await runHtml(scenario));
  });

  test("is shown in parts, with a title, and an answer behind every number that has a button", async () => {
    const evaluation = await evaluate(job(files, 7));
    const { revision, problems, result } = computedOf(job(files, 7), evaluation);
    expect([revision, problems]).toEqual([7, []]);
    const ids = result!.parts.map((part) => part.id);
    expect(ids.slice(0, 2)).toEqual(["masthead", "summary"]);
    expect(ids.slice(-2)).toEqual(["sources", "colophon"]);
    const html = result!.parts.map((part) => part.html).join("");
    expect(html).toContain(`<h1>`);
    const page = pageOf(evaluation)!;
    expect(page).toContain(`<title>${result!.title.replaceAll("'", "&#39;")} – ${result!.case}</title>`);
    const keys = [...new Set([...html.matchAll(/data-why="([^"]*)"/g)].map((found) => found[1]!))];
    for (const key of keys.slice(0, 40))
      expect([key, await whyIn(evaluation, unescaped(key))]).toEqual([key, expect.stringContaining("<h3")]);
  });

  test("has inputs only for sections that are shown", async () => {
    const { result } = computedOf(job(files), await evaluate(job(files)));
    const ids = new Set(result!.parts.map((part) => part.id));
    expect(result!.inputs.filter(({ section }) => !ids.has(section))).toEqual([]);
  });
});

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

test("a change of the votes changes the parts that speak of them, and not the sources", async () => {
  const parts = async (files: typeof southAfrica) => {
    const { result } = computedOf(job(files), await evaluate(job(files)));
    return new Map(result!.parts.map(({ id, html }) => [id, html]));
  };
  const [before, after] = [
    await parts(southAfrica),
    await parts(afterSet(southAfrica, "/bodies/assembly/votes/IFP", "2058295")),
  ];
  const changed = [...before.keys()].filter((id) => before.get(id) !== after.get(id));
  expect(changed).toContain("seats");
  expect(changed).not.toContain("sources");
  expect(changed).not.toContain("later");
});

test("no answer for a key of nothing, and nothing at all while there are problems", async () => {
  expect(await whyIn(await evaluate(job(southAfrica)), "seats:assembly:nobody")).toBe(null);
  const broken = await evaluate(job({ [main]: "a: [" }));
  expect([pageOf(broken), await whyIn(broken, "seats:assembly:IFP"), computedOf(job({}), broken).result]).toEqual([
    null,
    null,
    null,
  ]);
});

describe("problems", () => {
  const problemsIn = async (files: typeof southAfrica) => computedOf(job(files), await evaluate(job(files))).problems;

  test("are said with their place, the word that is meant, and the mend that is sure", async () => {
    const files = edited(southAfrica, ["    parties: [ANC, NP, IFP]", "    parties: [ANC, NPP, IFP]"]);
    const from = files[main]!.indexOf("NPP");
    expect(await problemsIn(files)).toEqual([
      {
        ...{ file: main, line: expect.any(Number), column: 20, from, to: from + 3 },
        ...{ code: "dangling", path: "/government/joins/parties/1" },
        ...{ message: "NPP is not a party of this document", mend: "Did you mean NP?" },
        sure: { label: "Change to NP", changes: [{ file: main, from, remove: "NPP", insert: "NP" }] },
      },
    ]);
    expect(files[main]!.slice(0, from).split("\n")).toHaveLength((await problemsIn(files))[0]!.line);
  });

  test("whose sure mends are taken one after another leave the document as it was", async () => {
    let files = edited(
      southAfrica,
      ["  joins:\n    parties: [ANC, NP, IFP]", "  jions:\n    parties: [ANC, NPP, IFP]"],
      ["law: za-assembly-1994", "law: za-asembly-1994"],
      ["kind: official", "kind: oficial"],
      ["source: [la-times, moscow-times]", "source: [la-times, moscow-tmes]"],
      ["  from: assembly", "  from: 'assembley'"],
      ["formed:", "fromed:"],
    );
    let rounds = 0;
    for (
      let problems = await problemsIn(files);
      problems.length > 0 && rounds < 20;
      problems = await problemsIn(files), rounds++
    ) {
      const { sure } = problems.find((problem) => problem.sure)!;
      const [change] = sure!.changes;
      expect(files[change!.file]!.slice(change!.from, change!.from + change!.remove.length)).toBe(change!.remove);
      files = apply(files, sure!.changes);
    }
    expect(files[main]!.replace("'assembly'", "assembly")).toBe(southAfrica[main]);
    expect(rounds).toBe(7);
  });

  test.each<readonly [string, Record<string, string>, string, string]>([
    [
      "a missing file, where it is named",
      {
        [main]:
          "powershare: 1\ntitle: T\nbodies: {b: {law: list-hare, seats: 3, parties: {A: {name: A}}, votes: none.csv}}\n",
      },
      main,
      "none.csv",
    ],
    [
      "a cell of a table",
      {
        [main]:
          "powershare: 1\ntitle: T\nbodies: {b: {law: list-hare, seats: 3, parties: {A: {name: A}}, votes: ./v.csv}}\n",
        "v.csv": "party,votes\r\nA,1 000\r\n",
      },
      "v.csv",
      "1 000",
    ],
    [
      "a key, behind a byte order mark and carriage returns",
      { [main]: "\ufefftitel: T\r\npowershare: 1\r\n" },
      main,
      "titel",
    ],
    ["a text in quotes", { [main]: "powershare: 1\ntitle: T\ndate: '2015-02-30'\n" }, main, "'2015-02-30'"],
    ["where a bracket is not closed, something", { [main]: "powershare: 1\ntitle: [\n" }, main, ""],
    ["an empty text, something", {}, main, ""],
  ])("mark %s", async (_, files, file, word) => {
    const [problem] = await problemsIn(files);
    expect(problem!.file).toBe(file);
    expect(problem!.to).toBeGreaterThan(problem!.from);
    expect((files[file] ?? "").slice(problem!.from, problem!.to)).toContain(word);
    if (word !== "") expect((files[file] ?? "").slice(problem!.from, problem!.to)).toBe(word);
  });

  test("a misspelt name in a law that is written in the document is mended there", async () => {
    const inlined = afterSet(southAfrica, "/bodies/assembly/law/stages/1/method/rest/0/largest-remainder/at-most", "6");
    const files = { ...inlined, [main]: inlined[main]!.replace("within: region", "within: regoin") };
    const problem = (await problemsIn(files)).find(({ sure }) => sure !== null);
    expect(problem!.sure!.changes.map(({ remove, insert }) => [remove, insert])).toEqual([["regoin", "region"]]);
  });
});
