import { effect } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { type Desk, deskOf } from "../draft/desk.ts";
import type { Change } from "../draft/draft.ts";
import { apply } from "../draft/history.ts";
import { memoryStore, newShelf } from "../draft/memory-store.ts";
import type { Trouble } from "../draft/trouble.ts";
import { LineEngine } from "./engine.testing.ts";
import { openSession, type Session } from "./session.ts";

const main = "scenario.yaml";

function newDesk(): Desk {
  const store = memoryStore(newShelf());
  return deskOf({ store, trouble: null, values: null, onLeaving: () => () => {}, onSaved: () => {} });
}

async function start(text: string, engine = new LineEngine(), desk: Desk = newDesk()) {
  const created = await desk.create({ name: "Sum", main, files: { [main]: text } }, false);
  if (!("value" in created)) throw new Error("the draft was not kept");
  const told: (Trouble["code"] | "gone" | "taken-over")[] = [];
  const opened = await openSession(desk, engine, created.value.draft.id, {
    trouble: ({ code }) => told.push(code),
    gone: () => told.push("gone"),
    takenOver: () => told.push("taken-over"),
  });
  if (!("value" in opened)) throw new Error("the draft was not opened");
  return { session: opened.value, engine, desk, id: created.value.draft.id, told };
}

const textOf = (session: Session) => session.files.value[main]!;
const replace = (from: number, remove: string, insert: string): readonly Change[] => [
  { file: main, from, remove, insert },
];
const settled = (session: Session) => vi.waitFor(() => expect(session.busy.value).toBe(false));

describe("computing", () => {
  test("a draft that is opened is computed", async () => {
    const { session } = await start("a: 1\nb: 2\n");
    await settled(session);
    expect(session.computed.value?.problems).toEqual([]);
    expect(session.lastGood.value?.title).toBe("The sum is 3.");
    expect(session.staleBy.value).toBeNull();
    await session.close();
  });

  test("while the text is wrong the last good result stays, and is told to be of before the problem", async () => {
    const { session } = await start("a: 1\nb: 2\n");
    await settled(session);
    session.change(replace(8, "2", "x"), "typed");
    await settled(session);
    expect(session.computed.value?.result).toBeNull();
    expect(session.lastGood.value?.title).toBe("The sum is 3.");
    expect(session.staleBy.value?.line).toBe(2);
    session.change(replace(8, "x", "5"), "typed");
    await settled(session);
    expect(session.lastGood.value?.title).toBe("The sum is 6.");
    expect(session.staleBy.value).toBeNull();
    await session.close();
  });

  test("what changes while the worker is busy is asked for once, as it stands at the end", async () => {
    const { session, engine } = await start("a: 1\n");
    await settled(session);
    engine.hold();
    for (const [remove, insert] of [
      ["1", "2"],
      ["2", "3"],
      ["3", "4"],
    ] as const)
      session.change(replace(3, remove, insert), "typed");
    engine.letGo();
    await settled(session);
    expect(engine.asked.map(({ files }) => files[main])).toEqual(["a: 1\n", "a: 2\n", "a: 4\n"]);
    const revisions = engine.asked.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
    expect(session.lastGood.value?.title).toBe("The sum is 4.");
    await session.close();
  });

  test("an answer about an older text shows its figures but not its problems", async () => {
    const { session, engine } = await start("x\n");
    await settled(session);
    engine.hold();
    session.change(replace(0, "x", "a: 1"), "typed");
    session.change(replace(3, "1", "y"), "typed");
    const seen: (string | null)[] = [];
    const stop = effect(() => void seen.push(session.computed.value?.problems[0]?.message ?? null));
    engine.letGo();
    await settled(session);
    stop();
    expect(session.lastGood.value?.title).toBe("The sum is 1.");
    expect(session.computed.value?.problems).toHaveLength(1);
    expect(seen).not.toContain(null);
    await session.close();
  });

  test("a number is answered for by the text that it was computed from", async () => {
    const engine = new LineEngine();
    engine.hold();
    const { session } = await start("a: 1\n", engine);
    expect(await session.why("a")).toBeNull();
    engine.letGo();
    await settled(session);
    session.change(replace(3, "1", "x"), "typed");
    await settled(session);
    expect(await session.why("a")).toBe("a: 1");
    expect(await session.why("b")).toBeNull();
    await session.close();
  });

  test("an engine that fails is told, and the next change tries again", async () => {
    const { session, engine } = await start("a: 1\n");
    await settled(session);
    engine.fails = "out of memory";
    session.change(replace(3, "1", "2"), "typed");
    await settled(session);
    expect(session.failure.value).toBe("out of memory");
    expect(session.lastGood.value?.title).toBe("The sum is 1.");
    engine.fails = null;
    session.change(replace(3, "2", "3"), "typed");
    await settled(session);
    expect(session.failure.value).toBeNull();
    expect(session.lastGood.value?.title).toBe("The sum is 3.");
    await session.close();
  });
});

