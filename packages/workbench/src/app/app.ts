import { type Signal, signal } from "@preact/signals";
import type { Desk } from "../draft/desk.ts";
import type { Draft } from "../draft/draft.ts";
import type { Place } from "../draft/place.ts";
import type { OpenedFiles } from "../draft/real-files.ts";
import { type Reminder, watchReminder } from "../draft/reminder.ts";
import type { Head } from "../draft/store.ts";
import type { Outcome, Trouble } from "../draft/trouble.ts";
import { digestOf, type Work } from "../draft/work.ts";
import type { CaseCard, Engine } from "../engine/protocol.ts";
import { sayList, sayTrouble, t } from "../words.ts";
import { addressOf, type Goal, goalOf } from "./address.ts";
import { Notes } from "./notes.ts";
import { openedByProgram } from "./opened.ts";
import { Origins } from "./origins.ts";
import { openSession, type Session } from "./session.ts";

/** What the page stands on. */
export interface Means {
  readonly desk: Promise<Desk>;
  readonly engine: Engine;
}

/** The page: which screen is shown, the draft that is open, the drafts and cases that can be opened. */
export class App {
  readonly screen: Signal<"opening" | "start" | "draft"> = signal("opening");
  readonly session: Signal<Session | null> = signal(null);
  readonly heads: Signal<readonly Head[] | null> = signal(null);
  readonly cases: Signal<readonly CaseCard[] | null> = signal(null);
  readonly dialog: Signal<"share" | "lock" | null> = signal(null);
  /** Whether it is time to remind that the draft is in no file. */
  readonly isReminding: Signal<boolean> = signal(false);
  /** What those who do not see the page are told next. */
  readonly said: Signal<string> = signal("");
  readonly notes: Notes = new Notes((text) => {
    this.said.value = text;
  });
  readonly engine: Engine;
  /** Where drafts were opened or saved since the page stands, by id. */
  readonly places: Map<string, Place> = new Map();
  readonly #deskIsComing: Promise<Desk>;
  readonly #origins: Origins;
  readonly #reminder: Reminder;
  /** Of the newest wish to open something: older ones give way. */
  #wish = 0;

