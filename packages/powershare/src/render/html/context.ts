import type { Id } from "../../core/id.ts";
import type { Source } from "../../core/source.ts";
import type { Report } from "../../report/blocks.ts";
import { type PartyColours, partyColours } from "../figures/colours.ts";
import type { Words } from "../words.ts";

/** What all parts of a page share. */
export interface Context {
  readonly words: Words;
  readonly colours: PartyColours;
  /** The number of each source in the list at the end, from 1. */
  readonly numbers: ReadonlyMap<Id, number>;
  /** Every number with an answer behind it is a button; a printed page has none. */
  readonly interactive: boolean;
}

/** How a report is looked at. */
export interface Look {
  readonly interactive?: boolean;
}

export function contextOf(report: Report, words: Words, { interactive = false }: Look = {}): Context {
  const numbers = new Map(report.sources.map((source: Source, i) => [source.id, i + 1]));
  return { words, colours: partyColours(report), numbers, interactive };
}
