import { describe, expect, test } from "vitest";
import type { HemicycleData } from "../../report/blocks.ts";
import { drawn, frame, hasClass, mirroredFrame, number, say, texts, within } from "./frame.testing.ts";
import { hemicycle } from "./hemicycle.ts";
import { seatPlaces } from "./hemicycle-layout.ts";

const body = (seats: readonly number[], open = 0, at: readonly number[] = []): HemicycleData => ({
  parties: seats.map((count, rank) => ({ id: `P${rank + 1}`, name: `Party ${rank + 1}`, rank, seats: count })),
  open,
  total: seats.reduce((sum, count) => sum + count, open),
  lines: at.map((line) => ({ at: line, label: say("for a majority") })),
});
const assembly = body([252, 82, 43, 9, 7, 5, 2], 0, [201, 267]);

describe("seatPlaces", () => {
  const counts = [...Array.from({ length: 60 }, (_, i) => i + 1), 99, 120, 400, 577, 600, 751, 1000];

  test.each([
    [1, 1],
    [12, 1],
    [13, 2],
    [30, 2],
  ])("%i seats stand in %i rows", (seats, rows) => {
    expect(seatPlaces(seats).rows).toBe(rows);
  });

  test("every seat has a place of its own, and no two dots touch", () => {
    for (const seats of counts) {
      const { places, dot } = seatPlaces(seats);
      expect(places).toHaveLength(seats);
      const near = places.flatMap((a, i) => places.slice(i + 1, i + 40).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
      if (seats > 1) expect(Math.min(...near) / dot).toBeGreaterThan(2);
    }
  });

  test("no gap in a row is wider than a dot", () => {
    for (const seats of counts) {
      const { places, dot } = seatPlaces(seats);
      const gaps = [...new Set(places.map(({ radius }) => radius))].flatMap((radius) => {
        const row = places.filter((place) => place.radius === radius);
        return row.slice(1).map((a, i) => Math.hypot(a.x - row[i]!.x, a.y - row[i]!.y) - 2 * dot);
      });
      expect(Math.max(0, ...gaps) / dot).toBeLessThanOrEqual(2);
    }
  });

  test("seats come by angle, then from the inside out, so that small parties stay together", () => {
    const { places } = seatPlaces(400);
    for (const [i, b] of places.slice(1).entries()) {
      const a = places[i]!;
      const [first, second] = [Math.round(a.angle * 1e6), Math.round(b.angle * 1e6)];
      expect(first > second || (first === second && a.radius < b.radius)).toBe(true);
    }
  });
});

describe("hemicycle", () => {
  test("draws a dot for each seat, in the colour of its party", () => {
    const dots = drawn(hemicycle(assembly, frame)).filter(({ tag }) => tag === "circle");
    expect(dots).toHaveLength(400);
    for (const { id, seats } of assembly.parties)
      expect(dots.filter((dot) => within(dot).some((group) => hasClass(group, id)))).toHaveLength(seats);
  });

  test("begins on the left, and on the right where that is where one begins to read", () => {
    const first = (mirrored: boolean) => {
      const elements = drawn(hemicycle(assembly, mirrored ? mirroredFrame : frame));
      return number(elements.find(({ tag }) => tag === "circle")!, "cx");
    };
    expect(first(false)).toBeLessThan(-100);
    expect(first(true)).toBe(-first(false));
  });

  test("names every party with its seats, and the first number that counts", () => {
    expect(texts(drawn(hemicycle(assembly, frame)))).toEqual(
      expect.arrayContaining(["P1 252", "P2 82", "P3 43", "P4 9", "P5 7", "P6 5", "P7 2", "201 for a majority", "400"]),
    );
  });

  test("lists all numbers that count beside it where there are several", () => {
    const list = (data: HemicycleData) =>
      drawn(hemicycle(data, frame), null).filter((one) => within(one).some((box) => hasClass(box, "thresholds")));
    expect(
      list(assembly)
        .filter(({ tag }) => tag === "li")
        .map(({ text }) => text),
    ).toEqual(["201 for a majority", "267 for a majority"]);
    expect(list(body([3, 2], 0, [3]))).toEqual([]);
  });

  test("seats that are open are hollow and come last", () => {
    const dots = drawn(hemicycle(body([3, 1], 2), frame)).filter(({ tag }) => tag === "circle");
    expect(dots.map((dot) => within(dot).some((group) => hasClass(group, "open")))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test("beyond 600 seats each party is a piece of the ring, without a dot", () => {
    const data = body([500, 300, 200], 10);
    const elements = drawn(hemicycle(data, frame));
    expect(elements.filter(({ tag }) => tag === "circle")).toEqual([]);
    expect(elements.filter((element) => hasClass(element, "fill"))).toHaveLength(3);
    expect(elements.filter((element) => hasClass(element, "open"))).toHaveLength(1);
    expect(drawn(hemicycle(body([400, 200]), frame)).filter(({ tag }) => tag === "circle")).toHaveLength(600);
  });

  test("of many parties it names the ten largest and counts the others", () => {
    const seats = Array.from({ length: 40 }, (_, i) => Math.max(1, 60 - 3 * i));
    const written = texts(drawn(hemicycle(body(seats), frame)));
    expect(written.filter((text) => /^P\d+ \d+$/.test(text))).toHaveLength(10);
    const rest = seats.slice(10).reduce((sum, count) => sum + count, 0);
    expect(written).toContain(`30 other parties: ${rest} seats`);
  });

  test("parties without a seat are not drawn", () => {
    const elements = drawn(hemicycle(body([3, 0]), frame));
    expect(elements.filter((element) => hasClass(element, "P2"))).toEqual([]);
    expect(texts(elements)).not.toContain("P2 0");
  });

  test.each([[[0, 0]], [[]]])("says so where there is no seat: %j", (seats) => {
    for (const room of ["wide", "narrow"] as const)
      expect(texts(drawn(hemicycle(body(seats, 0, [1]), frame), room))).toEqual(["No seats to show."]);
  });

  test("one party with one seat", () => {
    const elements = drawn(hemicycle(body([1], 0, [1]), frame));
    expect(elements.filter(({ tag }) => tag === "circle")).toHaveLength(1);
    expect(texts(elements)).toEqual(expect.arrayContaining(["1", "seat", "P1 1"]));
  });

  test("writes a long name in lines, whole", () => {
    const name = "Donaudampfschifffahrtsgesellschaftskapitänspartei";
    const data = {
      ...body([60, 50]),
      parties: [
        { id: name, name, rank: 0, seats: 60 },
        { id: "B", name: "B", rank: 1, seats: 50 },
      ],
    };
    for (const room of ["wide", "narrow"] as const) {
      const written = texts(drawn(hemicycle(data, frame), room)).map((text) => text.replaceAll(" ", ""));
      expect(written).toContain(`${name}60`);
    }
  });
});

describe("on a narrow page", () => {
  test("the bar has a piece as long as each party's share", () => {
    const elements = drawn(hemicycle(assembly, frame), "narrow");
    const bars = elements.filter((element) => element.tag === "rect" && number(element, "height") === 36);
    expect(bars).toHaveLength(7);
    expect(number(bars[0]!, "width") + 2).toBeCloseTo((252 / 400) * 288, 0);
    expect(texts(elements)).toEqual(expect.arrayContaining(["P1 252", "P7 2", "201 for a majority"]));
  });
});
