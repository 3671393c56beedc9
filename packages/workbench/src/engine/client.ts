import { type Endpoint, type Remote, wrap } from "comlink";
import type { CaseCard, Completion, Computed, Engine, Hover, Job } from "./protocol.ts";

/** A worker, or what stands in for one. */
export interface Spawned {
  readonly endpoint: Endpoint;
  /** Calls back when the worker has broken down. */
  onDeath(tell: (reason: string) => void): void;
  terminate(): void;
}

export interface ClientMeans {
  readonly spawn: () => Spawned;
  /** Milliseconds after which an answer is no longer waited for. */
  readonly mostMs: number;
}

/**
 * Starts the engine in a worker of its own. A worker that breaks down is replaced, and what it was
 * asked is asked again, once. While something is computed, only the newest text waits, and whoever
 * asked about an older one gets the answer about it.
 */
export const startEngine = (means: Partial<ClientMeans> = {}): Engine =>
  new EngineClient({ spawn: spawnWorker, mostMs: 60_000, ...means });

function spawnWorker(): Spawned {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "powershare" });
  return {
    endpoint: worker,
    onDeath(tell) {
      worker.addEventListener("error", (event) => tell(event.message || "the worker could not be loaded"), {
        once: true,
      });
      worker.addEventListener("messageerror", () => tell("a message could not be read"), { once: true });
    },
    terminate: () => worker.terminate(),
  };
}

/** A worker broke down before it answered; another one may answer. */
class BrokenDown extends Error {}

interface Running {
  readonly engine: Remote<Engine>;
  /** Rejects when the worker is gone. */
  readonly death: Promise<never>;
  readonly end: (reason: string) => void;
}

interface Ask {
  resolve(answer: Computed): void;
  reject(error: unknown): void;
}

class EngineClient implements Engine {
  readonly #means: ClientMeans;
  #running: Running | null = null;
  #isComputing = false;
  /** The newest text that waits, and everybody who waits for an answer about it. */
  #next: { readonly job: Job; readonly asks: readonly Ask[] } | null = null;

  constructor(means: ClientMeans) {
    this.#means = means;
    // The worker is loaded while the page gets itself ready.
    this.#worker();
  }

  compute(job: Job): Promise<Computed> {
    return new Promise((resolve, reject) => {
      this.#next = { job, asks: [...(this.#next?.asks ?? []), { resolve, reject }] };
      if (!this.#isComputing) void this.#computeAll();
    });
  }

  why(job: Job, key: string): Promise<string | null> {
    return this.#ask((engine) => engine.why(job, key));
  }

  set(job: Job, pointer: string, value: string): ReturnType<Engine["set"]> {
    return this.#ask((engine) => engine.set(job, pointer, value));
  }

  complete(job: Job, offset: number): Promise<readonly Completion[]> {
    return this.#ask((engine) => engine.complete(job, offset));
  }

  hover(job: Job, offset: number): Promise<Hover | null> {
    return this.#ask((engine) => engine.hover(job, offset));
  }

  page(job: Job): Promise<string | null> {
    return this.#ask((engine) => engine.page(job));
  }

  cases(): Promise<readonly CaseCard[]> {
    return this.#ask((engine) => engine.cases());
  }

  caseFiles(id: string): ReturnType<Engine["caseFiles"]> {
    return this.#ask((engine) => engine.caseFiles(id));
  }

  starter(): ReturnType<Engine["starter"]> {
    return this.#ask((engine) => engine.starter());
  }

  async #computeAll(): Promise<void> {
    this.#isComputing = true;
    for (let next = this.#next; next; next = this.#next) {
      this.#next = null;
      const { job, asks } = next;
      const settled = await this.#ask((engine) => engine.compute(job)).then(
        (answer) => (ask: Ask) => ask.resolve(answer),
        (error: unknown) => (ask: Ask) => ask.reject(error),
      );
      this.#finish(asks, settled);
    }
    this.#isComputing = false;
  }

  /** Answers, unless something newer waits by now: then its answer is theirs too. */
  #finish(asks: readonly Ask[], settle: (ask: Ask) => void): void {
    const newer = this.#next;
    if (newer) this.#next = { ...newer, asks: [...asks, ...newer.asks] };
    else for (const ask of asks) settle(ask);
  }

  async #ask<T>(question: (engine: Remote<Engine>) => Promise<T>): Promise<T> {
    try {
      return await this.#askOnce(question);
    } catch (error) {
      if (error instanceof BrokenDown) return this.#askOnce(question);
      throw error;
    }
  }

  async #askOnce<T>(question: (engine: Remote<Engine>) => Promise<T>): Promise<T> {
    const { engine, death, end } = this.#worker();
    const reason = `no answer within ${this.#means.mostMs / 1000} seconds`;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      end(reason);
    }, this.#means.mostMs);
    try {
      return await Promise.race([question(engine), death]);
    } catch (error) {
      throw isLate ? new Error(reason, { cause: error }) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The worker that runs; a new one where there is none. */
  #worker(): Running {
    if (this.#running) return this.#running;
    const spawned = this.#means.spawn();
    const { promise, reject } = withReject();
    const running: Running = {
      engine: wrap<Engine>(spawned.endpoint),
      death: promise,
      end: (reason) => {
        if (this.#running === running) this.#running = null;
        spawned.terminate();
        reject(new BrokenDown(reason));
      },
    };
    spawned.onDeath(running.end);
    this.#running = running;
    return running;
  }
}

/** A promise that only rejects; nobody need wait for it. */
function withReject(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, reject };
}
