import type { Catalogue } from "../words.ts";

/** The names of what can be changed beside the figures, and of the changes that mend a fault. */
export const enInputs: Catalogue = {
  "input.votes": "Votes",
  "input.votes.in": "Votes in {district}",
  "input.votes.of": "{party}",
  "input.seats": "Seats",
  "input.district": "Seats of {district}",
  "input.law": "The law",
  "input.stage": "The law, stage “{stage}”{rule_, select, none {} other { ({rule})}}",
  "input.body": "Members of the body",
  "input.area": "Seats of each {area}",
  "input.admit": "Who goes on",
  "input.allot": "Seats given out",
  "input.method": "Method",
  "input.divisor": "Divisor of seat {n}",
  "input.divide-by": "The quota divides the votes by",
  "input.plus": "Added to the quota",
  "input.cut": "Kept of the quota",
  "input.at-most": "Most seats by largest remainder",
  "input.average": "The average that decides",
  "input.other": "{key}",

  "input.needed": "Seats that matter",
  "input.majority": "Needed for a government",
  "input.count": "How many",
  "input.each": "How many for each party",
  "input.entry": "Who may have one",
  "input.least": "At least the largest",
  "input.held": "Held already by {party}",

  "mend.change": "Change to {to}",
};
