import fc from "fast-check";
import { Rational } from "../core/rational.ts";
import { type Method, methodNames, methodOf, methodSchema, type RestRule } from "./method.ts";

const atMostOne: RestRule = { "largest-remainder": { "at-most": 1 } };
const perAwarded: RestRule = { "highest-average": "votes / seats awarded" };
const restRules: readonly RestRule[] = [
  "largest-remainder",
  atMostOne,
  { "largest-remainder": { "at-most": 2 } },
  perAwarded,
  { "highest-average": "votes / (seats awarded + 1)" },
];

const quotaMethod: fc.Arbitrary<Method> = fc
  .record({
    by: fc.constantFrom("seats", "seats + 1", "seats + 2"),
    plus: fc.constantFrom(undefined, "1", "0.5"),
    cut: fc.constantFrom(undefined, "whole", "2 decimals"),
    rest: fc.oneof(fc.array(fc.constantFrom(...restRules), { maxLength: 3 }), fc.constant([atMostOne, perAwarded])),
  })
  .map(({ by, plus, cut, rest }) =>
    methodSchema.parse({ quota: { "divide-by": by, ...(plus ? { plus } : {}), ...(cut ? { cut } : {}) }, rest }),
  );

const statedMethod: fc.Arbitrary<Method> = fc
  .constantFrom(
    { first: "1.4", then: ["3", "5", "..."] },
    { first: "1.7", then: ["3", "5", "7", "..."] },
    { first: "0.5", then: ["2/3", "1", "..."] },
    { first: "1", then: ["2", "4"] },
    { first: "2", then: ["3", "4", "5", "6", "7", "8"] },
  )
  .map((divisors) => methodSchema.parse({ divisors }));

export const divisorNames: readonly string[] = methodNames.filter((name) => !name.startsWith("lr-"));

/** A divisor method by name. */
export const divisorMethod: fc.Arbitrary<Method> = fc.constantFrom(...divisorNames).map((name) => methodOf(name));

/** Any method: by name, with stated divisors, or a quota with up to three rest rules. */
export const anyMethod: fc.Arbitrary<Method> = fc.oneof(
  fc.constantFrom(...methodNames).map((name) => methodOf(name)),
  statedMethod,
  quotaMethod,
);

/** Few votes, so that ties and zeros are common; one party and none are among them. */
export const fewVotes: fc.Arbitrary<number[]> = fc.array(fc.oneof(fc.nat(3), fc.nat(12), fc.nat(300)), {
  maxLength: 6,
});

/** Some votes, so that a count has a result. */
export const someVotes: fc.Arbitrary<number[]> = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100_000 })),
  {
    minLength: 1,
    maxLength: 8,
  },
);

export const rationals = (votes: readonly number[]): Rational[] => votes.map((v) => Rational.of(v));
