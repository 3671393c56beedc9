import fc from "fast-check";
import { expect, test } from "vitest";
import { directionKey, keyOf, readKey } from "./key.ts";

test("a key can be read by eye", () => {
  expect(keyOf("seats", "assembly", "IFP")).toBe("seats:assembly:IFP");
  expect(keyOf("coalition", ["ANC", "NP"])).toBe("coalition:ANC+NP");
  expect(directionKey("russia", "iran")).toBe("relation:russia>iran");
});

test("whatever names are in it, they come out as they went in", () => {
  const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("a:b", "a+b", "a>b", "100%", "%3a", "é"));
  fc.assert(
    fc.property(name, fc.array(name, { minLength: 1, maxLength: 4 }), name, (one, set, last) => {
      expect(readKey(keyOf("kind", one, set, last))).toEqual({ kind: "kind", parts: [[one], set, [last]] });
      expect(readKey(directionKey(one, last))).toEqual({ kind: "relation", parts: [[one, last]] });
    }),
    { seed: 41 },
  );
});
