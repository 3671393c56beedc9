import { describe, expect, test } from "vitest";
import { whyOf } from "./why.ts";
import { findingsOf, sayWhy } from "./whys.testing.ts";

const text = `
powershare: 1
title: Four actors
date: 2015-09-04
sources: {s: {title: A newspaper}}
actors:
  a: {name: Alpha}
  b: {name: Beta}
  c: {name: Gamma}
  d: {name: Delta}
  both: {name: Both, kind: group, members: [a, d]}
relations:
  - {between: [a, b], willing: joint, date: 2015-08-01, quote: side by side, source: {id: s, at: p. 1}}
  - {from: both, to: c, willing: contact, date: 2015-08-02, source: s}
  - {from: a, to: c, willing: refuse, because: it fights us, date: 2015-08-01, source: s}
  - {from: d, to: b, willing: coordinate, assumed: true, because: they share a border}
demands:
  - {by: b, of: c, with: a, level: coordinate, source: s}
contacts:
  - {between: [b, c], on: a truce, before: 2015-09-01, note: In the capital., source: s}
  - {between: [c, d], disputed: true, note: One side denies it., source: s}
issues: {peace: {question: How should it end?, scale: {1: by talks, 5: by war}}}
positions:
  - {actor: a, issue: peace, at: 1, date: 2015-07-01, statement: We want talks., source: s}
  - {actor: a, issue: peace, at: [1, 5], date: 2015-08-01, source: s}
  - {actor: b, issue: peace, at: 5, date: 2015-08-02, assumed: true, because: its ally says so}
`;
const findings = await findingsOf(text);

describe("a direction", () => {
  test("that is stated: how far, in whose words, and what it replaces", () => {
    expect(sayWhy(findings, "relation:a>c")).toEqual({
      question: "How far is Alpha willing to go with Gamma?",
      answer: ["Stated: it refuses.", "Reason given: it fights us."],
      steps: [
        "1 August 2015 | Alpha to Gamma: refuse | ",
        "2 August 2015 | Both to Gamma: contact | replaced by a later or a more specific statement",
      ],
      change: ["A later statement of Alpha about Gamma would take its place."],
    });
    expect(sayWhy(findings, "relation:a>b")).toMatchObject({
      answer: ["Stated: as far as “joint”."],
      steps: ["1 August 2015 | Alpha and Beta: joint | “side by side”"],
    });
    expect(whyOf(findings, "relation:a>b")!.refs).toEqual([{ id: "s", at: "p. 1" }]);
  });

  test("that is assumed says so", () => {
    expect(sayWhy(findings, "relation:d>b").answer).toEqual([
      "Assumed: as far as “coordinate”.",
      "Reason given: they share a border.",
    ]);
  });

  test("that nobody stated: the sources do not say, and a meeting counts as contact", () => {
    expect(sayWhy(findings, "relation:b>d")).toEqual({
      question: "How far is Beta willing to go with Delta?",
      answer: ["The sources do not say. That is neither “none” nor a refusal; in the computation it counts as none."],
      steps: [],
      change: ["A statement of Beta about Delta, entered with its source, would say it."],
    });
    expect(sayWhy(findings, "relation:c>b")).toMatchObject({
      answer: ["The sources do not say. The two have met or spoken, so it counts as “contact”."],
      steps: ["before 1 September 2015 | A contact of Beta and Gamma on a truce | In the capital."],
    });
  });

  test("that somebody asks for, or of two whose meeting is denied", () => {
    expect(sayWhy(findings, "relation:c>a").answer).toContain(
      "Beta asks for it: coordinate. That is no willingness of its own.",
    );
    expect(sayWhy(findings, "relation:c>d").answer).toContain(
      "A contact of the two is reported and disputed, and counts for nothing. One side denies it.",
    );
  });
});

describe("a pair", () => {
  test("is what the less willing allows, and names who holds it back", () => {
    expect(sayWhy(findings, "pair:a+c")).toEqual({
      question: "What can Alpha and Gamma do together?",
      answer: ["Nothing: one refusal is enough to close a pair."],
      steps: ["Alpha | Gamma | refuse", "Gamma | Alpha | not stated"],
      change: ["Held back by Alpha: only more willingness on that side would raise it."],
    });
    expect(sayWhy(findings, "pair:b+d")).toMatchObject({
      answer: ["Nothing that is known.", "If the side that was not heard were as willing as the other: “coordinate”."],
      change: ["Of Beta it is not known how far it would go; a statement of it could raise it."],
    });
    expect(sayWhy(findings, "pair:d+b")).toEqual(sayWhy(findings, "pair:b+d"));
    expect(sayWhy(findings, "pair:a+b").change).toEqual([]);
  });
});

test("counts of pairs and directions add up", () => {
  expect(sayWhy(findings, "pairs:all").answer).toEqual([
    "Each of 4 actors with each of the 3 others, every pair once: 4 × 3 ÷ 2 = 6.",
  ]);
  expect(sayWhy(findings, "directions:all").answer).toEqual([
    "Each of 4 actors towards each of the 3 others: 4 × 3 = 12.",
  ]);
  const { facts } = findings;
  expect(sayWhy(findings, "directions:stated").answer).toEqual([`12 − ${facts.unstated} = ${12 - facts.unstated}.`]);
  expect(sayWhy(findings, "directions:stated").steps).toHaveLength(12 - facts.unstated);
  const kinds = ["joint", "coordinate", "contact", "none", "refuse"].map(
    (k) => sayWhy(findings, `pairs:${k}`).steps.length,
  );
  expect(kinds.reduce((a, b) => a + b, 0)).toBe(6);
});

test("positions: the statement, its day, and what stands beside it", () => {
  expect(sayWhy(findings, "position:0")).toEqual({
    question: "Why does Alpha stand at “1: by talks”?",
    answer: ["By its statement of 1 July 2015. The question: How should it end?", "What was said: We want talks."],
    steps: ["1 July 2015 | 1: by talks", "1 August 2015 | between 1 and 5"],
    change: ["A later statement on the same question takes the place of this one."],
  });
  expect(sayWhy(findings, "position:2").answer).toContain(
    "Assumed: this position. The reason given: its ally says so.",
  );
  expect(sayWhy(findings, "said:moves").steps).toEqual(["Alpha | 1: by talks | between 1 and 5 | 1 August 2015"]);
  expect(sayWhy(findings, "range:peace").steps).toEqual([
    "Alpha | between 1 and 5 | 1 August 2015",
    "Beta | 5: by war | 2 August 2015",
  ]);
});

test("facts: which have a source, which are assumed, and what nobody stated", () => {
  expect(sayWhy(findings, "facts:assumed")).toEqual({
    question: "What is assumed?",
    answer: ["Nobody stated these. They are marked as assumed in the document."],
    steps: [
      "relations.3 | Delta to Beta: coordinate | they share a border",
      "positions.2 | Beta on “How should it end?”: by war | its ally says so",
    ],
    change: ["A source, entered beside the fact, would change it."],
  });
  expect(sayWhy(findings, "facts:sourced").steps).toHaveLength(findings.facts.sourced);
  expect(sayWhy(findings, "facts:unsourced").answer).toEqual([
    "None: each names a publication or is marked as assumed.",
  ]);
  const counted = whyOf(findings, "facts:unstated")!.steps!.rows.map((r) => r[1]!.value as number);
  expect(counted.reduce((a, b) => a + b, 0)).toBe(findings.facts.unstated);
});
