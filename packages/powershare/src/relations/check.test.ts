import { describe, expect, test } from "vitest";
import { checkRelations } from "./check.ts";
import {
  type Actor,
  actorSchema,
  type Contact,
  contactSchema,
  type Demand,
  demandSchema,
  type Relation,
  relationSchema,
} from "./schema.ts";

const states = (ids: string): Record<string, Actor> =>
  Object.fromEntries(ids.split(" ").map((id) => [id, { name: id, kind: "state" }]));
const group = (...members: string[]): Actor => ({ name: "A group", kind: "group", members });

interface Parts {
  readonly actors?: Readonly<Record<string, Actor>>;
  readonly relations?: readonly Relation[];
  readonly demands?: readonly Demand[];
  readonly contacts?: readonly Contact[];
}

/** The faults as [path, code, arguments]. */
const faults = ({ actors = states("moscow damascus usa"), relations = [], demands = [], contacts = [] }: Parts) =>
  checkRelations({ actors, relations, demands, contacts }).map(({ path, code, args }) => [path, code, args]);

describe("names", () => {
  test("every unknown name, wherever it stands, with the nearest known one", () => {
    const unknown = (id: string, near = "") => ({ id, kind: "actor", near });
    expect(
      faults({
        actors: { ...states("moscow damascus"), foes: group("damascu") },
        relations: [
          { between: ["moscou", "damascus"], willing: "joint" },
          { from: "moscow", to: "x-y-z", willing: "joint" },
        ],
        demands: [{ by: "mosco", of: "damasc", with: ["moscow", "toString"], level: "joint" }],
        contacts: [{ between: ["moscow", "damascus", "dmascus"], by: "oman" }],
      }),
    ).toEqual([
      ["/actors/foes/members/0", "dangling", unknown("damascu", "damascus")],
      ["/relations/0/between/0", "dangling", unknown("moscou", "moscow")],
      ["/relations/1/to", "dangling", unknown("x-y-z")],
      ["/demands/0/by", "dangling", unknown("mosco", "moscow")],
      ["/demands/0/of", "dangling", unknown("damasc", "damascus")],
      ["/demands/0/with/1", "dangling", unknown("toString")],
      ["/contacts/0/between/2", "dangling", unknown("dmascus", "damascus")],
      ["/contacts/0/by", "dangling", unknown("oman")],
    ]);
  });

  test("the nearest name is a sure mend", () => {
    const relations: Relation[] = [{ from: "moscow", to: "damascu", willing: "joint" }];
    const [one] = checkRelations({ actors: states("moscow damascus"), relations, demands: [], contacts: [] });
    expect(one!.sure).toEqual({ pointer: "/relations/0/to", become: { value: "damascus" } });
  });

  test("twice in one list", () => {
    expect(faults({ contacts: [{ between: ["moscow", "usa", "moscow"] }] })).toEqual([
      ["/contacts/0/between/2", "named-twice", { id: "moscow" }],
    ]);
    expect(faults({ actors: { ...states("a"), g: group("a", "a") } })).toEqual([
      ["/actors/g/members/1", "named-twice", { id: "a" }],
    ]);
  });
});

describe("groups", () => {
  test("only a group has members", () => {
    expect(faults({ actors: { ...states("a"), b: { name: "B", kind: "state", members: ["a"] } } })).toEqual([
      ["/actors/b/members", "members-kind", { id: "b", kind: "state" }],
    ]);
    expect(faults({ actors: { ...states("a"), b: { name: "B", members: ["a"] } } })).toEqual([]);
    expect(faults({ actors: { b: { name: "B", kind: "group", members: [] } } })).toEqual([]);
  });

  test("a group in itself, and in a circle, each told once", () => {
    expect(faults({ actors: { ...states("a"), g: group("a", "g") } })).toEqual([
      ["/actors/g/members/1", "member-self", { id: "g" }],
    ]);
    expect(
      faults({ actors: { f: group("g"), g: group("h"), h: group("i", "a"), i: group("g"), ...states("a") } }),
    ).toEqual([["/actors/g/members", "group-circle", { id: "g", through: { list: ["h", "i"] } }]]);
  });
});

