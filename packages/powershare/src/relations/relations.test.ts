import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../core/fault.ts";
import { toJson } from "../core/json.ts";
import { limits } from "./limits.ts";
import { checkRelations, type Relations, relate } from "./relations.ts";
import { byForce, groupedScenario, plainScenario } from "./relations.testing.ts";
import type { Actor, Contact, Demand, Level, Relation, RelationsInput } from "./schema.ts";

interface Parts {
  readonly actors: string | Readonly<Record<string, Actor>>;
  readonly relations?: readonly Relation[];
  readonly demands?: readonly Demand[];
  readonly contacts?: readonly Contact[];
}

const input = ({ actors, relations = [], demands = [], contacts = [] }: Parts): RelationsInput => ({
  actors: typeof actors === "string" ? states(actors) : actors,
  relations,
  demands,
  contacts,
});
const states = (ids: string): Record<string, Actor> =>
  Object.fromEntries(ids.split(" ").map((id) => [id, { name: id, kind: "state" }]));
const mutual = (a: string, b: string, willing: Level): Relation => ({ between: [a, b], willing });
const oneWay = (from: string, to: string, willing: Level): Relation => ({ from, to, willing });
const pair = (r: Relations, a: string, b: string) => r.pairs.find((p) => p.a === a && p.b === b)!;
const changes = (r: Relations, level: string) =>
  r.handshakes
    .filter((h) => h.level === level)
    .map((h) => h.change.map(({ from, to, was }) => `${from}>${to} was ${was}`).join(" & "));

/** What one relation and the contract's words say, as the tests read it. */
const readable = (r: Relations) => ({
  pairs: r.pairs.map(({ a, b, level, atMost, limitedBy, unstated }) => ({ a, b, level, atMost, limitedBy, unstated })),
  levels: Object.fromEntries(
    Object.entries(r.levels).map(([level, { groups, isolated, possible }]) => {
      const sets = (lists: readonly (readonly string[])[]) => lists.map((group) => group.join(" ")).sort();
      return [level, { groups: sets(groups), isolated, possible: sets(possible) }];
    }),
  ),
  goBetweens: r.goBetweens.map(({ actor, between, level }) => `${actor}: ${between.join(" ")} ${level}`),
  handshakes: ["joint", "coordinate", "contact"].flatMap((level) =>
    r.handshakes
      .filter((h) => h.level === level)
      .map((h) => {
        const change = h.change.map(({ from, to, was }) => `${from}>${to} was ${was}`).join(" & ");
        const groups = h.groups.map((group) => group.join(" ")).sort();
        return `${level} +${h.raise} ${change} ${h.largestBefore}..${h.largestAfter} ${groups.join(" | ")}`;
      })
      .sort(),
  ),
});

describe("pairs", () => {
  test("the level is the lesser direction; the one at it limits; who stated nothing is named", () => {
    const r = relate(
      input({
        actors: "a b c",
        relations: [oneWay("a", "b", "joint"), oneWay("b", "a", "contact"), oneWay("a", "c", "coordinate")],
      }),
    );
    expect(pair(r, "a", "b")).toMatchObject({ level: "contact", atMost: "contact", limitedBy: ["b"], unstated: [] });
    expect(pair(r, "a", "c")).toMatchObject({ level: "none", atMost: "coordinate", limitedBy: ["c"], unstated: ["c"] });
    expect(pair(r, "b", "c")).toMatchObject({
      level: "none",
      atMost: "none",
      limitedBy: ["b", "c"],
      unstated: ["b", "c"],
    });
    expect(r.unstated).toBe(3);
  });

  test("two who are equally willing both limit, except at the highest level", () => {
    const r = relate(input({ actors: "a b c", relations: [mutual("a", "b", "joint"), mutual("a", "c", "refuse")] }));
    expect(pair(r, "a", "b").limitedBy).toEqual([]);
    expect(pair(r, "a", "c").limitedBy).toEqual(["a", "c"]);
  });

  test("a recorded contact counts where nothing is stated, and stays unstated; a stated level stands", () => {
    const contacts = [{ between: ["a", "b", "c"], before: "2015-09-04" }];
    const r = relate(
      input({ actors: "a b c", relations: [oneWay("a", "b", "joint"), oneWay("a", "c", "refuse")], contacts }),
    );
    expect(pair(r, "a", "b")).toMatchObject({
      level: "contact",
      atMost: "joint",
      unstated: ["b"],
      contacts: ["/contacts/0"],
    });
    expect(pair(r, "a", "c")).toMatchObject({ level: "refuse", atMost: "refuse", limitedBy: ["a"] });
    expect(pair(r, "b", "c")).toMatchObject({ level: "contact", atMost: "contact" });
    expect(pair(r, "b", "c").directions.ab).toMatchObject({ level: null, counts: "contact", stated: false });
  });

  test("a disputed contact counts for nothing and is listed apart", () => {
    const contacts = [{ between: ["a", "b"], disputed: true, place: "Jeddah" }];
    const r = relate(input({ actors: "a b", contacts }));
    expect(pair(r, "a", "b")).toMatchObject({ level: "none", contacts: [], disputed: ["/contacts/0"] });
    expect(r.disputed).toEqual([{ fact: "/contacts/0", contact: contacts[0] }]);
  });

  test("a direction says what it rests on", () => {
    const relations: Relation[] = [
      {
        from: "a",
        to: "b",
        willing: "refuse",
        because: "it would legitimise his rule",
        source: { id: "mt", at: "R2" },
      },
      { from: "a", to: "b", willing: "refuse", assumed: true },
      { from: "b", to: "a", willing: "none", assumed: true },
    ];
    const { ab, ba } = pair(relate(input({ actors: "a b", relations })), "a", "b").directions;
    expect(ab).toMatchObject({ level: "refuse", assumed: false, because: ["it would legitimise his rule"] });
    expect(ab).toMatchObject({ sources: [{ id: "mt", at: "R2" }], facts: ["/relations/0", "/relations/1"] });
    expect(ba).toMatchObject({ level: "none", assumed: true, sources: [] });
  });
});

