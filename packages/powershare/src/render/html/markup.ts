/** A piece of a page that is safe as it stands: its tags are ours and all text in it is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

/** What an element may hold: text, which is escaped, other markup, or nothing. */
export type Child = string | number | Markup | null | undefined | false | readonly Child[];

/** Values of attributes; null, undefined and false leave one out, true sets it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const empty = new Set([
  ...["br", "link", "meta"],
  ...["circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"],
]);

/**
 * An element of HTML or SVG.
 *
 * Text and attribute values are escaped. Numbers in attributes are coordinates: they are rounded to
 * one decimal, so that the same figure is the same text on every machine.
 *
 * @param tag ours, never a reader's text; so are the names of the attributes
 */
export function el(tag: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const open = `<${tag}${Object.entries(attributes).map(attribute).join("")}`;
  if (!empty.has(tag)) return new Markup(`${open}>${inside(children)}</${tag}>`);
  if (children.length > 0) throw new Error(`<${tag}> holds nothing`);
  return new Markup(`${open}/>`);
}

/** Several pieces after one another, without an element around them. */
export function all(...children: readonly Child[]): Markup {
  return new Markup(inside(children));
}

/** Text as it may stand between tags and in quoted attributes; what XML forbids becomes U+FFFD. */
export function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\p{Surrogate}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu, "\ufffd");
}

/** The address of a link, or null: only the web is linked to, whatever a source says its address is. */
export function webAddress(url: string): string | null {
  return /^https?:\/\/[^\s/]/i.test(url) ? url : null;
}

/** A coordinate with one decimal at most: 12.3, -4, 0. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

function attribute([name, value]: readonly [string, Attributes[string]]): string {
  if (value === null || value === undefined || value === false) return "";
  if (value === true) return ` ${name}`;
  return ` ${name}="${typeof value === "number" ? coordinate(value) : escape(value)}"`;
}

function inside(child: Child): string {
  if (child === null || child === undefined || child === false) return "";
  if (typeof child === "string") return escape(child);
  if (typeof child === "number") return coordinate(child);
  if (child instanceof Markup) return child.html;
  return child.map(inside).join("");
}
