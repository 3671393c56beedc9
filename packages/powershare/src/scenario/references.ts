import { checkOffice } from "../cabinet/schema.ts";
import { refsOf, sourceSchema, type SourceText } from "../core/fact.ts";
import { type Fault, fault, type Pointer, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { nearest } from "../core/nearest.ts";
import type { Body } from "./body.ts";
import { notYet, type ScenarioText } from "./schema.ts";

/** Ids that name nothing in the document, lists that name one twice, and parties in impossible places. */
export function checkReferences(scenario: ScenarioText): Fault[] {
  const check = new References(scenario);
  check.sources();
  check.story();
  for (const [id, body] of Object.entries(scenario.bodies ?? {})) check.body(id, body);
  check.government();
  return check.faults;
}

/** A law written into the document names sources of its own; its stage checks them. */
const isLaw = (path: Pointer): boolean => /^\/bodies\/[^/]+\/law$/.test(path);

/** Whether what stands under `source` names sources, and is not the entry of something with this id. */
const isRef = (value: unknown, path: Pointer): value is SourceText =>
  !/\/(?:votes|choices)$/.test(path) && sourceSchema.safeParse(value).success;

/** Lists of what actors do with each other. */
export const speaksOfActors = ["relations", "demands", "contacts"] as const;

const sections: Readonly<Record<string, string>> = {
  actor: "actors",
  source: "sources",
  group: "groups",
  body: "bodies",
};

class References {
  readonly faults: Fault[] = [];
  readonly #scenario: ScenarioText;
  readonly #missing = new Set<string>();

  constructor(scenario: ScenarioText) {
    this.#scenario = scenario;
  }

  /** `source:` may stand in every record, and names an entry of `sources`. */
  sources(): void {
    const walk = (value: unknown, path: Pointer): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, child] of Object.entries(value as Readonly<Record<string, unknown>>)) {
        const here = path + pointer(key);
        if (key === "source" && isRef(child, path)) this.#refs(child, here);
        else if (!isLaw(here)) walk(child, here);
      }
    };
    const { sources: _, ...rest } = this.#scenario;
    const computed = Object.entries(rest).filter(([key]) => !(notYet as readonly string[]).includes(key));
    walk(Object.fromEntries(computed), "");
  }

  #refs(source: SourceText, path: Pointer): void {
    const one = (ref: unknown, here: Pointer) => here + (typeof ref === "object" ? "/id" : "");
    refsOf(source).forEach((ref, i) => {
      const here = Array.isArray(source) ? one(source[i], path + pointer(i)) : one(source, path);
      this.#known(ref.id, "source", this.#scenario.sources, here);
    });
  }

  /** Actors named by positions, the plan, the context and what came later. */
  story(): void {
    const {
      relations = [],
      positions = [],
      "later-positions": laterPositions = [],
      plan = {},
      context = [],
      later = [],
    } = this.#scenario;
    relations.forEach(({ when }, i) => {
      if (when !== undefined) this.#when(pointer("relations", i, "when"));
    });
    positions.forEach((p, i) => this.#actor(p.actor, pointer("positions", i, "actor")));
    laterPositions.forEach((p, i) => this.#actor(p.actor, pointer("later-positions", i, "actor")));
    for (const [id, item] of Object.entries(plan)) {
      if (item["said-by"] !== undefined) this.#actor(item["said-by"], pointer("plan", id, "said-by"));
      if (item.of !== undefined) this.#actor(item.of, pointer("plan", id, "of"));
      item.agrees?.forEach((a, i) => this.#actor(a, pointer("plan", id, "agrees", i)));
    }
    context.forEach((c, i) => c.about?.forEach((a, j) => this.#actor(a, pointer("context", i, "about", j))));
    later.forEach((c, i) => c.about?.forEach((a, j) => this.#actor(a, pointer("later", i, "about", j))));
  }

  body(id: Id, body: Body): void {
    const at = (...keys: (string | number)[]) => pointer("bodies", id, ...keys);
    if (Object.keys(body.parties).length === 0) this.faults.push(fault(at("parties"), "no-parties", { body: id }));
    for (const [party, p] of Object.entries(body.parties)) {
      if (p.actor !== undefined) this.#actor(p.actor, at("parties", party, "actor"));
      p.groups?.forEach((g, i) => this.#known(g, "group", this.#scenario.groups, at("parties", party, "groups", i)));
      if (p.when !== undefined) this.#when(at("parties", party, "when"));
    }
    for (const key of ["result", "official"] as const)
      for (const party of Object.keys(body[key]?.seats ?? {}))
        this.#known(party, "party", body.parties, at(key, "seats", party));
    body.lots?.forEach((lot, i) => {
      this.#list(lot.among, "party", body.parties, at("lots", i, "among"));
      lot.taken.forEach((party, j) => {
        const path = at("lots", i, "taken", j);
        if (!lot.among.includes(party))
          this.faults.push(fault(path, "lot-outsider", { party, among: { list: lot.among } }));
        else if (lot.taken.indexOf(party) < j) this.faults.push(fault(path, "named-twice", { id: party }));
      });
    });
    if (body.votes !== undefined && body.law === undefined)
      this.faults.push(fault(at("votes"), "votes-without-law", { body: id }));
    if (body.law === undefined && body.result === undefined && body.votes === undefined)
      this.faults.push(fault(at(), "body-without-law", { body: id }));
    if (body.result && body.votes !== undefined)
      this.faults.push(fault(at("result"), "votes-and-result", { body: id }));
    if (body.seats !== undefined && body.result) {
      const sum = Object.values(body.result.seats).reduce((a, b) => a + b, 0);
      if (sum !== body.seats)
        this.faults.push(
          fault(at("result", "seats"), "seats-do-not-add-up", { sum: String(sum), seats: String(body.seats) }),
        );
    }
  }

  government(): void {
    const { government, bodies = {} } = this.#scenario;
    if (!government) return;
    const at = (...keys: (string | number)[]) => pointer("government", ...keys);
    const names = Object.keys(bodies);
    if (government.from === undefined && names.length !== 1)
      this.faults.push(
        fault("/government", names.length === 0 ? "government-without-body" : "which-body", {
          bodies: { list: names, or: true },
        }),
      );
    if (government.from !== undefined) this.#known(government.from, "body", bodies, at("from"));
    const body = bodies[government.from ?? names[0] ?? ""];
    if (!body) return;
    for (const key of ["joins", "formed"] as const)
      this.#list(government[key]?.parties ?? [], "party", body.parties, at(key, "parties"));
    for (const key of ["require", "forbid"] as const) this.#list(government[key] ?? [], "party", body.parties, at(key));
    government.exclude?.forEach((pair, i) => this.#list(pair, "party", body.parties, at("exclude", i)));
    if (government.formation !== undefined && government.formation !== "majority")
      this.faults.push(fault(at("formation"), "not-in-this-version", { what: government.formation }));
    government.require?.forEach((p, i) => {
      if (government.forbid?.includes(p))
        this.faults.push(fault(at("require", i), "required-and-forbidden", { party: p }));
    });
    for (const [id, office] of Object.entries(government.offices ?? {})) {
      if (office.when !== undefined) this.#when(at("offices", id, "when"));
      const standing = Object.keys(body.parties);
      const faults = checkOffice(office, standing, at("offices", id));
      // Where nobody stands, that is told of the body.
      this.faults.push(...faults.filter((f) => standing.length > 0 || f.args["kind"] !== "party"));
    }
  }

  /** Where nothing of a kind is listed, that is told once; of parties and relations it is told elsewhere. */
  #unlisted(id: Id, kind: string, path: Pointer): void {
    const section = sections[kind];
    if (section === undefined || this.#missing.has(kind)) return;
    this.#missing.add(kind);
    if (kind === "actor" && speaksOfActors.some((list) => (this.#scenario[list]?.length ?? 0) > 0)) return;
    this.faults.push(fault(path, "no-section", { id, section }));
  }

  #when(path: Pointer): void {
    this.faults.push(
      fault(path, this.#scenario.negotiation === undefined ? "when-without-negotiation" : "not-in-this-version", {
        what: "when",
      }),
    );
  }

  #actor(id: Id, path: Pointer): void {
    this.#known(id, "actor", this.#scenario.actors, path);
  }

  #list(ids: readonly Id[], kind: string, known: Readonly<Record<Id, unknown>>, path: Pointer): void {
    ids.forEach((id, i) => {
      this.#known(id, kind, known, path + pointer(i));
      if (ids.indexOf(id) < i) this.faults.push(fault(path + pointer(i), "named-twice", { id }));
    });
  }

  #known(id: Id, kind: string, known: Readonly<Record<Id, unknown>> | undefined, path: Pointer): void {
    if (known && Object.hasOwn(known, id)) return;
    if (Object.keys(known ?? {}).length === 0) return this.#unlisted(id, kind, path);
    const near = nearest(id, Object.keys(known ?? {}));
    const isKey = path.endsWith(pointer(id));
    const become = near === null ? undefined : isKey ? { key: near } : { value: near };
    this.faults.push(fault(path, "dangling", { id, kind, near: near ?? "" }, become && { pointer: path, become }));
  }
}