describe("a mend that is sure", () => {
  test("is made as one step", async () => {
    const { session } = await start("a: 1\nx\n");
    await settled(session);
    expect(session.mend(session.computed.value!.problems[0]!)).toBe(true);
    expect(textOf(session)).toBe("a: 1\n");
    session.undo();
    expect(textOf(session)).toBe("a: 1\nx\n");
    await session.close();
  });

  test("is not made in a text that has changed meanwhile", async () => {
    const { session, engine } = await start("x\n");
    await settled(session);
    const [problem] = session.computed.value!.problems;
    engine.hold();
    session.change(replace(0, "", "y"), "typed");
    expect(session.mend(problem!)).toBe(false);
    expect(textOf(session)).toBe("yx\n");
    engine.letGo();
    await session.close();
  });
});

describe("undo and redo", () => {
  test("go over everything and tell the editor what changed", async () => {
    const { session } = await start("a: 1\n");
    const follower = { files: session.files.value };
    const stop = effect(() => {
      const { files, changes } = session.turn.value;
      if (files !== follower.files) follower.files = apply(follower.files, changes!);
    });
    expect([session.canUndo.value, session.canRedo.value]).toEqual([false, false]);
    session.change(replace(5, "", "b: 2\n"), "edit");
    session.change(replace(3, "1", "9"), "edit");
    session.undo();
    expect(textOf(session)).toBe("a: 1\nb: 2\n");
    expect([session.canUndo.value, session.canRedo.value]).toEqual([true, true]);
    session.undo();
    expect(textOf(session)).toBe("a: 1\n");
    session.undo();
    session.redo();
    session.redo();
    session.redo();
    expect(textOf(session)).toBe("a: 9\nb: 2\n");
    expect(follower.files).toEqual(session.files.value);
    stop();
    await session.close();
  });

  test("come back with the draft", async () => {
    const { session, desk, id, engine } = await start("a: 1\n");
    session.change(replace(3, "1", "2"), "edit");
    await session.close();
    const events = { trouble: vi.fn(), gone: vi.fn(), takenOver: vi.fn() };
    const again = await openSession(desk, engine, id, events);
    if (!("value" in again)) throw new Error("not opened");
    expect(textOf(again.value)).toBe("a: 2\n");
    again.value.undo();
    expect(textOf(again.value)).toBe("a: 1\n");
    await again.value.close();
  });
});

