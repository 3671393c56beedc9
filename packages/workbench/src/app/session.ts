import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { SaveStatus } from "../draft/autosave.ts";
import type { Desk, OpenDraft } from "../draft/desk.ts";
import type { Change, Draft, Files, Keeping, Step } from "../draft/draft.ts";
import { redo, undo } from "../draft/history.ts";
import { type Outcome, type Trouble } from "../draft/trouble.ts";
import { keepingOf, type Work } from "../draft/work.ts";
import type { Completion, Computed, Engine, Hover, Job, Problem, Result } from "../engine/protocol.ts";

/** What a session needs of the worker. */
export type SessionEngine = Pick<Engine, "compute" | "why" | "set" | "complete" | "hover">;

/** How the files became what they are, for the editor; `changes` is null when another tab made them. */
export interface Turn {
  readonly files: Files;
  readonly changes: readonly Change[] | null;
}

/** Told once, since they are no state of the draft. */
export interface SessionEvents {
  trouble(trouble: Trouble): void;
  /** The draft was deleted in another tab; `work` is what stood here. */
  gone(work: Work): void;
  /** Another tab writes the draft now. */
  takenOver(): void;
}

/**
 * A draft that is open: its text, what follows from it, and everything that may change it. State flows one way: the
 * views read the signals and call the methods; nobody else writes text.
 */
export interface Session {
  readonly draft: ReadonlySignal<Draft>;
  readonly files: ReadonlySignal<Files>;
  readonly turn: ReadonlySignal<Turn>;
  readonly readOnly: ReadonlySignal<boolean>;
  /** Whether a real file has the draft as it stands. */
  readonly keeping: ReadonlySignal<Keeping>;
  /** Whether the browser's storage has it. */
  readonly saving: ReadonlySignal<SaveStatus>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  readonly work: ReadonlySignal<Work>;

  /** What follows from the text as it stands; null while that is not known yet. */
  readonly computed: ReadonlySignal<Computed | null>;
  /** The last result that there was. */
  readonly lastGood: ReadonlySignal<Result | null>;
  /** The first problem, when `lastGood` is of an earlier text than the one that stands there. */
  readonly staleBy: ReadonlySignal<Problem | null>;
  /** Why nothing could be computed, which is our bug; null when all is well. */
  readonly failure: ReadonlySignal<string | null>;
  readonly busy: ReadonlySignal<boolean>;
  /** What an input's value was when the draft was opened, by its pointer. */
  readonly originals: ReadonlySignal<ReadonlyMap<string, string>>;

  /** The text as it stands, for a question to the worker. */
  job(): Job;
  /** The markup of the answer behind a number of `lastGood`; null when it has none. */
  why(key: string): Promise<string | null>;
  /** What may stand at an offset of the scenario, and what is said about it. */
  complete(offset: number): Promise<readonly Completion[]>;
  hover(offset: number): Promise<Hover | null>;
  /**
   * Makes changes one after another. False when this tab only reads.
   *
   * @throws {RangeError} when a change does not fit the files
   */
  change(changes: readonly Change[], kind: Step["kind"]): boolean;
  /**
   * Sets an input of the result. What is set again in the same gesture (a slider that is dragged, a number that is typed)
   * takes the place of what was set before, so that one undo takes all of it back.
   *
   * @returns whether it could be set; also true when a newer call went before
   */
  set(pointer: string, value: string, gesture: string): Promise<boolean>;
  /** Makes the change that mends a problem; false when it is not sure, or the text is another one by now. */
  mend(problem: Problem): boolean;
  undo(): void;
  redo(): void;
  /** Remembers that a real file has files of this digest. */
  kept(digest: string): void;
  rename(name: string): Promise<Trouble | null>;
  takeOver(): void;
  /** Saves and ends; the signals stay as they are. */
  close(): Promise<void>;
}

/** Opens a draft of this browser and begins to compute it. */
export async function openSession(
  desk: Pick<Desk, "open">,
  engine: SessionEngine,
  id: string,
  events: SessionEvents,
): Promise<Outcome<Session>> {
  const session = new DraftSession(engine, events);
  const opened = await desk.open(id, {
    work: (work) => session.follow(work),
    role: (role) => session.setRole(role),
    status: (status) => session.setStatus(status),
    trouble: (trouble) => events.trouble(trouble),
    gone: () => session.goneElsewhere(),
  });
  if ("trouble" in opened) return opened;
  session.begin(opened.value);
  return { value: session };
}

/** A gesture that goes on: the step that it made last, and the files before it. */
interface Gesture {
  readonly id: string;
  readonly step: Step;
  readonly before: Files;
}