  constructor(means: Means) {
    this.engine = means.engine;
    this.#deskIsComing = means.desk;
    this.#origins = new Origins(valuesOfBrowser());
    this.#reminder = watchReminder((isDue) => {
      this.isReminding.value = isDue;
    });
  }

  /** Shows what the address asks for, now and whenever it changes. */
  async begin(): Promise<void> {
    addEventListener("popstate", () => void this.#show(goalOf(location)));
    const goal = goalOf(location);
    if (goal.kind === "start") this.screen.value = "start";
    const desk = await this.#deskIsComing;
    if (desk.trouble) this.notes.add(sayTrouble(desk.trouble));
    desk.watch(() => void this.#list());
    if (goal.kind === "start") {
      const opened = await openedByProgram(location);
      if (opened) return void (await this.#openNew(opened, false));
    }
    await this.#show(goal);
  }

  goHome(): void {
    this.#go({ kind: "start" });
  }

  openDraft(id: string): void {
    this.#go({ kind: "draft", id });
  }

  async openCase({ id, title }: CaseCard): Promise<void> {
    await this.#openFiles(title, () => this.engine.caseFiles(id));
  }

  async openStarter(): Promise<void> {
    await this.#openFiles(t("draft.new"), () => this.engine.starter());
  }

  /** Asks for a file, a scenario with its tables, or a zip. */
  async openFile(): Promise<void> {
    const { openFiles } = await import("../draft/real-files.ts");
    const opened = await openFiles(t("files.scenario"));
    if (opened) await this.#openOutcome(opened);
  }

  /** What was dropped on the page: tables join the draft that is open, all else is opened. */
  async openDropped(files: readonly File[]): Promise<void> {
    const { filesFrom } = await import("../draft/real-files.ts");
    const session = this.session.value;
    if (session && !session.readOnly.value && files.every(({ name }) => /\.(csv|tsv|txt|blt)$/i.test(name)))
      return this.#addTables(session, files);
    await this.#openOutcome(await filesFrom(files));
  }

  async rename(id: string, name: string): Promise<void> {
    const desk = await this.#deskIsComing;
    const open = this.session.value;
    const failed = open?.draft.value.id === id ? await open.rename(name) : await desk.rename(id, name);
    if (failed) this.notes.add(sayTrouble(failed));
    await this.#list();
  }

  /** Deletes a draft at once; what it was is kept until the note is gone, so that it can come back. */
  async delete({ id, name }: Head): Promise<void> {
    const desk = await this.#deskIsComing;
    const opened = await desk.open(id, { work() {}, role() {}, status() {}, trouble() {}, gone() {} });
    const work = "value" in opened ? opened.value.work : null;
    if ("value" in opened) await opened.value.close();
    const failed = await desk.delete(id);
    if (failed) this.notes.add(sayTrouble(failed));
    else {
      const undo = work && { label: t("note.undo"), run: () => void this.#bringBack(work) };
      this.notes.add(t("start.deleted", { name }), undo);
    }
    await this.#list();
  }

  /** Quiet for a while about drafts that are in no file. */
  remindLater(): void {
    this.#reminder.later();
  }

  /** The page is told of every state of the draft, for the reminder. */
  watch(work: Work): void {
    this.#reminder.update(work);
  }

  #go(goal: Goal): void {
    this.notes.clear();
    history.pushState(null, "", addressOf(goal, location));
    void this.#show(goal);
  }

  async #show(goal: Goal): Promise<void> {
    const wish = ++this.#wish;
    switch (goal.kind) {
      case "start":
        return this.#showStart();
      case "draft":
        return this.#showDraft(goal.id, wish);
      case "link": {
        const { decodeLink } = await import("../draft/link.ts");
        const draft = decodeLink(goal.fragment);
        if (draft && "value" in draft) return void (await this.#openNew(draft.value, false));
        if (draft) this.notes.add(sayTrouble(draft.trouble));
        return this.#showStart();
      }
    }
  }

  async #showStart(): Promise<void> {
    this.screen.value = "start";
    this.isReminding.value = false;
    const session = this.session.value;
    this.session.value = null;
    await session?.close();
    await this.#list();
    await this.#readCases();
  }

  async #showDraft(id: string, wish: number): Promise<void> {
    const before = this.session.value;
    if (before?.draft.value.id === id) return;
    if (before) await before.close();
    this.session.value = null;
    this.screen.value = "opening";
    const opened = await this.#open(id);
    if (wish !== this.#wish) {
      if ("value" in opened) await opened.value.close();
      return;
    }
    if ("trouble" in opened) {
      this.#tell(opened.trouble);
      history.replaceState(null, "", addressOf({ kind: "start" }, location));
      return this.#showStart();
    }
    this.notes.clear();
    this.session.value = opened.value;
    this.screen.value = "draft";
    if (opened.value.readOnly.value) this.dialog.value = "lock";
  }

  async #open(id: string): Promise<Outcome<Session>> {
    return openSession(await this.#deskIsComing, this.engine, id, {
      trouble: (trouble) => this.#tell(trouble),
      gone: (work) => this.#gone(work),
      takenOver: () => this.notes.add(t("note.tookOver")),
    });
  }

  #gone(work: Work): void {
    const keep = { label: t("note.keepCopy"), run: () => void this.#bringBack(work, true) };
    this.notes.add(t("note.gone", { name: work.draft.name }), keep);
  }

  async #bringBack(work: Work, isShown: boolean = false): Promise<void> {
    const desk = await this.#deskIsComing;
    const copied = await desk.copy(work, work.draft.name);
    if ("trouble" in copied) return this.#tell(copied.trouble);
    this.notes.clear();
    await this.#list();
    if (isShown) this.openDraft(copied.value.draft.id);
  }

  async #openOutcome(opened: Outcome<OpenedFiles>): Promise<void> {
    if ("trouble" in opened) return this.#tell(opened.trouble);
    const { draft, left, place } = opened.value;
    const id = await this.#openNew(draft, true);
    if (place && id !== null) this.places.set(id, place);
    if (left.length > 0) this.notes.add(t("note.left", { n: left.length, names: sayList(left) }));
  }

  async #openFiles(name: string, read: () => Promise<Draft["files"]>): Promise<void> {
    try {
      const files = await read();
      const main = Object.keys(files).find((file) => /^scenario\.(ya?ml|json)$/.test(file)) ?? Object.keys(files)[0]!;
      await this.#openNew({ name, main, files }, false);
    } catch (error) {
      this.notes.add(t("note.engineFailed", { reason: error instanceof Error ? error.message : String(error) }));
    }
  }

  /**
   * Makes a draft and shows it. Where one was made of the same content before, and stands as it was, that one is shown.
   *
   * @returns its id; null when it could not be kept
   */
  async #openNew(draft: Omit<Draft, "id">, isFromFile: boolean): Promise<string | null> {
    const digest = digestOf({ ...draft.files, [`${draft.main} `]: draft.name });
    const id = (await this.#sameAs(draft, digest)) ?? (await this.#make(draft, digest, isFromFile));
    if (id === null) {
      if (this.screen.value === "opening") await this.#showStart();
      return null;
    }
    const goal: Goal = { kind: "draft", id };
    const goes = goalOf(location).kind === "link" ? "replaceState" : "pushState";
    history[goes](null, "", addressOf(goal, location));
    await this.#show(goal);
    return id;
  }

  async #sameAs(draft: Omit<Draft, "id">, digest: string): Promise<string | null> {
    const id = this.#origins.find(digest);
    if (id === null) return null;
    const desk = await this.#deskIsComing;
    const opened = await desk.open(id, { work() {}, role() {}, status() {}, trouble() {}, gone() {} });
    if ("trouble" in opened) return null;
    const isSame = digestOf(opened.value.work.draft.files) === digestOf(draft.files);
    await opened.value.close();
    return isSame ? id : null;
  }

  async #make(draft: Omit<Draft, "id">, digest: string, isFromFile: boolean): Promise<string | null> {
    const desk = await this.#deskIsComing;
    const list = await desk.list();
    const taken = "value" in list ? list.value.map(({ name }) => name) : [];
    const created = await desk.create({ ...draft, name: freeName(draft.name, taken) }, isFromFile);
    if ("trouble" in created) {
      this.#tell(created.trouble);
      return null;
    }
    const { id } = created.value.draft;
    this.#origins.remember(digest, id);
    return id;
  }

  async #addTables(session: Session, files: readonly File[]): Promise<void> {
    const { changesFrom } = await import("./tables.ts");
    const read = await changesFrom(session.files.value, files);
    if ("trouble" in read) return this.#tell(read.trouble);
    if (session.change(read.value, "edit"))
      this.notes.add(t("note.added", { names: sayList(files.map(({ name }) => name)) }));
  }

  async #list(): Promise<void> {
    const desk = await this.#deskIsComing;
    const heads = await desk.list();
    if ("value" in heads) this.heads.value = heads.value;
    else this.#tell(heads.trouble);
  }

  async #readCases(): Promise<void> {
    if (this.cases.value) return;
    try {
      this.cases.value = await this.engine.cases();
    } catch (error) {
      this.notes.add(t("note.engineFailed", { reason: error instanceof Error ? error.message : String(error) }));
    }
  }

  #tell(trouble: Trouble): void {
    this.notes.add(sayTrouble(trouble));
  }
}

/** A name that no other draft has: "South Africa 1994 (2)". */
export function freeName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const numbered = n === 1 ? name : t("draft.numbered", { name, n });
    if (!taken.includes(numbered)) return numbered;
  }
}

function valuesOfBrowser(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
