import { type Fault, fault, type Pointer, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { nearest } from "../core/nearest.ts";

/** Seats of one party at most, so that sums stay whole. */
export const mostSeats = 1_000_000_000;

/** Seats, offices or votes: whole, 0 or more. */
export const checkCount = (path: Pointer, key: string, count: number, most: number = mostSeats): Fault[] =>
  Number.isInteger(count) && count >= 0 && count <= most
    ? []
    : [fault(path, "not-a-count", { got: String(count), key })];

/** A `dangling` fault for every name of a list that nothing bears. */
export const checkKnown = (ids: readonly Id[], kind: string, known: readonly Id[], path: Pointer): Fault[] =>
  ids.flatMap((id, i) => dangling(id, kind, known, path + pointer(i), "value"));

/** A name that nothing bears, with the one that was most likely meant. */
export function dangling(id: Id, kind: string, known: readonly Id[], path: Pointer, at: "key" | "value"): Fault[] {
  if (known.includes(id)) return [];
  const near = nearest(id, known);
  const become = at === "key" ? { key: near ?? "" } : { value: near ?? "" };
  return [
    fault(path, "dangling", { id, kind, near: near ?? "" }, near === null ? undefined : { pointer: path, become }),
  ];
}
