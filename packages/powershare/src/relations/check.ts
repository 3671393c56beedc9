import { type Fault, fault, pointer } from "../core/fault.ts";
import type { Id } from "../core/id.ts";
import { nearest } from "../core/nearest.ts";
import { type Cast, castOf, isExpanded } from "./cast.ts";
import { limits } from "./limits.ts";
import { type Actor, type Contact, type Demand, levels, listOf, type Relation, type RelationsInput } from "./schema.ts";
import { hear, statementsOf } from "./statements.ts";

/**
 * Everything that is wrong with the relations of a document and that the schemas of its records
 * cannot see. Paths start at the document's root. Codes:
 *
 * - `dangling` {id, kind, near}: no such actor; `near` is the nearest known one, or ""
 * - `too-many-actors` {count, most}
 * - `members-kind` {id, kind}: members of something that is not a group
 * - `member-self` {id}, `group-circle` {id, through}: a group in itself
 * - `named-twice` {id}: twice in one list
 * - `relation-ends` {case}: `none`, `both`, `only-from` or `only-to` of `between`, `from`, `to`
 * - `self-relation` {id}, `self-demand` {id}, `self-demand-with` {id}: of an actor with itself
 * - `contradiction` {from, to, level, other, at}: two levels hold for one direction; `at` is the other's printed path
 * - `contact-time` {}: more than one of `date`, `before` and `from`/`to`; `span-reversed` {from, to}
 */
export function checkRelations(input: RelationsInput): Fault[] {
  const cast = castOf(input.actors);
  return [
    ...tooMany(cast),
    ...Object.entries(input.actors).flatMap(([id, actor]) => checkActor(id, actor, input.actors)),
    ...input.relations.flatMap((relation, i) => checkRelation(relation, i, input.actors, cast)),
    ...input.demands.flatMap((demand, i) => checkDemand(demand, i, input.actors)),
    ...input.contacts.flatMap((contact, i) => checkContact(contact, i, input.actors)),
    ...contradictions(input.relations, cast),
  ];
}

const tooMany = (cast: Cast): Fault[] =>
  cast.actors.length > limits.actors
    ? [fault("/actors", "too-many-actors", { count: cast.actors.length, most: limits.actors })]
    : [];

type Actors = RelationsInput["actors"];

function known(id: Id, path: string, actors: Actors): Fault[] {
  if (Object.hasOwn(actors, id)) return [];
  const near = nearest(id, Object.keys(actors));
  const args = { id, kind: "actor", near: near ?? "" };
  return [fault(path, "dangling", args, near === null ? undefined : { pointer: path, become: { value: near } })];
}

/** Each id known, and none twice. */
function knownOnce(ids: readonly Id[], path: string, actors: Actors): Fault[] {
  return ids.flatMap((id, i) => {
    const here = `${path}${pointer(i)}`;
    return ids.indexOf(id) < i ? [fault(here, "named-twice", { id })] : known(id, here, actors);
  });
}

function checkActor(id: Id, actor: Actor, actors: Actors): Fault[] {
  const path = pointer("actors", id, "members");
  const members = actor.members ?? [];
  const faults = knownOnce(members, path, actors);
  if (isExpanded(actor) && actor.kind !== undefined && actor.kind !== "group")
    faults.push(fault(path, "members-kind", { id, kind: actor.kind }));
  members.forEach((member, i) => {
    if (member === id) faults.push(fault(`${path}${pointer(i)}`, "member-self", { id }));
  });
  const circle = circleThrough(id, actors);
  if (circle) faults.push(fault(path, "group-circle", { id, through: { list: circle.slice(1, -1) } }));
  return faults;
}

/** The shortest way of two groups or more from a group back to itself, told at the first of them in the document. */
function circleThrough(id: Id, actors: Actors): readonly Id[] | null {
  const membersOf = (name: Id) => (Object.hasOwn(actors, name) ? (actors[name]!.members ?? []) : []);
  const cameFrom = new Map<Id, Id>();
  const reached = [id];
  for (const name of reached)
    for (const member of membersOf(name)) {
      if (member === id && name !== id) {
        const way = [id];
        for (let at = name; at !== id; at = cameFrom.get(at)!) way.unshift(at);
        const circle = [id, ...way];
        const order = Object.keys(actors);
        return circle.some((other) => order.indexOf(other) < order.indexOf(id)) ? null : circle;
      }
      if (member !== id && !cameFrom.has(member)) {
        cameFrom.set(member, name);
        reached.push(member);
      }
    }
  return null;
}

