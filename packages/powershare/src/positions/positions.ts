import { compareDates } from "../core/date.ts";
import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { nearest } from "../core/nearest.ts";
import type { Coordinate, Issue, Position } from "./schema.ts";

type Range = readonly [number, number];

/** Where an actor stands on an issue by its latest statement. */
export interface Now {
  readonly at: Range;
  readonly date: string;
  readonly salience: number | null;
  readonly influence: number | null;
}

/** How an actor's position changed from one statement to the next. */
export interface Move {
  readonly actor: Id;
  readonly from: Range;
  readonly to: Range;
  readonly dateFrom: string;
  readonly dateTo: string;
}

export interface IssuePositions {
  readonly now: Readonly<Record<Id, Now>>;
  readonly moves: readonly Move[];
  /** The least and the greatest point that anybody takes now; null when nobody takes one. */
  readonly range: Range | null;
  /** Between every two actors: the gap of their ranges, 0 where they overlap. */
  readonly distances: readonly { readonly a: Id; readonly b: Id; readonly distance: number }[];
}

export interface Positions {
  readonly issues: Readonly<Record<Id, IssuePositions>>;
}

export interface PositionsInput {
  readonly issues: Readonly<Record<Id, Issue>>;
  readonly positions: readonly Position[];
}

/** Dated statements put in order: who stands where now, who moved, how far apart they are. */
export function positionsOf(input: PositionsInput): Positions {
  return {
    issues: Object.fromEntries(
      Object.keys(input.issues).map((issue) => [issue, onIssue(input.positions.filter((p) => p.issue === issue))]),
    ),
  };
}

function onIssue(positions: readonly Position[]): IssuePositions {
  const now: Record<Id, Now> = {};
  const moves: Move[] = [];
  for (const p of inOrder(positions)) {
    const before = now[p.actor];
    const at = rangeOf(p);
    if (before && (before.at[0] !== at[0] || before.at[1] !== at[1]))
      moves.push({ actor: p.actor, from: before.at, to: at, dateFrom: before.date, dateTo: p.date });
    now[p.actor] = {
      at,
      date: p.date,
      salience: p.salience === undefined ? (before?.salience ?? null) : Number(p.salience),
      influence: p.influence === undefined ? (before?.influence ?? null) : Number(p.influence),
    };
  }
  const actors = Object.entries(now);
  const ends = actors.map(([, n]) => n.at);
  return {
    now,
    moves,
    range: ends.length === 0 ? null : [Math.min(...ends.map((e) => e[0])), Math.max(...ends.map((e) => e[1]))],
    distances: actors.flatMap(([a, one], i) =>
      actors.slice(i + 1).map(([b, other]) => ({
        a,
        b,
        distance: Math.max(0, other.at[0] - one.at[1], one.at[0] - other.at[1]),
      })),
    ),
  };
}

/** Earlier statements first; of one day, in the order of the document. */
export const inOrder = (positions: readonly Position[]): Position[] =>
  [...positions].sort((a, b) => compareDates(a.date, b.date));

/** Both ends of a position; equal where it is a point. */
export function rangeOf(position: Position): Range {
  const at = Array.isArray(position.at) ? (position.at as readonly [Coordinate, Coordinate]) : undefined;
  return at ? [Number(at[0]), Number(at[1])] : [Number(position.at), Number(position.at)];
}

/** The ends of an issue's scale. */
export function scaleOf(issue: Issue): Range {
  const points = Object.keys(issue.scale).map(Number);
  return [Math.min(...points), Math.max(...points)];
}

/**
 * What a schema cannot see: points off the scale, ranges the wrong way round, unknown issues, two
 * statements of one actor on one day that differ.
 *
 * @param section the key of the list in the document, for the paths
 * @param until   the date after which a statement does not belong here, or null
 */
export function checkPositions(input: PositionsInput, section: string, until: string | null): Fault[] {
  const faults: Fault[] = [];
  for (const [id, issue] of Object.entries(input.issues))
    if (Object.keys(issue.scale).length < 2)
      faults.push(fault(pointer("issues", id, "scale"), "scale-too-short", { issue: id }));
  const seen = new Map<string, { at: Range; index: number }>();
  input.positions.forEach((p, index) => {
    const path = (key: string) => pointer(section, index, key);
    const issue = Object.hasOwn(input.issues, p.issue) ? input.issues[p.issue] : undefined;
    if (!issue) {
      const near = nearest(p.issue, Object.keys(input.issues));
      const sure = near === null ? undefined : { pointer: path("issue"), become: { value: near } };
      faults.push(fault(path("issue"), "dangling", { id: p.issue, kind: "issue", near: near ?? "" }, sure));
      return;
    }
    const [low, high] = rangeOf(p);
    const [from, to] = scaleOf(issue);
    if (low > high) faults.push(fault(path("at"), "range-reversed", { from: String(low), to: String(high) }));
    else if (low < from || high > to)
      faults.push(
        fault(path("at"), "off-scale", {
          got: low === high ? String(low) : `${low} to ${high}`,
          from: String(from),
          to: String(to),
          issue: p.issue,
        }),
      );
    const salience = Number(p.salience ?? 0);
    if (salience < 0 || salience > 100)
      faults.push(
        fault(path("salience"), salience < 0 ? "number-too-small" : "number-too-large", {
          got: String(p.salience),
          bound: salience < 0 ? "0" : "100",
        }),
      );
    if (until !== null && compareDates(p.date, until) > 0)
      faults.push(fault(path("date"), "after-the-facts", { date: p.date, until }));
    const key = JSON.stringify([p.actor, p.issue, p.date]);
    const before = seen.get(key);
    if (before && (before.at[0] !== low || before.at[1] !== high))
      faults.push(
        fault(path("at"), "two-positions", { actor: p.actor, date: p.date, first: String(before.index + 1) }),
      );
    else seen.set(key, { at: [low, high], index });
  });
  return faults;
}
