import { type Arg, type Msg, msg } from "../../core/message.ts";
import { inOrder, rangeOf } from "../../positions/positions.ts";
import type { Issue, Position } from "../../positions/schema.ts";
import type { Cell, Why } from "../blocks.ts";
import { cell, refs } from "../build.ts";
import { clause, type Ground, remarks, tableOf } from "./ground.ts";
import { keyOf } from "./key.ts";

/** A dated statement of where an actor stands. */
export function whyPosition(ground: Ground, section: "positions" | "later-positions", index: string): Why | null {
  const said = ground.findings.scenario.text[section];
  const p = said?.[Number(index)];
  const issue = p && ground.findings.scenario.text.issues?.[p.issue];
  if (!said || !p || !issue) return null;
  const own = inOrder(said.filter((s) => s.actor === p.actor && s.issue === p.issue));
  const rows = own.map((s) =>
    statementRow(
      s,
      issue,
      keyOf(section === "positions" ? "position" : "later-position", String(said.indexOf(s))),
      s === p,
    ),
  );
  return {
    question: msg("whys.position.question", { actor: ground.names.actor(p.actor), at: pointWords(p, issue) }),
    answer: [
      msg("whys.position", { question: issue.question, date: { date: p.date } }),
      ...(p.statement === undefined ? [] : [msg("whys.position.statement", { statement: p.statement })]),
      ...(p.assumed === true
        ? [msg("whys.assumed", { what: msg("fact.position.this"), because: clause(p.because ?? "") })]
        : p.because === undefined
          ? []
          : [msg("whys.because", { because: clause(p.because) })]),
    ],
    basis: [...remarks(p)],
    refs: refs(p),
    steps: tableOf(msg("whys.position.table"), ["date", "position"], rows),
    change: [msg("whys.position.change")],
  };
}

function statementRow(p: Position, issue: Issue, key: string, own: boolean): readonly Cell[] {
  return [cell({ date: p.date }), cell(pointWords(p, issue), own ? { mark: true } : { why: key })];
}

/** "1: stays", or "between 1 and 3". */
function pointWords(p: Position, issue: Issue): Msg {
  const [low, high] = rangeOf(p);
  const word = (at: number): Arg => issue.scale[String(at)] ?? at;
  return low === high ? msg("positions.at", { at: low, word: word(low) }) : msg("positions.between", { low, high });
}

/** Where everybody stands on an issue by the latest statement: the ends of the range are among them. */
export function whyRange(ground: Ground, id: string): Why | null {
  const { positions, scenario } = ground.findings;
  const found = positions?.issues[id];
  const issue = scenario.positions?.issues[id];
  if (!found?.range || !issue) return null;
  const said = scenario.positions.positions;
  const [low, high] = found.range;
  const rows = Object.entries(found.now)
    .sort(([, a], [, b]) => a.at[0] - b.at[0])
    .map(([actor, now]) => {
      const latest = said.findLastIndex((p) => p.actor === actor && p.issue === id && p.date === now.date);
      return [
        cell(ground.names.actor(actor)),
        cell(pointWords(said[latest]!, issue), { why: keyOf("position", String(latest)), refs: refs(said[latest]) }),
        cell({ date: now.date }),
      ];
    });
  return {
    question: msg("whys.range.question", { question: issue.question }),
    answer: [msg("whys.range", { low, high })],
    refs: [],
    steps: tableOf(msg("whys.range.table"), ["actor", "position", "date"], rows),
    change: [msg("whys.position.change")],
  };
}

/** Statements, actors, or moves from one statement to the next. */
export function whyStatements(ground: Ground, which: string): Why | null {
  const { positions, scenario } = ground.findings;
  const said = scenario.positions?.positions ?? [];
  if (!positions || said.length === 0) return null;
  const { names } = ground;
  const issueOf = (p: Position) => scenario.positions!.issues[p.issue]!;
  if (which === "moves") {
    const moves = Object.entries(positions.issues).flatMap(([id, p]) =>
      p.moves.map((m) => ({ ...m, issue: scenario.positions!.issues[id]! })),
    );
    const point = (issue: Issue, [low, high]: readonly [number, number]): Msg =>
      pointWords({ actor: "", issue: "", date: "", at: low === high ? low : [low, high] }, issue);
    const rows = moves.map((m) => [
      cell(names.actor(m.actor)),
      cell(point(m.issue, m.from)),
      cell(point(m.issue, m.to)),
      cell({ date: m.dateTo }),
    ]);
    return {
      question: msg("whys.moves.question", { n: moves.length }),
      answer: [msg("whys.moves")],
      refs: [],
      ...(rows.length === 0 ? {} : { steps: tableOf(msg("whys.moves.table"), ["actor", "was", "is", "date"], rows) }),
    };
  }
  if (which !== "statements" && which !== "actors") return null;
  const rows = inOrder(said).map((p) => [
    cell({ date: p.date }),
    cell(names.actor(p.actor)),
    cell(pointWords(p, issueOf(p)), { why: keyOf("position", String(said.indexOf(p))), refs: refs(p) }),
  ]);
  const actors = new Set(said.map((p) => p.actor)).size;
  return {
    question: msg(`whys.${which}.question`, { n: which === "actors" ? actors : said.length }),
    answer: [msg(`whys.${which}`, { actors, statements: said.length })],
    refs: [],
    steps: tableOf(msg("positions.table.caption"), ["date", "actor", "position"], rows),
  };
}
