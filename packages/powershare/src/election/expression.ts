import { Rational } from "../core/rational.ts";

/** Exact arithmetic over the figures of a count, as a law writes it: "630 - seats / 2". */
export type Expression =
  | { readonly kind: "number"; readonly value: Rational }
  | Figure
  | { readonly kind: "+" | "-" | "*" | "/"; readonly left: Expression; readonly right: Expression };

/** A figure by its name, with the names in brackets behind it: valid, share(vote), share(vote of valid). */
export interface Figure {
  readonly kind: "figure";
  readonly name: string;
  readonly of: readonly string[];
  /** Where it stands in the text, from 1. */
  readonly at: number;
}

export type Comparison = ">=" | ">" | "<=" | "<";

/** Two figures compared: "share(vote) >= 5%". */
export interface Condition {
  readonly left: Expression;
  readonly is: Comparison;
  readonly right: Expression;
}

/** What keeps a text from being read: what stands where (from 1), and what would have to stand there. */
export interface SyntaxFault {
  readonly code: "expression-unexpected" | "expression-ends";
  readonly args: { readonly text: string; readonly at: number; readonly got: string; readonly expected: Expected };
}

/** What may stand at a place; the catalogue words it. */
export type Expected = "figure" | "comparison" | "operator" | "name" | "bracket" | "end";

export type Parsed<T> = { readonly value: T } | { readonly fault: SyntaxFault };

/** Reads + - * / and brackets over numbers ("5%", "1.4", "2") and figures. */
export const parseExpression = (text: string): Parsed<Expression> => parsed(text, (p) => p.sum(), "operator");

/** Reads two expressions with >=, >, <= or < between them. */
export const parseCondition = (text: string): Parsed<Condition> => parsed(text, (p) => p.condition(), "operator");

function parsed<T>(text: string, read: (parser: Parser) => T, after: Expected): Parsed<T> {
  try {
    const parser = new Parser(text);
    const value = read(parser);
    parser.end(after);
    return { value };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.fault };
    throw error;
  }
}

/** All figures of an expression, in reading order. */
export function figuresOf(expression: Expression | Condition): readonly Figure[] {
  if ("is" in expression || "left" in expression)
    return [...figuresOf(expression.left), ...figuresOf(expression.right)];
  return expression.kind === "figure" ? [expression] : [];
}

/**
 * The exact value.
 *
 * @param figure the value of a figure; null where it has none, as a share of no votes
 * @returns null where a figure has no value or a division is by zero
 */
export function valueOf(expression: Expression, figure: (figure: Figure) => Rational | null): Rational | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "figure") return figure(expression);
  const [left, right] = [valueOf(expression.left, figure), valueOf(expression.right, figure)];
  if (left === null || right === null) return null;
  switch (expression.kind) {
    case "+":
      return left.plus(right);
    case "-":
      return left.minus(right);
    case "*":
      return left.times(right);
    case "/":
      return right.sign === 0 ? null : left.over(right);
  }
}

/** Whether one value stands in the relation to the other. */
export function holds(left: Rational, is: Comparison, right: Rational): boolean {
  const order = left.compare(right);
  switch (is) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
  }
}

class Unreadable extends Error {
  readonly fault: SyntaxFault;

  constructor(fault: SyntaxFault) {
    super(fault.code);
    this.fault = fault;
  }
}

interface Token {
  readonly kind: "number" | "name" | "sign" | "other" | "end";
  readonly text: string;
  readonly at: number;
}

const tokenForms: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /\d+(?:\.\d+)?%?/y],
  // A hyphen inside a name belongs to it, so a difference needs spaces: "seats - 1".
  ["name", /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*/uy],
  ["sign", />=|<=|[<>+\-*/()]/y],
  ["other", /\S/uy],
];

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    for (const [kind, form] of tokenForms) {
      form.lastIndex = at;
      const found = form.exec(text)?.[0];
      if (found === undefined) continue;
      tokens.push({ kind, text: found, at: at + 1 });
      at += found.length;
      break;
    }
  }
  tokens.push({ kind: "end", text: "", at: text.length + 1 });
  return tokens;
}

/** condition = sum cmp sum; sum = product {(+|-) product}; product = factor {(*|/) factor} */
class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  condition(): Condition {
    const left = this.sum();
    const is = this.#take(">=", ">", "<=", "<") ?? this.#fail("comparison");
    return { left, is: is as Comparison, right: this.sum() };
  }

  sum(): Expression {
    let left = this.#product();
    for (let sign = this.#take("+", "-"); sign; sign = this.#take("+", "-"))
      left = { kind: sign as "+" | "-", left, right: this.#product() };
    return left;
  }

  end(expected: Expected): void {
    if (this.#token.kind !== "end") this.#fail(expected);
  }

  #product(): Expression {
    let left = this.#factor();
    for (let sign = this.#take("*", "/"); sign; sign = this.#take("*", "/"))
      left = { kind: sign as "*" | "/", left, right: this.#factor() };
    return left;
  }

  #factor(): Expression {
    const token = this.#token;
    if (token.kind === "number") {
      this.#next++;
      return { kind: "number", value: Rational.parse(token.text) ?? this.#fail("figure") };
    }
    if (token.kind === "name") {
      this.#next++;
      return { kind: "figure", name: token.text, of: this.#take("(") ? this.#names() : [], at: token.at };
    }
    if (++this.#depth > 50 || !this.#take("(")) this.#fail("figure");
    const inside = this.sum();
    if (!this.#take(")")) this.#fail("bracket");
    this.#depth--;
    return inside;
  }

  /** The names in brackets, with "of" between them. */
  #names(): string[] {
    const names = [this.#name()];
    while (this.#token.text === "of") {
      this.#next++;
      names.push(this.#name());
    }
    if (!this.#take(")")) this.#fail("bracket");
    return names;
  }

  #name(): string {
    const token = this.#token;
    if (token.kind !== "name" || token.text === "of") this.#fail("name");
    this.#next++;
    return token.text;
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }

  #take(...signs: readonly string[]): string | null {
    const { kind, text } = this.#token;
    if (kind !== "sign" || !signs.includes(text)) return null;
    this.#next++;
    return text;
  }

  #fail(expected: Expected): never {
    const { kind, text, at } = this.#token;
    const code = kind === "end" ? "expression-ends" : "expression-unexpected";
    throw new Unreadable({ code, args: { text: this.#text, at, got: text, expected } });
  }
}
