import { writeFileSync } from "node:fs";

/**
 * A reporter for Vitest that writes how many tests passed, failed and were skipped, as JSON, to the file that
 * $POWERSHARE_TEST_COUNTS names. A file that cannot be loaded and an error outside any test count as one failed each.
 */
export default class CountsReporter {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (/** @type {string} */ state) => states.filter((s) => s === state).length;
    const broken = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((m) => m.errors().length > 0);
    const failed = count("failed") + broken.length + strayErrors.length;
    const counts = { passed: count("passed"), failed, skipped: states.length - count("passed") - count("failed") };
    writeFileSync(process.env.POWERSHARE_TEST_COUNTS ?? "counts.json", JSON.stringify(counts));
  }
}