describe("who a record is about", () => {
  test("a relation names two, in one of two ways", () => {
    const ends = (relation: Omit<Relation, "willing">) => faults({ relations: [{ ...relation, willing: "none" }] });
    expect(ends({})).toEqual([["/relations/0", "relation-ends", { case: "none" }]]);
    expect(ends({ from: "usa" })).toEqual([["/relations/0", "relation-ends", { case: "only-from" }]]);
    expect(ends({ to: "usa" })).toEqual([["/relations/0", "relation-ends", { case: "only-to" }]]);
    expect(ends({ between: ["usa", "moscow"], to: "usa" })).toEqual([
      ["/relations/0", "relation-ends", { case: "both" }],
    ]);
  });

  test("nobody with himself, not as a group's only member either; a group with itself is its members with each other", () => {
    const actors = { ...states("a b"), one: group("a"), both: group("a", "b") };
    const relations: Relation[] = [
      { from: "a", to: "a", willing: "joint" },
      { between: ["a", "one"], willing: "joint" },
      { between: ["both", "both"], willing: "joint" },
      { from: "both", to: "a", willing: "joint" },
    ];
    expect(faults({ actors, relations })).toEqual([
      ["/relations/0/to", "self-relation", { id: "a" }],
      ["/relations/1/between/1", "self-relation", { id: "one" }],
    ]);
  });

  test("a demand is on others, to act with others", () => {
    const demands: Demand[] = [{ by: "usa", of: ["usa", "moscow"], with: ["damascus", "moscow"], level: "contact" }];
    expect(faults({ demands })).toEqual([
      ["/demands/0/of", "self-demand", { id: "usa" }],
      ["/demands/0/with", "self-demand-with", { id: "moscow" }],
    ]);
  });
});

describe("contradictions", () => {
  const from = (willing: Relation["willing"], more: Partial<Relation> = {}): Relation => ({
    from: "usa",
    to: "damascus",
    willing,
    ...more,
  });
  const found = (...relations: Relation[]) =>
    faults({ actors: { ...states("usa uk damascus"), foes: group("usa", "uk"), nato: group("usa", "uk") }, relations });
  const contradiction = (place: number, level: string, other: string, at: number, who = "usa") => [
    `/relations/${place}/willing`,
    "contradiction",
    { from: who, to: "damascus", level, other, at: `relations.${at}` },
  ];

  test("two levels for one direction; the same level twice is none", () => {
    expect(found(from("refuse"), from("contact"))).toEqual([contradiction(1, "contact", "refuse", 0)]);
    expect(found(from("refuse"), from("refuse"))).toEqual([]);
  });

  test("between against from and to: only the direction that differs", () => {
    expect(found({ between: ["damascus", "usa"], willing: "contact" }, from("refuse"))).toEqual([
      contradiction(1, "refuse", "contact", 0),
    ]);
  });

  test("two of between are told once", () => {
    const mutual = (willing: Relation["willing"]): Relation => ({ between: ["usa", "damascus"], willing });
    expect(found(mutual("refuse"), mutual("joint"))).toHaveLength(1);
  });

  test("two dates, the later holds; where one lies in the other, or is missing, neither is later", () => {
    expect(found(from("refuse", { date: "2015-08-14" }), from("contact", { date: "2015-09-04" }))).toEqual([]);
    expect(found(from("refuse", { date: "2015-08-14" }), from("contact", { date: "2015-08" }))).toHaveLength(1);
    expect(found(from("refuse", { date: "2015-08-14" }), from("contact", { date: "2015-08-14" }))).toHaveLength(1);
    expect(found(from("refuse", { date: "2015-08-14" }), from("contact"))).toHaveLength(1);
  });

  test("a member against its group is none; two groups of the same member are, once for all members", () => {
    expect(found({ from: "foes", to: "damascus", willing: "refuse" }, from("contact"))).toEqual([]);
    expect(
      found({ from: "foes", to: "damascus", willing: "refuse" }, { from: "nato", to: "damascus", willing: "contact" }),
    ).toEqual([contradiction(1, "contact", "refuse", 0)]);
  });

  test("a member towards a group against its group towards a member: neither is more specific", () => {
    const actors = {
      ...states("usa damascus"),
      foes: group("usa", "uk"),
      side: group("damascus", "iran"),
      ...states("uk iran"),
    };
    const relations: Relation[] = [
      { from: "usa", to: "side", willing: "contact" },
      { from: "foes", to: "damascus", willing: "refuse" },
    ];
    expect(faults({ actors, relations }).map(([path]) => path)).toEqual(["/relations/1/willing"]);
    expect(faults({ actors, relations: [...relations, from("refuse")] })).toEqual([]);
  });

  test("under one condition, and beside one that hides it elsewhere; not under two", () => {
    expect(found(from("refuse", { when: "x" }), from("joint", { when: "x" }))).toHaveLength(1);
    expect(found(from("refuse", { when: "x" }), from("joint", { when: "y" }))).toEqual([]);
    expect(found(from("refuse"), from("joint", { when: "y" }))).toEqual([]);
    expect(found(from("refuse"), from("joint", { when: "y" }), from("contact"))).toEqual([
      contradiction(2, "contact", "refuse", 0),
    ]);
  });
});

