import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A scenario short enough to be on the screen as a whole, in one file. Nothing in it is true. */
export const talks = `# Talks in an invented country.
powershare: 1
title: Talks in an invented country
date: 2026-01-31
sources:
  report: {title: A report, publisher: A newspaper, date: 2026-01-30}
actors:
  government: {name: The government, kind: government}
  opposition: {name: The opposition, kind: movement}
relations:
  - {from: opposition, to: government, willing: refuse, because: it does not trust it, source: report}
  - {from: government, to: opposition, willing: contact, source: report}
bodies:
  parliament:
    law: list-dhondt
    seats: 100
    parties: {A: {name: Party A, actor: government}, B: {name: Party B, actor: opposition}, C: {name: Party C}}
    votes: {A: 46000, B: 34000, C: 20000}
    assumed: true
# The end.
`;

/** A folder with the talks in it, for as long as the tests of a file need it. */
export function talksFolder(): { readonly folder: string; readonly scenario: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "powershare-talks-"));
  const scenario = path.join(folder, "talks.yaml");
  writeFileSync(scenario, talks);
  return { folder, scenario, remove: () => rmSync(folder, { recursive: true }) };
}
