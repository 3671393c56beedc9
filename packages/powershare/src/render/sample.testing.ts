import { type Arg, type Msg, msg } from "../core/message.ts";
import type { Ref } from "../core/source.ts";
import type { Block, Cell, Figure, FigureParty, LevelWord, MatrixCell, Report, Table } from "../report/blocks.ts";
import type { Catalogue } from "./words.ts";

/** The sentences of the sample reports are their own text: what is tested here is how they are set. */
export const sampleWords: Catalogue = {
  "sample.text": "{text}",
  "sample.short": "{n_, plural, one {{n} short} other {{n} short}}",
  "sample.spare": "{n} to spare",
};

export const text = (words: string): Msg => msg("sample.text", { text: words });
const spare = (n: number): Msg => msg("sample.spare", { n });
const short = (n: number): Msg => msg("sample.short", { n });
const at = (value: Arg, more: Omit<Cell, "value"> = {}): Cell => ({ value, ...more });
const empty: Cell = { value: null };
const ref = (id: string, place?: string): Ref => (place === undefined ? { id } : { id, at: place });
const percent = (share: number): Cell => at({ share, places: 2 });

const parties: readonly (FigureParty & { readonly seats: number; readonly votes: number })[] = [
  { id: "ANC", name: "African National Congress", rank: 0, seats: 252, votes: 12_237_655 },
  { id: "NP", name: "National Party", rank: 1, seats: 82, votes: 3_983_690 },
  { id: "IFP", name: "Inkatha Freedom Party", rank: 2, seats: 43, votes: 2_058_294 },
  { id: "FF", name: "Freedom Front", rank: 3, seats: 9, votes: 424_555 },
  { id: "DP", name: "Democratic Party", rank: 4, seats: 7, votes: 338_426 },
  { id: "PAC", name: "Pan Africanist Congress", rank: 5, seats: 5, votes: 243_478 },
  { id: "ACDP", name: "African Christian Democratic Party", rank: 6, seats: 2, votes: 88_104 },
];
const party = (id: string) => parties.find((p) => p.id === id)!;
const figureParty = ({ id, name, rank }: FigureParty): FigureParty => ({ id, name, rank });
const valid = 19_533_498;

/** Whole quotas of 48 712, votes left over, and which rest rule gave one seat more. */
const counts: Readonly<Record<string, readonly [number, number, "left" | "average"]>> = {
  ANC: [251, 10_943, "average"],
  NP: [81, 38_018, "left"],
  IFP: [42, 12_390, "average"],
  FF: [8, 34_859, "left"],
  DP: [6, 46_154, "left"],
  PAC: [4, 48_630, "left"],
  ACDP: [1, 39_392, "left"],
};

const seatsTable: Table = {
  caption: text("From votes to seats, step by step"),
  columns: [
    { id: "party", head: text("Party"), align: "start" },
    { id: "votes", head: text("Votes"), align: "end" },
    { id: "share", head: text("Votes, %"), align: "end" },
    { id: "whole", head: text("Whole quotas of 48 712"), align: "end", drop: 1 },
    { id: "left", head: text("Votes left over"), align: "end", drop: 3 },
    { id: "largest", head: text("Largest left (5)"), align: "end", drop: 2 },
    { id: "average", head: text("Highest average (2)"), align: "end", drop: 2 },
    { id: "seats", head: text("Seats"), align: "end" },
  ],
  rows: [
    ...parties.map((p) => {
      const [whole, left, by] = counts[p.id]!;
      const plus = at("+1", { mark: true });
      return [
        at(p.id, { party: p.id, name: p.name }),
        at(p.votes),
        percent(p.votes / valid),
        at(whole),
        at(left),
        by === "left" ? plus : empty,
        by === "average" ? plus : empty,
        at(p.seats),
      ];
    }),
    [at(text("12 other parties")), at(159_296), percent(159_296 / valid), at(0), empty, empty, empty, at(0)],
  ],
  foot: [at(text("All 19 parties")), at(valid), percent(1), at(393), empty, at(5), at(2), at(400)],
  note: text("The quota is 19 533 498 ÷ (400 + 1), cut to a whole number, plus 1."),
  refs: [ref("act200", "Sch. 2 item 6")],
};

const hemicycle: Figure = {
  kind: "hemicycle",
  caption: text("The ANC holds 63% of the seats"),
  shown: text("National Assembly, 400 seats, largest party first."),
  alt: text("Half circle of 400 seats: ANC 252, NP 82, IFP 43, FF 9, DP 7, PAC 5, ACDP 2."),
  table: seatsTable,
  refs: [ref("iec", "p. 1")],
  parties: parties.map((p) => ({ ...figureParty(p), seats: p.seats })),
  open: 0,
  total: 400,
  lines: [
    { at: 201, label: text("majority") },
    { at: 267, label: text("two thirds") },
  ],
};

