import { describe, expect, test } from "vitest";
import { type Names } from "./complete.ts";
import * as completion from "./complete.ts";
import { type JsonSchema, SchemaGuide } from "./json-schema.ts";

const level: JsonSchema = { type: "string", enum: ["none", "contact", "joint"], description: "How far" };
const relation: JsonSchema = {
  type: "object",
  required: ["willing"],
  properties: {
    between: { type: "array", items: { type: "string" }, description: "Who" },
    willing: level,
    assumed: { type: "boolean", description: "Nobody stated it" },
  },
};
const law: JsonSchema = {
  $defs: {
    rule: {
      anyOf: [
        { type: "string" },
        { type: "object", properties: { "any-of": { type: "array", items: { $ref: "#/$defs/rule" } } } },
      ],
    },
  },
  type: "object",
  properties: { admit: { $ref: "#/$defs/rule", description: "Who goes on" } },
};
const schema: JsonSchema = {
  type: "object",
  required: ["title"],
  properties: {
    date: { type: "string", description: "The day" },
    title: { type: "string", description: "What it is" },
    relations: { type: "array", items: relation, description: "Who with whom" },
    bodies: {
      type: "object",
      additionalProperties: {
        type: "object",
        properties: {
          law: { anyOf: [{ type: "string" }, { type: "object" }] },
          seats: { type: "integer" },
          votes: { type: "object" },
        },
      },
    },
    version: { const: 1 },
  },
};
const guide = new SchemaGuide(schema, { path: ["bodies", "*", "law"], guide: new SchemaGuide(law) });
const names: Names = {
  values: (path) =>
    path[2] === "between"
      ? [
          { label: "russia", detail: "Russia" },
          { label: "it's, so", detail: "" },
        ]
      : [],
  keys: (path) => (path[2] === "votes" ? [{ label: "ANC", detail: "Congress" }] : []),
};

/** What is offered at the sign `|`, and the text after one of it was taken. */
function at(marked: string, label?: string) {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = completion.complete(text, offset, guide, names);
  const taken = found.find((one) => one.label === label);
  return {
    labels: found.map((one) => one.label),
    text: taken ? text.slice(0, taken.from) + taken.insert + text.slice(taken.to) : "",
    help: completion.hover(text, offset, guide, names),
  };
}

describe("keys", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["of an empty text, what is needed first", "|", ["title", "date", "relations", "bodies", "version"]],
    ["that are not there yet, above or below", "date: x\n|\nversion: 1\n", ["title", "relations", "bodies"]],
    ["that hold the letters written", "ti|", ["title", "relations"]],
    ["of a group below its key", "bodies:\n  a:\n    |\n    seats: 1\n", ["law", "votes"]],
    ["of an entry of a list", "relations:\n  - |", ["willing", "between", "assumed"]],
    ["of an entry that has some", "relations:\n  - between: [a, b]\n    |\n", ["willing", "assumed"]],
    [
      "of an entry, not of the next one",
      "relations:\n  - between: [a, b]\n    |\n  - willing: none\n",
      ["willing", "assumed"],
    ],
    ["for the first entry of a list", "relations:\n  |", ["willing", "between", "assumed"]],
    ["in brackets", "relations:\n  - {willing: none, |", ["between", "assumed"]],
    ["in brackets, with some behind", "relations: [{|, willing: none}]", ["between", "assumed"]],
    ["in JSON", '{"date": "x", "|": 1, "title": "y"}', ["relations", "bodies", "version"]],
    ["that are names", "bodies:\n  a:\n    votes: {|}\n", ["ANC"]],
    ["of another schema", "bodies:\n  a:\n    law:\n      |\n", ["admit"]],
    [
      "of a schema that leads back to itself",
      "bodies:\n  a:\n    law:\n      admit: {any-of: [{any-of: [{|",
      ["any-of"],
    ],
    ["where the text behind is broken", "date: x\n|\nbodies: [\n  : }\n", ["title", "relations", "version"]],
    ["where a bracket before is not closed", "relations: [{willing: none\n|", ["title", "date", "bodies", "version"]],
    ["with carriage returns", "bodies:\r\n  a:\r\n    |\r\n    seats: 1\r\n", ["law", "votes"]],
  ])("%s", (_, text, labels) => expect(at(text).labels).toEqual(labels));

  test.each<readonly [string, string, string, string]>([
    ["with a colon", "ti|", "title", "title: "],
    ["without one where there is one", "ti|tel: x\n", "title", "title: x\n"],
    ["with a place for a group", "bo|", "bodies", "bodies:\n  "],
    ["with a place for a list", "|", "relations", "relations:\n  - "],
    ["with a list on the same line in brackets", "relations:\n  - {bet|", "between", "relations:\n  - {between: "],
    [
      "with a place for a list, as far in as the key",
      "relations:\n  - |",
      "between",
      "relations:\n  - between:\n      - ",
    ],
    ["with a dash for a new entry", "relations:\n  |", "willing", "relations:\n  - willing: "],
    ["on the line where a value may be", "bodies:\n  a:\n    l|", "law", "bodies:\n  a:\n    law: "],
    ["inside quotes", '{"ti|"}', "title", '{"title"}'],
  ])("are written %s", (_, text, label, expected) => expect(at(text, label).text).toBe(expected));
});