describe("groups of actors that can act together", () => {
  test("maximal sets, the largest first, then in the order of the document", () => {
    const relations = [
      mutual("b", "c", "joint"),
      mutual("c", "d", "joint"),
      mutual("b", "d", "joint"),
      mutual("a", "d", "contact"),
    ];
    const { levels } = relate(input({ actors: "a b c d e", relations }));
    expect(levels.joint).toEqual({ groups: [["b", "c", "d"]], isolated: ["a", "e"], possible: [["b", "c", "d"]] });
    expect(levels.contact.groups).toEqual([
      ["b", "c", "d"],
      ["a", "d"],
    ]);
    expect(levels.contact.isolated).toEqual(["e"]);
  });

  test("possible: what those who were not heard could join by meeting what was stated", () => {
    const relations = [mutual("a", "b", "joint"), oneWay("a", "c", "joint"), oneWay("b", "c", "coordinate")];
    const { levels } = relate(input({ actors: "a b c", relations }));
    expect(levels.joint.groups).toEqual([["a", "b"]]);
    expect(levels.joint.possible).toEqual([
      ["a", "b"],
      ["a", "c"],
    ]);
    expect(levels.coordinate.possible).toEqual([["a", "b", "c"]]);
  });

  test("nobody, and one alone", () => {
    const nobody = relate(input({ actors: {} }));
    expect(nobody.levels.joint).toEqual({ groups: [], isolated: [], possible: [] });
    expect([nobody.pairs, nobody.handshakes, nobody.unstated]).toEqual([[], [], 0]);
    expect(relate(input({ actors: "a" })).levels.contact.isolated).toEqual(["a"]);
  });
});