const bar = (label: string, ids: readonly string[], formed = false) => {
  const parts = ids.map((id) => ({ party: id, seats: party(id).seats }));
  const total = parts.reduce((sum, part) => sum + part.seats, 0);
  const margin = total >= 201 ? spare(total - 201) : short(201 - total);
  return { label: text(label), parts, total, margin, formed, refused: false };
};
const bars = [
  bar("One party", ["ANC"]),
  bar("ANC, NP, IFP (formed)", ["ANC", "NP", "IFP"], true),
  bar("All but the ANC", ["NP", "IFP", "FF", "DP", "PAC", "ACDP"]),
  { ...bar("ANC, FF", ["ANC", "FF"]), refused: true },
];

const coalitions: Figure = {
  kind: "coalitions",
  caption: text("No majority without the ANC"),
  shown: text("Seats of each combination."),
  alt: text("Bars against the majority of 201: the ANC alone has 252, the others together 148."),
  table: {
    caption: text("Combinations of parties"),
    columns: [
      { id: "parties", head: text("Combination"), align: "start" },
      { id: "seats", head: text("Seats"), align: "end" },
      { id: "margin", head: text("Against 201"), align: "end" },
    ],
    rows: bars.map((one) => [at(one.label), at(one.total), at(one.margin)]),
  },
  parties: parties.map(figureParty),
  lines: hemicycle.lines,
  groups: [{ heading: text("Majority of the Assembly"), bars }],
  scale: 400,
};

const cabinet: Figure = {
  kind: "cabinet",
  caption: text("18, 6 and 3 of 27 ministries"),
  shown: text("One square is one ministry."),
  alt: text("27 ministries: ANC 18, NP 6, IFP 3."),
  note: text("Which ministries, and in what order: not in the rule (s. 88(4))."),
  table: {
    caption: text("Ministries by party"),
    columns: [
      { id: "party", head: text("Party"), align: "start" },
      { id: "seats", head: text("Seats"), align: "end" },
      { id: "quotient", head: text("÷ 13.46"), align: "end" },
      { id: "ministries", head: text("Ministries"), align: "end" },
    ],
    rows: [
      [at("ANC", { party: "ANC" }), at(252), at({ exact: "18.72" }), at(18)],
      [at("NP", { party: "NP" }), at(82), at({ exact: "6.09" }), at(6)],
      [at("IFP", { party: "IFP" }), at(43), at({ exact: "3.19" }), at(3)],
    ],
    foot: [at(text("Joined")), at(377), empty, at(27)],
  },
  refs: [ref("act200", "s. 88(3)")],
  offices: 27,
  groups: [
    { party: figureParty(party("ANC")), count: 18, names: [], division: text("252 ÷ 13.46 = 18.72") },
    { party: figureParty(party("NP")), count: 6, names: [], division: text("82 ÷ 13.46 = 6.09") },
    { party: figureParty(party("IFP")), count: 3, names: [], division: text("43 ÷ 13.46 = 3.19") },
  ],
  order: null,
  open: 0,
};

const why: Block = {
  why: {
    question: text("Why does the IFP have 43 seats and not 42?"),
    answer: [
      text("Its votes hold 42 whole quotas. Five of the seven seats left go to the largest left-over votes."),
      text("The last two go to the highest average per seat already awarded: IFP 2 058 294 ÷ 42 = 49 007."),
    ],
    refs: [ref("act200", "Sch. 2 item 6")],
  },
};

