import { expect, test } from "vitest";
import { compareDates, isDate } from "./date.ts";
import { fault, InputError, keysOf, pointer } from "./fault.ts";
import { refsOf, standing } from "./fact.ts";
import { hashOf } from "./hash.ts";
import { isId, toId } from "./id.ts";
import { toCanonicalJson, toJson } from "./json.ts";
import { nearest } from "./nearest.ts";
import { Steps } from "./step.ts";

test("dates must exist in the calendar", () => {
  expect(["2015-09-04", "2016-02-29", "2015-09", "2015", "2000-02-29"].every(isDate)).toBe(true);
  expect(["2015-02-29", "1900-02-29", "2015-13-01", "2015-09-31", "15-09-04", "2015-9-4", ""].some(isDate)).toBe(false);
  expect(compareDates("2015-08", "2015-08-01")).toBeLessThan(0);
});

test("ids are names, not numbers, and nothing the engine knows", () => {
  expect(["saudi-arabia", "NP", "C's", "Grüne/B-90", "حزب", "A1"].every(isId)).toBe(true);
  expect(["", "12", "__proto__", "constructor", "a b", "a: b", "-a", "x".repeat(101)].some(isId)).toBe(false);
  expect(toId(" Saudi Arabia ")).toBe("Saudi-Arabia");
});

test("pointers escape what RFC 6901 escapes", () => {
  expect(pointer("a/b", 3, "~")).toBe("/a~1b/3/~0");
  expect(keysOf("/a~1b/3/~0")).toEqual(["a/b", "3", "~"]);
  expect(keysOf("")).toEqual([]);
});

test("an InputError carries every fault", () => {
  const error = new InputError([fault("/a", "missing", { key: "a" }), fault("", "empty-file")]);
  expect(error.faults).toHaveLength(2);
  expect(error.message).toContain("/a missing");
});

test("the nearest name is close or there is none", () => {
  expect(nearest("NPP", ["ANC", "NP", "IFP"])).toBe("NP");
  expect(nearest("elction", ["election", "actors"])).toBe("election");
  expect(nearest("dhont", ["dhondt", "danish"])).toBe("dhondt");
  expect(nearest("cooperate", ["refuse", "contact", "coordinate"])).toBe(null);
  expect(nearest("zzz", ["refuse", "contact"])).toBe(null);
  expect(nearest("x", [])).toBe(null);
});

test("JSON writes large whole numbers as strings and refuses what is no number", () => {
  expect(toJson({ a: 2n ** 53n, b: 7n, c: undefined, d: [1.5] })).toBe('{"a":"9007199254740992","b":7,"d":[1.5]}');
  expect(toJson(Number.MAX_SAFE_INTEGER + 1)).toBe('"9007199254740992"');
  expect(() => toJson(Number.NaN)).toThrow(RangeError);
});

test("canonical JSON does not depend on the order of keys; SHA-256 as in FIPS 180-4", () => {
  expect(toCanonicalJson({ b: 1, a: { d: [2, { z: 1, y: 2 }], c: null } })).toBe(
    '{"a":{"c":null,"d":[2,{"y":2,"z":1}]},"b":1}',
  );
  expect(hashOf({ b: 1, a: 2 })).toBe(hashOf({ a: 2, b: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
  // sha256sum of the two bytes {}
  expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

test("sources may be an id, an id with an article, or a list", () => {
  expect(refsOf(undefined)).toEqual([]);
  expect(refsOf("iec")).toEqual([{ id: "iec" }]);
  expect(refsOf(["iec", { id: "act", at: "s. 84" }])).toEqual([{ id: "iec" }, { id: "act", at: "s. 84" }]);
  expect([standing({ source: "x" }), standing({}), standing({ assumed: true, source: "x" })]).toEqual([
    "sourced",
    "unsourced",
    "assumed",
  ]);
});

test("steps are made when they are read, and know their rule and place", () => {
  const steps = new Steps();
  const quota = steps.add({ kind: "quota", in: { votes: "10" }, out: { quota: "5" }, uses: [] });
  steps.rule = "art. 2";
  steps.where = "north";
  let made = 0;
  const first = steps.run(100_000, (i) => {
    made++;
    return { kind: "average", who: `p${i}`, in: {}, out: {}, uses: [quota] };
  });
  expect([first, steps.length, made]).toEqual([1, 100_001, 0]);
  expect(steps.at(77_777)).toEqual({
    id: 77_777,
    kind: "average",
    rule: "art. 2",
    where: "north",
    who: "p77776",
    in: {},
    out: {},
    uses: [0],
  });
  expect(steps.at(0)).toEqual({ id: 0, kind: "quota", in: { votes: "10" }, out: { quota: "5" }, uses: [] });
  expect(made).toBe(1);
  expect(() => steps.at(100_001)).toThrow(RangeError);
  expect([...new Steps()]).toEqual([]);
});
