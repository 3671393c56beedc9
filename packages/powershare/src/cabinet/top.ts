/** The first of a ranking, and who is level for its last places. */
export interface Top<T> {
  /** In for certain, in the order they were given. */
  readonly sure: readonly T[];
  /** Level for `room` places, fewer than they are; nobody when there is room for all. */
  readonly level: readonly T[];
  readonly room: number;
}

/**
 * The `places` largest of some items.
 *
 * @param compare positive when the first is larger, 0 when level
 */
export function topOf<T>(items: readonly T[], places: number, compare: (a: T, b: T) => number): Top<T> {
  if (places <= 0) return { sure: [], level: [], room: 0 };
  const last = [...items].sort((a, b) => compare(b, a))[places - 1];
  if (last === undefined) return { sure: items, level: [], room: 0 };
  const above = items.filter((item) => compare(item, last) > 0);
  const level = items.filter((item) => compare(item, last) === 0);
  const room = places - above.length;
  return level.length === room
    ? { sure: items.filter((item) => compare(item, last) >= 0), level: [], room: 0 }
    : { sure: above, level, room };
}

/** The same, with those who are level told apart by a second comparison. */
export function topOfLevel<T>(top: Top<T>, compare: (a: T, b: T) => number): Top<T> {
  const { sure, level, room } = topOf(top.level, top.room, compare);
  return { sure: [...top.sure, ...sure], level, room };
}
