import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { Rational } from "../src/core/rational.ts";
import { toJson } from "../src/core/json.ts";
import { version } from "../src/core/version.ts";
import { renderHtml, renderParts } from "../src/render/html/page.ts";
import { renderWhy } from "../src/render/html/why.ts";
import { en } from "../src/render/words/en.ts";
import { wordsOf } from "../src/render/words.ts";
import type { Cell, Report } from "../src/report/blocks.ts";
import { reportOf } from "../src/report/report.ts";
import { whyOf } from "../src/report/whys/why.ts";
import { loadScenario } from "../src/scenario/load.ts";
import { officeSteps } from "../src/settlement/consequences.ts";
import type { Findings } from "../src/settlement/findings.ts";
import { settle } from "../src/settlement/settle.ts";
import { follows, numbersIn, type Read, read, wrongSums } from "./reckon.testing.ts";

const words = wordsOf("en-GB", en, { group: " " });

async function findingsIn(folder: string): Promise<Findings> {
  const read = (file: string) =>
    new Uint8Array(readFileSync(fileURLToPath(new URL(`${folder}/${file}`, import.meta.url))));
  const { scenario, faults } = await loadScenario(read("scenario.yaml"), "scenario.yaml", (f) =>
    Promise.resolve(read(f)),
  );
  expect(faults).toEqual([]);
  return settle(scenario!);
}

/** The answer to a key in words, a row of its steps as one text. */
function answerTo(findings: Findings, key: string) {
  const why = whyOf(findings, key);
  if (!why) throw new Error(`no answer to ${key}`);
  const row = (cells: readonly Cell[]) =>
    cells
      .map((c) => (c.value === null ? "" : words.write(c.value)))
      .join(" | ")
      .replace(/(?: \| )+$/, "");
  return {
    question: words.say(why.question),
    answer: [...why.answer, ...(why.basis ?? [])].map((m) => words.say(m)),
    steps: [...(why.steps?.rows ?? []), ...(why.steps?.foot ? [why.steps.foot] : [])].map(row),
    change: (why.change ?? []).map((m) => words.say(m)),
  };
}

