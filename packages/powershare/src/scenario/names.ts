import type { Name, Names } from "../document/complete.ts";
import { outlineOf } from "../document/outline.ts";
import { lawIds, shippedLaw } from "./laws.ts";

/**
 * The names that may stand in a scenario, or in a law on its own, as far as the text tells them.
 *
 * @param offset where the text is being written
 * @param files  names of the files beside the scenario
 */
export function namesIn(text: string, offset: number, files: readonly string[] = []): Names {
  const known = new Known(outlineOf(text, offset), files);
  return { values: (path) => known.at(path, "value"), keys: (path) => known.at(path, "key") };
}

type Path = readonly string[];
type Finder = (known: Known, path: Path) => readonly Name[];

class Known {
  readonly files: readonly string[];
  readonly #outline: unknown;

  constructor(outline: unknown, files: readonly string[]) {
    this.#outline = outline;
    this.files = files;
  }

  at(path: Path, what: "value" | "key"): readonly Name[] {
    const places = what === "value" ? valuePlaces : keyPlaces;
    for (const [pattern, find] of places) if (fits(path, pattern.split("/"))) return find(this, path);
    return [];
  }

  get(path: Path): unknown {
    let here = this.#outline;
    for (const key of path) here = (here as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    return here;
  }

  /** The entries of a group, each with what is said of it. */
  group(path: Path, say: (of: (key: string) => string) => string): readonly Name[] {
    const group = this.get(path);
    if (typeof group !== "object" || group === null || Array.isArray(group)) return [];
    return Object.entries(group).map(([label, entry]) => ({
      label,
      detail: say((key) => {
        const value = (entry as Readonly<Record<string, unknown>> | null)?.[key];
        return typeof value === "string" ? value : "";
      }),
    }));
  }

  /** The stages of the law around a path that stand before it and do something. */
  stages(path: Path, does: "admit" | "allot"): readonly Name[] {
    const law = lawAround(path);
    const stages = this.get([...law, "stages"]);
    if (!Array.isArray(stages)) return [];
    const before = stages.slice(0, Number(path[law.length + 1])) as readonly unknown[];
    return before.flatMap((stage) => {
      const { id, ...rest } = (stage ?? {}) as Readonly<Record<string, unknown>>;
      return typeof id === "string" && does in rest ? [{ label: id, detail: "" }] : [];
    });
  }

  /** Every date of the document, the latest first. */
  dates(): readonly Name[] {
    const found = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) found.add(value);
      else if (typeof value === "object" && value !== null) for (const child of Object.values(value)) walk(child);
    };
    const { sources: _, ...rest } = (this.#outline ?? {}) as Readonly<Record<string, unknown>>;
    walk(rest);
    const day = this.get(["date"]);
    const first = typeof day === "string" ? [day] : [];
    return [...new Set([...first, ...[...found].sort().reverse()])].map((label) => ({ label, detail: "" }));
  }
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");
const one = (label: string): Name => ({ label, detail: "" });

const actors: Finder = (known) => known.group(["actors"], (of) => joined(of("name"), of("kind")));
const sources: Finder = (known, path) => {
  const say = (of: (key: string) => string) => joined(of("title"), of("author"), of("publisher"), of("date"));
  const law = lawAround(path);
  return [...(law.length > 0 ? known.group([...law, "sources"], say) : []), ...known.group(["sources"], say)];
};
const groups: Finder = (known) => known.group(["groups"], (of) => of("name"));
const issues: Finder = (known) => known.group(["issues"], (of) => of("question"));
const bodies: Finder = (known) => known.group(["bodies"], (of) => of("name"));
const dates: Finder = (known) => known.dates();

/** The parties of the body that a path is in, or that the government comes from. */
const parties: Finder = (known, path) => {
  const from = known.get(["government", "from"]);
  const only = Object.keys((known.get(["bodies"]) as object | null | undefined) ?? {})[0];
  const body = path[0] === "bodies" ? path[1] : typeof from === "string" ? from : only;
  return body === undefined ? [] : known.group(["bodies", body, "parties"], (of) => of("name"));
};

const laws: Finder = ({ files }) => [
  ...files.filter((file) => /\.(?:ya?ml|json)$/i.test(file)).map(one),
  ...lawIds.map((label) => ({ label, detail: (shippedLaw(label)!.value as { title?: string }).title ?? "" })),
];
const tables: Finder = ({ files }) => files.filter((file) => /\.csv$/i.test(file)).map(one);

const within =
  (section: string): Finder =>
  (known, path) =>
    known.group([...lawAround(path), section], () => "");
const places: Finder = (known, path) => [one("parties"), ...known.stages(path, "admit")];

/** The path of the law that a path is in; the document itself may be one. */
const lawAround = (path: Path): Path => (path[0] === "bodies" && path[2] === "law" ? path.slice(0, 3) : []);

const words =
  (...labels: readonly string[]): Finder =>
  () =>
    labels.map(one);

/** `*` is any key, `**` any number of them. The first that fits holds. */
const valuePlaces: readonly (readonly [string, Finder])[] = [
  ["**/source", sources],
  ["**/source/*", sources],
  ["**/source/id", sources],
  ["**/source/*/id", sources],
  ["**/date", dates],
  ["**/before", dates],
  ["contacts/*/from", dates],
  ["contacts/*/to", dates],
  ["actors/*/members/*", actors],
  ["relations/*/between/*", actors],
  ["relations/*/from", actors],
  ["relations/*/to", actors],
  ["demands/*/by", actors],
  ["demands/*/of", actors],
  ["demands/*/of/*", actors],
  ["demands/*/with", actors],
  ["demands/*/with/*", actors],
  ["contacts/*/between/*", actors],
  ["contacts/*/by", actors],
  ["plan/*/said-by", actors],
  ["plan/*/of", actors],
  ["plan/*/agrees/*", actors],
  ["context/*/about/*", actors],
  ["later/*/about/*", actors],
  ["positions/*/actor", actors],
  ["positions/*/issue", issues],
  ["later-positions/*/actor", actors],
  ["later-positions/*/issue", issues],
  ["bodies/*/law", laws],
  ["bodies/*/votes", tables],
  ["bodies/*/votes/file", tables],
  ["bodies/*/districts", tables],
  ["bodies/*/parties/*/actor", actors],
  ["bodies/*/parties/*/groups/*", groups],
  ["bodies/*/lots/*/among/*", parties],
  ["bodies/*/lots/*/taken/*", parties],
  ["government/from", bodies],
  ["government/formation", words("majority")],
  ["government/joins/parties/*", parties],
  ["government/formed/parties/*", parties],
  ["government/exclude/*/*", parties],
  ["government/require/*", parties],
  ["government/forbid/*", parties],
  ["government/offices/*/to", words("seats >= 20", "share >= 5%", "votes > 1000", "largest 2")],
  ["government/offices/*/refuse/*", parties],
  ["government/offices/*/official/order/*", parties],
  ["**/areas/*/in", within("areas")],
  ["**/stages/*/allot/among", places],
  ["**/stages/*/allot/within", within("areas")],
  ["**/stages/*/allot/by", within("ballots")],
  ["**/stages/*/allot/held/stage", (known, path) => known.stages(path, "allot")],
  ["**/stages/*/admit", words("share(vote) >= 5%", "count(vote) >= 1000")],
];

const keyPlaces: readonly (readonly [string, Finder])[] = [
  ["bodies/*/votes", parties],
  ["bodies/*/result/seats", parties],
  ["bodies/*/official/seats", parties],
  ["government/offices/*/held", parties],
  ["government/offices/*/choices", parties],
  ["government/offices/*/official/count", parties],
  ["bodies/*/parties", parties],
  ["actors", actors],
  ["sources", sources],
  ["issues", issues],
  ["groups", groups],
  ["bodies", bodies],
];

function fits(path: Path, pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === "**") return path.length >= rest.length && fits(path.slice(path.length - rest.length), rest);
  return path.length === pattern.length && pattern.every((part, i) => part === "*" || part === path[i]);
}
