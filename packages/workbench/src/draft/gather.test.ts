import { describe, expect, test } from "vitest";
import { bytesOf, textOf } from "./bytes.ts";
import { gather, type Gathered } from "./gather.ts";
import type { FileBytes } from "./zip.ts";

const files = (texts: Record<string, string>): FileBytes[] =>
  Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

function gathered(texts: Record<string, string>, name = "folder"): Gathered {
  const found = gather(files(texts), name);
  if ("trouble" in found) throw new Error(found.trouble.code);
  return found.value;
}

const codeOf = (given: readonly FileBytes[]): string | undefined => {
  const found = gather(given, "folder");
  return "trouble" in found ? found.trouble.code : undefined;
};

const scenario = "# A comment\npowershare: 1\ntitle: South Africa 1994\n";

test("one file is a scenario, whatever is in it", () => {
  const { draft, mains, left } = gathered({ "za.yaml": "titel: oops\n" }, "za.yaml");
  expect(draft).toEqual({ name: "za", main: "za.yaml", files: { "za.yaml": "titel: oops\n" } });
  expect([mains, left]).toEqual([["za.yaml"], []]);
});

test("a folder: the scenario, what it reads, and what is left out", () => {
  const found = gathered({
    "za/README.md": "# Read me",
    "za/.git/config.txt": "x",
    "za/law.yaml": "id: za\n",
    "za/scenario.yaml": scenario,
    "za/data/votes.csv": "party,votes\n",
    "za/empty.csv": "",
  });
  expect(found.draft).toEqual({
    name: "South Africa 1994",
    main: "scenario.yaml",
    files: { "law.yaml": "id: za\n", "scenario.yaml": scenario, "data/votes.csv": "party,votes\n" },
  });
  expect(found.mains).toEqual(["scenario.yaml"]);
  expect(found.left).toEqual(["za/README.md", "za/.git/config.txt", "za/empty.csv"]);
  expect(found.root).toBe("za/");
});

test("files are named from the folder of the scenario; what is not below it is left out", () => {
  const found = gathered({ "all/za/scenario.yaml": scenario, "all/za/votes.csv": "x", "all/votes.csv": "y" });
  expect(Object.keys(found.draft.files)).toEqual(["scenario.yaml", "votes.csv"]);
  expect(found.left).toEqual(["all/votes.csv"]);
});

test("of several scenarios the likeliest is the main one, and the others are named", () => {
  const found = gathered({
    "b.yaml": scenario,
    "a.json": '{\n  "powershare": 1,\n  "title": "In JSON"\n}',
    "x.yaml": "id: law\n",
  });
  expect([found.draft.main, found.draft.name, found.mains]).toEqual(["a.json", "In JSON", ["a.json", "b.yaml"]]);
  expect(gathered({ "a.yaml": scenario, "scenario.yml": scenario }).draft.main).toBe("scenario.yml");
  expect(gathered({ "f/a.yaml": scenario, "f/old/scenario.yaml": scenario }).draft.main).toBe("a.yaml");
});

test.each([
  ["title: Plain # and a comment", "Plain"],
  ["title:   'Single: quoted'", "Single: quoted"],
  ['title: "Double"', "Double"],
  ['{ "title": "JSON", "x": 1 }', "JSON"],
  ["title: >-\n  Folded", "f"],
  ["subtitle: Other", "f"],
  ["title:", "f"],
])("the name of %j", (text, name) => {
  expect(gathered({ "f.yaml": `powershare: 1\n${text}\n` }, "f.yaml").draft.name).toBe(name);
});

describe("what cannot be opened", () => {
  test("is said", () => {
    expect(codeOf([])).toBe("no-scenario");
    expect(codeOf(files({ "votes.csv": "x", "README.md": "powershare: 1" }))).toBe("no-scenario");
    expect(codeOf(files({ "scenario.yaml": "" }))).toBe("empty-file");
    expect(codeOf(files({ "scenario.yaml": scenario, "a:b.csv": "x" }))).toBe("file-name");
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, "x"]));
    expect(codeOf(files({ ...many, "scenario.yaml": scenario }))).toBe("too-many-files");
    expect(codeOf([{ path: "s.yaml", bytes: new Uint8Array(16 * 1024 * 1024 + 1).fill(97) }])).toBe("too-large");
    const large = { path: "s.csv", bytes: new Uint8Array(12 * 1024 * 1024).fill(97) };
    expect(codeOf([large, { ...large, path: "t.csv" }, { ...large, path: "u.csv" }])).toBe("too-large-together");
  });

  test("says on which line a file is not UTF-8", () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("é\nb\nc"), 0xe9, 0x0a]);
    expect(gather([{ path: "s.yaml", bytes }], "s")).toEqual({
      trouble: { code: "not-utf-8", args: { file: "s.yaml", line: 3 } },
    });
  });
});

describe("a file is written back the way it wrote its text", () => {
  test.each([
    ["a\nb\n", "a\nb\n"],
    ["a\r\nb\r\n", "a\nb\n"],
    ["\ufeffa\r\nb", "a\nb"],
    ["\ufeffa", "a"],
    ["", ""],
  ])("%j", (raw, text) => {
    const bytes = new TextEncoder().encode(raw);
    const read = textOf(bytes, "f");
    if ("trouble" in read) throw new Error(read.trouble.code);
    expect(read.value.text).toBe(text);
    expect(bytesOf(text, read.value.writing)).toEqual(bytes);
  });

  test("mixed line ends become plain", () => {
    for (const raw of ["a\r\nb\nc", "a\r\nb\rc", "\na\r\n", "a\r\n\r"]) {
      const read = textOf(new TextEncoder().encode(raw), "f");
      expect(read).toMatchObject({ value: { writing: { crlf: false } } });
    }
  });
});