/** A report of votes, seats, governments and a cabinet, as of South Africa in 1994. */
export const southAfrica: Report = {
  head: {
    case: "South Africa 1994",
    date: "1994-05-11",
    hash: "7c1e5f0a".repeat(8),
    version: "0.1.0",
    title: text("Three parties share 27 ministries; one of them could have governed alone."),
    lead: text("The election of 26–29 April 1994, from the votes of 19 parties and the interim constitution."),
  },
  findings: [
    {
      claim: text("The ANC wins 252 of 400 seats, 51 above a majority."),
      why: text("15 fewer than two thirds. No seat is tied."),
      section: "seats",
      refs: [ref("iec", "p. 1")],
    },
    {
      claim: text("No majority exists without the ANC:"),
      why: text("the six others hold 148 seats, 53 short."),
      section: "governments",
      refs: [],
    },
    {
      claim: text("Ministries under s. 88: ANC 18, NP 6, IFP 3, as announced."),
      why: null,
      section: "cabinet",
      refs: [],
    },
  ],
  rests: [
    { count: 34, what: text("sourced facts") },
    { count: 1, what: text("assumption (all three join)") },
    { text: text("Seats and ministries agree with the official results.") },
    { text: text("This is not a forecast.") },
  ],
  sections: [
    {
      id: "seats",
      question: text("Who won the seats?"),
      answer: text("Seven of 19 parties enter the Assembly. There is no threshold; one seat costs about 48 700 votes."),
      blocks: [{ figure: hemicycle }, why],
    },
    {
      id: "governments",
      question: text("Who could govern?"),
      answer: text("64 of the 128 possible combinations have a majority, and the ANC is in all of them."),
      blocks: [{ figure: coalitions }],
    },
    {
      id: "cabinet",
      question: text("Who gets the ministries?"),
      answer: text("The rule fixes how many ministries each party receives."),
      blocks: [{ figure: cabinet }],
    },
    {
      id: "later",
      question: text("What happened next?"),
      answer: null,
      blocks: [
        {
          list: [
            {
              date: "1996-06-30",
              text: text("The National Party leaves the Government of National Unity."),
              refs: [ref("iec")],
            },
          ],
        },
      ],
    },
  ],
  sources: [
    {
      id: "act200",
      title: "Constitution of the Republic of South Africa, Act 200 of 1993",
      publisher: "Government Gazette",
      date: "1994-01-28",
    },
    { id: "iec", title: "Final result", author: "Independent Electoral Commission", date: "1994-05-06" },
  ],
};

const actors = [
  { id: "russia", name: "Russia", goBetween: true },
  { id: "iran", name: "Iran", goBetween: false },
  { id: "damascus", name: "Syrian government", goBetween: false },
  { id: "healthy", name: "“Healthy” opposition", goBetween: false },
  { id: "usa", name: "United States", goBetween: false },
  { id: "saudi", name: "Saudi Arabia", goBetween: false },
];
const nameOf = (id: string): string => actors.find((a) => a.id === id)!.name;

const said: readonly (readonly [string, string, LevelWord, ("assumed" | "demanded" | "disputed")?])[] = [
  ["russia", "iran", "joint", "assumed"],
  ["russia", "damascus", "joint"],
  ["russia", "usa", "contact"],
  ["iran", "damascus", "joint"],
  ["damascus", "russia", "joint"],
  ["damascus", "iran", "joint"],
  ["damascus", "healthy", "coordinate"],
  ["usa", "russia", "contact", "disputed"],
  ["usa", "damascus", "refuse", "demanded"],
  ["saudi", "damascus", "refuse", "demanded"],
];

const matrixCell = (from: string, to: string): MatrixCell => {
  if (from === to) return null;
  const known = said.find(([a, b]) => a === from && b === to);
  const flag = known?.[3];
  return {
    level: known?.[2] ?? null,
    assumed: flag === "assumed",
    demanded: flag === "demanded",
    disputed: flag === "disputed",
  };
};

const levelsTable: Table = {
  caption: text("Stated directions"),
  columns: [
    { id: "from", head: text("Who"), align: "start" },
    { id: "to", head: text("With whom"), align: "start" },
    { id: "level", head: text("How far"), align: "start" },
  ],
  rows: said.map(([from, to, level]) => [at(nameOf(from)), at(nameOf(to)), at(text(level))]),
};

const matrix: Figure = {
  kind: "matrix",
  caption: text("Ten of 30 directions are stated; two are refusals"),
  shown: text("Row: who is willing. Column: with whom."),
  alt: text("Table of six actors by six."),
  table: levelsTable,
  refs: [ref("mt-0904", "R1–R5")],
  actors: actors.map(({ id, name }) => ({ id, name })),
  cells: actors.map((row) => actors.map((column) => matrixCell(row.id, column.id))),
};

const graph: Figure = {
  kind: "graph",
  caption: text("Only Russia stands between Damascus and Washington"),
  shown: text("Pairs with something stated."),
  alt: text("Russia, Iran and the Syrian government jointly; Russia and the United States in contact."),
  table: {
    ...levelsTable,
    caption: text("Pairs with something stated"),
    columns: [
      { id: "a", head: text("Pair"), align: "start" },
      { id: "b", head: text("and"), align: "start" },
      { id: "level", head: text("Level"), align: "start" },
    ],
  },
  actors,
  edges: [
    { a: "russia", b: "damascus", level: "joint", oneSide: null },
    { a: "iran", b: "damascus", level: "joint", oneSide: null },
    { a: "russia", b: "iran", level: "joint", oneSide: "russia" },
    { a: "russia", b: "usa", level: "contact", oneSide: null },
    { a: "damascus", b: "healthy", level: "coordinate", oneSide: "damascus" },
    { a: "usa", b: "damascus", level: "refuse", oneSide: "usa" },
    { a: "saudi", b: "damascus", level: "refuse", oneSide: "saudi" },
  ],
};

