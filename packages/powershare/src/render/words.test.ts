import { describe, expect, test } from "vitest";
import { fault } from "../core/fault.ts";
import { msg } from "../core/message.ts";
import { faultLine, sayFault } from "./faults.ts";
import { en } from "./words/en.ts";
import { wordsOf } from "./words.ts";

const words = wordsOf(
  "en-GB",
  {
    seats: "{n_, plural, one {{n} seat} other {{n} seats}}",
    plain: "{x}",
    near: "{x_, select, none {nothing} other {{x}}}",
    nested: "({x})",
  },
  { group: " " },
);

describe("words", () => {
  test("plurals get the number, slots get it written out", () => {
    expect([0, 1, 2, 12345].map((n) => words.say(msg("seats", { n })))).toEqual([
      "0 seats",
      "1 seat",
      "2 seats",
      "12 345 seats",
    ]);
  });

  test("numbers are grouped from five digits on, exact ones never rounded", () => {
    expect([1234, 12345, 1234567, 0.5, -20000].map((n) => words.write(n))).toEqual([
      "1234",
      "12 345",
      "1 234 567",
      "0.50",
      "-20 000",
    ]);
    expect(words.write({ exact: "12237655" })).toBe("12 237 655");
    expect(words.write({ exact: "9007199254740993" })).toBe("9 007 199 254 740 993");
    expect(words.write({ exact: "48755.598", places: 1 })).toBe("48 755.5");
    expect(words.write({ exact: "377/28" })).toBe("377/28");
  });

  test("dates are written as far as they are known", () => {
    expect(["2015-09-04", "2015-09", "2015"].map((date) => words.write({ date }))).toEqual([
      "4 September 2015",
      "September 2015",
      "2015",
    ]);
  });

  test("lists, shares and messages in messages", () => {
    expect(words.write({ list: ["a", "b", "c"] })).toBe("a, b and c");
    expect(words.write({ list: ["a", "b"], or: true })).toBe("a or b");
    expect(words.write({ share: 0.63 })).toBe("63.0");
    expect(words.say(msg("nested", { x: msg("seats", { n: 1 }) }))).toBe("(1 seat)");
  });

  test("an empty text can be told from a filled one; other values count as filled", () => {
    expect([
      words.say(msg("near", { x: "" })),
      words.say(msg("near", { x: "NP" })),
      words.say(msg("near", { x: { list: ["a"] } })),
    ]).toEqual(["nothing", "NP", "a"]);
  });

  test("text of a scenario is no markup and no message", () => {
    expect(words.say(msg("plain", { x: "<b>{n}</b> ''" }))).toBe("<b>{n}</b> ''");
  });

  test("a message that is not there is our bug, and so is a slot that is not filled", () => {
    expect(() => words.say(msg("none"))).toThrow(/no message/);
    expect(() => words.say(msg("plain"))).toThrow(Error);
  });

  test("a language may run from right to left", () => {
    expect([wordsOf("ar-EG", {}).direction, words.direction]).toEqual(["rtl", "ltr"]);
  });
});

describe("faults in words", () => {
  const english = wordsOf("en-GB", en);
  const misspelt = {
    ...fault("/government/joins/parties/1", "dangling", { id: "NPP", kind: "party", near: "NP" }),
    where: { file: "scenario.yaml", line: 22, column: 5 },
  };

  test("where, what, and how to mend it, in one line", () => {
    expect(faultLine(misspelt, english)).toBe(
      "scenario.yaml:22:5 government.joins.parties.1: NPP is not a party of this document. Did you mean NP?",
    );
  });

  test("and as data", () => {
    expect(sayFault(misspelt, english)).toEqual({
      file: "scenario.yaml",
      line: 22,
      column: 5,
      path: "/government/joins/parties/1",
      code: "dangling",
      message: "NPP is not a party of this document",
      mend: "Did you mean NP?",
    });
  });

  test("a fault of an option of the command line has no place", () => {
    expect(faultLine(fault("", "unknown-law", { id: "dhont", near: "" }), english)).toMatch(
      /^dhont is not a law that ships/,
    );
  });
});
