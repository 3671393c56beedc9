import { NO_BREAK } from "./safe.ts";

/** The terminal that is written for: columns (40 or more), whether it shows colours, whether it reads UTF-8. */
export interface TerminalView {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

/** How a piece of a line is set. Nothing is said by it alone. */
export interface Ink {
  readonly bold?: boolean;
  readonly dim?: boolean;
  /** 0 to 255, of the xterm palette. */
  readonly colour?: number;
}

/** A piece of a line. Its text is safe (see `safeText`) and has no line break. */
export interface Span {
  readonly text: string;
  readonly ink?: Ink;
}

export type Line = readonly Span[];

export const BOLD: Ink = { bold: true };
export const DIM: Ink = { dim: true };

export const span = (text: string, ink?: Ink): Span => (ink ? { text, ink } : { text });

/** Lines as the terminal gets them: no space at their ends, escape sequences only where colour is asked for. */
export function print(lines: readonly Line[], view: TerminalView): string {
  return lines.map((line) => printLine(line, view.colour)).join("\n");
}

function printLine(line: Line, colour: boolean): string {
  const written: string[] = [];
  let end = true;
  for (const { text, ink } of [...line].reverse()) {
    const shown = (end ? text.trimEnd() : text).replaceAll(NO_BREAK, " ");
    if (shown === "") continue;
    end = false;
    written.push(colour && ink ? inked(shown, ink) : shown);
  }
  return written.reverse().join("");
}

function inked(text: string, ink: Ink): string {
  const codes = [
    ...(ink.bold ? ["1"] : []),
    ...(ink.dim ? ["2"] : []),
    ...(ink.colour === undefined ? [] : [`38;5;${ink.colour}`]),
  ];
  return codes.length === 0 ? text : `\u001b[${codes.join(";")}m${text}\u001b[0m`;
}

/** The signs that a terminal report is drawn with. */
export interface Glyphs {
  readonly ellipsis: string;
  readonly bullet: string;
  readonly rule: string;
  readonly upright: string;
  readonly down: string;
  readonly square: string;
  readonly hollow: string;
  /** Behind a cell that is set off. */
  readonly mark: string;
  /** Parties in one bar, by rank: the first, then the others in turn. */
  readonly fills: readonly [string, string, string, string];
  /** A bar's end in eighths of a column, from one to seven; none: whole columns only. */
  readonly eighths: readonly string[];
  readonly scale: {
    readonly from: string;
    readonly to: string;
    readonly line: string;
    readonly point: string;
    readonly range: string;
  };
  /** An actor with itself. */
  readonly self: string;
  readonly arrow: string;
  readonly about: string;
}

export const glyphsOf = (unicode: boolean): Glyphs => (unicode ? blocks : letters);

const blocks: Glyphs = {
  ellipsis: "…",
  bullet: "•",
  rule: "─",
  upright: "│",
  down: "▼",
  square: "■",
  hollow: "□",
  mark: "◂",
  fills: ["█", "▓", "▒", "░"],
  eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
  scale: { from: "├", to: "┤", line: "─", point: "●", range: "━" },
  self: "·",
  arrow: "→",
  about: "≈",
};

const letters: Glyphs = {
  ellipsis: "...",
  bullet: "-",
  rule: "-",
  upright: "|",
  down: "v",
  square: "#",
  hollow: "o",
  mark: "<",
  fills: ["#", "=", "+", ":"],
  eighths: [],
  scale: { from: "|", to: "|", line: "-", point: "o", range: "=" },
  self: ".",
  arrow: "->",
  about: "~",
};