describe("the time of a contact", () => {
  const time = (when: Partial<Contact>) => faults({ contacts: [{ between: ["usa", "moscow"], ...when }] });

  test("is one of a day, a limit, a span", () => {
    expect(time({ date: "2015-08-03" })).toEqual([]);
    expect(time({ before: "2015-08-03" })).toEqual([]);
    expect(time({ from: "2015-08-04", to: "2015-08-06" })).toEqual([]);
    expect(time({ date: "2015-08-03", to: "2015-08-06" })).toEqual([["/contacts/0", "contact-time", {}]]);
  });

  test("does not end before it begins", () => {
    expect(time({ from: "2015-08-14", to: "2015-08-04" })).toEqual([
      ["/contacts/0/to", "span-reversed", { from: { date: "2015-08-14" }, to: { date: "2015-08-04" } }],
    ]);
    expect(time({ from: "2015-08-14", to: "2015-08" })).toEqual([]);
  });
});

describe("schemas", () => {
  test("take what the design's sketch writes", () => {
    const source = { id: "mt-0904", at: "R4" };
    const good = [
      actorSchema.safeParse({ name: "Assad's foes abroad", kind: "group", members: ["usa", "saudi-arabia"] }),
      relationSchema.safeParse({ between: ["moscow", "damascus"], willing: "joint", source }),
      relationSchema.safeParse({
        from: "foes",
        to: "damascus",
        willing: "refuse",
        because: "fear",
        source: ["a", source],
      }),
      demandSchema.safeParse({
        by: "moscow",
        of: "us-coalition",
        with: ["rebels", "kurds"],
        level: "coordinate",
        source,
      }),
      contactSchema.safeParse({
        between: ["moscow", "usa"],
        on: "coalition",
        before: "2015-09-04",
        disputed: true,
        source,
      }),
    ];
    expect(good.map(({ success }) => success)).toEqual([true, true, true, true, true]);
  });

  test.each([
    ["an unknown key", relationSchema, { between: ["a", "b"], willing: "joint", wiling: "joint" }],
    ["an unknown level", relationSchema, { between: ["a", "b"], willing: "cooperate" }],
    ["three ends", relationSchema, { between: ["a", "b", "c"], willing: "joint" }],
    ["a date that does not exist", relationSchema, { between: ["a", "b"], willing: "joint", date: "2015-02-30" }],
    ["an id that is a whole number", contactSchema, { between: ["1", "b"] }],
    ["one alone at a meeting", contactSchema, { between: ["a"] }],
    ["nobody who is asked", demandSchema, { by: "a", of: [], with: "b", level: "joint" }],
    ["an actor without a name", actorSchema, { kind: "state" }],
  ])("refuse %s", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
