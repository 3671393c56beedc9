import { Rational } from "../src/core/rational.ts";

/** A number as it is written. */
export interface Read {
  readonly text: string;
  readonly value: number;
  /** Half a unit of the last decimal that is written. */
  readonly error: number;
}

/** The numbers of a text, without the spaces between their digits. */
export function numbersIn(text: string): Read[] {
  return [...ungrouped(text).matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w])/g)].map(([n]) => read(n));
}

/** Groups of three digits written together. */
const ungrouped = (text: string): string => text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, "");

export function read(text: string): Read {
  const decimals = text.split(".")[1]?.length ?? 0;
  return { text, value: Number(text), error: decimals === 0 ? 0 : 0.5 * 10 ** -decimals };
}

/** A sum, difference, product, power or quotient of two others, a rank or a count among a few, within what is rounded away. */
export function follows(n: Read, all: readonly Read[]): boolean {
  if (n.error === 0 && n.value <= 20) return true;
  return all.some((a) =>
    all.some((b) => {
      const near = (value: number, error: number) => Math.abs(value - n.value) <= error + n.error + 1e-9;
      return (
        near(a.value - b.value, a.error + b.error) ||
        near(a.value + b.value, a.error + b.error) ||
        a.value ** b.value === n.value ||
        isRatio(n, a, b, 1) ||
        isRatio(n, a, b, 100) ||
        near(a.value * b.value, a.error * b.value + b.error * a.value)
      );
    }),
  );
}

/** A quotient, or a share in percent. */
const isRatio = (n: Read, a: Read, b: Read, unit: number): boolean =>
  b.value !== 0 &&
  Math.abs((unit * a.value) / b.value - n.value) <=
    unit * (a.error / b.value + (b.error * a.value) / b.value ** 2) + n.error + 1e-9;

/** Each "... = ..." in a text whose left side, reckoned out, is not its right side to the last decimal that is written. */
export function wrongSums(text: string): string[] {
  const plain = ungrouped(text);
  const sum = /((?:\(?\d[\d.]*\)?(?: [+−×÷] )?)+) = (\d[\d.]*\d|\d)(%?)(?:, remainder (\d[\d.]*\d|\d))?/g;
  return [...plain.matchAll(sum)].flatMap(([whole, left, right, percent, remainder]) => {
    const [votes, quota] = left!.split(" ÷ ").map((n) => Rational.parse(n));
    const isRight =
      remainder === undefined
        ? Math.abs(evaluate(left!) * (percent ? 100 : 1) - Number(right)) <= read(right!).error + 1e-9
        : votes!.minus(quota!.times(Rational.parse(right!)!)).equals(Rational.parse(remainder)!);
    return isRight ? [] : [whole];
  });
}

/** From left to right, × and ÷ before + and −, brackets first. */
function evaluate(text: string): number {
  const open = text.lastIndexOf("(");
  if (open >= 0) {
    const close = text.indexOf(")", open);
    return evaluate(text.slice(0, open) + String(evaluate(text.slice(open + 1, close))) + text.slice(close + 1));
  }
  const terms = text.split(/ ([+−]) /);
  const product = (term: string) =>
    term.split(/ ([×÷]) /).reduce((a, part, i, parts) => {
      if (i === 0) return Number(part);
      if (i % 2 === 1) return a;
      return parts[i - 1] === "×" ? a * Number(part) : a / Number(part);
    }, 0);
  return terms.reduce((a, term, i) => {
    if (i === 0) return product(term);
    if (i % 2 === 1) return a;
    return terms[i - 1] === "+" ? a + product(term) : a - product(term);
  }, 0);
}
