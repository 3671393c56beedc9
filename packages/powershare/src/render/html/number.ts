import type { Arg } from "../../core/message.ts";
import type { Context } from "./context.ts";
import { type Child, el, type Markup } from "./markup.ts";

/** A text; where a reader can ask, each number in it with an answer behind it is a button. */
export function said(arg: Arg, { words, interactive }: Context): Child {
  if (!interactive) return words.write(arg);
  return words.parts(arg).map((part) => (typeof part === "string" ? part : numberButton(part.text, part.why)));
}

/** A button that looks like the number in it and opens the answer to why it is so. */
export const numberButton = (content: Child, why: string): Markup =>
  el("button", { type: "button", class: "number", "data-why": why, "aria-expanded": "false" }, content);

/** The style of such buttons, for a page that has them. What can be hit is larger than what is seen. */
export const numberStyle: string = `
button.number{position:relative;min-inline-size:0;min-block-size:0;margin:0;padding:0;border:0;border-radius:2px;background:none;font:inherit;font-variant-numeric:inherit;letter-spacing:inherit;color:inherit;text-align:inherit;white-space:inherit;cursor:pointer}
button.number::after{content:"";position:absolute;inset-block-start:50%;inset-inline-start:50%;inline-size:max(100%,24px);block-size:max(100%,24px);transform:translate(-50%,-50%)}
[dir=rtl] button.number::after{transform:translate(50%,-50%)}
button.number:is(:hover,:focus-visible,[aria-expanded=true]){text-decoration:underline dotted;text-decoration-thickness:1.5px;text-underline-offset:3px}
button.number[aria-expanded=true]{background:var(--mark)}`;
