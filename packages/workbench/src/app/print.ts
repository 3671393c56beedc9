import { nodesOf } from "../view/report/morph.ts";

/**
 * Prints a whole page, as it is written to a file.
 *
 * It is put into a frame of its own. The policy of this page holds there too and forbids style sheets in markup, so the
 * page's own is adopted through the object model.
 */
export function printPage(html: string): void {
  for (const earlier of document.querySelectorAll(".print-frame")) earlier.remove();
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.title = "";
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  document.body.append(frame);
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) return frame.remove();
  fill(inside, html);
  const end = (): void => frame.remove();
  inside.addEventListener("afterprint", () => setTimeout(end), { once: true });
  inside.focus();
  inside.print();
}

function fill(inside: Window & typeof globalThis, html: string): void {
  const { document } = inside;
  const [, lang = "", dir = ""] = /<html lang="([\w-]*)" dir="(\w*)">/.exec(html) ?? [];
  Object.assign(document.documentElement, { lang, dir });
  document.title = nodesOf(between(html, "<title>", "</title>")).textContent ?? "";
  document.body.replaceChildren(document.adoptNode(nodesOf(between(html, "<body>", "</body>"))));
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(between(html, "<style>", "</style>"));
  document.adoptedStyleSheets = [sheet];
}

/** What stands between two tags. They are the page's own: in texts every "<" is escaped. */
function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start) + start.length;
  return html.slice(from, html.indexOf(end, from));
}