describe("South Africa 1994", () => {
  let findings: Findings;
  beforeAll(async () => {
    findings = await findingsIn("../../../cases/south-africa-1994");
  });
  const article = "Sch. 2 items 6 and 7(3)";

  // The numbers of the recomputation: quota 48 712; averages IFP 49 007.0, ANC 48 755.598, PAC 48 695.6, NP 48 581.6.
  test("the IFP's 43rd seat", () => {
    const { question, answer, steps, change } = answerTo(findings, "seats:assembly:IFP");
    expect(question).toBe("Why does IFP have 43 of 400 seats?");
    expect(answer.slice(0, 3)).toEqual([
      "42 for whole quotas and 1 by the highest average.",
      "It has 2 058 294 votes, 10.54% of all.",
      `Rule: ${article} of “National Assembly of South Africa, 1994 (Constitution of 1993, Schedule 2)”.`,
    ]);
    expect(steps).toEqual([
      `Whole quotas | 2 058 294 ÷ 48 712 = 42, remainder 12 390 | 42 | ${article}`,
      `Highest average | 2 058 294 ÷ 42 = 49 007: number 1 of 2 | 1 | ${article}`,
      "Together |  | 43",
    ]);
    expect(change).toEqual([
      "One seat fewer: PAC would be next in this step, with 48 695.6 votes for each seat; IFP stands at 49 007, 311.4 above.",
      "One seat more: IFP would stand at 47 867.3 votes for each seat; the lowest at which another took one in this step is that of ANC, 48 755.6: 888.3 above.",
    ]);
    const sources = whyOf(findings, "seats:assembly:IFP")!.refs.map((r) => r.id);
    expect(sources).toEqual(["wp", "wp-2016", "frwiki", "wp-template"]);
  });

  test("the ANC's 252 seats: the last one ahead of the PAC by 60 votes a seat", () => {
    const { answer, steps, change } = answerTo(findings, "seats:assembly:ANC");
    expect(answer[0]).toBe("251 for whole quotas and 1 by the highest average.");
    expect(steps).toEqual([
      `Whole quotas | 12 237 655 ÷ 48 712 = 251, remainder 10 943 | 251 | ${article}`,
      `Highest average | 12 237 655 ÷ 251 = 48 755.6: number 2 of 2 | 1 | ${article}`,
      "Together |  | 252",
    ]);
    expect(change[0]).toBe(
      "One seat fewer: PAC would be next in this step, with 48 695.6 votes for each seat; ANC stands at 48 755.6, 60.0 above.",
    );
  });

  test("five surpluses, and who was shut out by the limit", () => {
    expect(answerTo(findings, "total:assembly:remainder")).toMatchObject({
      question: "Which 5 seats go to the largest numbers of votes left over?",
      steps: [
        "1 | PAC | 48 630",
        "2 | DP | 46 154",
        "3 | ACDP | 39 392",
        "4 | NP | 38 018",
        "5 | FF | 34 859",
        "next, without | AMP | 34 466",
        "next, without | AMCP | 27 690",
      ],
    });
    expect(answerTo(findings, "remainder:assembly:FF").change[0]).toBe(
      "One seat fewer: AMP would be next in this step, with 34 466 votes left over; FF has 34 859, 393 more.",
    );
    expect(answerTo(findings, "seats:assembly:AMP").change).toEqual([
      "One seat more: AMP has 34 466 votes left over; the fewest with which another took one in this step are those of FF, 34 859: 393 more.",
    ]);
  });

  test("the price of a seat, a share, a majority", () => {
    expect(answerTo(findings, "quota:assembly").answer[0]).toBe(
      "19 533 498 ÷ (400 + 1) + 1 = 48 712.97; what follows the point is dropped: 48 712.",
    );
    expect(answerTo(findings, "share:assembly:IFP").answer[0]).toBe("2 058 294 ÷ 19 533 498 = 10.54%.");
    expect(answerTo(findings, "seat-share:assembly:IFP").answer).toEqual([
      "43 ÷ 400 = 10.75%.",
      "Of the votes it has 10.54%.",
    ]);
    expect(answerTo(findings, "majority:assembly").answer).toEqual(["400 ÷ 2 = 200; more than half is 201."]);
    expect(answerTo(findings, "votes:assembly:IFP").answer[0]).toBe("They stand in the file votes.csv.");
  });

  test("the government that formed, and what it could do without", () => {
    expect(answerTo(findings, "coalition:ANC+NP+IFP")).toMatchObject({
      question: "Why do ANC, NP and IFP together have 377 seats?",
      answer: [
        "252 + 82 + 43 = 377.",
        "A majority is 201: 377 − 201 = 176 to spare.",
        "This government formed: Government of National Unity.",
      ],
      steps: [
        "ANC | 252 | 125 | 76 short",
        "NP | 82 | 295 | 94 to spare",
        "IFP | 43 | 334 | 133 to spare",
        "Together | 377 |  | 176 to spare",
      ],
      change: ["Without ANC it has no majority."],
    });
  });

  test("the NP's ministries: entry, division, what is left over", () => {
    const { question, answer, steps, change } = answerTo(findings, "office:minister:NP");
    expect(question).toBe("Why does NP have 6 of the 27 ministries?");
    expect(answer[0]).toBe("Its 82 seats count. Whole quotas give out all 27, so nothing hangs on what is left over.");
    expect(answer[1]).toBe("Taking part: ANC, NP and IFP.");
    expect(steps).toEqual([
      "Entry | 82 seats; at least 20 needed |  | s. 88(3)-(4); s. 88(2)-(3)",
      "Whole quotas | 82 ÷ 13.46 = 6, remainder 1.24 | 6 | s. 88(3)-(4); s. 88(2)-(3)",
      "Together |  | 6",
    ]);
    expect(change).toEqual([
      "One office fewer: 1.24 seats are left over above its whole quotas; if it lost more than these, at the same quota, 5 of them would be left.",
      "One office more: at the same quota, 7 × 13.46 = 94.22 seats hold 7 whole quotas; NP has 82, 12.22 fewer.",
    ]);
    expect(answerTo(findings, "price:minister").answer[0]).toBe(
      "377 ÷ (27 + 1) = 13.4643; decimals after the first 2 are dropped: 13.46.",
    );
    expect(answerTo(findings, "office:deputy-president:NP").change).toEqual([
      "The rule asks for 80 seats; it has 2 more.",
    ]);
  });

  test("published figures, all three the same", () => {
    expect(answerTo(findings, "agreement").steps).toEqual([
      "National Assembly | the same",
      "executive deputy presidents | the same",
      "ministries | the same",
    ]);
  });
});

