import type { Id } from "../../core/id.ts";
import { type Arg, type Msg, msg } from "../../core/message.ts";
import type { Ref } from "../../core/source.ts";
import type { Figure, FigureParty, Section } from "../../report/blocks.ts";
import type { Words } from "../words.ts";
import { partyColour } from "./colour.ts";
import { NO_BREAK, safeText } from "./safe.ts";
import { DIM, type Glyphs, glyphsOf, type Ink, type Line, type Span, span, type TerminalView } from "./screen.ts";
import { wrap } from "./wrap.ts";

/** What every part of a terminal report is written with. All text that it gives is safe. */
export interface Pen {
  readonly view: TerminalView;
  readonly glyphs: Glyphs;
  readonly locale: string;
  readonly say: (message: Msg) => string;
  readonly write: (arg: Arg) => string;
  /** Text of the scenario: a name, a title. */
  readonly safe: (text: string) => string;
  /** The colour of a party, the same in the whole report. */
  readonly partyInk: (id: Id | undefined) => Ink | undefined;
}

/** Columns of running text: longer lines are hard to read. */
const MEASURE = 100;
const NARROWEST = 40;
/** Below this width there is no room for bars. */
const BARS_FROM = 60;

/** @param parties whose colours are used; others stay without */
export function penOf(words: Words, view: TerminalView, parties: readonly FigureParty[] = []): Pen {
  const width = Math.max(NARROWEST, Math.floor(view.width));
  const inks = new Map(parties.map((party) => [party.id, { colour: partyColour(party) }]));
  const safe = (text: string): string => safeText(text, view.unicode);
  return {
    view: { width, colour: view.colour, unicode: view.unicode },
    glyphs: glyphsOf(view.unicode),
    locale: words.locale,
    say: (message) => safe(words.say(message)),
    write: (arg) => safe(words.write(arg)),
    safe,
    partyInk: (id) => (id === undefined ? undefined : inks.get(id)),
  };
}

/** The parties of the figures, for their colours. */
export function partiesOf(sections: readonly Section[]): FigureParty[] {
  const figures = sections.flatMap((s) => s.blocks.flatMap((b): Figure[] => ("figure" in b ? [b.figure] : [])));
  return figures.flatMap((figure): readonly FigureParty[] => {
    if (figure.kind === "hemicycle" || figure.kind === "coalitions") return figure.parties;
    return figure.kind === "cabinet" ? figure.groups.map((group) => group.party) : [];
  });
}

export const hasBars = (pen: Pen): boolean => pen.view.width >= BARS_FROM;

/** The width of running text. */
export const measure = (pen: Pen, indent = 0): number => Math.min(pen.view.width, MEASURE) - indent;

export const paragraph = (pen: Pen, text: readonly Span[], indent = 0): Line[] => wrap(text, measure(pen, indent));

/** Where something stands, behind it: " [act200 s. 88(3)]". */
export function refSpans(pen: Pen, refs: readonly Ref[] | undefined): Span[] {
  return (refs ?? []).map((ref) => {
    const place = pen.safe(ref.at === undefined ? ref.id : `${ref.id} ${ref.at}`);
    return { text: ` [${place.length > 30 ? place : place.replaceAll(" ", NO_BREAK)}]`, ink: DIM };
  });
}

/** What stands under a table or a figure: notes, then sources, each once. */
export function tailLines(pen: Pen, notes: readonly (Msg | undefined)[], refs: readonly Ref[] = []): Line[] {
  const said = notes.flatMap((note) => (note ? paragraph(pen, [span(pen.say(note), DIM)]) : []));
  const cited = new Map(refSpans(pen, refs).map((ref) => [ref.text, ref]));
  return cited.size === 0 ? said : [...said, ...paragraph(pen, [...cited.values()])];
}

/** Things of one line, said one after the other: "400 seats, majority 201, two thirds 267". */
export function row(things: readonly [Msg, ...Msg[]]): Msg {
  const [first, ...others] = things;
  return others.reduce((before, next) => msg("terminal.row", { before, next }), first);
}

export function upperCase(pen: Pen, text: string): string {
  return pen.safe(text.toLocaleUpperCase(pen.locale));
}
