import * as z from "zod";
import { expect, test } from "vitest";
import type { Fault } from "../core/fault.ts";
import { readDocument } from "./document.ts";
import { maxBytes } from "./text.ts";
import { knownKeys, validate } from "./validate.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readDocument(bytes(text), "s.yaml");
const told = (faults: readonly Fault[]) => faults.map((f) => `${f.where?.line}:${f.where?.column} ${f.path} ${f.code}`);
const faultsOf = (text: string) => told(read(text).faults);

test("reads YAML 1.2: no is a word, dates are text, decimals are not rounded", () => {
  const { tree } = read("a: no\nb: 2015-09-04\nc: 1.40\nd: 12345678901234567890\ne: 42\nf: true\ng:\nh: 0x10\n");
  expect(tree?.value).toEqual({
    a: "no",
    b: "2015-09-04",
    c: "1.40",
    d: "12345678901234567890",
    e: 42,
    f: true,
    g: null,
    h: "0x10",
  });
});

test("reads JSON as well", () => {
  expect(read('{"a": [1, {"b": "c"}]}').tree?.value).toEqual({ a: [1, { b: "c" }] });
});

test("knows where values and keys stand, and the parent of what is missing", () => {
  const { tree } = read("a:\n  - b: 1\n    c: {d: 2}\n");
  expect(tree?.place("/a/0/c/d")).toEqual({ file: "s.yaml", line: 3, column: 12 });
  expect(tree?.place("/a/0/c/d", "key")).toEqual({ file: "s.yaml", line: 3, column: 9 });
  expect(tree?.place("/a/0/zzz")).toEqual({ file: "s.yaml", line: 2, column: 5 });
  expect(tree?.place("")).toEqual({ file: "s.yaml", line: 1, column: 1 });
});

test("files that cannot be read as text", () => {
  expect(told(readDocument(new Uint8Array(maxBytes + 1).fill(97), "s").faults)).toEqual(["1:1  too-large"]);
  expect(told(readDocument(new Uint8Array([97, 10, 98, 0xff, 99]), "s").faults)).toEqual(["2:2  not-utf-8"]);
  expect(faultsOf("")).toEqual(["1:1  empty-file"]);
  expect(faultsOf(" \n\n")).toEqual(["1:1  empty-file"]);
});

test("a byte order mark is no fault", () => {
  expect(read("\ufeffa: 1").tree?.value).toEqual({ a: 1 });
});

test("every duplicate and forbidden key is found at once", () => {
  expect(faultsOf("a: 1\nb: 2\na: 3\n__proto__: {x: 1}\n? [k]\n: 1\nb: 4\n")).toEqual([
    "3:1 /a duplicate-key",
    "4:1 /__proto__ reserved-key",
    "5:3  key-not-text",
    "7:1 /b duplicate-key",
  ]);
  expect(({} as Record<string, unknown>)["x"]).toBe(undefined);
});

test("broken syntax has a place, and several faults are all told", () => {
  expect(faultsOf('a: "open\nb: 1\n')[0]).toMatch(/^\d+:\d+ {2}syntax/);
  expect(faultsOf("a:\n\t- 1\n")[0]).toMatch(/syntax/);
  expect(faultsOf("a: 1\n---\nb: 2\n")).toEqual(["2:1  syntax-documents"]);
});

test("tags, unknown aliases and numbers that are none", () => {
  expect(faultsOf("a: !!binary aGk=\nb: *nobody\nc: .inf\n")).toEqual([
    "1:13 /a unknown-tag",
    "2:4 /b unknown-alias",
    "3:4 /c not-a-number",
  ]);
});

test("aliases repeat values", () => {
  expect(read("a: &x [1, 2]\nb: *x\n").tree?.value).toEqual({ a: [1, 2], b: [1, 2] });
});

test("an alias bomb is refused before it is built", () => {
  const lines = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefgh".split("").map((n, i) => `${n}: &${n} [${Array(9).fill(`*${"abcdefg"[i]}`).join(",")}]`),
  ];
  expect(faultsOf(lines.join("\n")).map((f) => f.split(" ").at(-1))).toEqual(["too-many-aliases"]);
  expect(faultsOf("a: &a [*a]").map((f) => f.split(" ").at(-1))).toEqual(["too-deep"]);
});

test("deep nesting is a fault, not an overflow", () => {
  expect(faultsOf(`a: ${"[".repeat(5000)}${"]".repeat(5000)}`).map((f) => f.split(" ").at(-1))).toEqual(["too-deep"]);
});

const schema = z.strictObject({
  title: z.string(),
  method: z.enum(["dhondt", "sainte-lague"]).optional(),
  seats: z.number().int().min(1).max(10).optional(),
  parties: z
    .array(
      z.strictObject({ id: z.string(), votes: z.union([z.number(), z.strictObject({ file: z.string() })]).optional() }),
    )
    .optional(),
});

function check(text: string) {
  const { tree } = read(text);
  return validate(schema, tree!).faults;
}

test("the shape is checked whole, in the order of the text", () => {
  const faults = check(
    "titel: x\nmethod: dhont\nseats: 0\nparties:\n  - {votes: yes, naem: y}\n  - {id: a, votes: {fiel: x}}\n",
  );
  expect(told(faults)).toEqual([
    "1:1 /titel unknown-key",
    "2:9 /method not-one-of",
    "3:8 /seats number-too-small",
    "5:5 /parties/0/id missing",
    "5:13 /parties/0/votes wrong-type",
    "5:18 /parties/0/naem unknown-key",
    "6:21 /parties/1/votes/fiel unknown-key",
  ]);
  expect(faults[0]?.sure).toEqual({ pointer: "/titel", become: { key: "title" } });
  expect(faults[1]?.sure).toEqual({ pointer: "/method", become: { value: "dhondt" } });
  expect(check("title: x\n")).toEqual([]);
});

test("keys that an object may have are found through optionals, lists and unions", () => {
  expect(knownKeys(schema, ["parties", 0, "votes"])).toEqual(["file"]);
  expect(knownKeys(schema, ["parties", 0])).toEqual(["id", "votes"]);
});
