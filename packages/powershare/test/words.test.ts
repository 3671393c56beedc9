import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { en } from "../src/render/words/en.ts";
import { msg } from "../src/core/message.ts";
import { wordsOf } from "../src/render/words.ts";

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (f) => f.endsWith(".ts") && !/\.(test|testing|generated)\.ts$/.test(f),
);
const texts = files.map((f) => readFileSync(join(source, f), "utf8"));
const found = (pattern: RegExp) => [...new Set(texts.flatMap((t) => [...t.matchAll(pattern)].map((m) => m[1]!)))];

/** Codes of faults as the stages write them: `fault(path, "code"`, `at(place, "code"`. */
const codes = [
  ...found(/\bfault\(\s*(?:[^,;()]|\([^()]*\))*?,\s*"([a-z][a-z-]+)"/g),
  ...found(/\bat\(\s*[^,;"]*[pP]lace,\s*"([a-z][a-z-]+)"/g),
];

test("faults are found in the source", () => {
  expect(codes.length).toBeGreaterThan(60);
});

test.each(codes)("the fault %s has words for what is wrong and how to mend it", (code) => {
  expect(en).toHaveProperty([`fault.${code}`]);
  expect(en).toHaveProperty([`fault.${code}.mend`]);
});

test.each(found(/\bmsg\(\s*"([^"$]+)"/g))("the message %s is in the catalogue", (id) => {
  expect(en).toHaveProperty([id]);
});

interface Element {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

/** The slots of a message, those in plurals and selects included. An element of type 0 is text. */
const slotsOf = (elements: readonly Element[]): string[] =>
  elements.flatMap((e) => [
    ...(e.type !== 0 && typeof e.value === "string" ? [e.value] : []),
    ...Object.values(e.options ?? {}).flatMap((option) => slotsOf(option.value)),
  ]);

test.each(Object.entries(en))("the message %s is a sentence that can be said", (id, text) => {
  const slots = [
    ...new Set(
      slotsOf(new IntlMessageFormat(text, "en-GB", undefined, { ignoreTag: true }).getAst() as Element[]).map((s) =>
        s.replace(/_$/, ""),
      ),
    ),
  ];
  const words = wordsOf("en-GB", en);
  for (const value of ["", "x", 0, 1, 2, 11]) {
    const said = words.say(msg(id, Object.fromEntries(slots.map((slot) => [slot, value]))));
    expect(said).not.toMatch(/undefined/);
  }
});

test("words of a fault do not scold", () => {
  const faults = Object.entries(en).filter(([id]) => id.startsWith("fault."));
  expect(faults.filter(([, text]) => /\b(invalid|illegal|error|bad)\b/i.test(text))).toEqual([]);
});

test("a model foretells nothing: no message says will, likely, expected or predicts", () => {
  const told = Object.entries(en).filter(([, text]) =>
    /\b(will (win|be|have|form)|likely|is expected|predicts?)\b/i.test(text),
  );
  expect(told).toEqual([]);
});
