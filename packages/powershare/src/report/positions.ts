import type { Id } from "../core/id.ts";
import { type Arg, msg } from "../core/message.ts";
import { inOrder, rangeOf, scaleOf } from "../positions/positions.ts";
import type { Position } from "../positions/schema.ts";
import type { Findings } from "../settlement/findings.ts";
import type { Block, Figure, Section, Table } from "./blocks.ts";
import { behind, cell, column, Names, refs } from "./build.ts";
import { keyOf } from "./whys/key.ts";

/** How have positions moved? */
export function positionsSection(findings: Findings): Section | null {
  const { positions, scenario } = findings;
  const said = scenario.positions?.positions ?? [];
  if (!positions || said.length === 0) return null;
  const names = new Names(findings);
  const issues = Object.keys(positions.issues).filter((id) => Object.keys(positions.issues[id]!.now).length > 0);
  const moves = issues.reduce((n, id) => n + positions.issues[id]!.moves.length, 0);
  const actors = [...new Set(said.map((p) => p.actor))];
  const several = actors.filter((id) => said.filter((p) => p.actor === id).length > 1);
  return {
    id: "positions",
    question: msg("positions.question"),
    answer: msg("positions.answer", {
      moves: behind(moves, keyOf("said", "moves")),
      actors: behind(actors.length, keyOf("said", "actors")),
      several: several.length,
      who: several.length === 0 ? "" : names.actors(several),
      statements: said.length,
    }),
    blocks: issues.map(
      (id): Block => ({
        figure: overTime(
          findings,
          id,
          said.filter((p) => p.issue === id),
          names,
        ),
      }),
    ),
  };
}

function overTime(findings: Findings, issueId: Id, said: readonly Position[], names: Names): Figure {
  const issue = findings.scenario.positions!.issues[issueId]!;
  const { now, range } = findings.positions!.issues[issueId]!;
  const [from, to] = scaleOf(issue);
  const ordered = inOrder(said);
  const actors = Object.keys(now).sort((a, b) => now[b]!.at[0] - now[a]!.at[0]);
  const words = Object.entries(issue.scale)
    .map(([at, word]) => ({ at: Number(at), word }))
    .sort((a, b) => a.at - b.at);
  const wordAt = (at: number): Arg => words.find((w) => w.at === at)?.word ?? at;
  return {
    kind: "positions",
    caption: msg("positions.caption", {
      question: issue.question,
      low: wordAt(range![0]),
      high: wordAt(range![1]),
      from: behind(range![0], keyOf("range", issueId)),
      to: behind(range![1], keyOf("range", issueId)),
    }),
    shown: msg("positions.shown", { from: { date: ordered[0]!.date }, to: { date: ordered.at(-1)!.date } }),
    alt: msg("positions.alt", { actors: actors.length, statements: said.length }),
    scale: { from, to, words },
    from: ordered[0]!.date,
    to: findings.scenario.text.date ?? ordered.at(-1)!.date,
    actors: actors.map((id, rank) => ({
      id,
      name: names.actor(id),
      rank,
      points: ordered
        .filter((p) => p.actor === id)
        .map((p) => ({ date: p.date, at: rangeOf(p), assumed: p.assumed === true })),
    })),
    table: statementsTable(ordered, words, names, (p) =>
      keyOf("position", String(findings.scenario.positions!.positions.indexOf(p))),
    ),
    ...(issue.note === undefined ? {} : { note: msg("one", { one: issue.note }) }),
  };
}

/**
 * Dated statements in words, in order of time.
 *
 * @param key of the answer behind a statement
 */
export function statementsTable(
  ordered: readonly Position[],
  words: readonly { at: number; word: string }[],
  names: Names,
  key: (p: Position) => string,
): Table {
  const at = (p: Position): Arg => {
    const [low, high] = rangeOf(p);
    const word = (n: number): Arg => words.find((w) => w.at === n)?.word ?? n;
    return low === high ? msg("positions.at", { at: low, word: word(low) }) : msg("positions.between", { low, high });
  };
  return {
    caption: msg("positions.table.caption"),
    columns: [
      column("date", "start"),
      column("actor", "start"),
      column("position", "start"),
      column("statement", "start", 1),
    ],
    rows: ordered.map((p) => [
      cell({ date: p.date }),
      cell(names.actor(p.actor)),
      cell(at(p), { mark: p.assumed === true, why: key(p) }),
      cell(
        p.statement === undefined && p.note === undefined
          ? null
          : msg("noted", { text: p.statement ?? "", note: p.note ?? "" }),
        { refs: refs(p) },
      ),
    ]),
  };
}