function checkRelation(relation: Relation, i: number, actors: Actors, cast: Cast): Fault[] {
  const path = pointer("relations", i);
  const { between, from, to } = relation;
  const faults = [
    ...(between ?? []).flatMap((id, side) => known(id, `${path}/between/${side}`, actors)),
    ...(from === undefined ? [] : known(from, `${path}/from`, actors)),
    ...(to === undefined ? [] : known(to, `${path}/to`, actors)),
  ];
  const statement = statementsOf(relation, i)[0];
  if (!statement) return [...faults, fault(path, "relation-ends", { case: endsOf(relation) })];
  if (isOnlyOne(cast.placesOf(statement.from), cast.placesOf(statement.to)))
    faults.push(fault(`${path}${between ? "/between/1" : "/to"}`, "self-relation", { id: statement.to }));
  return faults;
}

function endsOf({ between, from, to }: Relation): string {
  if (between !== undefined) return "both";
  return from !== undefined ? "only-from" : to !== undefined ? "only-to" : "none";
}

/** Whether two names stand for one and the same actor, so that there is no pair. */
const isOnlyOne = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === 1 && b.length === 1 && a[0] === b[0];

function checkDemand(demand: Demand, i: number, actors: Actors): Fault[] {
  const path = pointer("demands", i);
  const each = (key: "of" | "with") =>
    typeof demand[key] === "string"
      ? known(demand[key], `${path}/${key}`, actors)
      : knownOnce(demand[key], `${path}/${key}`, actors);
  const faults = [...known(demand.by, `${path}/by`, actors), ...each("of"), ...each("with")];
  const isOne = (id: Id) => Object.hasOwn(actors, id) && !isExpanded(actors[id]!);
  const own = listOf(demand.of);
  if (own.includes(demand.by) && isOne(demand.by)) faults.push(fault(`${path}/of`, "self-demand", { id: demand.by }));
  for (const id of new Set(listOf(demand.with)))
    if (own.includes(id) && isOne(id)) faults.push(fault(`${path}/with`, "self-demand-with", { id }));
  return faults;
}

function checkContact(contact: Contact, i: number, actors: Actors): Fault[] {
  const path = pointer("contacts", i);
  const { date, before, from, to } = contact;
  const faults = knownOnce(contact.between, `${path}/between`, actors);
  if (contact.by !== undefined) faults.push(...known(contact.by, `${path}/by`, actors));
  if ([date, before, from ?? to].filter((time) => time !== undefined).length > 1)
    faults.push(fault(path, "contact-time"));
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to))
    faults.push(fault(`${path}/to`, "span-reversed", { from: { date: from }, to: { date: to } }));
  return faults;
}

/**
 * Every two relations that state different levels for one direction and neither of which replaces
 * the other: once, however many members of groups it touches. Statements under different conditions
 * do not contradict each other here, since the conditions may exclude each other.
 */
function contradictions(relations: readonly Relation[], cast: Cast): Fault[] {
  const found = new Map<string, Fault>();
  for (const condition of new Set([undefined, ...relations.map(({ when }) => when)]))
    for (const [key, { holding }] of hear(relations, cast, (when) => when === condition)) {
      const first = holding[0]!;
      for (const other of holding) {
        if (other.rank === first.rank) continue;
        const name = `${first.relation} ${other.relation}`;
        if (found.has(name)) continue;
        const args = {
          from: cast.actors[Math.floor(key / cast.actors.length)]!,
          to: cast.actors[key % cast.actors.length]!,
          level: levels[other.rank]!,
          other: levels[first.rank]!,
          at: `relations.${first.relation}`,
        };
        found.set(name, fault(pointer("relations", other.relation, "willing"), "contradiction", args));
      }
    }
  return [...found.values()];
}
