import * as fc from "fast-check";
import { type Arg, type Msg, msg } from "../../core/message.ts";
import type { Block, Cell, Figure, LevelWord, MatrixCell, Report, Table } from "../../report/blocks.ts";
import { sampleWords } from "../sample.testing.ts";
import { type Words, wordsOf } from "../words.ts";
import { enTerminal } from "../words/en-terminal.ts";

export const words: Words = wordsOf("en-GB", { ...enTerminal, ...sampleWords }, { group: " " });

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** A screen without the escape sequences for colour. */
export const withoutColour = (screen: string): string => screen.replace(colours, "");

/** Characters of every width and of ill will: wide, combining, right to left, commands, lone surrogates. */
const sign: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."abcXYZ  -'0123456789") },
  { weight: 2, arbitrary: fc.constantFrom("敘", "利", "ア", "한", "é", "e\u0301", "ّ", "س", "🕊", "👩‍🔬", "ﷺ", "½") },
  fc.constantFrom(
    "\u001b[2J",
    "\u001b]0;x\u0007",
    "\u009b31m",
    "\u202e",
    "\u2066",
    "\r",
    "\n",
    "\t",
    "\u0000",
    "\u200b",
    "\ud800",
    "\u2028",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
);

const textOf = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(sign, { maxLength }).map((signs) => signs.join(""));
const name = textOf(30);
const prose: fc.Arbitrary<Msg> = textOf(160).map((text) => msg("sample.text", { text }));
const count = fc.nat({ max: 1_000 });
const ref = fc.record({ id: name, at: name });
const refs = fc.array(ref, { maxLength: 2 });

const arg: fc.Arbitrary<Arg> = fc.oneof(
  name,
  prose,
  fc.nat(),
  fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.constant({ date: "2015-09-04" }),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value: fc.option(arg) }),
  fc.record({ value: name, name, party: name, mark: fc.boolean(), refs }),
);

export const anyTable: fc.Arbitrary<Table> = fc.integer({ min: 0, max: 7 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  const column = fc.record({
    id: name,
    head: prose,
    align: fc.constantFrom("start" as const, "end" as const),
    drop: fc.nat({ max: 3 }),
  });
  return fc.record(
    {
      caption: prose,
      columns: fc.array(column, { minLength: width, maxLength: width }),
      rows: fc.array(row, { maxLength: 6 }),
      foot: row,
      note: prose,
      refs,
    },
    { requiredKeys: ["caption", "columns", "rows"] },
  );
});

const party = fc.record({ id: name, name, rank: fc.nat({ max: 40 }) });
const line = fc.record({ at: count, label: prose });
const base = { caption: prose, shown: prose, alt: prose, table: anyTable, note: prose, refs };
const of = <K extends string>(kind: K) => fc.constant(kind);

const hemicycle: fc.Arbitrary<Figure> = fc.record({
  ...base,
  kind: of("hemicycle"),
  parties: fc.array(fc.record({ id: name, name, rank: fc.nat(), seats: count }), { maxLength: 8 }),
  open: fc.nat({ max: 3 }),
  total: count,
  lines: fc.array(line, { maxLength: 3 }),
});

const coalitions: fc.Arbitrary<Figure> = fc.array(party, { minLength: 1, maxLength: 8 }).chain((parties) => {
  const part = fc.record({ party: fc.constantFrom(...parties.map((p) => p.id)), seats: count });
  const bar = fc.record({
    label: prose,
    parts: fc.array(part, { maxLength: 5 }),
    total: count,
    margin: prose,
    formed: fc.boolean(),
    refused: fc.boolean(),
  });
  const group = fc.record({ heading: fc.option(prose), bars: fc.array(bar, { maxLength: 5 }) });
  return fc.record({
    ...base,
    kind: of("coalitions"),
    parties: fc.constant(parties),
    lines: fc.array(line, { maxLength: 4 }),
    groups: fc.array(group, { maxLength: 3 }),
    scale: count,
  });
});

const cabinet: fc.Arbitrary<Figure> = fc.record({
  ...base,
  kind: of("cabinet"),
  offices: count,
  groups: fc.array(
    fc.record({
      party,
      count: fc.nat({ max: 70 }),
      names: fc.array(name, { maxLength: 4 }),
      division: fc.option(prose),
    }),
    { maxLength: 8 },
  ),
  order: fc.option(fc.array(name, { maxLength: 20 }), { nil: null }),
  open: fc.nat({ max: 3 }),
});

const levels: readonly (LevelWord | null)[] = ["refuse", "none", "contact", "coordinate", "joint", null];
const matrixCell: fc.Arbitrary<MatrixCell> = fc.option(
  fc.record({
    level: fc.constantFrom(...levels),
    assumed: fc.boolean(),
    demanded: fc.boolean(),
    disputed: fc.boolean(),
  }),
);
const matrix: fc.Arbitrary<Figure> = fc.nat({ max: 30 }).chain((size) =>
  fc.record({
    ...base,
    kind: of("matrix"),
    actors: fc.array(fc.record({ id: name, name }), { minLength: size, maxLength: size }),
    cells: fc.array(fc.array(matrixCell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  }),
);

const point = fc.record({
  date: fc.constantFrom("2015-09-04", "2015-08", "2015"),
  at: fc.tuple(count, count),
  assumed: fc.boolean(),
});
const positions: fc.Arbitrary<Figure> = fc.record({
  ...base,
  kind: of("positions"),
  scale: fc.record({
    from: fc.nat({ max: 9 }),
    to: count,
    words: fc.array(fc.record({ at: count, word: name }), { maxLength: 4 }),
  }),
  from: fc.constant("2015"),
  to: fc.constant("2015"),
  actors: fc.array(fc.record({ id: name, name, rank: fc.nat(), points: fc.array(point, { maxLength: 3 }) }), {
    maxLength: 5,
  }),
});

const graph: fc.Arbitrary<Figure> = fc.record({
  ...base,
  kind: of("graph"),
  actors: fc.constant([]),
  edges: fc.constant([]),
});

const anyFigure: fc.Arbitrary<Figure> = fc.oneof(hemicycle, coalitions, cabinet, matrix, graph, positions);

const item = fc.record(
  { text: prose, refs, date: fc.constantFrom("2015-09-04", "2016") },
  { requiredKeys: ["text", "refs"] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ text: prose, refs }),
  fc.record({ heading: prose }),
  fc.record({ list: fc.array(item, { maxLength: 3 }) }),
  fc.record({ why: fc.record({ question: prose, answer: fc.array(prose, { maxLength: 3 }), refs }) }),
  fc.record({ table: anyTable }),
  { weight: 3, arbitrary: fc.record({ figure: anyFigure }) },
);

export const anyReport: fc.Arbitrary<Report> = fc.record({
  head: fc.record({
    case: name,
    date: fc.option(fc.constant("2015-09-04")),
    hash: name,
    version: name,
    title: prose,
    lead: prose,
  }),
  findings: fc.array(fc.record({ claim: prose, why: fc.option(prose), section: fc.constant(null), refs }), {
    maxLength: 3,
  }),
  rests: fc.array(fc.oneof(fc.record({ count, what: prose }), fc.record({ text: prose })), { maxLength: 4 }),
  sections: fc.array(
    fc.record({ id: name, question: prose, answer: fc.option(prose), blocks: fc.array(block, { maxLength: 4 }) }),
    { maxLength: 2 },
  ),
  sources: fc.array(
    fc.record({ id: name, title: name, url: name, author: name, note: name }, { requiredKeys: ["id", "title"] }),
    { maxLength: 3 },
  ),
});
