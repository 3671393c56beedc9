import { expect, test } from "vitest";
import { sayProblem, sayProblems } from "./say.ts";

test("what is wrong and how to mend it are two sentences", () => {
  expect(sayProblem({ message: "NPP is not a party", mend: "Did you mean NP?" })).toBe(
    "NPP is not a party. Did you mean NP?",
  );
  expect(sayProblem({ message: "NPP is not a party.", mend: "Write NP." })).toBe("NPP is not a party. Write NP.");
  expect(sayProblem({ message: "NPP is not a party.", mend: "" })).toBe("NPP is not a party.");
});

test("the number of problems", () => {
  expect([0, 1, 3].map(sayProblems)).toEqual(["No problems", "1 problem", "3 problems"]);
});