interface Wish {
  readonly pointer: string;
  readonly value: string;
  readonly gesture: string;
}

const noDraft: Work = {
  draft: { id: "", name: "", main: "", files: {} },
  history: { past: [], future: [] },
  revision: 0,
  changed: 0,
  kept: null,
  unkeptSince: null,
};

class DraftSession implements Session {
  readonly #engine: SessionEngine;
  readonly #events: SessionEvents;
  #open: OpenDraft | null = null;
  #isClosed = false;

  readonly #work: Signal<Work> = signal(noDraft);
  readonly #turn: Signal<Turn> = signal({ files: {}, changes: null });
  readonly #readOnly: Signal<boolean> = signal(true);
  readonly #saving: Signal<SaveStatus> = signal({ kind: "saved" });
  readonly #computed: Signal<Computed | null> = signal(null);
  readonly #lastGood: Signal<Result | null> = signal(null);
  readonly #failure: Signal<string | null> = signal(null);
  readonly #busy: Signal<boolean> = signal(false);
  readonly #originals: Signal<ReadonlyMap<string, string>> = signal(new Map());

  /** Of the text, for the worker: grows whenever the files change. */
  #revision = 0;
  /** What `lastGood` is the result of. */
  #goodJob: Job | null = null;
  #gesture: Gesture | null = null;
  #wish: Wish | null = null;
  #granting: Promise<boolean> | null = null;

  readonly work: ReadonlySignal<Work> = this.#work;
  readonly turn: ReadonlySignal<Turn> = this.#turn;
  readonly readOnly: ReadonlySignal<boolean> = this.#readOnly;
  readonly saving: ReadonlySignal<SaveStatus> = this.#saving;
  readonly computed: ReadonlySignal<Computed | null> = this.#computed;
  readonly lastGood: ReadonlySignal<Result | null> = this.#lastGood;
  readonly failure: ReadonlySignal<string | null> = this.#failure;
  readonly busy: ReadonlySignal<boolean> = this.#busy;
  readonly originals: ReadonlySignal<ReadonlyMap<string, string>> = this.#originals;
  readonly draft: ReadonlySignal<Draft> = computed(() => this.#work.value.draft);
  readonly files: ReadonlySignal<Files> = computed(() => this.#work.value.draft.files);
  readonly keeping: ReadonlySignal<Keeping> = computed(() => keepingOf(this.#work.value));
  readonly canUndo: ReadonlySignal<boolean> = computed(
    () => !this.#readOnly.value && this.#work.value.history.past.length > 0,
  );
  readonly canRedo: ReadonlySignal<boolean> = computed(
    () => !this.#readOnly.value && this.#work.value.history.future.length > 0,
  );
  readonly staleBy: ReadonlySignal<Problem | null> = computed(() => {
    const { value } = this.#computed;
    return value && !value.result ? (value.problems[0] ?? null) : null;
  });

  constructor(engine: SessionEngine, events: SessionEvents) {
    this.#engine = engine;
    this.#events = events;
  }

  begin(open: OpenDraft): void {
    this.#open = open;
    this.#readOnly.value = open.role === "reader";
    this.follow(open.work);
  }

  /** Takes over how the draft stands elsewhere. */
  follow(work: Work): void {
    this.#take(work, null);
  }

  setRole(role: OpenDraft["role"]): void {
    const lost = this.#open !== null && !this.#readOnly.value && role === "reader";
    this.#readOnly.value = role === "reader";
    if (lost) this.#events.takenOver();
  }

  setStatus(status: SaveStatus): void {
    this.#saving.value = status;
  }

  goneElsewhere(): void {
    this.#events.gone(this.#work.value);
  }

  job(): Job {
    const { main, files } = this.#work.value.draft;
    return { main, files, revision: this.#revision };
  }

  async why(key: string): Promise<string | null> {
    return this.#goodJob ? this.#engine.why(this.#goodJob, key) : null;
  }

  complete(offset: number): Promise<readonly Completion[]> {
    return this.#engine.complete(this.job(), offset);
  }

  hover(offset: number): Promise<Hover | null> {
    return this.#engine.hover(this.job(), offset);
  }

  change(changes: readonly Change[], kind: Step["kind"]): boolean {
    const work = this.#open?.play({ kind: "change", step: { changes, at: Date.now(), kind } });
    if (!work) return false;
    this.#take(work, changes);
    return true;
  }

  mend({ sure }: Problem): boolean {
    const isFresh = this.#computed.value?.revision === this.#revision;
    return sure !== null && isFresh && this.change(sure.changes, "edit");
  }

  undo(): void {
    this.#turnBack("undo");
  }

  redo(): void {
    this.#turnBack("redo");
  }

  set(pointer: string, value: string, gesture: string): Promise<boolean> {
    this.#wish = { pointer, value, gesture };
    this.#granting ??= this.#grant().finally(() => {
      this.#granting = null;
    });
    return this.#granting;
  }

  kept(digest: string): void {
    const work = this.#open?.play({ kind: "kept", digest, at: Date.now() });
    if (work) this.#work.value = work;
  }

  async rename(name: string): Promise<Trouble | null> {
    return (await this.#open?.rename(name)) ?? null;
  }

  takeOver(): void {
    this.#open?.takeOver();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#open?.close();
  }

  #turnBack(kind: "undo" | "redo"): void {
    const { history } = this.#work.value;
    const turned = kind === "undo" ? undo(history) : redo(history);
    const work = turned && this.#open?.play({ kind, at: Date.now() });
    if (work) this.#take(work, turned.changes);
  }

  #take(work: Work, changes: readonly Change[] | null): void {
    const isChanged = work.draft.files !== this.#work.value.draft.files;
    batch(() => {
      this.#work.value = work;
      if (isChanged) this.#turn.value = { files: work.draft.files, changes };
    });
    if (isChanged) this.#compute();
  }

  /** Asks the worker one question at a time: what changed meanwhile is asked next, what came between never. */
  #compute(): void {
    this.#revision++;
    if (!this.#busy.value) void this.#computeAll();
  }

  async #computeAll(): Promise<void> {
    this.#busy.value = true;
    for (let asked = 0; asked < this.#revision && !this.#isClosed; ) {
      const job = this.job();
      asked = job.revision;
      try {
        this.#show(job, await this.#engine.compute(job));
      } catch (error) {
        this.#failure.value = error instanceof Error ? error.message : String(error);
      }
    }
    this.#busy.value = false;
  }

  #show(job: Job, answer: Computed): void {
    const { result } = answer;
    batch(() => {
      // Of an older text only the figures are shown: its problems would be marked at the wrong places.
      if (answer.revision === this.#revision) this.#computed.value = answer;
      this.#failure.value = null;
      if (!result) return;
      this.#goodJob = job;
      this.#lastGood.value = result;
      this.#originals.value = withNew(this.#originals.value, result);
    });
  }

  /** Grants the newest wish, and those that come meanwhile. */
  async #grant(): Promise<boolean> {
    let isGranted = true;
    for (let wish = this.#wish; wish && !this.#readOnly.value; wish = this.#wish) {
      this.#wish = null;
      isGranted = await this.#grantOne(wish);
    }
    return isGranted;
  }

