import { afterEach, describe, expect, test } from "vitest";
import { type Desk, type DeskMeans, deskOf, type DraftEvents, type OpenDraft } from "./desk.ts";
import { draft, typed, valuesOf } from "./draft.testing.ts";
import { textIn } from "./files.ts";
import { memoryStore, newShelf, type Shelf } from "./memory-store.ts";
import type { DraftStore } from "./store.ts";
import { type Trouble, trouble } from "./trouble.ts";
import type { Move, Work } from "./work.ts";

const opened: OpenDraft[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((open) => open.close()));
});

/** A browser: what its tabs share, and what it refuses. */
function newBrowser(): {
  shelf: Shelf;
  values: ReturnType<typeof valuesOf>;
  refused: Map<keyof DraftStore, Trouble>;
  tab: () => Desk;
} {
  const shelf = newShelf();
  const values = valuesOf(1e6);
  const refused = new Map<keyof DraftStore, Trouble>();
  const tab = (): Desk => {
    const store = memoryStore(shelf);
    const means: DeskMeans = {
      store: {
        ...store,
        put: async (work, writer) => refused.get("put") ?? (await store.put(work, writer)),
        async claim(id, writer) {
          const failed = refused.get("claim");
          if (!failed) return store.claim(id, writer);
          const got = await store.get(id);
          return "trouble" in got ? got : { value: { work: got.value, failed } };
        },
      },
      trouble: null,
      values,
      onLeaving: () => () => {},
      onSaved: () => {},
    };
    return deskOf(means);
  };
  return { shelf, values, refused, tab };
}

interface Told {
  readonly open: OpenDraft;
  readonly heard: string[];
}

async function openIn(desk: Desk, id: string): Promise<Told> {
  const heard: string[] = [];
  const events: DraftEvents = {
    work: (work) => heard.push(`work ${textIn(work.draft.files, "scenario.yaml").trim()}`),
    role: (role) => heard.push(role),
    status: ({ kind }) => heard.push(kind),
    trouble: ({ code }) => heard.push(code),
    gone: () => heard.push("gone"),
  };
  const found = await desk.open(id, events);
  if ("trouble" in found) throw new Error(found.trouble.code);
  opened.push(found.value);
  return { open: found.value, heard };
}

async function create(desk: Desk): Promise<Work> {
  const made = await desk.create(draft, false);
  if ("trouble" in made) throw new Error(made.trouble.code);
  return made.value;
}

const change = (text: string): Move => ({ kind: "change", step: { ...typed(0, text, Date.now()), kind: "edit" } });
const textOf = (open: OpenDraft): string => textIn(open.work.draft.files, "scenario.yaml");

test("a draft is kept with its history, under its own id", async () => {
  const { tab } = newBrowser();
  const desk = tab();
  const { draft: made } = await create(desk);
  expect(made.id).toMatch(/^[0-9a-f]{32}$/);
  const first = await openIn(desk, made.id);
  expect(first.open.role).toBe("writer");
  first.open.play(change("1 "));
  first.open.play(change("2 "));
  await first.open.close();
  const { open } = await openIn(tab(), made.id);
  expect(textOf(open)).toBe("2 1 a: 1\n");
  open.play({ kind: "undo", at: Date.now() });
  open.play({ kind: "undo", at: Date.now() });
  expect(textOf(open)).toBe("a: 1\n");
  open.play({ kind: "redo", at: Date.now() });
  expect(textOf(open)).toBe("1 a: 1\n");
});

test("drafts are listed by their last change", async () => {
  const { shelf, tab } = newBrowser();
  const desk = tab();
  const [a, b] = [await create(desk), await create(desk)];
  shelf.records.set(b.draft.id, { work: { ...b, changed: a.changed - 1000 }, writer: "" });
  const { open } = await openIn(desk, b.draft.id);
  const ids = async (): Promise<readonly string[]> => {
    const list = await desk.list();
    return "value" in list ? list.value.map(({ id }) => id) : [];
  };
  expect(await ids()).toEqual([a.draft.id, b.draft.id]);
  await new Promise((resolve) => setTimeout(resolve, 2));
  open.play(change("x"));
  await open.flush();
  expect(await ids()).toEqual([b.draft.id, a.draft.id]);
});

