import type { Catalogue } from "../words.ts";
import { enElection } from "./en-election.ts";
import { enFaults } from "./en-faults.ts";
import { enHtml } from "./en-html.ts";
import { enInputs } from "./en-inputs.ts";
import { enReport } from "./en-report.ts";
import { enTerminal } from "./en-terminal.ts";
import { enWhys } from "./en-whys.ts";

/** Every English message. */
export const en: Catalogue = {
  ...enReport,
  ...enHtml,
  ...enTerminal,
  ...enFaults,
  ...enElection,
  ...enWhys,
  ...enInputs,
};
