import { expect, test } from "vitest";
import { type Span, Spans } from "./spans.ts";

test("finds the span that covers a need, whatever the order they came in", () => {
  const spans = new Spans<Span>();
  const order = Array.from({ length: 2000 }, (_, i) => (i * 773) % 2000);
  for (const i of order) spans.add({ low: i * 10, high: i * 10 + 5 });
  for (const i of order) {
    expect(spans.find(i * 10 + 5)?.low).toBe(i * 10);
    expect(spans.find(i * 10 + 1)?.low).toBe(i * 10);
    expect(spans.find(i * 10)).toBeUndefined();
    expect(spans.find(i * 10 + 6)).toBeUndefined();
  }
});

test("nothing covers a need before something is kept", () => {
  expect(new Spans<Span>().find(1)).toBeUndefined();
});
