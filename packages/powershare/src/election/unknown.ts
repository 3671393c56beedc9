import { type Fault, fault, type Pointer } from "../core/fault.ts";
import type { Arg } from "../core/message.ts";
import { nearest } from "../core/nearest.ts";

/** A name that is not among the `n` known ones; `near` is the one that comes closest, or "". */
export const unknownName = (
  code: string,
  path: Pointer,
  got: string,
  known: readonly string[],
  more: Readonly<Record<string, Arg>> = {},
): Fault =>
  fault(path, code, {
    got,
    near: nearest(got, known) ?? "",
    known: { list: known, or: true },
    n: known.length,
    ...more,
  });

/** The same where the whole value is the name, so that writing the close one there mends it for sure. */
export function misspelt(code: string, path: Pointer, got: string, known: readonly string[]): Fault {
  const near = nearest(got, known);
  const wrong = unknownName(code, path, got, known);
  return near === null ? wrong : { ...wrong, sure: { pointer: path, become: { value: near } } };
}

/** A party that is not among those that stood. */
export function unknownParty(path: Pointer, party: string, parties: readonly string[]): Fault {
  return fault(path, "dangling", { id: party, kind: "party", near: nearest(party, parties) ?? "" });
}
