import type { Id } from "../core/id.ts";
import { type Coordinate, coordinateOf } from "./coordinate.ts";
import { agree, type Choice, choiceOf, type Game, type Listed, listed, membersOf } from "./game.ts";
import { minimalSets } from "./minimal.ts";
import { type Budget, compareMembers, type Members } from "./pool.ts";

/**
 * Connected admissible winning coalitions that are minimal among the connected: every party that
 * stands strictly between two members is a member too. Parties at one position may stand in
 * either order, so at the two ends of a coalition any of them may be left out. A party without a
 * position is in none and separates nobody; one that is forbidden or refused still separates.
 *
 * Each is found from its ends: all parties between them, and a choice of those at the ends. It is
 * minimal when no member at an end can leave, since a coalition that sheds members at its ends
 * comes to every connected part of it, and is connected all the way.
 *
 * @throws {InputError} `game-too-large` when the budget is used up
 * Source: Axelrod 1970, Conflict of Interest; de Swaan 1973, Coalition Theories and Cabinet Formations.
 */
export function connectedSets(
  game: Game,
  positions: Readonly<Record<Id, Coordinate>>,
  limit: number,
  budget: Budget,
): Listed {
  const levels = levelsOf(game, positions);
  const found = levels.flatMap((_, first) => fromLevel(game, levels, first, limit, budget));
  return {
    count: found.reduce((count, one) => count + one.count, 0n),
    sets: found
      .flatMap((one) => one.sets)
      .sort(compareMembers)
      .slice(0, limit),
  };
}

/** Parties at one position each, from one side to the other. */
function levelsOf(game: Game, positions: Readonly<Record<Id, Coordinate>>): Members[] {
  const placed = game.parties
    .flatMap((id, i) => (Object.hasOwn(positions, id) ? [{ i, at: coordinateOf(positions[id]!)! }] : []))
    .sort((a, b) => a.at.compare(b.at) || a.i - b.i);
  const levels: number[][] = [];
  placed.forEach(({ i, at }, k) => {
    if (k > 0 && placed[k - 1]!.at.equals(at)) levels.at(-1)!.push(i);
    else levels.push([i]);
  });
  return levels;
}

/** Those with one end at a level, for every other end that can be reached. */
function fromLevel(game: Game, levels: readonly Members[], first: number, limit: number, budget: Budget): Listed[] {
  const found = [atOneLevel(game, levels[first]!, limit, budget)];
  const between: number[] = [];
  for (const last of levels.slice(first + 1)) {
    found.push(betweenLevels(game, levels[first]!, between, last, limit, budget));
    between.push(...last);
    if (!mayAllSit(game, between)) break;
  }
  return found;
}

const mayAllSit = (game: Game, members: Members): boolean =>
  !members.some((i) => game.forbidden.includes(i)) && agree([...new Set([...members, ...game.required])], game.clashes);

const nowhere: Listed = { count: 0n, sets: [] };

function atOneLevel(game: Game, level: Members, limit: number, budget: Budget): Listed {
  if (!game.required.every((i) => level.includes(i))) return nowhere;
  return listed(choiceOf(game, game.required, level), limit, budget);
}

function betweenLevels(
  game: Game,
  left: Members,
  between: Members,
  right: Members,
  limit: number,
  budget: Budget,
): Listed {
  const range = [...left, ...between, ...right];
  if (!game.required.every((i) => range.includes(i))) return nowhere;
  const fixed = [...new Set([...between, ...game.required])];
  const both = choiceOf(game, fixed, [...left, ...right].sort(ascending));
  const vacant = [left, right].filter((end) => !fixed.some((i) => end.includes(i)));
  if (both.need <= 0) return vacant.length > 0 ? nowhere : { count: 1n, sets: [membersOf(both, [])] };
  const all = minimalSets(both.pool, both.need, budget);
  const oneSided = vacant
    .map((end) => choiceOf(game, fixed, end === left ? right : left))
    .map((other) => minimalSets(other.pool, other.need, budget).count);
  return {
    count: oneSided.reduce((count, one) => count - one, all.count),
    sets: bothSided(both, all.sets(), vacant, limit, budget),
  };
}

/** Leaves out the sets in which nobody sits at a vacant end: they belong to other ends. */
function bothSided(
  choice: Choice,
  sets: Iterable<Members>,
  vacant: readonly Members[],
  limit: number,
  budget: Budget,
): Members[] {
  const found: Members[] = [];
  for (const joined of sets) {
    budget.spend();
    const members = membersOf(choice, joined);
    if (vacant.every((end) => members.some((i) => end.includes(i)))) found.push(members);
    if (found.length === limit) break;
  }
  return found;
}

const ascending = (a: number, b: number): number => a - b;
