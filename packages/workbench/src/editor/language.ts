import { yaml } from "@codemirror/lang-yaml";
import { bidiIsolates, bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** What depends on the kind of file: colours, indentation and isolated right-to-left text for YAML, nothing for CSV. */
export const languageOf = (file: string): Extension => (/\.ya?ml$/i.test(file) ? yamlSupport : []);

/** Never by colour alone: keys stand before a colon, comments after a number sign. */
const colours = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: "var(--link)" },
  { tag: [tags.lineComment, tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--ink-2)" },
  { tag: [tags.special(tags.string), tags.labelName, tags.typeName, tags.meta, tags.keyword], color: "var(--refuse)" },
]);

const deepest = 24;
const depths = Array.from({ length: deepest + 1 }, (_, depth) =>
  Decoration.line({ attributes: { style: `--depth: ${depth}ch` } }),
);

/** Tells each line how deep it begins, so that its continuation on the next row of the screen begins there too. */
const hangingIndents = ViewPlugin.define(
  (view) => ({
    lines: hangingIndentsOf(view),
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.lines = hangingIndentsOf(update.view);
    },
  }),
  { decorations: (plugin) => plugin.lines },
);

function hangingIndentsOf(view: EditorView): DecorationSet {
  const lines = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const depth = Math.min(/^ *(?:- +)*/.exec(line.text)![0].length, deepest);
      if (depth > 0) lines.push(depths[depth]!.range(line.from));
      at = line.to + 1;
    }
  }
  return Decoration.set(lines, true);
}

const yamlSupport: Extension = [
  yaml(),
  syntaxHighlighting(colours),
  bracketMatching(),
  indentOnInput(),
  bidiIsolates(),
  hangingIndents,
  EditorView.theme({
    ".cm-line": { paddingInlineStart: "calc(6px + var(--depth, 0ch))", textIndent: "calc(-1 * var(--depth, 0ch))" },
  }),
];
