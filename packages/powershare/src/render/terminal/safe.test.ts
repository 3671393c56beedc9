import { describe, expect, test } from "vitest";
import { safeText } from "./safe.ts";

describe("text of others", () => {
  test("cannot clear the screen, set the window's title or move the cursor", () => {
    expect(safeText("\u001b[2J\u001b]0;owned\u0007ANC", true)).toBe("\ufffd[2J\ufffd]0;owned\ufffdANC");
    expect(safeText("\u009b31m\u0090\u0008\u007f", true)).toBe("\ufffd31m\ufffd\ufffd\ufffd");
  });

  test("cannot begin a line of its own", () => {
    expect(safeText("one\r\ntwo\u2028three\u0085four\tfive", true)).toBe("one  two three four five");
  });

  test("cannot turn the reading order round or hide in it", () => {
    expect(safeText("AN\u202eC\u2066 \u2069\u200b\ufeffNP\u{e0041}\ufe0f", true)).toBe("ANC NP");
  });

  test("cannot pile marks over the lines above", () => {
    expect(safeText(`a${"\u0301".repeat(40)}b`, true)).toBe(`a${"\u0301".repeat(8)}b`);
  });

  test("keeps letters, the marks and joiners on them, and spaces that may not break", () => {
    expect(safeText("حزب الشعب‌ها Ελλάδα नेपाल 敘利亞 é e\u0301", true)).toBe("حزب الشعب‌ها Ελλάδα नेपाल 敘利亞 é e\u0301");
    expect(safeText("12\u202f237\u00a0655", true)).toBe("12\u00a0237\u00a0655");
  });

  test("a lone half of a pair is no character", () => {
    expect(safeText("a\ud800b", true)).toBe("a\ufffdb");
  });
});

describe("without UTF-8", () => {
  test.each([
    ["“Healthy” opposition’s 26–29 April …", '"Healthy" opposition\'s 26-29 April ...'],
    ["252 ÷ 13.46 × 2 ≥ 18 → 19", "252 / 13.46 x 2 >= 18 -> 19"],
    ["Ökonomie, Kraïem, Łódź, Ærø, Straße", "Okonomie, Kraiem, Lodz, AEro, Strasse"],
    ["٢٥٢ من ٤٠٠", "252 ?? 400"],
    ["敘利亞", "???"],
    ["½ ﬁ ①", "1/2 fi 1"],
  ])("%s becomes %s", (text, expected) => {
    expect(safeText(text, false)).toBe(expected);
  });

  test("a letter whose bytes an old terminal reads as a command is none any more", () => {
    // U+01DB is C7 9B in UTF-8, and 9B begins a command where bytes are characters.
    expect(safeText("Ǜ31m", false)).toBe("U31m");
  });
});
