/** An element of a page as a test looks at it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly children: readonly Element[];
  /** All text within, entities read. */
  readonly text: string;
}

interface Open {
  tag: string;
  attributes: Record<string, string>;
  parent: Open | null;
  children: Open[];
  text: string;
}

const single = new Set([
  "meta",
  "link",
  "br",
  "circle",
  "ellipse",
  "line",
  "path",
  "polygon",
  "polyline",
  "rect",
  "use",
]);

/**
 * Reads a page that this library wrote: every element is closed, every attribute quoted.
 *
 * @throws Error when elements are not nested, which would mean that a text has become markup
 */
export function elementsOf(html: string): readonly Element[] {
  const root: Open = { tag: "#root", attributes: {}, parent: null, children: [], text: "" };
  const found: Open[] = [];
  let at = root;
  for (const [, close, tag, rest, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?: [^<>]*)?)>|([^<]+)/gi)) {
    if (text !== undefined) {
      for (let open: Open | null = at; open; open = open.parent) open.text += unescape(text);
    } else if (close) {
      if (at.tag !== tag || !at.parent) throw new Error(`</${tag}> closes <${at.tag}>`);
      at = at.parent;
    } else {
      const element: Open = { tag: tag!, attributes: attributesOf(rest!), parent: at, children: [], text: "" };
      at.children.push(element);
      found.push(element);
      if (!single.has(tag!)) at = element;
    }
  }
  if (at !== root) throw new Error(`<${at.tag}> is not closed`);
  return found;
}

/** The ancestors of an element, nearest first. */
export function within(element: Element): readonly Element[] {
  return element.parent ? [element.parent, ...within(element.parent)] : [];
}

export const hasClass = (element: Element, name: string): boolean =>
  (element.attributes["class"] ?? "").split(" ").includes(name);

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
    name!,
    unescape(value ?? ""),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const unescape = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
