import * as z from "zod";
import { expect, test } from "vitest";
import { type Fault, fault, pointer } from "../core/fault.ts";
import { readDocument } from "./document.ts";
import { type Examination, examine } from "./examine.ts";

const schema = z.strictObject({
  title: z.string().min(1),
  size: z.number().int().optional(),
  people: z
    .record(
      z.string().regex(/^[a-z][a-z\d-]*$/, { error: "id" }),
      z.strictObject({ name: z.string(), age: z.number().int().optional() }),
    )
    .optional(),
  pairs: z
    .array(
      z.strictObject({
        of: z.array(z.string()).length(2),
        how: z.enum(["well", "badly"]),
        since: z.number().int().optional(),
      }),
    )
    .optional(),
});
type Value = z.infer<typeof schema>;

/** Names of pairs that nobody bears, and sizes that are not the number of people. */
function check({ size, people = {}, pairs = [] }: Value): Fault[] {
  const dangling = pairs.flatMap(({ of }, i) =>
    of.flatMap((id, j) =>
      Object.hasOwn(people, id) ? [] : [fault(pointer("pairs", i, "of", j), "dangling", { id, kind: "person" })],
    ),
  );
  const wrong = size !== undefined && size !== Object.keys(people).length;
  return wrong ? [...dangling, fault("/size", "seats-do-not-add-up")] : dangling;
}

const examined = (text: string): Examination<Value> =>
  examine(readDocument(new TextEncoder().encode(text), "x.yaml"), schema);

function told(text: string): string[] {
  const document = examined(text);
  return document
    .all(document.value ? check(document.value) : [])
    .map((f) => `${f.where!.line}:${f.where!.column} ${f.path} ${f.code}`);
}

const people = "title: T\npeople: { a: { name: A }, b: { name: B } }\n";

test("a document without a fault is left as it is", () => {
  const document = examined(people);
  expect([document.value, document.all([])]).toEqual([
    { title: "T", people: { a: { name: "A" }, b: { name: "B" } } },
    [],
  ]);
});

test("faults of the text, of the shape and of the meaning are told at once, in the order of the text", () => {
  expect(
    told(`${people}title: U\npairs:\n  - { of: [a, x], how: wel }\n  - 5\n  - { of: [y, b], how: well, sinc: 3 }\n`),
  ).toEqual([
    "3:1 /title duplicate-key",
    "5:15 /pairs/0/of/1 dangling",
    "5:24 /pairs/0/how not-one-of",
    "6:5 /pairs/1 wrong-type",
    "7:12 /pairs/2/of/0 dangling",
    "7:30 /pairs/2/sinc unknown-key",
  ]);
});

test("what stands under a misspelt key, or a name that cannot be one, is read too", () => {
  expect(told("title: T\npeopel: { a: { name: A }, 12: { nam: B } }\npairs: [{ of: [a, x], how: well }]\n")).toEqual([
    "2:1 /peopel unknown-key",
    "2:27 /peopel/12 id",
    "2:33 /peopel/12/nam unknown-key",
    "3:19 /pairs/0/of/1 dangling",
  ]);
});

test("nothing is told that only follows from what could not be read", () => {
  expect(told("title: T\npeople: { a: { age: 3 }, b: }\npairs: [{ of: [a, b], how: well }]\n")).toEqual([
    "2:14 /people/a/name missing",
    "2:29 /people/b empty-value",
  ]);
  expect(told(`${people}size: 2.5\npairs: [{ of: [a], how: well }, { how: well }, { of: [a, b] }]\n`)).toEqual([
    "3:7 /size wrong-type",
    "4:15 /pairs/0/of too-few",
    "4:33 /pairs/1/of missing",
    "4:48 /pairs/2/how missing",
  ]);
});

test("a document of which nothing can be read has the faults of its text", () => {
  expect(told("title: [\n")).toEqual([expect.stringMatching(/syntax/)]);
  expect(told("- a\n")).toEqual(["1:1  not-a-document"]);
  expect(told("")).toEqual(["1:1  empty-file"]);
});
