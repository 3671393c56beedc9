import fc from "fast-check";
import type { Change, Draft, Files, Step } from "./draft.ts";
import { textIn } from "./files.ts";
import type { KeyValues } from "./journal.ts";

/** Texts with what goes wrong: line ends, characters of two units, halves of them, characters that join. */
export const someText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom("a", "b", "\n", "é", "e\u0301", "𝄞", "\ud834", "\udd1e", "👩‍👩‍👧", "قطر", "  ", ": "), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

const someFile = fc.constantFrom("scenario.yaml", "votes.csv", "constructor", "a/b.csv");

export const someFiles: fc.Arbitrary<Files> = fc
  .dictionary(someFile, someText)
  .map((files) => Object.fromEntries(Object.entries(files).filter(([, text]) => text !== "")));

/** A change without its place: that is found when the text is known. */
interface Wish {
  readonly file: string;
  readonly from: number;
  readonly length: number;
  readonly insert: string;
}

export interface StepWish {
  readonly wishes: readonly Wish[];
  readonly pauseMs: number;
  readonly kind: Step["kind"];
  /** Where typing goes on from the last change, as it mostly does. */
  readonly goesOn: "insert" | "backspace" | "delete" | null;
}

const someWish: fc.Arbitrary<Wish> = fc.record({
  file: someFile,
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(4),
  insert: someText,
});

export const someStepWishes: fc.Arbitrary<readonly StepWish[]> = fc.array(
  fc.record({
    wishes: fc.array(someWish, { minLength: 1, maxLength: 3 }),
    pauseMs: fc.constantFrom(0, 1, 999, 1000, 1001, -5),
    kind: fc.constantFrom("typed" as const, "edit" as const),
    goesOn: fc.option(fc.constantFrom("insert" as const, "backspace" as const, "delete" as const)),
  }),
  { maxLength: 30 },
);

/** The changes that a wish comes to on given files. */
export function changesFor(files: Files, wish: StepWish, last: Change | null): readonly Change[] {
  const [first] = wish.wishes;
  if (wish.goesOn && last && first) return [goingOn(files, wish.goesOn, last, first.insert)];
  let now: Record<string, string> = { ...files };
  return wish.wishes.map(({ file, from, length, insert }) => {
    const text = textIn(now, file);
    const at = Math.round(from * text.length);
    const change = { file, from: at, remove: text.slice(at, at + length), insert };
    now = { ...now, [file]: text.slice(0, at) + insert + text.slice(at + change.remove.length) };
    return change;
  });
}

function goingOn(files: Files, how: "insert" | "backspace" | "delete", last: Change, insert: string): Change {
  const text = textIn(files, last.file);
  const end = last.from + last.insert.length;
  if (how === "insert") return { file: last.file, from: end, remove: "", insert };
  const from = how === "delete" ? end : Math.max(0, end - 1);
  return { file: last.file, from, remove: text.slice(from, from + 1), insert: "" };
}

/** A `localStorage` of so many UTF-16 units. */
export function valuesOf(units: number): KeyValues & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      const others = [...entries]
        .filter(([other]) => other !== key)
        .reduce((sum, [k, v]) => sum + k.length + v.length, 0);
      if (others + key.length + value.length > units) throw new DOMException("full", "QuotaExceededError");
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}

export const draft: Draft = { id: "d1", name: "Draft", main: "scenario.yaml", files: { "scenario.yaml": "a: 1\n" } };

export const typed = (from: number, insert: string, at: number, file: string = "scenario.yaml"): Step => ({
  changes: [{ file, from, remove: "", insert }],
  at,
  kind: "typed",
});
