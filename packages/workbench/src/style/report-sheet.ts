/**
 * The report's style sheet for a report that stands inside another page.
 *
 * The sheet is written for a page that is nothing but the report. Here its tokens stay on the root, where the
 * workbench uses them too; all other rules are kept within `.report`; dark follows the reader's choice
 * (`data-theme` on the root) before the system's; and what depended on the width of the page depends on the width
 * of the pane, a container called `report`.
 *
 * @param css the text of the library's `pageStyle()`: rules and `@media`, no deeper nesting
 */
export function reportSheet(css: string): string {
  return parse(css).map(transformed).join("\n");
}

interface Rule {
  /** A list of selectors, or an at-rule with its condition. */
  readonly head: string;
  /** Declarations, or the rules in an at-rule. */
  readonly body: string | readonly Rule[];
}

const dark = "@media screen and (prefers-color-scheme:dark)";

function transformed(rule: Rule): string {
  if (typeof rule.body === "string") return write(rule.head, rule.body, scoped);
  if (rule.head === dark) {
    const rules = (theme: string) => written(rule.body as readonly Rule[], (selector) => themed(selector, theme));
    return `${dark}{${rules(':where(:not([data-theme="light"]))')}}\n@media screen{${rules(':where([data-theme="dark"])')}}`;
  }
  const head = /^@media \((?:max|min)-width:/.test(rule.head)
    ? rule.head.replace("@media", "@container report")
    : rule.head;
  return `${head}{${written(rule.body, scoped)}}`;
}

const written = (rules: readonly Rule[], scope: (selector: string) => string): string =>
  rules.map((rule) => write(rule.head, rule.body as string, scope)).join("\n");

/** A hundred per cent of the width of the page is that of the pane. */
const write = (head: string, body: string, scope: (selector: string) => string): string =>
  `${split(head).map(scope).join(",")}{${body.replaceAll("100vw", "100cqi")}}`;

/**
 * What stands in the report. Chromium matches the copies that `use` makes of a drawing's marks by what is in the copy alone,
 * and there the report is not: only the named group that was copied.
 */
const within = ":is(.report,g[id])";

/** A selector of the page, within the report. */
function scoped(selector: string): string {
  if (selector.startsWith(":root")) return selector;
  const rtl = /^(?:html)?\[dir=rtl\]\s*(.*)$/.exec(selector);
  if (rtl) return `:root[dir=rtl] ${scoped(rtl[1] || "html")}`;
  if (selector === "html" || selector === "body") return ".report";
  return `${within} ${selector.replace(/^main\b/, ".content")}`;
}

/** The same where the root must be in a theme; the condition adds no weight, so that later rules still win. */
function themed(selector: string, theme: string): string {
  const inner = scoped(selector);
  return inner.startsWith(":root") ? inner.replace(":root", `:root${theme}`) : `:root${theme} ${inner}`;
}

/** Selectors between commas that stand in no brackets. */
function split(selectors: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of selectors) {
    if (character === "(" || character === "[") depth++;
    if (character === ")" || character === "]") depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + character);
  }
  return parts.map((part) => part.trim());
}

function parse(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  for (;;) {
    const open = css.indexOf("{", at);
    if (open < 0) return rules;
    const close = closing(css, open);
    const head = css.slice(at, open).trim();
    const body = css.slice(open + 1, close);
    rules.push({ head, body: head.startsWith("@") ? parse(body) : body.trim() });
    at = close + 1;
  }
}

function closing(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}" && --depth === 0) return at;
  }
  throw new Error("a brace of the report's style sheet is not closed");
}