describe("groups as actors", () => {
  const foes = {
    ...states("damascus usa saudi uk"),
    foes: { name: "Foes", kind: "group", members: ["usa", "west"] },
    west: { name: "The West", kind: "group", members: ["uk", "saudi"] },
  };

  test("what a group states counts for each member, at any depth, and it is in no pair itself", () => {
    const r = relate(input({ actors: foes, relations: [oneWay("foes", "damascus", "refuse")] }));
    expect(r.actors).toEqual(["damascus", "usa", "saudi", "uk"]);
    expect(r.members).toEqual({ foes: ["usa", "saudi", "uk"], west: ["saudi", "uk"] });
    expect(r.pairs).toHaveLength(6);
    for (const foe of ["usa", "saudi", "uk"])
      expect(pair(r, "damascus", foe)).toMatchObject({ level: "refuse", limitedBy: [foe], unstated: ["damascus"] });
  });

  test("what is said of a group counts towards each member", () => {
    const r = relate(input({ actors: foes, relations: [oneWay("damascus", "west", "contact")] }));
    expect(pair(r, "damascus", "uk").directions.ab.level).toBe("contact");
    expect(pair(r, "damascus", "usa").directions.ab.level).toBeNull();
  });

  test("a member's own statement replaces its group's, whatever the dates; a nested group's that of the outer", () => {
    const relations: Relation[] = [
      { from: "usa", to: "damascus", willing: "contact", date: "2014" },
      { from: "foes", to: "damascus", willing: "refuse", date: "2015" },
      { from: "west", to: "damascus", willing: "none" },
    ];
    const r = relate(input({ actors: foes, relations }));
    expect(pair(r, "damascus", "usa").directions.ba).toMatchObject({ level: "contact", overruled: ["/relations/1"] });
    expect(pair(r, "damascus", "uk").directions.ba).toMatchObject({ level: "none", facts: ["/relations/2"] });
  });

  test("a group with itself: each member with each other", () => {
    const r = relate(input({ actors: foes, relations: [mutual("foes", "foes", "joint")] }));
    expect(r.levels.joint.groups).toEqual([["usa", "saudi", "uk"]]);
  });

  test("those in a group at a meeting met the others there, not each other", () => {
    const r = relate(input({ actors: foes, contacts: [{ between: ["damascus", "west"] }] }));
    expect(r.levels.contact.groups).toEqual([
      ["damascus", "saudi"],
      ["damascus", "uk"],
    ]);
  });

  test("a group that lists no members is an actor like any other", () => {
    const r = relate(
      input({
        actors: { ...states("a"), rebels: { name: "Rebels", kind: "group" } },
        relations: [mutual("a", "rebels", "contact")],
      }),
    );
    expect(r.levels.contact.groups).toEqual([["a", "rebels"]]);
  });
});

describe("statements that replace each other", () => {
  const dated = (willing: Level, date?: string): Relation => ({
    from: "a",
    to: "b",
    willing,
    ...(date ? { date } : {}),
  });

  test("of two dates the later holds, wherever it stands", () => {
    const r = relate(input({ actors: "a b", relations: [dated("refuse", "2015-08-14"), dated("contact", "2014")] }));
    expect(pair(r, "a", "b").directions.ab).toMatchObject({
      level: "refuse",
      facts: ["/relations/0"],
      overruled: ["/relations/1"],
    });
  });

  test("a condition that holds is more specific than none; one that does not says nothing", () => {
    const relations: Relation[] = [dated("refuse"), { from: "a", to: "b", willing: "joint", when: "b.step-down" }];
    const facts = input({ actors: "a b", relations });
    expect(pair(relate(facts), "a", "b").directions.ab.level).toBe("refuse");
    expect(
      pair(
        relate(facts, (when) => when === "b.step-down"),
        "a",
        "b",
      ).directions.ab.level,
    ).toBe("joint");
  });

  test("of two conditions that both hold and differ, the lesser level counts", () => {
    const relations: Relation[] = [
      { from: "a", to: "b", willing: "joint", when: "x" },
      { from: "a", to: "b", willing: "contact", when: "y" },
    ];
    expect(checkRelations(input({ actors: "a b", relations }))).toEqual([]);
    expect(
      pair(
        relate(input({ actors: "a b", relations }), () => true),
        "a",
        "b",
      ).directions.ab.level,
    ).toBe("contact");
  });
});

describe("go-betweens", () => {
  test("at contact or above with both of two who are not; the level is the weaker link", () => {
    const relations = [
      mutual("a", "m", "joint"),
      mutual("b", "m", "contact"),
      mutual("a", "b", "refuse"),
      mutual("c", "m", "none"),
    ];
    const { goBetweens } = relate(input({ actors: "a b c m", relations }));
    expect(goBetweens).toEqual([{ actor: "m", between: ["a", "b"], level: "contact" }]);
  });
});

