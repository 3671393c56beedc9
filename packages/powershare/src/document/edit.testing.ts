import fc from "fast-check";
import { Parser } from "yaml";
import { readDocument } from "./document.ts";

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** What a text says; throws where it cannot be read. */
export function valueIn(text: string): unknown {
  const { tree, faults } = readDocument(new TextEncoder().encode(text), "t.yaml");
  if (!tree) throw new Error(JSON.stringify(faults));
  return tree.value;
}

/** The comments of a text, in order, as the library of YAML finds them. */
export function commentsIn(text: string): string[] {
  const found: string[] = [];
  const walk = (token: unknown): void => {
    if (typeof token !== "object" || token === null) return;
    const { type, source } = token as { type?: string; source?: string };
    if (type === "comment") found.push(source!.trim());
    for (const child of Object.values(token)) walk(child);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return found;
}

const word = fc.constantFrom("ANC", "party list", "seats >= 20", "x", "été", "a: b", "#1", "it's", '"q"', "- a", "[b]");
const key = fc.constantFrom("votes", "seats", "law", "two thirds", "a-b", "B.C", "ذ", "max", "of: x");
const leaf = fc.oneof(
  word,
  fc.integer({ min: 0, max: 99_999 }),
  fc.boolean(),
  fc.constantFrom("1.40", "true", "12", "", "two\nlines\n"),
);

/** Groups and lists with texts, numbers, true and false in them. */
export const anyPlain: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain; group: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    leaf,
    leaf,
    tie("group"),
    fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
  ),
  group: fc.dictionary(key, tie("value"), { minKeys: 1, maxKeys: 4 }),
})).group;

/** How a text is written: choices are taken in turn, from the start again when they are used up. */
export interface Hand {
  readonly choices: readonly number[];
  readonly step: number;
  readonly lineBreak: string;
}

export const anyHand: fc.Arbitrary<Hand> = fc.record({
  choices: fc.array(fc.nat({ max: 11 }), { minLength: 5, maxLength: 40 }),
  step: fc.constantFrom(1, 2, 4),
  lineBreak: fc.constantFrom("\n", "\r\n"),
});

/** The same value as a person might have written it: quotes, brackets, comments, blank lines, blocks of text. */
export function written(value: Plain, { choices, step, lineBreak }: Hand): string {
  let turn = 0;
  const choose = (most: number) => choices[turn++ % choices.length]! % most;
  const comment = () => (choose(4) === 0 ? " # kept: [as] it is" : "");
  const quoted = (text: string) => JSON.stringify(text);
  const isSimple = (text: string) => /^[A-Za-zé][A-Za-z0-9é .>=-]*$/.test(text) && !/ $|^true$|^false$/.test(text);

  function scalar(one: string | number | boolean): string {
    if (typeof one !== "string") return String(one);
    if (isSimple(one) && choose(2) === 0) return one;
    return choose(2) === 0 && !one.includes("\n") ? `'${one.replaceAll("'", "''")}'` : quoted(one);
  }

  function inBrackets(one: Plain): string {
    const gap = choose(2) === 0 ? " " : "";
    if (Array.isArray(one)) return `[${gap}${one.map(inBrackets).join(", ")}${gap}]`;
    if (typeof one !== "object") return scalar(one);
    const pairs = Object.entries(one).map(([k, v]) => `${scalar(k)}: ${inBrackets(v)}`);
    return `{${gap}${pairs.join(`,${choose(2) === 0 ? " " : ""}`)}${gap}}`;
  }

  function behind(one: Plain, indent: number): string {
    const inside = " ".repeat(indent + step);
    if (typeof one === "string" && one.endsWith("lines\n") && choose(2) === 0)
      return ` |${comment()}${lineBreak}${one
        .trimEnd()
        .split("\n")
        .map((line) => inside + line)
        .join(lineBreak)}${lineBreak}`;
    if (typeof one === "object" && Object.keys(one).length > 0 && choose(3) > 0)
      return `${comment()}${lineBreak}${block(one, indent + step)}`;
    return ` ${inBrackets(one)}${comment()}${lineBreak}`;
  }

  function block(one: Plain, indent: number): string {
    const start = " ".repeat(indent);
    const above = () => (choose(5) === 0 ? `${start}# above${lineBreak}` : choose(7) === 0 ? lineBreak : "");
    if (Array.isArray(one)) return one.map((child) => `${above()}${start}-${behind(child as Plain, indent)}`).join("");
    return Object.entries(one)
      .map(([k, v]) => `${above()}${start}${scalar(k)}:${behind(v, indent)}`)
      .join("");
  }
  return block(value, 0);
}

/** The paths to all single values, or to all keys of groups. */
export function pathsIn(value: Plain, what: "leaves" | "keys", above: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object") return what === "leaves" ? [above] : [];
  return Object.entries(value).flatMap(([k, child]) => {
    const here = [...above, k];
    const own = what === "keys" && !Array.isArray(value) ? [here] : [];
    return [...own, ...pathsIn(child, what, here)];
  });
}
