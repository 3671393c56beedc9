import { ChangeSet } from "@codemirror/state";
import fc from "fast-check";
import type { Change } from "../draft/draft.ts";
import { linesOf } from "./line-ends.ts";

const withEnds = (end: string) => fc.string({ unit: fc.constantFrom("a", "b", ":", "é", "𝒳", end), maxLength: 12 });

/** A text whose lines all end alike. */
export const someText: fc.Arbitrary<string> = fc.constantFrom("\n", "\r\n", "\r").chain(withEnds);

/** Up to four replacements, one after the other, in a text of so many units. */
export const someChangeSet = (length: number): fc.Arbitrary<ChangeSet> =>
  replacements.map((list) =>
    list.reduce((set, { start, size, insert }) => {
      const from = start % (set.newLength + 1);
      const to = Math.min(from + size, set.newLength);
      return set.compose(ChangeSet.of({ from, to, insert: linesOf(insert) }, set.newLength));
    }, ChangeSet.empty(length)),
  );

/** The same as changes of a file. They may cut a CR LF in two, as only a change of another program would. */
export const someChanges = (file: string, text: string): fc.Arbitrary<readonly Change[]> =>
  replacements.map((list) => {
    const changes: Change[] = [];
    let now = text;
    for (const { start, size, insert } of list) {
      const from = start % (now.length + 1);
      const remove = now.slice(from, from + size);
      changes.push({ file, from, remove, insert });
      now = now.slice(0, from) + insert + now.slice(from + remove.length);
    }
    return changes;
  });

const replacements = fc.array(fc.record({ start: fc.nat(40), size: fc.nat(4), insert: withEnds("\n") }), {
  maxLength: 4,
});
