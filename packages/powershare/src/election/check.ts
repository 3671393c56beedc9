import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { type Figure, figuresOf, parseCondition, parseExpression } from "./expression.ts";
import { type Admission, type AllotStage, isAllot, type Law, type RuleSource, type Stage } from "./schema.ts";
import { misspelt, unknownName } from "./unknown.ts";

type Key = string | number;

/** Names that mean something in every law. */
const reserved: readonly string[] = ["parties", "seats", "valid", "share", "count", "of"];

/**
 * Everything that is wrong with the names and formulas of a law whose form is right.
 *
 * @param sources ids of sources that the law may name beside its own: those of the document around
 *                it; null: sources are not checked
 * @returns faults with pointers into the law, in the order of the law
 */
export function checkLaw(law: Law, sources: Iterable<Id> | null = []): Fault[] {
  const known = sources && new Set([...Object.keys(law.sources ?? {}), ...sources]);
  return [
    ...areaFaults(law),
    ...ballotFaults(law),
    ...(law.stages.some(isAllot) ? [] : [fault("/stages", "law-no-seats")]),
    ...law.stages.flatMap((stage, i) => [
      ...idFaults(law, stage, i),
      ...(isAllot(stage) ? allotFaults(law, stage, i) : admissionFaults(law, stage.admit, ["stages", i, "admit"])),
      ...(known ? sourceFaults(stage.source, known, ["stages", i, "source"]) : []),
    ]),
  ];
}

function areaFaults(law: Law): Fault[] {
  const areas = law.areas ?? {};
  return Object.entries(areas).flatMap(([name, area]) => {
    const here = pointer("areas", name);
    if (reserved.includes(name)) return [fault(here, "name-reserved", { name })];
    if (area.in === undefined) return [];
    if (!Object.hasOwn(areas, area.in))
      return [misspelt("area-unknown", pointer("areas", name, "in"), area.in, Object.keys(areas))];
    return liesInItself(areas, name) ? [fault(pointer("areas", name, "in"), "area-loop", { area: name })] : [];
  });
}

function liesInItself(areas: NonNullable<Law["areas"]>, name: Id): boolean {
  const seen = new Set<Id>();
  for (let at: Id | undefined = name; at !== undefined && Object.hasOwn(areas, at); at = areas[at]!.in) {
    if (seen.has(at)) return at === name;
    seen.add(at);
  }
  return false;
}

/** One ballot for now: the votes that a count is given do not yet say on which ballot they were cast. */
function ballotFaults(law: Law): Fault[] {
  const names = Object.keys(law.ballots);
  if (names.length === 0) return [fault("/ballots", "law-no-ballot")];
  return names.slice(1).map((name) => fault(pointer("ballots", name), "law-one-ballot", { ballot: name }));
}

function idFaults(law: Law, { id }: Stage, i: number): Fault[] {
  const here = pointer("stages", i, "id");
  if (reserved.includes(id)) return [fault(here, "name-reserved", { name: id })];
  const first = law.stages.findIndex((s) => s.id === id);
  return first < i ? [fault(here, "stage-twice", { stage: id, first: first + 1 })] : [];
}

function allotFaults(law: Law, stage: AllotStage, i: number): Fault[] {
  const { seats, among, within, by, held } = stage.allot;
  const at = (...keys: Key[]) => pointer("stages", i, "allot", ...keys);
  const areas = Object.keys(law.areas ?? {});
  const faults: Fault[] = [];
  if (typeof seats === "string") {
    const known = within === undefined || !areas.includes(within) ? ["seats"] : ["seats", within];
    faults.push(...formulaFaults(parseExpression(seats), at("seats"), (f) => seatsFigureFault(f, known, at("seats"))));
  }
  if (among !== "parties") faults.push(...stageFaults(law, among, i, at("among"), "admit", ["parties"]));
  if (within !== undefined && !areas.includes(within))
    faults.push(misspelt("area-unknown", at("within"), within, areas));
  if (!Object.hasOwn(law.ballots, by)) faults.push(misspelt("ballot-unknown", at("by"), by, Object.keys(law.ballots)));
  if (held) faults.push(...heldFaults(law, stage, held.stage, i, at("held", "stage")));
  return faults;
}

