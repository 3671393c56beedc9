import { describe, expect, test } from "vitest";
import { pageStyle } from "../../../powershare/src/render/html/style.ts";
import { reportSheet } from "./report-sheet.ts";

describe("the report's style sheet inside another page", () => {
  test("tokens stay on the root and other rules are kept within the report", () => {
    expect(reportSheet(":root{--paper:#fff}\nh1,a:is(.b,.c){margin:0}")).toBe(
      ":root{--paper:#fff}\n:is(.report,g[id]) h1,:is(.report,g[id]) a:is(.b,.c){margin:0}",
    );
  });

  test("the page and its body are the report, its main part the content", () => {
    expect(reportSheet("html{color:red}body{margin:0}main>section{top:0}")).toBe(
      ".report{color:red}\n.report{margin:0}\n:is(.report,g[id]) .content>section{top:0}",
    );
  });

  test("right to left is a matter of the root", () => {
    expect(reportSheet("html[dir=rtl]{top:0}[dir=rtl] :is(h1,h2){top:1px}")).toBe(
      ":root[dir=rtl] .report{top:0}\n:root[dir=rtl] :is(.report,g[id]) :is(h1,h2){top:1px}",
    );
  });

  test("dark follows the reader's choice, then the system", () => {
    const sheet = reportSheet("@media screen and (prefers-color-scheme:dark){:root{--a:1}.o{--o:2}}");
    expect(sheet).toBe(
      '@media screen and (prefers-color-scheme:dark){:root:where(:not([data-theme="light"])){--a:1}\n:root:where(:not([data-theme="light"])) :is(.report,g[id]) .o{--o:2}}\n' +
        '@media screen{:root:where([data-theme="dark"]){--a:1}\n:root:where([data-theme="dark"]) :is(.report,g[id]) .o{--o:2}}',
    );
  });

  test("the width that counts is that of the pane", () => {
    expect(reportSheet("@media (max-width:640px){caption>span{max-inline-size:calc(100vw - 32px)}}")).toBe(
      "@container report (max-width:640px){:is(.report,g[id]) caption>span{max-inline-size:calc(100cqi - 32px)}}",
    );
    expect(reportSheet("@media print{body{padding:0}}")).toBe("@media print{.report{padding:0}}");
  });

  test("the whole sheet: every rule is on the root or within the report, and no declaration is lost", () => {
    const sheet = reportSheet(pageStyle());
    const selectors = sheet
      .replace(/@[^{]*\{/g, "")
      .replaceAll("}}", "}")
      .split(/\{[^}]*\}/);
    for (const selector of selectors.map((text) => text.trim()).filter((text) => text !== ""))
      expect(selector).toMatch(/^(:root|\.report|:is\(\.report,)/);
    const count = (text: string) => text.split(";").length;
    expect(count(sheet)).toBeGreaterThanOrEqual(count(pageStyle()));
    expect(sheet).not.toMatch(/@media \((max|min)-width|100vw/);
  });

  test("a brace that is not closed is told", () => {
    expect(() => reportSheet("h1{margin:0")).toThrow("not closed");
  });
});
