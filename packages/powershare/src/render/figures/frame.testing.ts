import { msg, type Msg } from "../../core/message.ts";
import type { Markup } from "../html/markup.ts";
import { type Element, elementsOf, hasClass, within } from "../html/page.testing.ts";
import { sampleWords } from "../sample.testing.ts";
import { enHtml } from "../words/en-html.ts";
import { wordsOf } from "../words.ts";
import type { PartyColours } from "./colours.ts";
import type { Frame } from "./svg.ts";

export const say = (text: string): Msg => msg("sample.text", { text });

const words = wordsOf("en-GB", { ...sampleWords, ...enHtml });
const colours: PartyColours = {
  paint: (id, kind) => ({ class: kind === undefined ? id : `${id} ${kind}` }),
  has: () => true,
};

/** A frame in which the class of what is painted names the party. */
export const frame: Frame = { id: "figure-1", title: "Title", desc: "Description", words, colours };
export const mirroredFrame: Frame = { ...frame, words: { ...words, direction: "rtl" } };

/** The elements of a figure, and those of its wide or narrow drawing. */
export function drawn(markup: Markup, room: "wide" | "narrow" | "any" | null = "wide"): readonly Element[] {
  const elements = elementsOf(markup.html);
  if (room === null) return elements;
  const root = elements.find((element) => hasClass(element, "drawn") && hasClass(element, room));
  return root ? elements.filter((element) => within(element).includes(root)) : [];
}

/** What is written, in order. */
export const texts = (elements: readonly Element[]): readonly string[] =>
  elements.filter(({ tag }) => tag === "text").map(({ text }) => text);

export const number = (element: Element, attribute: string): number => Number(element.attributes[attribute]);
export { hasClass, within };
