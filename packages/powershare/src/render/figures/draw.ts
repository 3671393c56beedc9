import type { Figure } from "../../report/blocks.ts";
import type { Markup } from "../html/markup.ts";
import { cabinet } from "./cabinet.ts";
import { coalitions } from "./coalitions.ts";
import { graph } from "./graph.ts";
import { hemicycle } from "./hemicycle.ts";
import { matrix } from "./matrix.ts";
import { positions } from "./positions.ts";
import type { Frame } from "./svg.ts";

/** Draws a figure: SVG for wide and for narrow pages, its key, or sentences where these say more. */
export function drawFigure(figure: Figure, frame: Frame): Markup {
  switch (figure.kind) {
    case "hemicycle":
      return hemicycle(figure, frame);
    case "coalitions":
      return coalitions(figure, frame);
    case "cabinet":
      return cabinet(figure, frame);
    case "matrix":
      return matrix(figure, frame);
    case "graph":
      return graph(figure, frame);
    case "positions":
      return positions(figure, frame);
  }
}
