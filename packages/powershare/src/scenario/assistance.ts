import * as completion from "../document/complete.ts";
import type { Completion, Hover } from "../document/complete.ts";
import type { SchemaGuide } from "../document/json-schema.ts";
import { lawGuide, scenarioGuide } from "./guides.ts";
import { namesIn } from "./names.ts";

/**
 * What may stand at an offset of a scenario, or of a law in a file of its own.
 *
 * @param files names of the files beside it
 */
export const complete = (text: string, offset: number, files: readonly string[] = []): readonly Completion[] =>
  completion.complete(text, offset, guideOf(text), namesIn(text, offset, files));

/** What the word at an offset of a scenario or a law means; null where that is not known. */
export const hover = (text: string, offset: number, files: readonly string[] = []): Hover | null =>
  completion.hover(text, offset, guideOf(text), namesIn(text, offset, files));

const guideOf = (text: string): SchemaGuide =>
  !/^\s*\{?\s*["']?powershare\b/m.test(text) && /^\s*["']?(?:stages|ballots)["']?\s*:/m.test(text)
    ? lawGuide()
    : scenarioGuide();