describe("two tabs", () => {
  test("the second reads and follows what the first saves; taking over loses nothing that was not saved", async () => {
    const { tab } = newBrowser();
    const { draft: made } = await create(tab());
    const first = await openIn(tab(), made.id);
    const second = await openIn(tab(), made.id);
    expect([first.open.role, second.open.role]).toEqual(["writer", "reader"]);
    first.open.play(change("1 "));
    expect(second.open.play(change("no "))).toBeNull();
    await first.open.flush();
    await expect.poll(() => textOf(second.open)).toBe("1 a: 1\n");

    first.open.play(change("2 "));
    second.open.takeOver();
    await expect.poll(() => [first.open.role, second.open.role]).toEqual(["reader", "writer"]);
    expect(textOf(second.open)).toBe("2 1 a: 1\n");
    expect(first.open.play(change("no "))).toBeNull();

    second.open.play(change("3 "));
    await second.open.flush();
    await expect.poll(() => textOf(first.open)).toBe("3 2 1 a: 1\n");
    await second.open.close();
    await expect.poll(() => first.open.role).toBe("writer");
    expect(first.open.play({ kind: "undo", at: Date.now() })?.draft.files).toEqual({ "scenario.yaml": "2 1 a: 1\n" });
  });

  test("a name changed in one is changed in the other, whoever writes, and stays when that one saves", async () => {
    const { tab } = newBrowser();
    const { draft: made } = await create(tab());
    const first = await openIn(tab(), made.id);
    const other = tab();
    await other.rename(made.id, "New name");
    await expect.poll(() => first.open.work.draft.name).toBe("New name");
    first.open.play(change("x"));
    await first.open.flush();
    expect(await other.list()).toMatchObject({ value: [{ name: "New name" }] });
    await first.open.rename("Newer");
    expect(first.open.work.draft.name).toBe("Newer");
  });

  test("a draft deleted in one is closed in the other, which can keep a copy with its history", async () => {
    const { tab } = newBrowser();
    const { draft: made } = await create(tab());
    const first = await openIn(tab(), made.id);
    first.open.play(change("kept "));
    const other = tab();
    expect(await other.delete(made.id)).toBeNull();
    await expect.poll(() => first.heard.at(-1)).toBe("gone");
    expect(first.open.play(change("no "))).toBeNull();
    const copy = await other.copy(first.open.work, "Copy");
    if ("trouble" in copy) throw new Error(copy.trouble.code);
    expect(copy.value.draft.id).not.toBe(made.id);
    const { open } = await openIn(other, copy.value.draft.id);
    expect([open.work.draft.name, textOf(open)]).toEqual(["Copy", "kept a: 1\n"]);
    expect(open.play({ kind: "undo", at: 0 })?.draft.files).toEqual({ "scenario.yaml": "a: 1\n" });
  });

  test("what another tab has claimed is not written over", async () => {
    const { shelf, tab } = newBrowser();
    const { draft: made } = await create(tab());
    const { open, heard } = await openIn(tab(), made.id);
    await memoryStore(shelf).claim(made.id, "someone else");
    open.play(change("late "));
    await open.flush();
    expect(heard).toContain("reader");
    expect(textIn(shelf.records.get(made.id)!.work.draft.files, "scenario.yaml")).toBe("a: 1\n");
  });
});

describe("a browser whose disk is full", () => {
  test("says so, and what was typed is there after a reload", async () => {
    const { refused, tab } = newBrowser();
    const { draft: made } = await create(tab());
    const first = await openIn(tab(), made.id);
    refused.set("put", trouble("storage-full"));
    first.open.play(change("1 "));
    await first.open.close();
    expect(first.heard.at(-1)).toBe("failed");

    // The page is opened anew, while there is still no room: then not even the token is kept.
    refused.set("claim", trouble("storage-full"));
    const second = await openIn(tab(), made.id);
    expect([second.open.role, textOf(second.open)]).toEqual(["writer", "1 a: 1\n"]);
    second.open.play(change("2 "));
    await second.open.close();
    expect(second.heard.at(-1)).toBe("failed");

    refused.clear();
    const third = await openIn(tab(), made.id);
    expect(textOf(third.open)).toBe("2 1 a: 1\n");
    expect(third.heard.at(-1)).toBe("saved");
  });

  test("saves as soon as there is room again, also a writer that could not be noted", async () => {
    const { refused, shelf, tab } = newBrowser();
    const { draft: made } = await create(tab());
    refused.set("claim", trouble("storage-full"));
    const { open, heard } = await openIn(tab(), made.id);
    open.play(change("1 "));
    await open.flush();
    expect(heard.at(-1)).toBe("failed");
    refused.clear();
    await open.flush();
    expect(heard.at(-1)).toBe("saved");
    expect(textIn(shelf.records.get(made.id)!.work.draft.files, "scenario.yaml")).toBe("1 a: 1\n");
  });
});

test("a tail that does not fit is said", async () => {
  const { values, tab } = newBrowser();
  const { draft: made } = await create(tab());
  values.setItem(`powershare.tail.${made.id}`, "w");
  values.setItem(
    `powershare.tail.${made.id}.w`,
    JSON.stringify({ format: 1, base: 0, moves: [{ kind: "change", step: typed(99, "x", 1) }] }),
  );
  const { open, heard } = await openIn(tab(), made.id);
  expect(heard).toContain("tail-lost");
  expect(textOf(open)).toBe("a: 1\n");
});

test("a draft that is not there", async () => {
  const { tab } = newBrowser();
  const events = { work() {}, role() {}, status() {}, trouble() {}, gone() {} };
  expect(await tab().open("nothing", events)).toEqual({ trouble: trouble("draft-gone") });
  expect(await tab().rename("nothing", "x")).toEqual(trouble("draft-gone"));
  expect(await tab().delete("nothing")).toBeNull();
});
