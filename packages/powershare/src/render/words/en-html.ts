import type { Catalogue } from "../words.ts";

/** What the HTML page and its figures say of themselves: headings, keys, labels. */
export const enHtml: Catalogue = {
  "html.skip": "Skip to the report",
  "html.factsAsOf": "Facts as of {date}",
  "html.hash": "scenario {hash}",
  "html.version": "version {version}",
  "html.findings": "Key findings",
  "html.rests": "What this rests on",
  "html.sources": "Sources",
  "html.source": "Source",
  "html.refs": "{n_, plural, one {Source} other {Sources}}",
  "html.sourceKind": "({kind})",
  "html.comma": ", ",
  "html.stop": ".",
  "html.colophon":
    "Computed by powershare {version} from the scenario with the SHA-256 {hash}. The same scenario gives the same report.",
  "html.table.folded": "{caption} ({rows_, plural, one {{rows} row} other {{rows} rows}})",

  "html.section.relations": "Relations",
  "html.section.positions": "Positions",
  "html.section.seats": "Seats",
  "html.section.governments": "Governments",
  "html.section.cabinet": "Cabinet",
  "html.section.later": "What happened next",
  "html.section.gaps": "Assumptions and gaps",

  "html.kind.official": "official",
  "html.kind.press": "press",
  "html.kind.secondary": "secondary",
  "html.kind.memory": "from memory, not verified",

  "html.line": "{at} {label}",
  "html.seats": "seats",
  "html.thresholds": "Seats that matter",
  "html.open": "{n_, plural, one {{n} undecided} other {{n} undecided}}",
  "html.undecided": "undecided",
  "html.hemicycle.seats": "{n_, plural, one {seat} other {seats}}",
  "html.hemicycle.none": "No seats to show.",
  "html.hemicycle.others":
    "{n_, plural, one {{n} other party} other {{n} other parties}}: {seats_, plural, one {{seats} seat} other {{seats} seats}}",

  "html.formed": "the government that formed",
  "html.refused": "two of its parties refuse each other",
  "html.cabinet.none": "No offices to show.",

  "html.level.refuse": "refuse",
  "html.level.none": "none",
  "html.level.contact": "contact",
  "html.level.coordinate": "coordinate",
  "html.level.joint": "joint",
  "html.matrix.assumed": "assumed (dashed rim)",
  "html.matrix.unstated": "not stated",
  "html.matrix.demanded": "asked for by others",
  "html.matrix.disputed": "reported and denied",
  "html.direction": "{from} to {to}: {levels}",
  "html.graph.refused": "refused",
  "html.graph.oneSide": "one side only is stated",
  "html.graph.between": "stands between others",
  "html.graph.both": "{from} and {to}: {level}",
  "html.graph.one": "{from} to {to}: {level}; the other side is not stated",
  "html.graph.none": "No pair has anything stated.",

  "html.positions.none": "No position is stated.",
  "html.positions.statement": "statement",
  "html.positions.assumed": "assumed",
  "html.positions.range": "range",
};
