/**
 * Makes what is in an element equal to a fragment, changing only what differs: focus, selection, scroll positions and
 * folded tables stay where the reader left them.
 *
 * Nodes that the page put in (`own`) are left where they are and are not counted. Whether a table is folded (`open`) is
 * the reader's; what a button that the page marks says about itself (`aria-expanded`) is the page's.
 *
 * @param fragment used up: nodes are taken out of it
 */
export function morph(target: Element, fragment: ParentNode): void {
  const wanted = [...fragment.childNodes];
  let at = nextOfReport(target.firstChild);
  for (const node of wanted) {
    if (at && isSameKind(at, node)) {
      update(at, node);
      at = nextOfReport(at.nextSibling);
    } else {
      target.insertBefore(node, at);
    }
  }
  while (at) {
    const next = nextOfReport(at.nextSibling);
    at.remove();
    at = next;
  }
}

/** Marks an element as the page's own, within a report that is drawn again and again. */
export function own<E extends Element>(element: E): E {
  element.setAttribute(ownMark, "");
  return element;
}

/**
 * Markup as nodes. The report gives colours of parties as `style` attributes, which the page's policy forbids in markup;
 * set through the object model they are allowed.
 */
export function nodesOf(html: string): DocumentFragment {
  const template = document.createElement("template");
  // Quotation marks in texts are escaped by the library, so this is an attribute wherever it stands.
  template.innerHTML = html.replaceAll(' style="', ' data-style="');
  for (const element of template.content.querySelectorAll<HTMLElement | SVGElement>("[data-style]")) paint(element);
  // A source is read beside the draft, not instead of it.
  for (const link of template.content.querySelectorAll<HTMLAnchorElement>('a[href^="http"]'))
    Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  return template.content;
}

const ownMark = "data-own";
const keptAttributes: ReadonlySet<string> = new Set([
  ...["open", "aria-expanded", "aria-controls", "style"],
  // Set where the reader was led to.
  ...["tabindex", "data-target"],
]);

function paint(element: HTMLElement | SVGElement): void {
  element.style.cssText = element.dataset["style"] ?? "";
}

function nextOfReport(node: ChildNode | null): ChildNode | null {
  let next = node;
  while (next instanceof Element && next.hasAttribute(ownMark)) next = next.nextSibling;
  return next;
}

function isSameKind(a: Node, b: Node): boolean {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  return !(a instanceof Element && b instanceof Element) || a.id === b.id;
}

function update(target: ChildNode, wanted: ChildNode): void {
  if (!(target instanceof Element && wanted instanceof Element)) {
    if (target.nodeValue !== wanted.nodeValue) target.nodeValue = wanted.nodeValue;
    return;
  }
  updateAttributes(target, wanted);
  morph(target, wanted);
}

function updateAttributes(target: Element, wanted: Element): void {
  for (const name of target.getAttributeNames())
    if (!wanted.hasAttribute(name) && !keptAttributes.has(name)) target.removeAttribute(name);
  let isRepainted = false;
  for (const name of wanted.getAttributeNames()) {
    const value = wanted.getAttribute(name)!;
    if (keptAttributes.has(name) || target.getAttribute(name) === value) continue;
    target.setAttribute(name, value);
    isRepainted ||= name === "data-style";
  }
  if (isRepainted || (!wanted.hasAttribute("style") && target.hasAttribute("style")))
    paint(target as HTMLElement | SVGElement);
}
