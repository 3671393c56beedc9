import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Autosave, type SaveStatus } from "./autosave.ts";
import { draft, typed, valuesOf } from "./draft.testing.ts";
import { Journal } from "./journal.ts";
import { type Trouble, trouble } from "./trouble.ts";
import { type Move, newWork, play, type Work } from "./work.ts";

const tailKey = "powershare.tail.d1.w";

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

/** A draft that is typed into, and a store that takes its time. */
function setUp({ slowMs = 20, units = 1e6 } = {}) {
  const saved: { revision: number; at: number }[] = [];
  const status: SaveStatus["kind"][] = [];
  let refusal: Trouble | null = null;
  let work = newWork(draft, 0, false);
  const save = async ({ revision }: Work): Promise<Trouble | null> => {
    const refused = refusal;
    await new Promise((resolve) => setTimeout(resolve, slowMs));
    if (!refused) saved.push({ revision, at: Date.now() });
    return refused;
  };
  const values = valuesOf(units);
  const autosave = new Autosave(save, new Journal(values, draft.id, "w", 0), ({ kind }) => status.push(kind));
  return {
    saved,
    status,
    values,
    autosave,
    refuse: (with_: Trouble | null) => (refusal = with_),
    type: (text = "x"): void => {
      const move: Move = { kind: "change", step: typed(0, text, Date.now()) };
      work = play(work, move);
      autosave.record(move, work);
    },
  };
}

test("a change is saved within half a second, and the tail goes when it is", async () => {
  const { saved, status, values, type } = setUp({ slowMs: 100 });
  type();
  expect(values.entries.has(tailKey)).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(saved).toEqual([{ revision: 1, at: 400 }]);
  expect(status).toEqual(["saving", "saved"]);
  expect(values.entries.has(tailKey)).toBe(false);
});

test("while typing goes on it is saved every two seconds at least", async () => {
  const { saved, type } = setUp({ slowMs: 100 });
  for (let ms = 0; ms < 10_000; ms += 100) {
    type();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(1000);
  const times = [0, ...saved.map(({ at }) => at)];
  expect(Math.max(...times.slice(1).map((at, i) => at - times[i]!))).toBeLessThanOrEqual(2000);
  expect(saved.at(-1)!.revision).toBe(100);
  expect(saved.length).toBeLessThan(10);
});

test("what is typed while it is being saved is saved after, never at the same time", async () => {
  const { saved, status, type } = setUp({ slowMs: 1000 });
  type();
  await vi.advanceTimersByTimeAsync(500);
  type();
  await vi.advanceTimersByTimeAsync(3000);
  expect(saved.map(({ revision }) => revision)).toEqual([1, 2]);
  expect(saved[1]!.at - saved[0]!.at).toBeGreaterThanOrEqual(1000);
  expect(status).toEqual(["saving", "saving", "saved"]);
});

test("flush saves at once what there is, and waits for it", async () => {
  const { saved, autosave, type } = setUp({ slowMs: 50 });
  type();
  const done = autosave.flush();
  await vi.advanceTimersByTimeAsync(10);
  type();
  const both = Promise.all([done, autosave.flush(), autosave.flush()]);
  await vi.advanceTimersByTimeAsync(200);
  await both;
  expect(saved).toEqual([
    { revision: 1, at: 50 },
    { revision: 2, at: 100 },
  ]);
  await autosave.flush();
  expect(saved).toHaveLength(2);
});

test("a change too large for the journal is saved at once", async () => {
  const { saved, type } = setUp({ slowMs: 0, units: 500 });
  type("y".repeat(1000));
  await vi.advanceTimersByTimeAsync(5);
  expect(saved.map(({ revision }) => revision)).toEqual([1]);
});

describe("trouble", () => {
  test("is said, the tail stays, and it is tried again until it works", async () => {
    const { saved, status, values, refuse, type } = setUp();
    refuse(trouble("storage-full"));
    type();
    await vi.advanceTimersByTimeAsync(1000);
    expect(status).toEqual(["saving", "failed"]);
    expect(values.entries.has(tailKey)).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(status.at(-1)).toBe("failed");
    refuse(null);
    await vi.advanceTimersByTimeAsync(6000);
    expect(status.at(-1)).toBe("saved");
    expect(saved.map(({ revision }) => revision)).toEqual([1]);
    expect(values.entries.has(tailKey)).toBe(false);
  });

  test("ends with the next change that can be saved", async () => {
    const { saved, refuse, type } = setUp();
    refuse(trouble("storage-full"));
    type();
    await vi.advanceTimersByTimeAsync(1000);
    refuse(null);
    type();
    await vi.advanceTimersByTimeAsync(500);
    expect(saved.map(({ revision }) => revision)).toEqual([2]);
  });
});

test("after stop nothing is saved, nothing said, and the tail stays for whoever goes on", async () => {
  const { saved, status, values, autosave, type } = setUp();
  type();
  autosave.stop();
  type();
  await autosave.flush();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
  expect(status).toEqual(["saving"]);
  expect(values.entries.has(tailKey)).toBe(true);
});
