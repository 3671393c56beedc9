import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complete, hover } from "../document/complete.ts";
import { caseTexts, starterText } from "./cases.generated.ts";
import { lawGuide, scenarioGuide } from "./guides.ts";
import { lawText } from "./laws.ts";
import { namesIn } from "./names.ts";

const southAfrica = caseTexts["south-africa-1994"]!["scenario.yaml"]!;
const syria = caseTexts["syria-2015"]!["scenario.yaml"]!;
const files = ["votes.csv", "own-law.yaml"];

const labelsAt = (text: string, offset: number): readonly string[] =>
  complete(text, offset, scenarioGuide(), namesIn(text, offset, files)).map(({ label }) => label);

/** What is offered behind the first place of some text, after it and what follows on its line was replaced. */
function offered(text: string, after: string, typed = ""): readonly string[] {
  const offset = text.indexOf(after) + after.length;
  const changed = text.slice(0, offset) + typed + text.slice(offset).replace(/^.*/, "");
  return labelsAt(changed, offset + typed.length);
}

describe("names of a document are offered where they may stand", () => {
  test.each<readonly [string, string, string, readonly string[]]>([
    ["parties of the body", southAfrica, "  joins:\n    parties: [", ["ANC", "NP", "IFP", "FF"]],
    ["parties as keys", southAfrica, "    official:\n      seats: {", ["ANC", "NP", "IFP", "FF"]],
    ["the body", southAfrica, "government:\n  from: ", ["assembly"]],
    ["sources, which stand above", southAfrica, "source: [{id: ", ["act200", "act2", "act14"]],
    [
      "laws that ship and files that are there",
      southAfrica,
      "    law: ",
      ["own-law.yaml", "list-dhondt", "list-droop"],
    ],
    ["tables that are there", southAfrica, "      file: ", ["votes.csv"]],
    ["actors", syria, "    members: [", ["damascus", "russia", "iran"]],
    ["sources, which stand below", syria, "source: {id: ", ["mt-0904"]],
  ])("%s", (_, text, after, first) => {
    const labels = offered(text, after);
    expect(labels.slice(0, first.length)).toEqual(first);
  });

  test("with what they stand for", () => {
    const offset = syria.indexOf("members: [") + "members: [".length;
    const found = complete(syria, offset, scenarioGuide(), namesIn(syria, offset));
    expect(found.find(({ label }) => label === "russia")?.detail).toBe("Russia, state");
  });

  test("stages of a law, those before", () => {
    const law = `id: x\nstages:\n  - {id: bar, admit: share(v) >= 5%}\n  - {id: a, allot: {among: , by: }}\n  - {id: b, admit: x}\n`;
    const offset = law.indexOf("among: ") + 7;
    const found = complete(law, offset, lawGuide(), namesIn(law, offset));
    expect(found.map(({ label }) => label)).toEqual(["parties", "bar"]);
  });

  test("methods, by the schema", () => {
    expect(offered(starterText, "method: ")).toContain("sainte-lague");
  });
});

describe("help", () => {
  const helpOn = (text: string, word: string) => {
    const offset = text.indexOf(word) + word.length - 1;
    return hover(text, offset, scenarioGuide(), namesIn(text, offset))?.text;
  };

  test.each<readonly [string, string, string, RegExp]>([
    ["a key", southAfrica, "formation", /^majority \(of the body's seats/],
    ["a key of an office", southAfrica, "      least", /^Where fewer than so many are entitled/],
    [
      "a source",
      southAfrica,
      "source: [la-times",
      /^Buthelezi, Winnie Mandela Join S\. Africa Government, Los Angeles Times/,
    ],
    ["a party", southAfrica, "joins:\n    parties: [ANC, NP, IFP", /^Inkatha Freedom Party$/],
    ["an actor, by its key", syria, "\n  hezbollah", /^Hezbollah, armed movement$/],
    ["a law", southAfrica, "law: za-assembly-1994", /^National Assembly of South Africa, 1994/],
  ])("%s", (_, text, word, help) => expect(helpOn(text, word)).toMatch(help));

  test("a key of a law that is written in the document", () => {
    const law = lawText("list-hare")!.replace(/^(?=.)/gm, "      ");
    const text = `powershare: 1\nbodies:\n  b:\n    law:\n${law}`;
    expect(helpOn(text, "divide-by")).toBe("Hare, Hagenbach-Bischoff, Imperiali");
  });
});

test("a text that is cut, or has something typed into it, anywhere: nothing breaks, and what is offered fits", () => {
  const texts = [starterText, southAfrica.slice(12_000), lawText("za-assembly-1994")!];
  const typed = fc.constantFrom(
    "",
    "x",
    "- ",
    "{",
    "[",
    "'",
    '"',
    ": ",
    "\n  ",
    "|",
    "*a",
    "#",
    "\t",
    "}",
    "]",
    "\r\n",
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      typed,
      fc.boolean(),
      (text, where, sign, cut) => {
        const offset = Math.floor(where * text.length);
        const changed = text.slice(0, offset) + sign + (cut ? "" : text.slice(offset));
        const names = namesIn(changed, offset + sign.length, files);
        for (const { from, to } of complete(changed, offset + sign.length, scenarioGuide(), names)) {
          expect(from).toBeLessThanOrEqual(offset + sign.length);
          expect(to).toBeGreaterThanOrEqual(offset + sign.length);
          expect(changed.slice(from, to)).not.toMatch(/[\r\n]/);
        }
        const help = hover(changed, offset, scenarioGuide(), names);
        expect(help === null || (help.from <= offset && help.to >= offset && help.text !== "")).toBe(true);
      },
    ),
    { seed: 5, numRuns: 200 },
  );
});