describe("handshakes", () => {
  test("one raise that closes a group of three, told apart from one that only links two", () => {
    const relations = [
      mutual("a", "b", "joint"),
      mutual("b", "c", "joint"),
      oneWay("a", "c", "joint"),
      oneWay("c", "a", "contact"),
      oneWay("a", "d", "joint"),
    ];
    const r = relate(input({ actors: "a b c d", relations }));
    expect(r.handshakes.filter((h) => h.level === "joint")).toEqual([
      {
        change: [{ from: "c", to: "a", was: "contact", becomes: "joint", stated: true }],
        level: "joint",
        largestBefore: 2,
        largestAfter: 3,
        groups: [["a", "b", "c"]],
        raise: 2,
      },
    ]);
  });

  test("the smallest raise first, equals in the order of the document; what was not stated counts as none", () => {
    const relations = [
      oneWay("c", "d", "joint"),
      oneWay("d", "c", "coordinate"),
      oneWay("b", "a", "joint"),
      oneWay("a", "d", "joint"),
    ];
    const r = relate(input({ actors: "a b c d", relations }));
    expect(changes(r, "joint")).toEqual(["d>c was coordinate", "a>b was none", "d>a was none"]);
    expect(r.handshakes[0]!.change[0]!.stated).toBe(true);
    expect(r.handshakes[1]!.change[0]!.stated).toBe(false);
    expect(r.handshakes[0]).toMatchObject({ largestBefore: 0, largestAfter: 2 });
  });

  test("two raises where no single one helps: both sides of one pair", () => {
    const relations = [mutual("a", "b", "joint"), mutual("b", "c", "joint"), mutual("a", "c", "refuse")];
    const r = relate(input({ actors: "a b c", relations }));
    expect(changes(r, "joint")).toEqual(["a>c was refuse & c>a was refuse"]);
    expect(r.handshakes.find((h) => h.level === "joint")).toMatchObject({ raise: 8, groups: [["a", "b", "c"]] });
  });

  test("two raises where no single one helps: one side of two pairs that meet, or that do not", () => {
    const meeting = [mutual("a", "b", "joint"), oneWay("a", "c", "joint"), oneWay("b", "c", "joint")];
    expect(changes(relate(input({ actors: "a b c", relations: meeting })), "joint")).toEqual([
      "c>a was none & c>b was none",
    ]);
    const apart = [
      mutual("a", "b", "joint"),
      mutual("b", "c", "joint"),
      mutual("c", "d", "joint"),
      mutual("d", "a", "joint"),
    ];
    const square = [...apart, oneWay("a", "c", "joint"), oneWay("b", "d", "joint")];
    // a square of links whose two diagonals lack one side each: one diagonal alone makes three
    expect(changes(relate(input({ actors: "a b c d", relations: square })), "joint")).toEqual([
      "c>a was none",
      "d>b was none",
    ]);
    const withTriangle = [...square, ...["e f", "f g", "e g"].map((two) => mutual(two[0]!, two[2]!, "joint"))];
    // where three can act already, it takes both diagonals to make four
    expect(changes(relate(input({ actors: "a b c d e f g", relations: withTriangle })), "joint")).toEqual([
      "c>a was none & d>b was none",
    ]);
  });

  test("none where everybody is in one group", () => {
    expect(relate(input({ actors: "a b", relations: [mutual("a", "b", "joint")] })).handshakes).toEqual([]);
  });
});

describe("demands", () => {
  test("stand apart, actor by actor, and change nobody's willingness", () => {
    const actors = {
      ...states("moscow usa uk army kurds"),
      coalition: { name: "Coalition", kind: "group", members: ["usa", "uk"] },
    };
    const demands: Demand[] = [
      { by: "moscow", of: "coalition", with: ["army", "kurds"], level: "coordinate", source: "mt" },
    ];
    const r = relate(input({ actors, relations: [oneWay("usa", "kurds", "coordinate")], demands }));
    expect(r.demands).toEqual([
      {
        by: "moscow",
        of: ["coalition"],
        with: ["army", "kurds"],
        level: "coordinate",
        met: [["usa", "kurds"]],
        unmet: [
          ["usa", "army"],
          ["uk", "army"],
          ["uk", "kurds"],
        ],
        because: null,
        assumed: false,
        sources: [{ id: "mt" }],
        fact: "/demands/0",
      },
    ]);
    expect(pair(r, "uk", "army")).toMatchObject({ level: "none", unstated: ["uk", "army"] });
    expect(pair(r, "uk", "army").directions.ab.asked).toEqual(["/demands/0"]);
    expect(pair(r, "uk", "army").directions.ba.asked).toEqual([]);
  });
});

