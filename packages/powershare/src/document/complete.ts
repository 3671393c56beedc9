import type { Expected, JsonSchema, SchemaGuide } from "./json-schema.ts";
import { isPlain, waysToWrite } from "./scalar-text.ts";
import { type Spot, spotAt } from "./spot.ts";

/** One entry that may stand at a cursor. */
export interface Completion {
  readonly label: string;
  /** What it means, or what it names. */
  readonly detail: string;
  /** Inserted in place of [from, to). */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
}

/** What the word under a cursor means. */
export interface Hover {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A name that a document knows, and what it stands for. */
export interface Name {
  readonly label: string;
  readonly detail: string;
}

/** The names that may stand at a path, beside what the schema says. */
export interface Names {
  /** As values. */
  values(path: readonly string[]): readonly Name[];
  /** As keys of the group there. */
  keys(path: readonly string[]): readonly Name[];
}

/**
 * What may stand at an offset of a text, which may be broken as texts are while they are typed: keys
 * that the group lacks, the words of a choice, names of the document. In the order of the schema,
 * without what does not hold the letters already written.
 */
export function complete(text: string, offset: number, guide: SchemaGuide, names: Names): readonly Completion[] {
  const spot = spotAt(text, offset);
  if (!spot) return [];
  const values = spot.at === "key" ? [] : valuesAt(spot, guide, names);
  const keys = spot.at === "value" ? [] : keysAt(spot, guide, names);
  const entries = spot.at === "either" ? [...keys, ...values] : [...values, ...keys];
  const seen = new Set<string>();
  return entries
    .filter(({ label }) => holdsLetters(label, spot.word) && !seen.has(label) && seen.add(label))
    .map((entry) => ({ ...entry, from: spot.from, to: spot.to }));
}

/** What the key, or the value, under an offset means; null where that is not known. */
export function hover(text: string, offset: number, guide: SchemaGuide, names: Names): Hover | null {
  const start = offset - /[^\s,[\]{}'":]*$/.exec(text.slice(0, offset))![0].length;
  const end = offset + /^[^\s,[\]{}'":]*/.exec(text.slice(offset))![0].length;
  const spot = end > start ? spotAt(text, end) : null;
  if (!spot) return null;
  const name = text.slice(spot.from, spot.to);
  const isKey = spot.hasColon && spot.at !== "value";
  const known = (isKey ? names.keys(spot.path) : names.values(spot.path)).find(({ label }) => label === name);
  const described = guide.at(isKey ? [...spot.path, name] : spot.path).description;
  const said = known && known.detail !== "" ? known.detail : described;
  return said === "" ? null : { from: spot.from, to: spot.to, text: said };
}

type Entry = Pick<Completion, "label" | "detail" | "insert">;

function keysAt(spot: Spot, guide: SchemaGuide, names: Names): Entry[] {
  const { alternatives } = guide.at(spot.path);
  const own = groupKeys(alternatives, spot, spot.path, guide);
  const named = names
    .keys(spot.path)
    .filter(({ label }) => !spot.present.includes(label))
    .map(({ label, detail }) => ({ label, detail, insert: keyText(label, guide.at([...spot.path, label]), spot) }));
  if (spot.at === "key" || spot.inFlow) return [...own, ...named];
  return [...own, ...named, ...entryKeys(spot, guide, alternatives)];
}

/** The keys of a group that are not there yet, those that it needs first. */
function groupKeys(
  alternatives: readonly JsonSchema[],
  spot: Spot,
  path: readonly string[],
  guide: SchemaGuide,
): Entry[] {
  const needed = new Set(alternatives.flatMap((schema) => schema.required ?? []));
  const keys = [...new Set(alternatives.flatMap((schema) => Object.keys(schema.properties ?? {})))];
  return [...keys.filter((key) => needed.has(key)), ...keys.filter((key) => !needed.has(key))]
    .filter((key) => !spot.present.includes(key))
    .map((key) => {
      const expected = guide.at([...path, key]);
      return { label: key, detail: expected.description, insert: keyText(key, expected, spot) };
    });
}

/** On a line of its own below a key that has a list: the first key of an entry, with its dash. */
function entryKeys(spot: Spot, guide: SchemaGuide, alternatives: readonly JsonSchema[]): Entry[] {
  if (!alternatives.some(({ type }) => type === "array") || spot.quote !== "") return [];
  const path = [...spot.path, "0"];
  const within = { ...spot, column: spot.column + 2, present: [] };
  return groupKeys(guide.at(path).alternatives, within, path, guide).map((entry) => ({
    ...entry,
    insert: `- ${entry.insert}`,
  }));
}

/** A key with what comes behind it: its value on the same line, or a group or a list below. */
function keyText(key: string, { alternatives }: Expected, spot: Spot): string {
  if (spot.quote !== "") return key;
  const name = isPlain(key, spot.inFlow, true) ? key : written(key, spot);
  if (spot.hasColon) return name;
  const below = `\n${" ".repeat(spot.column + 2)}`;
  const has = (type: string) => alternatives.some((schema) => schema.type === type);
  const isSingle = alternatives.length === 0 || alternatives.some(({ type }) => type !== "object" && type !== "array");
  if (spot.inFlow || isSingle) return `${name}: `;
  return `${name}:${below}${has("object") ? "" : "- "}`;
}

function valuesAt(spot: Spot, guide: SchemaGuide, names: Names): Entry[] {
  const { alternatives, description } = guide.at(spot.path);
  const words = alternatives.flatMap(({ type, enum: choice, const: word }) =>
    choice ? choice : word !== undefined ? [word] : type === "boolean" ? [true, false] : [],
  );
  const told = words.map((word) => ({ label: String(word), detail: description, value: word as string }));
  const named = names.values(spot.path).map((name) => ({ ...name, value: name.label }));
  return [...named, ...told].map(({ label, detail, value }) => ({
    label,
    detail,
    insert: spot.quote === "" ? written(value, spot) : label,
  }));
}

const written = (value: string | number | boolean, { inFlow }: Spot): string =>
  waysToWrite(value, { style: null, source: "", inFlow, isKey: false, lineBreak: "" })[0]!;

/** Whether a text holds some letters in their order, upper and lower case being one. */
function holdsLetters(text: string, letters: string): boolean {
  let from = 0;
  const within = text.toLowerCase();
  for (const letter of letters.toLowerCase()) {
    const at = within.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