  async #grantOne(wish: Wish): Promise<boolean> {
    const { past } = this.#work.value.history;
    const earlier = this.#gesture?.id === wish.gesture && past.at(-1) === this.#gesture.step ? this.#gesture : null;
    const before = earlier?.before ?? this.#work.value.draft.files;
    const stood = this.#work.value.draft.files;
    let changes: readonly Change[];
    try {
      changes = await this.#engine.set({ ...this.job(), files: before }, wish.pointer, wish.value);
    } catch {
      return false;
    }
    // The text was changed while the worker thought: the answer no longer fits, a newer wish is as good.
    if (this.#work.value.draft.files !== stood) {
      this.#wish ??= wish;
      return true;
    }
    this.#replace(earlier, changes);
    const step = this.#work.value.history.past.at(-1);
    this.#gesture = step && changes.length > 0 ? { id: wish.gesture, step, before } : null;
    return true;
  }

  /** Takes back what the gesture did before, and does what it does now. */
  #replace(earlier: Gesture | null, changes: readonly Change[]): void {
    const at = Date.now();
    const back = earlier && undo(this.#work.value.history);
    const afterUndo = back ? this.#open?.play({ kind: "undo", at }) : null;
    const after = this.#open?.play({ kind: "change", step: { changes, at, kind: "edit" } });
    const work = after ?? afterUndo;
    if (work) this.#take(work, [...(back?.changes ?? []), ...changes]);
  }
}

/** What is seen for the first time is original. */
function withNew(originals: ReadonlyMap<string, string>, { inputs }: Result): ReadonlyMap<string, string> {
  const fresh = inputs.filter(({ pointer }) => !originals.has(pointer));
  if (fresh.length === 0) return originals;
  return new Map([...originals, ...fresh.map(({ pointer, value }) => [pointer, value] as const)]);
}
