import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

const sans = "var(--sans, system-ui, sans-serif)";
const mono = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace';
const control = { font: `13px/20px ${sans}`, color: "var(--ink)", background: "var(--paper)", minHeight: "24px" };
const edge = "1px solid var(--edge)";

/**
 * The look of the pane, from the page's custom properties: --paper, --wash, --ink, --ink-2, --line, --edge, --link,
 * --refuse, --mark, --sans. Everything that CodeMirror would colour by itself is coloured here.
 */
export const theme: Extension = EditorView.theme({
  "&": { color: "var(--ink)", background: "var(--paper)", fontSize: "14px" },
  // An outline would lie below the gutter, which stays in place while the text is scrolled sideways.
  "&.cm-focused": { outline: "none" },
  "&.cm-focused::after": {
    content: '""',
    position: "absolute",
    inset: "0",
    border: "2px solid var(--link)",
    pointerEvents: "none",
    zIndex: "400",
  },
  ".cm-scroller": { direction: "ltr", fontFamily: mono, lineHeight: "24px" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-content ::selection, .cm-line::selection": {
    background: "color-mix(in srgb, var(--link) 20%, var(--paper))",
  },
  ".cm-activeLine": { backgroundColor: "var(--wash)" },
  "&.cm-focused .cm-matchingBracket, &.cm-focused .cm-nonmatchingBracket": {
    background: "none",
    outline: edge,
  },
  ".cm-specialChar": { color: "var(--refuse)" },
  ".cm-gutters": { color: "var(--ink-2)", background: "var(--paper)", border: "0", fontSize: "12px" },
  ".cm-activeLineGutter": { color: "var(--ink)", background: "var(--wash)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "32px", padding: "0 6px 0 0" },

  ".cm-problem": {
    textDecoration: "underline wavy 1.5px var(--refuse)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "3px",
  },
  ".cm-problem-place": { display: "inline-block", borderBottom: "3px solid var(--refuse)", width: "8px" },
  ".cm-problem-gutter": { width: "24px" },
  ".cm-problem-gutter .cm-gutterElement": { display: "grid", placeItems: "center", cursor: "pointer" },
  ".cm-problem-sign": {
    width: "14px",
    height: "14px",
    font: `700 11px/14px ${sans}`,
    textAlign: "center",
    borderRadius: "50%",
    color: "var(--paper)",
    background: "var(--refuse)",
    forcedColorAdjust: "none",
  },

  ".cm-tooltip": {
    font: `14px/1.5 ${sans}`,
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    border: edge,
    maxWidth: "min(60ch, 90vw)",
    overflow: "auto",
  },
  ".cm-tooltip-section:not(:first-child)": { borderTop: "1px solid var(--line)" },
  ".cm-help": { padding: "8px 12px", whiteSpace: "pre-line" },
  ".cm-problem-told": { padding: "8px 12px", borderInlineStart: "3px solid var(--refuse)" },
  ".cm-problem-told p": { margin: "0" },
  ".cm-problem-told button": { ...control, border: edge, padding: "2px 10px", marginTop: "8px", cursor: "pointer" },
  "button:focus-visible, input:focus-visible": { outline: "2px solid var(--link)", outlineOffset: "2px" },

  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: mono, maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 8px", lineHeight: "20px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--paper)", background: "var(--link)" },
  ".cm-completionDetail": { font: `13px/20px ${sans}`, marginInlineStart: "12px", color: "var(--ink-2)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },

  ".cm-panels": { color: "var(--ink)", background: "var(--wash)", zIndex: "1" },
  ".cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel, .cm-panel.cm-search": { padding: "6px 8px", paddingInlineEnd: "36px", font: `13px/20px ${sans}` },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", fontSize: "13px", minHeight: "24px" },
  ".cm-panel input[type=checkbox]": { width: "16px", height: "16px", margin: "4px" },
  ".cm-textfield, .cm-button": {
    ...control,
    fontSize: "13px",
    backgroundImage: "none",
    border: edge,
    borderRadius: "0",
  },
  ".cm-button:active": { backgroundImage: "none", background: "var(--mark)" },
  ".cm-panel.cm-search button[name=close], .cm-dialog-close": {
    ...control,
    background: "none",
    minWidth: "24px",
    insetInline: "auto 4px",
  },
  ".cm-searchMatch": { background: "var(--mark)", outline: edge },
  ".cm-searchMatch-selected": { background: "var(--mark)", outline: "2px solid var(--ink)" },

  "@media (pointer: coarse)": {
    // Below 16 px a phone enlarges the page when the text is touched.
    "&": { fontSize: "16px" },
    ".cm-textfield, .cm-button, .cm-problem-told button": { minHeight: "44px", fontSize: "16px" },
    ".cm-panel.cm-search button[name=close]": { minWidth: "44px", minHeight: "44px" },
    ".cm-panel.cm-search label": { minHeight: "44px" },
  },
  "@media print": { ".cm-scroller": { overflow: "visible" } },
});