describe("Syria as the report of 4 September 2015 states it (The Moscow Times: R1, R2, R4, P5, C1)", () => {
  const actors: Record<string, Actor> = {
    ...states("moscow damascus iran usa saudi-arabia syrian-army iraqi-army rebels kurds"),
    foes: { name: "Assad's foes abroad", kind: "group", members: ["usa", "saudi-arabia"] },
  };
  const r = relate(
    input({
      actors,
      relations: [
        mutual("moscow", "damascus", "joint"), // R4
        mutual("iran", "damascus", "joint"), // R4
        oneWay("foes", "damascus", "refuse"), // R2
      ],
      demands: [
        { by: "moscow", of: "foes", with: "damascus", level: "coordinate" }, // R1
        { by: "moscow", of: "usa", with: ["syrian-army", "iraqi-army", "rebels", "kurds"], level: "coordinate" }, // P5
      ],
      contacts: [{ between: ["moscow", "usa"], before: "2015-09-04" }], // C1
    }),
  );

  test("Damascus acts jointly with Moscow and with Tehran, of whom nobody stated anything about the other", () => {
    expect(r.levels.joint.groups).toEqual([
      ["moscow", "damascus"],
      ["damascus", "iran"],
    ]);
    expect(pair(r, "moscow", "iran")).toMatchObject({ level: "none", unstated: ["moscow", "iran"] });
  });

  test("both foes refuse Damascus and limit the pair; what Damascus would do was not stated", () => {
    for (const foe of ["usa", "saudi-arabia"])
      expect(pair(r, "damascus", foe)).toMatchObject({
        level: "refuse",
        atMost: "refuse",
        limitedBy: [foe],
        unstated: ["damascus"],
      });
  });

  test("Moscow stands between Damascus and Washington, and Damascus between its two allies", () => {
    expect(r.goBetweens).toEqual([
      { actor: "moscow", between: ["damascus", "usa"], level: "contact" },
      { actor: "damascus", between: ["moscow", "iran"], level: "joint" },
    ]);
  });

  test("the word that would change most: between Moscow and Tehran, two answers that nobody has heard", () => {
    expect(changes(r, "joint")).toEqual(["moscow>iran was none & iran>moscow was none"]);
    expect(r.handshakes[0]!.groups).toEqual([["moscow", "damascus", "iran"]]);
    // in contact: Moscow and Tehran again (2 steps), or Damascus and Washington (from none and from refuse: 3)
    const inContact = r.handshakes.filter((h) => h.level === "contact");
    expect(inContact.map((h) => [h.raise, h.change.map((c) => c.from)])).toEqual([
      [2, ["moscow", "iran"]],
      [3, ["damascus", "usa"]],
    ]);
  });

  test("nothing that Moscow asks of others is met", () => {
    expect(r.demands.map(({ met, unmet }) => [met.length, unmet.length])).toEqual([
      [0, 2],
      [0, 4],
    ]);
  });
});

describe("against trying everything", () => {
  test("2,000 scenarios of actors", () => {
    let inPairs = 0;
    const agrees = (facts: RelationsInput) => {
      const r = relate(facts);
      const { contradicts, ...expected } = byForce(facts);
      expect(contradicts).toBe(false);
      expect(readable(r)).toEqual(expected);
      if (r.handshakes.some((h) => h.change.length === 2)) inPairs++;
    };
    fc.assert(fc.property(plainScenario, agrees), { seed: 2254, numRuns: 2000 });
    expect(inPairs).toBeGreaterThan(200);
  });

  test("2,000 scenarios with groups and dates: contradictions where, and only where, there are some", () => {
    const seen = { consistent: 0, contradicting: 0 };
    const agrees = (facts: RelationsInput) => {
      const others = checkRelations(facts).filter(({ code }) => code !== "contradiction");
      fc.pre(others.length === 0); // a group of one with its one member
      const { contradicts, ...expected } = byForce(facts);
      seen[contradicts ? "contradicting" : "consistent"]++;
      if (contradicts) expect(() => relate(facts)).toThrow(InputError);
      else expect(readable(relate(facts))).toEqual(expected);
    };
    fc.assert(fc.property(groupedScenario, agrees), { seed: 2254, numRuns: 2000 });
    expect(seen.consistent).toBeGreaterThan(500);
    expect(seen.contradicting).toBeGreaterThan(300);
  });
});