describe("setting an input", () => {
  test("changes the text and the result, and the original is remembered", async () => {
    const { session } = await start("a: 1\nb: 2\n");
    await settled(session);
    expect(await session.set("/b", "40", "one")).toBe(true);
    await settled(session);
    expect(textOf(session)).toBe("a: 1\nb: 40\n");
    expect(session.lastGood.value?.title).toBe("The sum is 41.");
    expect(session.originals.value.get("/b")).toBe("2");
    await session.close();
  });

  test("one gesture is one step, whatever it passed through", async () => {
    const { session } = await start("a: 1\nb: 2\n");
    await settled(session);
    for (const value of ["3", "30", "7"]) await session.set("/b", value, "drag");
    expect(textOf(session)).toBe("a: 1\nb: 7\n");
    session.undo();
    expect(textOf(session)).toBe("a: 1\nb: 2\n");
    expect(session.canUndo.value).toBe(false);
    await session.close();
  });

  test("another gesture is another step", async () => {
    const { session } = await start("a: 1\n");
    await settled(session);
    await session.set("/a", "3", "first");
    await session.set("/a", "4", "second");
    session.undo();
    expect(textOf(session)).toBe("a: 3\n");
    await session.close();
  });

  test("typing between ends a gesture", async () => {
    const { session } = await start("a: 1\n");
    await settled(session);
    await session.set("/a", "3", "drag");
    session.change(replace(0, "", "b: 2\n"), "typed");
    await session.set("/a", "4", "drag");
    session.undo();
    expect(textOf(session)).toBe("b: 2\na: 3\n");
    await session.close();
  });

  test("of what is asked while the worker is busy the last counts", async () => {
    const { session, engine } = await start("a: 1\n");
    await settled(session);
    engine.hold();
    const asked = ["2", "3", "4"].map((value) => session.set("/a", value, "drag"));
    engine.letGo();
    expect(await Promise.all(asked)).toEqual([true, true, true]);
    expect(textOf(session)).toBe("a: 4\n");
    session.undo();
    expect(textOf(session)).toBe("a: 1\n");
    await session.close();
  });

  test("a change of the text while the worker thinks is not lost", async () => {
    const { session, engine } = await start("a: 1\n");
    await settled(session);
    engine.hold();
    const asked = session.set("/a", "5", "drag");
    session.change(replace(0, "", "b: 2\n"), "typed");
    engine.letGo();
    expect(await asked).toBe(true);
    expect(textOf(session)).toBe("b: 2\na: 5\n");
    await session.close();
  });

  test("a value that cannot stand there leaves the text", async () => {
    const { session } = await start("a: 1\n");
    await settled(session);
    expect(await session.set("/a", "many", "typed")).toBe(false);
    expect(textOf(session)).toBe("a: 1\n");
    await session.close();
  });

  test("back to the value of before is no step", async () => {
    const { session } = await start("a: 1\n");
    await settled(session);
    await session.set("/a", "2", "drag");
    await session.set("/a", "1", "drag");
    expect(textOf(session)).toBe("a: 1\n");
    expect(session.canUndo.value).toBe(false);
    await session.close();
  });
});

describe("keeping", () => {
  test("a draft is in a file after saving, until it changes, and again after undo", async () => {
    const { session } = await start("a: 1\n");
    expect(session.keeping.value).toBe("browser-only");
    const { digestOf } = await import("../draft/work.ts");
    session.kept(digestOf(session.files.value));
    expect(session.keeping.value).toBe("saved");
    session.change(replace(3, "1", "2"), "typed");
    expect(session.keeping.value).toBe("browser-only");
    session.undo();
    expect(session.keeping.value).toBe("saved");
    await session.close();
  });

  test("a new name is seen at once", async () => {
    const { session } = await start("a: 1\n");
    expect(await session.rename("Draft B")).toBeNull();
    expect(session.draft.value.name).toBe("Draft B");
    await session.close();
  });

  test("a draft that is deleted elsewhere is told", async () => {
    const shelf = newShelf();
    const tab = () =>
      deskOf({
        ...{ store: memoryStore(shelf), trouble: null, values: null },
        ...{ onLeaving: () => () => {}, onSaved: () => {} },
      });
    const { session, id, told } = await start("a: 1\n", new LineEngine(), tab());
    await tab().delete(id);
    await vi.waitFor(() => expect(told).toEqual(["gone"]));
    await session.close();
  });

  test("a draft that is not there is not opened", async () => {
    const events = { trouble: vi.fn(), gone: vi.fn(), takenOver: vi.fn() };
    const opened = await openSession(newDesk(), new LineEngine(), "nothing", events);
    expect("trouble" in opened && opened.trouble.code).toBe("draft-gone");
  });
});
