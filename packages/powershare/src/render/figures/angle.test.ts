import { expect, test } from "vitest";
import { cosine, sine } from "./angle.ts";

test("sine and cosine are those of the engine to a millionth of a millionth", () => {
  for (let step = -1000; step <= 1000; step++) {
    const angle = (step / 1000) * Math.PI;
    expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(1e-12);
    expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(1e-12);
  }
});