describe("size", () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `a${i}`);
  const twoOf = (ids: readonly string[]) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));

  test("60 actors, three blocs of 20, one of them short of a member", () => {
    const ids = many(60);
    const bloc = (id: string) => Math.floor(Number(id.slice(1)) / 20);
    const relations = twoOf(ids).flatMap(([a, b]): Relation[] => {
      if (bloc(a) !== bloc(b)) return [];
      return a === "a0" ? [oneWay(a, b, "joint")] : [mutual(a, b, "joint")];
    });
    const r = relate(input({ actors: ids.join(" "), relations }));
    expect(r.levels.joint.groups.map((group) => group.length)).toEqual([20, 20, 19]);
    expect(r.levels.joint.isolated).toEqual(["a0"]);
    expect(r.levels.joint.possible.map((group) => group.length)).toEqual([20, 20, 20]);
    expect(r.truncated).toEqual([]);
    // no one or two words make 21: whoever would join a bloc of 20 lacks 40
    expect(r.handshakes).toEqual([]);
    expect(r.pairs).toHaveLength(1770);
  });

  test("200 actors in a row are answered whole; 201 are refused", () => {
    const ids = many(200);
    const relations = ids.slice(1).map((id, i) => mutual(ids[i]!, id, "contact"));
    const r = relate(input({ actors: ids.join(" "), relations }));
    expect(r.levels.contact.groups).toHaveLength(199);
    expect(r.goBetweens).toHaveLength(198);
    expect(r.truncated).toEqual([]);
    // three in contact: any two who are two apart; joint: any two of 200
    expect(r.handshakes.filter((h) => h.level === "contact")).toHaveLength(198);
    expect(r.handshakes.filter((h) => h.level === "joint")).toHaveLength(19_900);
    const [more] = checkRelations(input({ actors: many(201).join(" ") }));
    expect(more).toMatchObject({ path: "/actors", code: "too-many-actors", args: { count: 201, most: 200 } });
  });

  test("3^20 groups (Moon & Moser 1965): the list is cut, which is said, and the largest is right", () => {
    const ids = many(60);
    const third = (id: string) => Math.floor(Number(id.slice(1)) / 3);
    const relations = twoOf(ids)
      .filter(([a, b]) => third(a) !== third(b))
      .map(([a, b]) => mutual(a, b, "joint"));
    const r = relate(input({ actors: ids.join(" "), relations }));
    expect(r.levels.joint.groups).toHaveLength(10_000);
    expect(r.levels.joint.groups[0]).toHaveLength(20);
    expect(r.truncated).toContainEqual({ what: "groups", level: "joint", listed: 10_000 });
    // either two of one third: both directions of that pair, with one of each other third
    expect(r.handshakes.find((h) => h.level === "joint")).toMatchObject({
      largestBefore: 20,
      largestAfter: 21,
      raise: 6,
    });
    expect(r.truncated).toContainEqual({ what: "handshakes", level: "joint", listed: 60 });
  });

  test("a list that is cut has the largest group all the same", () => {
    const relations = ["a b", "c d", "d e", "c e"].map((two) => mutual(two[0]!, two[2]!, "joint"));
    const r = relate(input({ actors: "a b c d e", relations }), () => false, { ...limits, groups: 1 });
    expect(r.levels.joint.groups).toEqual([["c", "d", "e"]]);
    expect(r.truncated).toContainEqual({ what: "groups", level: "joint", listed: 1 });
  });

  test("a search that stops says so", () => {
    const facts = input({ actors: "a b c", relations: [mutual("a", "b", "joint"), mutual("b", "c", "joint")] });
    const tight = { actors: 200, groups: 1, handshakes: 1, goBetweens: 0, effort: 1_000 };
    const r = relate(facts, () => false, tight);
    expect(r.levels.joint.groups).toEqual([["a", "b"]]);
    expect(r.goBetweens).toEqual([]);
    expect(r.truncated).toContainEqual({ what: "groups", level: "joint", listed: 1 });
    expect(r.truncated).toContainEqual({ what: "goBetweens", level: null, listed: 0 });
    const spent = relate(facts, () => false, { ...tight, effort: 2 });
    expect(spent.truncated).toContainEqual({ what: "handshakes", level: "joint", listed: 0 });
  });
});

test("plain data, the contract's keys first and in its order", () => {
  const r = relate(input({ actors: "a b", relations: [oneWay("a", "b", "joint")] }));
  expect(JSON.parse(toJson(r))).toEqual(r);
  expect(Object.keys(r).slice(0, 4)).toEqual(["levels", "pairs", "goBetweens", "handshakes"]);
  expect(Object.keys(r.levels)).toEqual(["joint", "coordinate", "contact"]);
  expect(Object.keys(r.pairs[0]!).slice(0, 6)).toEqual(["a", "b", "level", "atMost", "limitedBy", "unstated"]);
  expect(Object.keys(r.handshakes[0]!).slice(0, 5)).toEqual([
    "change",
    "level",
    "largestBefore",
    "largestAfter",
    "groups",
  ]);
});
