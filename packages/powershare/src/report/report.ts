import type { Id } from "../core/id.ts";
import { type Msg, msg } from "../core/message.ts";
import type { Source } from "../core/source.ts";
import type { Findings, Outcome } from "../settlement/findings.ts";
import type { Report, Section } from "./blocks.ts";
import { cabinetSection } from "./cabinet.ts";
import { governmentsSection } from "./governments.ts";
import { keyFindings, restsOn } from "./key-findings.ts";
import { positionsSection } from "./positions.ts";
import { relationsSection } from "./relations.ts";
import { seatsSections } from "./seats.ts";
import { contextSection, gapsSection, laterSection, planSection } from "./story.ts";
import { titleOf } from "./title.ts";
import { keyOf } from "./whys/key.ts";

/**
 * Composes what was computed into a report: the answer first, a section per question, then what
 * happened next, what is assumed, and the sources.
 *
 * @param outcome which outcome, from 0
 */
export function reportOf(findings: Findings, version: string, outcome = 0): Report {
  const chosen = findings.outcomes[outcome]!;
  const { text, hash } = findings.scenario;
  const sections = [
    planSection(findings),
    relationsSection(findings),
    positionsSection(findings),
    ...seatsSections(findings, chosen),
    governmentsSection(findings, chosen),
    cabinetSection(findings, chosen),
    contextSection(findings),
    laterSection(findings),
    gapsSection(findings),
  ];
  return {
    head: {
      case: text.title,
      date: text.date ?? null,
      hash,
      version,
      title: titleOf(findings, chosen),
      lead: lead(findings, chosen),
    },
    findings: keyFindings(findings, chosen),
    rests: restsOn(findings, chosen),
    sections: sections.filter((s): s is Section => s !== null),
    sources: sourcesOf(findings),
  };
}

function lead(findings: Findings, _outcome: Outcome): Msg {
  const { text, facts } = findings.scenario;
  return text.summary === undefined
    ? msg("lead", { facts: { value: facts.length, why: keyOf("facts", "all") } })
    : msg("one", { one: text.summary });
}

function sourcesOf(findings: Findings): Source[] {
  const entries = Object.entries(findings.scenario.text.sources ?? {}) as [Id, Omit<Source, "id">][];
  return entries.map(([id, source]) => ({ id, ...source }));
}
