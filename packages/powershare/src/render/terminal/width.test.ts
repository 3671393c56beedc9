import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginning, clusters, displayWidth, pad, shorten } from "./width.ts";

describe("columns of a text", () => {
  // Classes of EastAsianWidth.txt, Unicode 16: W and F are 2, combining marks 0.
  test.each([
    ["ANC", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["حِزْب", 3],
    ["敘利亞", 6],
    ["한국", 4],
    ["\u1112\u1161\u11ab", 2],
    ["ア", 2],
    ["ｱ", 1],
    ["Ａ", 2],
    ["𠀀", 2],
    ["🕊", 1],
    ["🗳", 1],
    ["😀", 2],
    ["█▓▒░│▼■…", 8],
    ["\u200d", 0],
    ["", 0],
  ])("%j takes %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("shortening a name", () => {
  test("shows that something was cut", () => {
    expect(shorten("African National Congress", 16, "…")).toBe("African Nationa…");
    expect(shorten("African National Congress", 9, "…")).toBe("African…");
    expect(shorten("African National Congress", 16, "...")).toBe("African Natio...");
    expect(shorten("ANC", 3, "…")).toBe("ANC");
  });

  test("never tears a character", () => {
    expect(shorten("敘利亞政府", 6, "…")).toBe("敘利…");
    expect(shorten("e\u0301e\u0301e\u0301e\u0301", 3, "…")).toBe("e\u0301e\u0301…");
  });

  test("where not even an ellipsis fits, the beginning", () => {
    expect(shorten("ANC", 1, "...")).toBe("A");
    expect(shorten("敘利", 1, "…")).toBe("");
  });

  test("gives at most the columns that were asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat({ max: 20 }), (name, width) => {
        expect(displayWidth(shorten(name, width, "…"))).toBeLessThanOrEqual(width);
        expect(clusters(name).join("")).toBe(name);
        expect(name.startsWith(beginning(name, width))).toBe(true);
      }),
    );
  });
});

test("padding counts columns, not characters", () => {
  expect(pad("敘利", 6)).toBe("敘利  ");
  expect(pad("252", 5, "end")).toBe("  252");
  expect(pad("252", 2)).toBe("252");
});
