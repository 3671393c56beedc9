import { describe, expect, test } from "vitest";
import { Origins } from "./origins.ts";

function values(initial: Record<string, string> = {}) {
  const map = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
  };
}

describe("where a draft came from", () => {
  test("is found again, the latest first", () => {
    const kept = values();
    new Origins(kept).remember("a", "1");
    new Origins(kept).remember("b", "2");
    new Origins(kept).remember("a", "3");
    expect(["a", "b", "c"].map((digest) => new Origins(kept).find(digest))).toEqual(["3", "2", null]);
  });

  test("is forgotten after fifty others", () => {
    const origins = new Origins(values());
    for (let i = 0; i <= 50; i++) origins.remember(`d${i}`, `${i}`);
    expect([origins.find("d0"), origins.find("d1"), origins.find("d50")]).toEqual([null, "1", "50"]);
  });

  test("is nowhere when nothing is kept, or what is kept is of another make", () => {
    expect(new Origins(null).find("a")).toBeNull();
    for (const text of ["{", "{}", '[["a"], 7, ["b", 1]]'])
      expect(new Origins(values({ "powershare.origins": text })).find("a")).toBeNull();
  });
});
