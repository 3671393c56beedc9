import type { Id } from "../core/id.ts";
import type { Arg, Msg } from "../core/message.ts";
import type { Ref, Source } from "../core/source.ts";

/** A report without a language: the same for terminal, HTML page and workbench. */
export interface Report {
  readonly head: {
    /** The title of the scenario. */
    readonly case: string;
    /** The date of the facts. */
    readonly date: string | null;
    readonly hash: string;
    readonly version: string;
    /** The most important finding, at most 90 characters. */
    readonly title: Msg;
    /** What was computed from what. */
    readonly lead: Msg;
  };
  /** The key findings, most important first. */
  readonly findings: readonly Finding[];
  /** What this rests on: counts of facts, agreement with official figures, what it is not. */
  readonly rests: readonly Rest[];
  readonly sections: readonly Section[];
  readonly sources: readonly Source[];
}

export interface Finding {
  readonly claim: Msg;
  readonly why: Msg | null;
  /** The section that shows it. */
  readonly section: string | null;
  readonly refs: readonly Ref[];
}

/** A line of "what this rests on": a count with its unit, or a sentence. */
export type Rest = { readonly count: number; readonly what: Msg; readonly why?: string } | { readonly text: Msg };

/** A question, its answer in one sentence, and what shows it. A section is never empty. */
export interface Section {
  /** Also its anchor: "seats", "governments", "cabinet", "relations", "positions", "later", "gaps" ... */
  readonly id: string;
  readonly question: Msg;
  readonly answer: Msg | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly text: Msg; readonly refs?: readonly Ref[] }
  | { readonly heading: Msg }
  | { readonly list: readonly Item[] }
  | { readonly why: Why }
  | { readonly table: Table }
  | { readonly figure: Figure };

export interface Item {
  readonly text: Msg;
  readonly refs: readonly Ref[];
  readonly date?: string;
}

/** What answers "why": a question, sentences, the article; behind a number also its steps, and what would change it. */
export interface Why {
  readonly question: Msg;
  readonly answer: readonly Msg[];
  readonly refs: readonly Ref[];
  /** How it came about, a row a step, in order. */
  readonly steps?: Table;
  /** What it rests on: the article, what is assumed, remarks. */
  readonly basis?: readonly Msg[];
  /** What stands next to it: the nearest rival and the distance to it, or where the fact can be changed. */
  readonly change?: readonly Msg[];
}

export interface Table {
  readonly caption: Msg;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The total, ruled above. */
  readonly foot?: readonly Cell[];
  readonly note?: Msg;
  readonly refs?: readonly Ref[];
}

export interface Column {
  readonly id: string;
  readonly head: Msg;
  readonly align: "start" | "end";
  /** Where there is no room for all columns, those of the highest number go first; 0 stays. */
  readonly drop?: number;
}

/** What stands in a cell; null leaves it empty. */
export interface Cell {
  readonly value: Arg | null;
  /** The party whose colour marks the cell. */
  readonly party?: Id;
  /** A longer name behind a short one. */
  readonly name?: string;
  /** Set off from the other cells: the seats that hang on the last rule. */
  readonly mark?: boolean;
  /** The key of the answer to why the value is so. */
  readonly why?: string;
  readonly refs?: readonly Ref[];
}

/** A party in a figure. `rank` gives its colour, 0 for the largest; `colour` is the scenario's own. */
export interface FigureParty {
  readonly id: Id;
  readonly name: string;
  readonly rank: number;
  readonly colour?: string;
}

interface FigureBase {
  /** The finding that the figure shows. */
  readonly caption: Msg;
  /** What is drawn, with the unit. */
  readonly shown: Msg;
  /** The figure in words, for those who do not see it. */
  readonly alt: Msg;
  /** The same numbers in the same order. */
  readonly table: Table;
  readonly note?: Msg;
  readonly refs?: readonly Ref[];
}

export type Figure = FigureBase &
  (
    | ({ readonly kind: "hemicycle" } & HemicycleData)
    | ({ readonly kind: "coalitions" } & CoalitionData)
    | ({ readonly kind: "cabinet" } & CabinetData)
    | ({ readonly kind: "matrix" } & MatrixData)
    | ({ readonly kind: "graph" } & GraphData)
    | ({ readonly kind: "positions" } & PositionData)
  );

export interface HemicycleData {
  readonly parties: readonly (FigureParty & { readonly seats: number })[];
  /** Seats that an open tie leaves undecided, drawn hollow. */
  readonly open: number;
  readonly total: number;
  readonly lines: readonly Line[];
}

/** A number that counts: 201 "majority", 267 "two thirds". */
export interface Line {
  readonly at: number;
  readonly label: Msg;
  /** The key of the answer to why it counts. */
  readonly why?: string;
}

export interface CoalitionData {
  readonly parties: readonly FigureParty[];
  readonly lines: readonly Line[];
  /** Bars in groups, each with its heading. */
  readonly groups: readonly {
    readonly heading: Msg | null;
    readonly bars: readonly {
      readonly label: Msg;
      readonly parts: readonly { readonly party: Id; readonly seats: number }[];
      readonly total: number;
      /** "51 to spare", "53 short". */
      readonly margin: Msg;
      readonly formed: boolean;
      /** Crossed out: two of its parties refuse each other. */
      readonly refused: boolean;
    }[];
  }[];
  /** The common end of the scale, in seats. */
  readonly scale: number;
}

export interface CabinetData {
  readonly offices: number;
  readonly groups: readonly {
    readonly party: FigureParty;
    readonly count: number;
    /** Names of the offices where they are known. */
    readonly names: readonly string[];
    /** The division that gave the number: "252 ÷ 13.46 = 18.72". */
    readonly division: Msg | null;
  }[];
  /** The party of each pick in sequence, or null where the rule has no order. */
  readonly order: readonly Id[] | null;
  /** Offices that an open tie leaves undecided. */
  readonly open: number;
}

export type LevelWord = "refuse" | "none" | "contact" | "coordinate" | "joint";

export interface MatrixData {
  readonly actors: readonly { readonly id: Id; readonly name: string }[];
  /** cells[row][column]: how far the row's actor is willing to go with the column's; null on the diagonal. */
  readonly cells: readonly (readonly MatrixCell[])[];
}

export type MatrixCell = null | {
  /** null: not stated. */
  readonly level: LevelWord | null;
  readonly assumed: boolean;
  /** Somebody asked for this level between the two. */
  readonly demanded: boolean;
  /** Reported and denied. */
  readonly disputed: boolean;
};

export interface GraphData {
  readonly actors: readonly { readonly id: Id; readonly name: string; readonly goBetween: boolean }[];
  readonly edges: readonly {
    readonly a: Id;
    readonly b: Id;
    /** The lesser of the two directions where both are stated, else the stated one. */
    readonly level: LevelWord;
    /** null: both sides; else only this actor's side is stated. */
    readonly oneSide: Id | null;
  }[];
}

export interface PositionData {
  /** The question at issue. */
  readonly scale: {
    readonly from: number;
    readonly to: number;
    readonly words: readonly { readonly at: number; readonly word: string }[];
  };
  readonly from: string;
  readonly to: string;
  readonly actors: readonly {
    readonly id: Id;
    readonly name: string;
    readonly rank: number;
    readonly points: readonly {
      readonly date: string;
      /** Both ends of a range; equal where it is a point. */
      readonly at: readonly [number, number];
      readonly assumed: boolean;
    }[];
  }[];
}