describe("Syria, 4 September 2015", () => {
  let findings: Findings;
  beforeAll(async () => {
    findings = await findingsIn("../../../cases/syria-2015");
  });

  test("a refusal: who stated it, why, and where", () => {
    const { answer, steps } = answerTo(findings, "relation:usa>damascus");
    expect(answer.slice(0, 2)).toEqual(["Stated: it refuses.", "Reason given: it would help legitimise his rule."]);
    expect(steps).toEqual(["4 September 2015 | Assad's foes abroad to Damascus: refuse"]);
    expect(whyOf(findings, "relation:usa>damascus")!.refs).toEqual([{ id: "mt-0904", at: "R2" }]);
  });

  test("what the sources do not say, and a meeting that counts as contact", () => {
    expect(answerTo(findings, "relation:damascus>saudi-arabia").answer[0]).toBe(
      "The sources do not say. That is neither “none” nor a refusal; in the computation it counts as none.",
    );
    expect(answerTo(findings, "relation:russia>iran").answer[0]).toBe(
      "The sources do not say. The two have met or spoken, so it counts as “contact”.",
    );
  });

  test("every one of the directions has an answer", () => {
    const { relations } = findings;
    const keys = relations!.pairs.flatMap((p) => [`relation:${p.a}>${p.b}`, `relation:${p.b}>${p.a}`]);
    expect(keys).toHaveLength(650);
    const first = keys.map((key) => answerTo(findings, key).answer[0]!);
    expect(first.filter((sentence) => !/^(Stated|The sources do not say)/.test(sentence))).toEqual([]);
  });
});

/** Sentences that tell what a source or the author says. */
const isTold = /^(On |Remark:|What was said|Reason given|In the words|Assumed|A contact)/;

const documents = {
  "South Africa 1994": "../../../cases/south-africa-1994",
  "Syria 2015": "../../../cases/syria-2015",
  "the starter": "../starter",
};

describe.each(Object.entries(documents))("%s", (_, folder) => {
  let findings: Findings;
  let report: Report;
  let keys: readonly string[];
  beforeAll(async () => {
    findings = await findingsIn(folder);
    report = reportOf(findings, version);
    keys = everyKey(findings, report);
  });

  test("every number that can be asked about has an answer that can be said, and so has every number in an answer", () => {
    expect(keys.length).toBeGreaterThan(50);
    const unanswered = keys.filter((key) => {
      const why = whyOf(findings, key);
      if (!why || why.answer.length === 0) return true;
      return /undefined|NaN|\[object/.test(renderWhy(why, key, report, words));
    });
    expect(unanswered).toEqual([]);
  });

  test("no answer leads back to itself", () => {
    const circles = keys.filter((key) => keysIn(renderWhy(whyOf(findings, key)!, key, report, words)).includes(key));
    expect(circles).toEqual([]);
  });

  test("no sentence of an answer is said twice, and all end", () => {
    const wrong = keys.filter((key) => {
      const { question, answer, change } = answerTo(findings, key);
      const said = [...answer, ...change];
      return !question.endsWith("?") || new Set(said).size < said.length || said.some((one) => !/[.?”)]$/.test(one));
    });
    expect(wrong).toEqual([]);
  });

  test("no answer has a number that the findings do not have, or that does not follow from the others in it", () => {
    const known = numbersOf(findings);
    const wrong = keys.flatMap((key) => {
      const { question, answer, steps, change } = answerTo(findings, key);
      const totals = totalsOf(findings, key);
      // A remark of the author is no number of ours.
      const own = [question, ...answer.filter((sentence) => !isTold.test(sentence)), ...change].flatMap(numbersIn);
      const sums = totals.map(([sum]) => read(String(sum)));
      const isKnown = (n: Read) => known.has(n.text) || sums.some((sum) => sum.text === n.text);
      return [
        ...[question, ...answer, ...steps, ...change].flatMap(wrongSums),
        ...totals.filter(([said, sum]) => said !== sum).map(([said]) => said),
        ...own.filter((n) => !isKnown(n) && !follows(n, [...own, ...sums])).map((n) => n.text),
      ].map((n) => `${key}: ${n}`);
    });
    expect(wrong).toEqual([]);
  });

  test("the printed page is the same bytes with and without keys", () => {
    expect(renderHtml(report, words)).not.toMatch(/data-why|<button/);
    expect(renderHtml(withoutKeys(report), words)).toBe(renderHtml(report, words));
  });

  test("what is shown is the same with buttons and without", () => {
    const text = (html: string) => html.replace(/<ul class="key"[^]*?<\/ul>/g, "").replace(/<[^>]+>/g, "");
    const [asked, plain] = [true, false].map((interactive) =>
      renderParts(report, words, { interactive }).map((p) => text(p.html)),
    );
    expect(asked).toEqual(plain);
  });
});

