import { expose } from "comlink";
import { afterEach, describe, expect, test } from "vitest";
import { type Spawned, startEngine } from "./client.ts";
import type { Computed, Engine, Job } from "./protocol.ts";

const job = (revision: number): Job => ({ files: {}, main: "s.yaml", revision });
const answer = (revision: number): Computed => ({ revision, problems: [], result: null });

/** Stands in for a worker: what it is asked waits until it is let go. */
class Stand implements Spawned {
  readonly asked: number[] = [];
  isTerminated = false;
  readonly endpoint: MessagePort;
  readonly #far: MessagePort;
  #tell: (reason: string) => void = () => undefined;
  #waiting: (() => void)[] = [];

  constructor(engine: Partial<Engine> = {}) {
    const { port1, port2 } = new MessageChannel();
    this.endpoint = port1;
    this.#far = port2;
    expose({ compute: (asked: Job) => this.#compute(asked), ...engine }, port2);
  }

  onDeath(tell: (reason: string) => void): void {
    this.#tell = tell;
  }

  terminate(): void {
    this.isTerminated = true;
    this.endpoint.close();
    this.#far.close();
  }

  die(): void {
    this.#tell("broke down");
  }

  letGo(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  async #compute({ revision }: Job): Promise<Computed> {
    this.asked.push(revision);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return answer(revision);
  }
}

const stands: Stand[] = [];
afterEach(() => stands.splice(0).forEach((stand) => stand.terminate()));

function start(engines: readonly Partial<Engine>[] = [], mostMs = 10_000): Engine {
  const spawn = () => {
    const stand = new Stand(engines[stands.length]);
    stands.push(stand);
    return stand;
  };
  return startEngine({ spawn, mostMs });
}

/** Until something holds; the test's own time limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

test("the worker is started at once", () => {
  start();
  expect(stands).toHaveLength(1);
});

test("an answer comes from the worker, and what it throws too", async () => {
  const engine = start([
    { hover: async () => ({ from: 1, to: 2, text: "x" }), set: () => Promise.reject(new Error("cannot be set")) },
  ]);
  expect(await engine.hover(job(1), 0)).toEqual({ from: 1, to: 2, text: "x" });
  await expect(engine.set(job(1), "/a", "1")).rejects.toThrow("cannot be set");
  expect(stands).toHaveLength(1);
});

describe("while something is computed", () => {
  test("only the newest text waits, and answers everybody", async () => {
    const engine = start();
    const answers = [1, 2, 3, 4].map((revision) => engine.compute(job(revision)));
    await until(() => stands[0]!.asked.length === 1);
    stands[0]!.letGo();
    await until(() => stands[0]!.asked.length === 2);
    stands[0]!.letGo();
    expect(await Promise.all(answers)).toEqual([4, 4, 4, 4].map(answer));
    expect(stands[0]!.asked).toEqual([1, 4]);
  });

  test("an answer without a newer text is given as it is", async () => {
    const engine = start();
    const first = engine.compute(job(1));
    await until(() => stands[0]!.asked.length === 1);
    stands[0]!.letGo();
    expect(await first).toEqual(answer(1));
    const second = engine.compute(job(2));
    await until(() => stands[0]!.asked.length === 2);
    stands[0]!.letGo();
    expect(await second).toEqual(answer(2));
  });

  test("other questions do not wait for it", async () => {
    const engine = start([{ page: async () => "page" }]);
    const computed = engine.compute(job(1));
    expect(await engine.page(job(1))).toBe("page");
    stands[0]!.letGo();
    await computed;
  });
});

describe("a worker that breaks down", () => {
  test("is replaced, and asked again what it was asked", async () => {
    const engine = start();
    const computed = engine.compute(job(1));
    await until(() => stands[0]!.asked.length === 1);
    stands[0]!.die();
    await until(() => stands[1]?.asked.length === 1);
    stands[1]!.letGo();
    expect(await computed).toEqual(answer(1));
    expect(stands[0]!.isTerminated).toBe(true);
  });

  test("twice over the same question: the question fails, and the next one finds a new worker", async () => {
    const engine = start();
    const computed = engine.compute(job(1));
    for (const n of [0, 1]) {
      await until(() => stands[n]?.asked.length === 1);
      stands[n]!.die();
    }
    await expect(computed).rejects.toThrow("broke down");
    const next = engine.compute(job(2));
    await until(() => stands[2]?.asked.length === 1);
    stands[2]!.letGo();
    expect(await next).toEqual(answer(2));
  });

  test("while nothing is asked: the next question finds a new one", async () => {
    const engine = start([{}, { page: async () => "page" }]);
    stands[0]!.die();
    expect(await engine.page(job(1))).toBe("page");
  });
});

test("what gets no answer in time fails, and what else the worker was asked is asked of a new one", async () => {
  const never = new Promise<never>(() => undefined);
  const engine = start([{ page: () => never, hover: () => never }, { hover: async () => null }], 300);
  const page = engine.page(job(1));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const hover = engine.hover(job(1), 0);
  await expect(page).rejects.toThrow("no answer within 0.3 seconds");
  expect(await hover).toBe(null);
});