function heldFaults(law: Law, stage: AllotStage, held: Id, i: number, path: string): Fault[] {
  const faults = stageFaults(law, held, i, path, "allot", []);
  if (faults.length > 0) return faults;
  const earlier = law.stages.slice(0, i).filter(isAllot);
  const taken = earlier.find((s) => s.allot.held?.stage === held);
  if (taken) faults.push(fault(path, "held-twice", { stage: held, by: taken.id }));
  const { within } = stage.allot;
  if (within !== undefined && earlier.find((s) => s.id === held)!.allot.within !== within)
    faults.push(fault(path, "held-area", { stage: held, area: within }));
  return faults;
}

/** A stage may be named only after it stood in the law, and for what it does. */
function stageFaults(
  law: Law,
  name: Id,
  here: number,
  path: string,
  kind: "admit" | "allot",
  others: readonly string[],
): Fault[] {
  const at = law.stages.findIndex((s) => s.id === name);
  const fits = (s: Stage) => isAllot(s) === (kind === "allot");
  if (at < 0) {
    const known = [
      ...others,
      ...law.stages
        .slice(0, here)
        .filter(fits)
        .map((s) => s.id),
    ];
    return [misspelt("stage-unknown", path, name, known)];
  }
  if (at >= here) return [fault(path, "stage-later", { stage: name, here: law.stages[here]!.id })];
  return fits(law.stages[at]!)
    ? []
    : [fault(path, kind === "admit" ? "stage-no-admit" : "stage-no-allot", { stage: name })];
}

function admissionFaults(law: Law, admission: Admission, keys: readonly Key[]): Fault[] {
  if (typeof admission !== "string") {
    const kind = "any-of" in admission ? "any-of" : "all-of";
    const list = "any-of" in admission ? admission["any-of"] : admission["all-of"];
    return list.flatMap((one, j) => admissionFaults(law, one, [...keys, kind, j]));
  }
  const path = pointer(...keys);
  return formulaFaults(parseCondition(admission), path, (f) => admitFigureFault(law, f, path));
}

function formulaFaults(
  parsed: ReturnType<typeof parseExpression> | ReturnType<typeof parseCondition>,
  path: string,
  figureFault: (figure: Figure) => Fault | null,
): Fault[] {
  if ("fault" in parsed) return [fault(path, parsed.fault.code, parsed.fault.args)];
  return figuresOf(parsed.value).flatMap((f) => figureFault(f) ?? []);
}

function seatsFigureFault({ name, of, at }: Figure, known: readonly string[], path: string): Fault | null {
  if (!known.includes(name)) return unknownName("figure-unknown", path, name, known, { at });
  return of.length === 0 ? null : fault(path, "figure-plain", { figure: name, at });
}

/** seats, valid, valid(ballot), count(ballot), share(ballot), share(ballot of valid). */
function admitFigureFault(law: Law, { name, of, at }: Figure, path: string): Fault | null {
  const figures = ["share", "count", "valid", "seats"];
  const ballots = Object.keys(law.ballots);
  const [ballot, base] = of;
  if (!figures.includes(name)) return unknownName("figure-unknown", path, name, figures, { at });
  if (ballot === undefined)
    return name === "share" || name === "count"
      ? fault(path, "figure-no-ballot", { figure: name, at, ballots: { list: ballots, or: true } })
      : null;
  if (name === "seats") return fault(path, "figure-plain", { figure: name, at });
  if (!ballots.includes(ballot)) return unknownName("ballot-unknown", path, ballot, ballots);
  if (base === undefined) return null;
  if (name !== "share" || of.length > 2) return fault(path, "figure-no-base", { figure: name, at });
  return base === "valid" ? null : unknownName("base-unknown", path, base, ["valid"], { figure: name });
}

function sourceFaults(source: RuleSource | undefined, known: ReadonlySet<Id>, keys: readonly Key[]): Fault[] {
  if (source === undefined || typeof source === "string") return [];
  if (Array.isArray(source)) return source.flatMap((one, j) => sourceFaults(one as RuleSource, known, [...keys, j]));
  const { id } = source as { readonly id: Id };
  return known.has(id) ? [] : [misspelt("source-unknown", pointer(...keys, "id"), id, [...known])];
}
