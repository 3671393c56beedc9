/**
 * @typedef {Readonly<Record<string, string>>} Fact its keys, with values as YAML
 * @typedef {"block" | "flow"} Style a key a line, as the cases are written; or a whole fact a line, which is far more text
 */

const actors = 80;
const levels = ["refuse", "none", "contact", "coordinate", "joint"];

/**
 * A sound scenario of that many lines, every fact with its source. The same arguments give the same text.
 *
 * @param {number} lines at least 2,000
 * @param {Style} style
 * @returns {string}
 */
export function longScenario(lines, style) {
  const named = (/** @type {string} */ indent, /** @type {Fact[]} */ facts, /** @type {string} */ kind) =>
    facts.flatMap((fact, i) => write(style, `${indent}${id(kind, i)}:`, fact));
  const fixed = [
    "powershare: 1",
    `title: A scenario of ${lines} lines`,
    "date: 2015-09-04",
    "sources:",
    ...named("  ", list(60, paper), "paper"),
    "actors:",
    ...named("  ", list(actors, actor), "actor"),
    "issues:",
    ...named("  ", list(20, issue), "issue"),
    "bodies:",
    "  assembly:",
    "    parties:",
    ...named("      ", list(60, party), "party"),
    "    result:",
    `      source: ${source(0)}`,
    "      seats:",
    ...list(60, (i) => `        ${id("party", i)}: ${(i * 7) % 23}`),
  ];
  const shares = /** @type {const} */ ([
    ["relations", 0.6, relation],
    ["contacts", 0.1, contact],
    ["positions", 0.15, position],
    ["context", 0.1, context],
    ["later", 0.05, later],
  ]);
  const left = lines - fixed.length - shares.length;
  const open = shares.flatMap(([section, share, make]) => {
    const linesOfOne = write(style, "  -", make(0)).length;
    const facts = list(Math.floor((left * share) / linesOfOne), make);
    return [`${section}:`, ...facts.flatMap((fact) => write(style, "  -", fact))];
  });
  const rest = list(lines - fixed.length - open.length, () => "# a remark");
  return `${[...fixed, ...open, ...rest].join("\n")}\n`;
}

/** @returns {string[]} the lines of one fact after what introduces it: "  -" or "  name:" */
function write(/** @type {Style} */ style, /** @type {string} */ head, /** @type {Fact} */ fact) {
  const pairs = Object.entries(fact).map(([key, value]) => `${key}: ${value}`);
  if (style === "flow") return [`${head} {${pairs.join(", ")}}`];
  const indent = " ".repeat(head.search(/\S/) + 2);
  const isItem = head.endsWith("-");
  return isItem
    ? pairs.map((pair, i) => (i === 0 ? `${head} ${pair}` : indent + pair))
    : [head, ...pairs.map((pair) => indent + pair)];
}

/**
 * @template T
 * @param {number} count
 * @param {(i: number) => T} make
 */
const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const id = (/** @type {string} */ kind, /** @type {number} */ i) => `${kind}-${String(i).padStart(2, "0")}`;
const source = (/** @type {number} */ i) => `{id: ${id("paper", i % 60)}, at: p. ${(i % 40) + 1}}`;
const twoDigits = (/** @type {number} */ n) => String(n + 1).padStart(2, "0");
const day = (/** @type {number} */ i, year = 2015) => `${year}-${twoDigits(i % 8)}-${twoDigits(i % 28)}`;

/** Two actors; every ordered pair comes up once before one comes up again. */
function pair(/** @type {number} */ i) {
  const from = i % actors;
  return [id("actor", from), id("actor", (from + 1 + (Math.floor(i / actors) % (actors - 1))) % actors)];
}

/** @returns {Fact} */
const paper = (/** @type {number} */ i) => ({
  publisher: `Paper ${i}`,
  date: day(i),
  title: `"Report ${i}: talks"`,
  url: `"https://paper.example/${i}"`,
});
/** @returns {Fact} */
const actor = (/** @type {number} */ i) => ({ name: `Actor ${i}`, kind: "movement", source: source(i) });
/** @returns {Fact} */
const issue = (/** @type {number} */ i) => ({
  question: `"What of question ${i}?"`,
  scale: "{1: nothing, 3: a part, 5: all}",
});
/** @returns {Fact} */
const party = (/** @type {number} */ i) => ({ name: `Party ${i}`, actor: id("actor", i), source: source(i) });
/** @returns {Fact} */
const relation = (/** @type {number} */ i) => ({
  from: pair(i)[0] ?? "",
  to: pair(i)[1] ?? "",
  willing: levels[(i * 3) % levels.length] ?? "",
  because: `"of reason ${i}, and more"`,
  source: source(i),
});
/** @returns {Fact} */
const contact = (/** @type {number} */ i) => ({
  between: `[${pair(i * 7).join(", ")}]`,
  on: "a meeting",
  date: day(i),
  source: source(i),
});
/** @returns {Fact} */
const position = (/** @type {number} */ i) => ({
  actor: id("actor", i % actors),
  issue: id("issue", Math.floor(i / actors) % 20),
  at: String((i % 5) + 1),
  date: day(i),
  source: source(i),
});
/** @returns {Fact} */
const context = (/** @type {number} */ i) => ({
  text: `"Fact ${i}, told in a sentence of some length, as such facts are"`,
  date: day(i),
  source: source(i),
});
/** @returns {Fact} */
const later = (/** @type {number} */ i) => ({ date: day(i, 2016), text: `"Event ${i}"`, source: source(i) });
