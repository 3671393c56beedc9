import type { Catalogue } from "../words.ts";
import { enElection } from "./en-election.ts";
import { enFaults } from "./en-faults.ts";
import { enHtml } from "./en-html.ts";
import { enReport } from "./en-report.ts";
import { enTerminal } from "./en-terminal.ts";

/** Every English message. */
export const en: Catalogue = { ...enReport, ...enHtml, ...enTerminal, ...enFaults, ...enElection };