describe("values", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["of a choice", "relations:\n  - willing: |\n", ["none", "contact", "joint"]],
    ["of a choice, begun", "relations:\n  - {between: [a, b], willing: jo|}\n", ["joint"]],
    ["of a choice, in JSON", '{"relations": [{"willing": "c|', ["contact"]],
    ["true and false", "relations: [{assumed: |", ["true", "false"]],
    ["names", "relations:\n  - between: [russia, |]\n", ["russia", "it's, so"]],
    ["names on lines of their own", "relations:\n  - between:\n      - |\n", ["russia", "it's, so"]],
    ["a single word", "version: |", ["1"]],
    ["nothing for a text", "title: |", []],
    ["nothing in a comment", "relations:\n  - willing: none # |", []],
    ["nothing in a block of text", "title: >-\n  |", []],
    ["nothing on the second line of a text", "title: one\n  |", []],
    ["nothing for an alias", "title: *|", []],
    ["nothing where the indentation fits nowhere", "bodies:\n    a: 1\n  |", []],
  ])("%s", (_, text, labels) => expect(at(text).labels).toEqual(labels));

  test.each<readonly [string, string, string, string]>([
    ["whole", "relations: [{willing: con|", "contact", "relations: [{willing: contact"],
    ["in place of the word", "relations:\n  - willing: jo|int # c\n", "joint", "relations:\n  - willing: joint # c\n"],
    ["in quotes where they need some", "relations: [{between: [|", "it's, so", "relations: [{between: ['it''s, so'"],
    [
      "in the quotes that are there",
      'relations: [{"willing": "c|"}]',
      "contact",
      'relations: [{"willing": "contact"}]',
    ],
  ])("are written %s", (_, text, label, expected) => expect(at(text, label).text).toBe(expected));
});

describe("help", () => {
  test.each<readonly [string, string, string | undefined]>([
    ["on a key", "relations:\n  - wil|ling: none\n", "How far"],
    ["at the beginning of a key", "|title: x\n", "What it is"],
    ["on a value", "relations:\n  - willing: no|ne\n", "How far"],
    ["on a name", "relations:\n  - between: [russia|, b]\n", "Russia"],
    ["on a name that is a key", "bodies: {a: {votes: {AN|C: 1}}}\n", "Congress"],
    ["on a key of another schema", "bodies:\n  a:\n    law:\n      ad|mit: x\n", "Who goes on"],
    ["in a broken text", "relations: [{wil|ling: none\nbodies: }", "How far"],
    ["on what is not known", "ti|tel: x\n", undefined],
    ["on nothing", "title: x\n|\n", undefined],
    ["in a comment", "title: x # tit|le\n", undefined],
  ])("%s", (_, text, expected) => expect(at(text).help?.text).toBe(expected));

  test("says of which word", () => {
    expect(at("relations:\n  - wil|ling: none\n").help).toEqual({ from: 15, to: 22, text: "How far" });
  });
});
