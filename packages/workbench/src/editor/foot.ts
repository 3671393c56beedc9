import type { EditorWords } from "./host.ts";

/** The line below the text: the switch of the Tab key, and which keys there are. */
export interface Foot {
  readonly dom: HTMLElement;
  /** Describes the text field. */
  readonly describedBy: string;
  setTabIndents(on: boolean): void;
}

export function footOf(words: EditorWords, onToggle: () => void): Foot {
  const dom = document.createElement("div");
  dom.className = "foot";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.tabIndents;
  button.addEventListener("click", onToggle);
  const keys = document.createElement("span");
  keys.id = "keys";
  keys.textContent = words.keys;
  dom.append(button, keys);
  const setTabIndents = (on: boolean) => button.setAttribute("aria-pressed", String(on));
  setTabIndents(false);
  return { dom, describedBy: keys.id, setTabIndents };
}

/** The foot stands beside the editor, not in it: Tab goes from the text to its tooltip, and only then here. */
export const footStyle = `
:host{position:relative;display:flex;flex-direction:column;block-size:100%;min-block-size:0}
.cm-editor{flex:1 1 auto;min-block-size:0}
.foot{flex:none;display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 12px;padding:4px 8px;border-block-start:1px solid var(--line);font:13px/20px var(--sans,system-ui,sans-serif);color:var(--ink-2);background:var(--paper)}
button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);min-block-size:24px;padding:1px 8px;cursor:pointer}
button[aria-pressed=true]{color:var(--paper);background:var(--ink)}
button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (pointer:coarse){button{min-block-size:44px}}
@media (max-width:640px),print{.foot{position:absolute;inline-size:1px;block-size:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.foot:focus-within{position:static;inline-size:auto;block-size:auto;padding:4px 8px;overflow:visible;clip-path:none}}`;
