import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askedLock, type Channel, type Said } from "./asked-lock.ts";
import type { Role, WriterLock } from "./role.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Channels of one name: what one posts reaches the others a moment later, unless their tab is frozen. */
function newEther(): { channel: () => Channel; freeze: (channel: Channel) => void; thaw: (channel: Channel) => void } {
  const listeners = new Map<Channel, (event: MessageEvent<Said>) => void>();
  const held = new Map<Channel, Said[]>();
  const deliver = (to: Channel, data: Said): void => {
    const kept = held.get(to);
    if (kept) kept.push(data);
    else listeners.get(to)?.({ data } as MessageEvent<Said>);
  };
  return {
    channel() {
      const channel: Channel = {
        addEventListener: (_, listener) => listeners.set(channel, listener),
        postMessage(said) {
          for (const other of listeners.keys()) if (other !== channel) setTimeout(() => deliver(other, said), 1);
        },
        close: () => listeners.delete(channel),
      };
      return channel;
    },
    freeze: (channel) => held.set(channel, []),
    thaw(channel) {
      const kept = held.get(channel) ?? [];
      held.delete(channel);
      for (const said of kept) deliver(channel, said);
    },
  };
}

async function tab(channel: Channel): Promise<{ lock: WriterLock; told: Role[] }> {
  const told: Role[] = [];
  const asked = askedLock(channel, (role) => told.push(role));
  await vi.advanceTimersByTimeAsync(400);
  return { lock: await asked, told };
}

describe("tabs that ask each other", () => {
  test("the first writes, the second reads, and writes when the first leaves", async () => {
    const ether = newEther();
    const first = await tab(ether.channel());
    const second = await tab(ether.channel());
    expect([first.lock.role, second.lock.role]).toEqual(["writer", "reader"]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([first.told, second.told]).toEqual([[], []]);
    first.lock.release();
    await vi.advanceTimersByTimeAsync(200);
    expect(second.told).toEqual(["writer"]);
  });

  test("the second takes over, and takes it back", async () => {
    const ether = newEther();
    const first = await tab(ether.channel());
    const second = await tab(ether.channel());
    second.lock.takeOver();
    expect(second.lock.role).toBe("writer");
    await vi.advanceTimersByTimeAsync(2);
    expect(first.told).toEqual(["reader"]);
    first.lock.takeOver();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([first.told, second.told]).toEqual([
      ["reader", "writer"],
      ["writer", "reader"],
    ]);
  });

  test("of tabs that open at once, and of readers whose writer leaves, one writes", async () => {
    const ether = newEther();
    const tabs = await Promise.all([0, 1, 2, 3].map(() => tab(ether.channel())));
    const writers = (): number => tabs.filter(({ lock }) => lock.role === "writer").length;
    expect(writers()).toBe(1);
    for (let left = 3; left > 0; left--) {
      const [writer] = tabs.splice(
        tabs.findIndex(({ lock }) => lock.role === "writer"),
        1,
      );
      writer!.lock.release();
      await vi.advanceTimersByTimeAsync(5000);
      expect(writers()).toBe(1);
    }
  });

  test("a writer that vanishes without a word is missed within a few seconds; if it comes back, it reads", async () => {
    const ether = newEther();
    const channel = ether.channel();
    const first = await tab(channel);
    const second = await tab(ether.channel());
    ether.freeze(channel);
    await vi.advanceTimersByTimeAsync(4000);
    expect(second.lock.role).toBe("writer");
    ether.thaw(channel);
    await vi.advanceTimersByTimeAsync(10);
    expect([first.lock.role, second.lock.role]).toEqual(["reader", "writer"]);
  });

  test("one that steps down lets another write; alone it writes again after a while", async () => {
    const ether = newEther();
    const only = await tab(ether.channel());
    only.lock.stepDown();
    expect(only.told).toEqual(["reader"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(only.told).toEqual(["reader", "writer"]);
  });

  test("after release nothing more is heard", async () => {
    const ether = newEther();
    const first = await tab(ether.channel());
    first.lock.release();
    first.lock.takeOver();
    first.lock.stepDown();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([first.told, first.lock.role]).toEqual([[], "reader"]);
  });
});
