import { describe, expect, test } from "vitest";
import type { Block, FigureParty, Report, Table } from "../../report/blocks.ts";
import { southAfrica, text } from "../sample.testing.ts";
import { withoutColour, words } from "./any.testing.ts";
import { renderSections, renderTerminal } from "./report.ts";
import { displayWidth } from "./width.ts";

const view = { width: 80, colour: false, unicode: true };

const bare: Report = {
  head: { case: "Case", date: null, hash: "abc", version: "1", title: text("Title"), lead: text("Lead") },
  findings: [],
  rests: [],
  sections: [],
  sources: [],
};

const seats = (parties: readonly (FigureParty & { readonly seats: number })[], open = 0): Block => {
  const table: Table = {
    caption: text("Seats"),
    columns: [
      { id: "party", head: text("Party"), align: "start" },
      { id: "seats", head: text("Seats"), align: "end" },
    ],
    rows: parties.map((party) => [{ value: party.id, party: party.id, name: party.name }, { value: party.seats }]),
  };
  const total = parties.reduce((sum, party) => sum + party.seats, open);
  const words = { caption: text("Caption"), shown: text("Shown"), alt: text("Alt"), table };
  return { figure: { kind: "hemicycle", ...words, parties, open, total, lines: [] } };
};

const section = (...blocks: readonly Block[]): Report["sections"][number] => ({
  id: "seats",
  question: text("Who won?"),
  answer: null,
  blocks,
});

describe("a report", () => {
  test("with nothing in it is its head and its foot", () => {
    expect(renderTerminal(bare, words, view)).toBe("Case\nTitle\nLead\n\npowershare 1, scenario abc");
  });

  test("keeps a long case and the date of the facts in lines of their own", () => {
    const long = { ...bare, head: { ...bare.head, case: "A settlement with a long name", date: "2015-09-04" } };
    expect(
      renderTerminal(long, words, { ...view, width: 50 })
        .split("\n")
        .slice(0, 2),
    ).toEqual(["A settlement with a long name", "facts as of 4 September 2015"]);
  });

  test("of one party has one bar, at full length", () => {
    const one = seats([{ id: "A", name: "Alone", rank: 0, seats: 1 }]);
    expect(renderSections([section(one)], words, view)).toBe(`\
WHO WON?
Caption
Shown
Party     Seats
A  Alone      1  ${"█".repeat(40)}`);
  });

  test("of forty parties has a row for each, and something is drawn for every seat", () => {
    const parties = Array.from({ length: 40 }, (_, rank) => ({
      id: `P${rank + 1}`,
      name: `Party of the ${rank + 1}th part of the people`,
      rank,
      seats: rank === 39 ? 0 : 400 - 10 * rank,
    }));
    const lines = renderSections([section(seats(parties))], words, view).split("\n");
    expect(lines).toHaveLength(4 + 40);
    expect(lines.slice(4, 43).filter((line) => /[█▏▎▍▌▋▊▉]$/.test(line))).toHaveLength(39);
    expect(lines[43]).toBe("P40  Party of the 40th part of the people      0");
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  });

  test("says how many seats a tie leaves open", () => {
    const lines = renderSections([section(seats([{ id: "A", name: "A", rank: 0, seats: 3 }], 2))], words, view);
    expect(lines).toContain("\n2 seats are undecided.\n");
  });

  test("sets lists with dates and sources, and a reason off at the side", () => {
    const list: Block = {
      list: [{ date: "2015-09-30", text: text("Air strikes begin."), refs: [{ id: "un" }, { id: "mt", at: "R1" }] }],
    };
    const why: Block = { why: { question: text("Why?"), answer: [text("Because."), text("So it is.")], refs: [] } };
    expect(
      renderSections([section({ heading: text("Later") }, list, why), section({ text: text("End.") })], words, view),
    ).toBe(`\
WHO WON?
Later
• 30 September 2015: Air strikes begin. [un] [mt R1]

  │ Why?
  │ Because. So it is.

WHO WON?
End.`);
  });

  test("has the colours of its parties where it may have colours", () => {
    const one = seats([
      { id: "A", name: "First", rank: 0, seats: 2 },
      { id: "B", name: "Second", rank: 1, colour: "#ff0000", seats: 1 },
    ]);
    const lines = renderSections([section(one)], words, { ...view, colour: true }).split("\n");
    expect(lines[0]).toBe("\u001b[1mWHO WON?\u001b[0m");
    expect(lines[4]).toBe(`\u001b[38;5;68mA\u001b[0m  First       2  \u001b[38;5;68m${"█".repeat(40)}\u001b[0m`);
    expect(lines[5]).toBe(`\u001b[38;5;196mB\u001b[0m  Second      1  \u001b[38;5;196m${"█".repeat(20)}\u001b[0m`);
  });

  test("has no escape sequence where it may not", () => {
    expect(renderTerminal(southAfrica, words, { ...view, width: 120 })).not.toContain("\u001b");
  });

  test("is set for 40 columns where the terminal has fewer", () => {
    const narrow = renderTerminal(southAfrica, words, { ...view, width: 12 });
    expect(narrow).toBe(renderTerminal(southAfrica, words, { ...view, width: 40 }));
  });

  test("is not commanded by what a scenario says", () => {
    const hostile: Report = {
      ...bare,
      head: {
        ...bare.head,
        case: "\u001b[2J\u001b]0;owned\u0007Case",
        title: text("Peace\u202e\r\nPOWERSHARE: all is well\u009b8m"),
      },
      sources: [{ id: "x", title: "\u001bc", url: "https://example.org/\u001b]8;;https://evil.example\u0007" }],
    };
    expect(withoutColour(renderTerminal(hostile, words, { ...view, colour: true }))).toBe(`\
\ufffd[2J\ufffd]0;owned\ufffdCase
Peace POWERSHARE: all is well\ufffd8m
Lead

SOURCES
1  [x] \ufffdc. https://example.org/\ufffd]8;;https://evil.example\ufffd

powershare 1, scenario abc`);
  });
});
