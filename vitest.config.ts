import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The workbench is tested with the library as it is written, not as it was built last.
  resolve: { alias: { powershare: fileURLToPath(new URL("packages/powershare/src/index.ts", import.meta.url)) } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    globalSetup: ["scripts/generate.mjs"],
    maxWorkers: 2,
    // The first start of a Chromium, or of the program itself, can be slow on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
