import { readdirSync, readFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someFiles, someText } from "./draft.testing.ts";
import { isSafeName } from "./files.ts";
import { decodeLink, encodeLink } from "./link.ts";

const page = "https://example.org/workbench/?x=1";
const draft = {
  name: "Draft B",
  main: "scenario.yaml",
  files: { "votes.csv": "party,votes\nA,1\n", "scenario.yaml": "a: é\n" },
};

/** A link by another program: Node's zlib. */
function linkTo(value: unknown): string {
  return `#s=1.${deflateRawSync(Buffer.from(typeof value === "string" ? value : JSON.stringify(value))).toString("base64url")}`;
}

const codeOf = (fragment: string): string | undefined => {
  const found = decodeLink(fragment);
  return found && "trouble" in found ? found.trouble.code : undefined;
};

test("a draft goes into a link and comes out again, byte for byte", () => {
  fc.assert(
    fc.property(someFiles, someText, (files, text) => {
      const safe = Object.fromEntries(Object.entries(files).filter(([name]) => isSafeName(name)));
      const given = { name: text, main: "scenario.yaml", files: safe };
      expect(decodeLink(encodeLink(given, page).url)).toEqual({ value: given });
    }),
    { seed: 12 },
  );
});

test("a link says what it contains and how long it is", () => {
  const link = encodeLink(draft, `${page}#old`);
  expect(link.url.startsWith(`${page}#s=1.`)).toBe(true);
  expect(link.url.slice(page.length)).toMatch(/^#s=1\.[A-Za-z0-9_-]+$/);
  expect(link.length).toBe(link.url.length);
  expect(link.tooLong).toBe(false);
  // 16 letters of ASCII, and 5 with an é of two bytes
  expect(link.contains).toEqual({ name: "Draft B", files: ["scenario.yaml", "votes.csv"], bytes: 16 + 6 });
});

test("another program reads it by the documented format alone", () => {
  const packed = encodeLink(draft, page).url.split("#s=1.")[1]!;
  const text = inflateRawSync(Buffer.from(packed, "base64url")).toString("utf8");
  expect(JSON.parse(text)).toEqual({ v: 1, ...draft });
});

test("another program writes it", () => {
  expect(decodeLink(linkTo({ v: 1, ...draft, more: "is left out" }))).toEqual({ value: draft });
});

test("line ends become plain, and empty files are none", () => {
  const files = { "scenario.yaml": "a: 1\r\nb: 2\r", "empty.csv": "" };
  const read = { ...draft, files: { "scenario.yaml": "a: 1\nb: 2\n" } };
  expect(decodeLink(linkTo({ v: 1, ...draft, files }))).toEqual({ value: read });
});

test("beyond 8,000 characters a link is too long, and works all the same", () => {
  const noise = Array.from({ length: 9000 }, (_, i) => String.fromCharCode(97 + ((i * i * 7919) % 26))).join("");
  const random = { ...draft, files: { "scenario.yaml": Array.from(noise, (c, i) => c + ((i * 7919) % 997)).join("") } };
  const link = encodeLink(random, page);
  expect(link.length).toBeGreaterThan(8000);
  expect(link.tooLong).toBe(true);
  expect(decodeLink(link.url)).toEqual({ value: random });
});

test("the cases that ship fit in a link that any program takes, or say that they do not", () => {
  for (const id of ["south-africa-1994", "syria-2015"]) {
    const folder = new URL(`../../../../cases/${id}/`, import.meta.url);
    const names = readdirSync(folder).filter((name) => !name.endsWith(".md"));
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
    const link = encodeLink({ name: id, main: "scenario.yaml", files }, page);
    expect(link.tooLong).toBe(link.length > 8000);
    expect(decodeLink(link.url)).toEqual({ value: { name: id, main: "scenario.yaml", files } });
  }
});

describe("what is no link", () => {
  test.each(["", "#", "#party-anc", "https://example.org/", "#t=1.abc"])("%j", (fragment) => {
    expect(decodeLink(fragment)).toBeNull();
  });
});

describe("a link that cannot be read", () => {
  const good = encodeLink(draft, "").url;

  test("cut off anywhere", () => {
    for (let length = "#s=".length; length < good.length; length++)
      expect(codeOf(good.slice(0, length))).toBe("link-damaged");
  });

  test("with one character changed it throws nothing", () => {
    for (let at = "#s=1.".length; at < good.length; at++)
      for (const other of ["A", "_", "9", "=", " ", "é"])
        expect(decodeLink(good.slice(0, at) + other + good.slice(at + 1))).not.toBeNull();
  });

  test("of any make throws nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeLink(`#s=1.${Buffer.from(bytes).toString("base64url")}`)).not.toBeNull();
      }),
      { seed: 13, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(codeOf(linkTo(value))).toBe("link-damaged");
      }),
      { seed: 14 },
    );
  });

  test.each([
    ["of a later version", "#s=2.abc", "link-newer"],
    ["of no version", "#s=abc", "link-damaged"],
    ["that is not base64url", "#s=1.a+b/", "link-damaged"],
    ["that is not JSON", linkTo("not JSON"), "link-damaged"],
    ["of another version inside", linkTo({ ...draft, v: 2 }), "link-damaged"],
    ["with files that are no texts", linkTo({ v: 1, ...draft, files: { "scenario.yaml": 7 } }), "link-damaged"],
    ["with a list of files", linkTo({ v: 1, ...draft, files: ["x"] }), "link-damaged"],
    ["without its scenario", linkTo({ v: 1, ...draft, main: "other.yaml" }), "no-scenario"],
    ["with a name that leads away", linkTo({ v: 1, ...draft, files: { "../../.bashrc": "x" } }), "file-name"],
    ["with a name of objects", linkTo('{"v":1,"name":"n","main":"s","files":{"s":"","__proto__":""}}'), "file-name"],
    ["with a main file that leads away", linkTo({ v: 1, name: "n", main: "/s", files: { "/s": "x" } }), "file-name"],
    [
      "with too many files",
      linkTo({ v: 1, ...draft, files: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.csv`, "x"])) }),
      "too-many-files",
    ],
  ])("%s", (_, fragment, code) => {
    expect(codeOf(fragment)).toBe(code);
  });

  test("that would fill the memory is stopped while it is being unpacked", () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, " "), { level: 9 }).toString("base64url");
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(`#s=1.${bomb}`)).toBe("link-too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(48 * 1024 * 1024);
  });

  test("4 MB is still read", () => {
    const text = " ".repeat(4 * 1024 * 1024 - 100);
    expect(codeOf(linkTo({ v: 1, name: "n", main: "s", files: { s: text } }))).toBeUndefined();
    expect(codeOf(linkTo({ v: 1, name: "n", main: "s", files: { s: `${text}${" ".repeat(100)}` } }))).toBe(
      "link-too-large",
    );
  });
});