/** The keys of the buttons of a page. */
const keysIn = (html: string): string[] =>
  [...html.matchAll(/ data-why="([^"]*)"/g)].map(([, key]) =>
    key!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  );

/** Every key in the page, and every key in the answers to those. */
function everyKey(findings: Findings, report: Report): readonly string[] {
  const page = renderParts(report, words, { interactive: true });
  const queue = page.flatMap((p) => keysIn(p.html));
  const seen = new Set<string>();
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const why = whyOf(findings, key);
    if (why) queue.push(...keysIn(renderWhy(why, key, report, words)));
  }
  return [...seen];
}

function withoutKeys<T>(value: T): T {
  const strip = (part: unknown, isCell = false, isArgs = false): unknown => {
    if (Array.isArray(part)) return part.map((one) => strip(one, isCell));
    if (typeof part !== "object" || part === null) return part;
    // A cell keeps its value; a number in a sentence becomes its value.
    if (!isCell && "why" in part && "value" in part) return strip(part.value);
    // In what fills a message "why" is a slot, not a key.
    const isKey = ([name, one]: readonly [string, unknown]) => name === "why" && typeof one === "string" && !isArgs;
    const entries = Object.entries(part).filter((entry) => !isKey(entry));
    return Object.fromEntries(
      entries.map(([name, one]) => [name, strip(one, name === "rows" || name === "foot", name === "args")]),
    );
  };
  return strip(value) as T;
}

/** Every number in the findings, the steps and the document, as it may be written; and how long its lists are. */
function numbersOf(findings: Findings): ReadonlySet<string> {
  const { scenario, outcomes } = findings;
  const offices = Object.keys(outcomes[0]!.cabinet ?? {}).flatMap((id) => officeSteps(scenario, outcomes[0]!, id));
  const found = new Set<string>();
  const add = (value: Rational) => {
    for (const one of [value, value.times(Rational.of(100))]) {
      if (one.isWhole) found.add(one.toString());
      for (let places = 1; places <= 4; places++) found.add(one.toFixed(places));
    }
  };
  const visit = (value: unknown): void => {
    if (typeof value === "number" && Number.isFinite(value))
      add(Number.isInteger(value) ? Rational.of(value) : Rational.parse(value.toFixed(12).replace("-", ""))!);
    if (typeof value === "string") {
      const exact = Rational.parse(value);
      if (exact) add(exact);
      else for (const n of value.matchAll(/\d+(?:\.\d+)?/g)) found.add(n[0]);
    }
    if (Array.isArray(value)) found.add(String(value.length));
    if (typeof value === "object" && value !== null)
      for (const [name, one] of Object.entries(value)) {
        visit(name);
        visit(one);
      }
  };
  visit(JSON.parse(toJson([findings, offices])));
  return found;
}

/** The totals below the steps of an answer: as it says and as its column adds up to. */
function totalsOf(findings: Findings, key: string): (readonly [said: number, sum: number])[] {
  const { steps } = whyOf(findings, key)!;
  return (steps?.foot ?? []).flatMap((total, column) => {
    const [sum, ...parts] = [total, ...steps!.rows.map((row) => row[column]!)].map((cell) =>
      cell.value === null || typeof cell.value === "object"
        ? Number((cell.value as { exact?: string } | null)?.exact ?? 0)
        : Number(cell.value),
    );
    if (sum === undefined || Number.isNaN(sum) || total.value === null || "id" in Object(total.value)) return [];
    return [[sum, parts.reduce((a, b) => a + b, 0)] as const];
  });
}

test("the check of sums can fail", () => {
  expect(wrongSums("252 + 82 + 43 = 378.")).toEqual(["252 + 82 + 43 = 378"]);
  expect(wrongSums("2 058 294 ÷ 48 712 = 42, remainder 12 391")).toHaveLength(1);
  expect(wrongSums("19 533 498 ÷ (400 + 1) + 1 = 48 712.96")).toHaveLength(1);
  expect(wrongSums("19 533 498 ÷ (400 + 1) + 1 = 48 712.97; 43 ÷ 400 = 10.75%. 4 × 3 ÷ 2 = 6.")).toEqual([]);
  expect(follows(read("123"), numbersIn("100 and 24"))).toBe(false);
});
