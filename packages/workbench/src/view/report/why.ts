import type { Result } from "../../engine/protocol.ts";
import { t } from "../../words.ts";
import { morph, nodesOf, own } from "./morph.ts";

/** The markup of the answer behind a number, of the result that is shown; null when there is none. */
export type Ask = (key: string) => Promise<string | null>;

/** What is open: the number that was asked about, and the answers that led from one to the next. */
interface Open {
  readonly number: HTMLElement;
  readonly keys: readonly string[];
}

/**
 * The answer behind a number, in place: below the table or figure that the number stands in. The focus goes into it, and
 * back to the number with Escape. Numbers in an answer can be asked in turn, and there is a way back.
 */
export class WhyPanel {
  readonly #root: HTMLElement;
  readonly #ask: Ask;
  readonly #panel: HTMLElement;
  readonly #answer: HTMLElement;
  readonly #back: HTMLButtonElement;
  #open: Open | null = null;
  /** Of the newest question: answers to older ones are dropped. */
  #question = 0;

  /** @param root the report: numbers with `data-why` in it, drawn now or later, open their answer */
  constructor(root: HTMLElement, ask: Ask) {
    this.#root = root;
    this.#ask = ask;
    this.#answer = document.createElement("div");
    this.#back = buttonOf(t("why.back"), () => this.#goBack());
    this.#panel = panelOf(
      this.#answer,
      this.#back,
      buttonOf(t("why.close"), () => this.close()),
    );
    root.addEventListener("click", this.#onClick);
    root.addEventListener("keydown", this.#onKey);
  }

  destroy(): void {
    this.#root.removeEventListener("click", this.#onClick);
    this.#root.removeEventListener("keydown", this.#onKey);
    this.#open = null;
    this.#panel.remove();
  }

  /** The report was drawn anew: an open answer is of this result now, or closes when its number is gone. */
  update(_: Result): void {
    if (!this.#open) return;
    const { keys } = this.#open;
    const number = this.#numberOf(keys[0]!);
    if (!number) return this.close();
    this.#open = { number, keys };
    void this.#show(false);
  }

  close(): void {
    const hadFocus = this.#panel.contains(document.activeElement);
    const section = this.#panel.closest("section");
    const number = this.#open?.number;
    number?.setAttribute("aria-expanded", "false");
    number?.removeAttribute("aria-controls");
    this.#panel.remove();
    this.#open = null;
    this.#question++;
    if (!hadFocus) return;
    if (number?.isConnected) number.focus();
    else focusOn(section?.querySelector<HTMLElement>("h1, h2") ?? null);
  }

  readonly #onClick = (event: Event): void => {
    const number = (event.target as Element).closest<HTMLElement>("[data-why]");
    const key = number?.dataset["why"];
    if (!number || key === undefined) return;
    event.preventDefault();
    if (this.#open && this.#panel.contains(number)) {
      this.#open = { ...this.#open, keys: [...this.#open.keys, key] };
      void this.#show(true);
      return;
    }
    const isSame = number === this.#open?.number;
    this.close();
    if (isSame) return;
    this.#open = { number, keys: [key] };
    void this.#show(true);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const number = this.#open?.number;
    if (event.key === "Escape" && number && (this.#panel.contains(target) || target === number)) {
      event.stopPropagation();
      this.close();
      number.focus();
    }
    // A number in a drawing is no button of the browser's, so its keys are ours.
    const isDrawn = target instanceof SVGElement && target.closest("[data-why]") !== null;
    if (isDrawn && (event.key === "Enter" || event.key === " ")) this.#onClick(event);
  };

  #goBack(): void {
    if (!this.#open) return;
    this.#open = { ...this.#open, keys: this.#open.keys.slice(0, -1) };
    void this.#show(true);
  }

  /** @param takesFocus whether the reader asked just now */
  async #show(takesFocus: boolean): Promise<void> {
    const question = ++this.#question;
    const key = this.#open?.keys.at(-1);
    const answer = key === undefined ? null : await this.#ask(key).catch(() => null);
    if (question !== this.#question || !this.#open) return;
    if (answer === null) return this.#goneFrom(this.#open);
    morph(this.#answer, nodesOf(answer));
    this.#place(this.#open);
    if (!takesFocus) return;
    this.#panel.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: "nearest" });
  }

  /** What was asked about has no answer any more; what led there may have one. */
  #goneFrom({ keys }: Open): void {
    if (keys.length > 1) this.#goBack();
    else this.close();
  }

  #place({ number, keys }: Open): void {
    this.#back.hidden = keys.length < 2;
    const question = this.#answer.querySelector("h2, h3, h4");
    if (question) {
      question.id ||= "wb-why-question";
      this.#panel.setAttribute("aria-labelledby", question.id);
    }
    number.setAttribute("aria-expanded", "true");
    number.setAttribute("aria-controls", this.#panel.id);
    // A table that has grown may have been folded since.
    number.closest("details")?.setAttribute("open", "");
    const block = blockOf(number);
    // Moved only when it must be: what is moved loses the focus.
    if (block.nextElementSibling !== this.#panel) block.after(this.#panel);
  }

  /** The number that was asked about, or another one with the same answer. */
  #numberOf(key: string): HTMLElement | null {
    const number = this.#open?.number;
    if (number?.isConnected && number.dataset["why"] === key) return number;
    return this.#root.querySelector(`[data-why="${CSS.escape(key)}"]`);
  }
}

function panelOf(answer: HTMLElement, ...buttons: readonly HTMLElement[]): HTMLElement {
  const panel = own(document.createElement("div"));
  panel.className = "why-panel";
  panel.id = "wb-why";
  panel.tabIndex = -1;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", t("why.panel"));
  const acts = document.createElement("div");
  acts.className = "why-acts";
  acts.append(...buttons);
  panel.append(answer, acts);
  return panel;
}

function buttonOf(name: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small";
  button.textContent = name;
  button.addEventListener("click", onClick);
  return button;
}

/** The whole figure or table that a number stands in; a paragraph or list where it stands in a sentence. */
function blockOf(number: Element): Element {
  return number.closest(".table, figure, .why, ol, ul, p, table") ?? number;
}

/** Leads the reader to a heading or another place that is no control. */
export function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}
