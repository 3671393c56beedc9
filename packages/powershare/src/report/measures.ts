import type { Id } from "../core/id.ts";
import { msg } from "../core/message.ts";
import type { Measures } from "../election/measures.ts";
import type { Table } from "./blocks.ts";
import { cell, column } from "./build.ts";
import { keyOf } from "./whys/key.ts";

/**
 * How the seats compare with the votes, in the indices of the field; those without a value are left out.
 *
 * @param body whose numbers a reader can ask about
 */
export function measuresTable(measures: Measures, body?: Id): Table {
  const known = Object.entries(measures).filter((entry): entry is [string, number] => entry[1] !== null);
  const isShare = (name: string) => !name.startsWith("effective");
  return {
    caption: msg("measures.caption"),
    columns: [column("measure", "start"), column("value")],
    rows: known.map(([name, value]) => [
      cell(msg(`measure.${name}`)),
      cell(
        isShare(name) ? msg("percent", { value: { share: value, places: 2 } }) : value,
        body === undefined ? {} : { why: keyOf("measure", body, name) },
      ),
    ]),
  };
}