const positions: Figure = {
  kind: "positions",
  caption: text("Russia and Saudi Arabia stand three steps apart"),
  shown: text("When does the president leave?"),
  alt: text("Saudi Arabia 5 since 11 August; Russia 2 since 1 September; United States 3 since 5 August."),
  table: {
    caption: text("Statements"),
    columns: [
      { id: "date", head: text("Date"), align: "start" },
      { id: "actor", head: text("Who"), align: "start" },
      { id: "position", head: text("Position"), align: "start" },
      { id: "statement", head: text("Statement"), align: "start", drop: 1 },
    ],
    rows: [
      [at({ date: "2015-08-05" }), at("United States"), at(text("3: after a transition")), empty],
      [
        at({ date: "2015-08-11" }),
        at("Saudi Arabia"),
        at(text("5: goes first")),
        at("no place for Assad in Syria’s future", { refs: [ref("spa", "11 August")] }),
      ],
      [
        at({ date: "2015-09-01" }),
        at("Russia"),
        at(text("2")),
        at("his departure as a precondition is harmful and unrealistic", { refs: [ref("mfa", "1 September")] }),
      ],
      [at({ date: "2015-09-04" }), at("Russia"), at(text("between 2 and 3"), { mark: true }), empty],
    ],
  },
  scale: {
    from: 1,
    to: 5,
    words: [
      { at: 1, word: "stays" },
      { at: 3, word: "after a transition" },
      { at: 5, word: "goes first" },
    ],
  },
  from: "2015-08-05",
  to: "2015-09-04",
  actors: [
    {
      id: "russia",
      name: "Russia",
      rank: 0,
      points: [
        { date: "2015-09-01", at: [2, 2], assumed: false },
        { date: "2015-09-04", at: [2, 3], assumed: true },
      ],
    },
    { id: "saudi", name: "Saudi Arabia", rank: 1, points: [{ date: "2015-08-11", at: [5, 5], assumed: false }] },
    { id: "usa", name: "United States", rank: 2, points: [{ date: "2015-08-05", at: [3, 3], assumed: false }] },
  ],
};

/** A report of relations and positions without votes, as of Syria in September 2015. */
export const syria: Report = {
  head: {
    case: "Syria, early September 2015",
    date: "2015-09-04",
    hash: "0badcafe".repeat(8),
    version: "0.1.0",
    title: text("All stated refusals are of Damascus; only Russia talks to Damascus and to Washington."),
    lead: text("The plan reported on 4 September 2015: early elections and a share in government for the opposition."),
  },
  findings: [
    {
      claim: text("Refused: Assad’s foes will not cooperate with Damascus."),
      why: text("Because it would help legitimise his rule."),
      section: "relations",
      refs: [ref("mt-0904", "R2")],
    },
    {
      claim: text("Not in the source, worth finding out first: the answer of the “healthy” opposition."),
      why: text("20 of 30 directions are not stated."),
      section: "gaps",
      refs: [],
    },
  ],
  rests: [
    { count: 9, what: text("facts with a source") },
    { count: 1, what: text("assumed") },
    { count: 20, what: text("not stated") },
    { text: text("This is not a forecast.") },
  ],
  sections: [
    {
      id: "relations",
      question: text("Who can work with whom?"),
      answer: text("A pair can do no more than the less willing side accepts."),
      blocks: [{ figure: matrix }, { figure: graph }],
    },
    {
      id: "positions",
      question: text("How have positions moved?"),
      answer: text("Three actors have stated when the president is to leave."),
      blocks: [{ figure: positions }],
    },
    {
      id: "gaps",
      question: text("What is assumed, and what is not known?"),
      answer: null,
      blocks: [
        { heading: text("Assumed") },
        { list: [{ text: text("Russia would act jointly with Iran."), refs: [ref("mt-0904", "R4")] }] },
        { heading: text("Not stated by anyone") },
        { text: text("Whether Iran and Saudi Arabia would meet."), refs: [] },
      ],
    },
  ],
  sources: [
    {
      id: "mt-0904",
      title: "Russia Says Syria's Assad Ready to Share Power with Opposition",
      publisher: "The Moscow Times",
      date: "2015-09-04",
      url: "https://www.themoscowtimes.com/2015/09/04/russia-says-syrias-assad-ready-to-share-power-with-opposition-a49350",
    },
    { id: "mfa", title: "Remarks of the foreign minister", date: "2015-09-01" },
    { id: "spa", title: "Statement of the foreign minister", publisher: "Saudi Press Agency", date: "2015-08-11" },
  ],
};
