import { msg } from "../../core/message.ts";
import type { Cell, Figure } from "../../report/blocks.ts";
import type { Drawing } from "./figure.ts";
import { type Pen, paragraph, row } from "./pen.ts";
import { DIM, type Line, span } from "./screen.ts";
import type { RowBar } from "./table.ts";

type Hemicycle = Extract<Figure, { kind: "hemicycle" }>;

/** The seats table with a bar at the end of each party's row; the longest belongs to the largest party. */
export function drawHemicycle(pen: Pen, figure: Hemicycle): Drawing {
  const seats = new Map(figure.parties.map((party) => [party.id, party.seats]));
  const most = figure.parties.reduce((max, party) => Math.max(max, party.seats), 1);
  const bars = figure.table.rows.map((cells): RowBar | null => {
    const id = partyOf(cells, figure);
    const held = id === undefined ? undefined : seats.get(id);
    return held === undefined ? null : { share: held / most, ink: pen.partyInk(id) };
  });
  return { lines: goals(pen, figure), table: { bars } };
}

/** "majority 201, two thirds 267", and the seats that are open. */
function goals(pen: Pen, { lines, open }: Hemicycle): Line[] {
  const [first, ...others] = lines.map(({ at, label }) => msg("terminal.goal", { at, label }));
  return [
    ...(first ? paragraph(pen, [span(pen.say(row([first, ...others])), DIM)]) : []),
    ...(open > 0 ? paragraph(pen, [span(pen.say(msg("terminal.open-seats", { open })))]) : []),
  ];
}

function partyOf(cells: readonly Cell[], figure: Hemicycle): string | undefined {
  const marked = cells.find((cell) => cell.party !== undefined)?.party;
  return marked ?? figure.parties.find((party) => party.id === cells[0]?.value || party.name === cells[0]?.value)?.id;
}
