import { nextTask } from "../../app/tasks.ts";
import type { Part, Result } from "../../engine/protocol.ts";
import { morph, nodesOf, own } from "./morph.ts";

/** Parts that stand outside of the content of a report's page. */
const frameParts: ReadonlySet<string> = new Set(["masthead", "colophon"]);

export interface ReportEvents {
  /** A place beside the figures of a section, for what can be changed there. Called once for each; `gone` when it is removed. */
  inputs(section: string, place: HTMLElement): void;
  gone(place: HTMLElement): void;
  /** All parts are drawn as the result has them. */
  drawn(result: Result): void;
}

/** Parts are drawn in one task as long as it is not longer than this; a large one has its own. */
const sliceMs = 8;

/**
 * Draws results into an element, part after part, in short tasks, so that typing never waits for it. Parts whose markup is unchanged are not touched.
 */
export class ReportView {
  readonly #root: HTMLElement;
  readonly #events: ReportEvents;
  readonly #drawn = new Map<string, { readonly box: HTMLElement; html: string }>();
  readonly #inSight = new Set<Element>();
  readonly #sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inSight.add(target);
      else this.#inSight.delete(target);
    }
  });
  #result: Result | null = null;
  #isDrawing = false;

  constructor(root: HTMLElement, events: ReportEvents) {
    this.#root = root;
    this.#events = events;
  }

  /** Draws this result instead of whatever was being drawn. */
  show(result: Result): void {
    this.#result = result;
    this.#arrange(result.parts);
    if (!this.#isDrawing) void this.#drawAll();
  }

  destroy(): void {
    this.#result = null;
    this.#arrange([]);
    this.#sight.disconnect();
  }

  async #drawAll(): Promise<void> {
    this.#isDrawing = true;
    for (let since = performance.now(); ; ) {
      const result = this.#result;
      const part = result && this.#nextOf(result);
      if (!result || !part) {
        this.#isDrawing = false;
        if (result) this.#events.drawn(result);
        return;
      }
      this.#draw(part, result);
      if (performance.now() - since < sliceMs) continue;
      await nextTask();
      since = performance.now();
    }
  }

  /** The next part to draw: those in sight go before the others. */
  #nextOf({ parts }: Result): Part | undefined {
    const due = parts.filter(({ id, html }) => this.#drawn.get(id)?.html !== html);
    return due.find(({ id }) => this.#inSight.has(this.#drawn.get(id)?.box ?? this.#root)) ?? due[0];
  }

  /** A box for each part, in their order; boxes of parts that are gone are removed. */
  #arrange(parts: readonly Part[]): void {
    const wanted = new Set(parts.map(({ id }) => id));
    for (const [id, { box }] of this.#drawn) {
      if (wanted.has(id)) continue;
      for (const place of box.querySelectorAll<HTMLElement>(`.${placeClass}`)) this.#events.gone(place);
      this.#sight.unobserve(box);
      this.#inSight.delete(box);
      box.remove();
      this.#drawn.delete(id);
    }
    let next = this.#root.firstElementChild;
    for (const { id } of parts) {
      const box = this.#boxOf(id);
      if (box === next) next = next.nextElementSibling;
      else this.#root.insertBefore(box, next);
    }
  }

  #boxOf(id: string): HTMLElement {
    const known = this.#drawn.get(id);
    if (known) return known.box;
    const box = document.createElement("div");
    box.className = frameParts.has(id) ? "part" : "part content";
    box.dataset["part"] = id;
    this.#drawn.set(id, { box, html: "" });
    this.#sight.observe(box);
    return box;
  }

  #draw({ id, html }: Part, result: Result): void {
    const drawn = this.#drawn.get(id);
    if (!drawn) return;
    morph(drawn.box, nodesOf(html));
    drawn.html = html;
    if (result.inputs.some(({ section }) => section === id)) this.#givePlace(id, drawn.box);
  }

  /** Below the answer, above the figures that it changes. */
  #givePlace(id: string, box: HTMLElement): void {
    const section = box.querySelector("section") ?? box;
    const before = section.querySelector(":scope > .answer") ?? section.querySelector(":scope > h2");
    const known = section.querySelector<HTMLElement>(`:scope > .${placeClass}`);
    const place = known ?? own(document.createElement("div"));
    place.className = placeClass;
    // Moved only when it must be: what is moved loses the focus.
    if (before ? place.previousElementSibling !== before : place.parentElement !== section) {
      if (before) before.after(place);
      else section.prepend(place);
    }
    if (!known) this.#events.inputs(id, place);
  }
}

const placeClass = "what-if-place";
