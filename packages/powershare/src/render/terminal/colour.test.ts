import { describe, expect, test } from "vitest";
import { GREY, paletteColour, partyColour, type Rgb, rankColours } from "./colour.ts";

const party = (rank: number, colour?: string) => ({
  id: "A",
  name: "A",
  rank,
  ...(colour === undefined ? {} : { colour }),
});

/** WCAG 2.2, relative luminance. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe("colours of parties", () => {
  test.each([...rankColours, GREY])("%i is seen on black and on white", (index) => {
    const light = luminance(paletteColour(index));
    expect((light + 0.05) / 0.05).toBeGreaterThanOrEqual(3);
    expect(1.05 / (light + 0.05)).toBeGreaterThanOrEqual(3);
  });

  test("go by rank, grey at the end", () => {
    expect([0, 1, 6, 7, 40].map((rank) => partyColour(party(rank)))).toEqual([68, 131, 30, GREY, GREY]);
  });

  test("are the scenario's own where it names one", () => {
    // The palette of xterm: 196 is #ff0000, 21 is #0000ff, 231 is #ffffff, 244 is #808080.
    expect(["#ff0000", "#00f", "#FFFFFF", "#7f8081"].map((own) => partyColour(party(0, own)))).toEqual([
      196, 21, 231, 244,
    ]);
    expect(partyColour(party(0, "tomato"))).toBe(68);
  });
});
