import { msg } from "../../core/message.ts";
import type { Report } from "../../report/blocks.ts";
import type { Words } from "../words.ts";
import { shortHash } from "./summary.ts";

/** The rules of the printed page: A4, and at its foot case, date, hash and page n/N. */
export function pageFoot(report: Report, words: Words): string {
  const { head } = report;
  const parts = [
    head.case,
    ...(head.date === null ? [] : [words.write({ date: head.date })]),
    words.say(msg("html.hash", { hash: shortHash(head.hash) })),
  ];
  const font = 'font:8pt "Noto Sans",system-ui,sans-serif;color:#444';
  const rtl = words.direction === "rtl";
  const [start, end] = rtl ? ["right", "left"] : ["left", "right"];
  return [
    "@page{size:A4;margin:15mm 15mm 18mm;",
    `@bottom-${start}{content:${cssText(parts.join(" · "))};${font};width:80%;text-align:${start}}`,
    `@bottom-${end}{content:counter(page) " / " counter(pages);${font};width:20%;text-align:${end}}`,
    "}",
  ].join("");
}

/** A text as a string of CSS: all but plain letters and digits as code points, so that nothing ends it early. */
export function cssText(text: string): string {
  const escaped = [...text].map((character) =>
    /[a-zA-Z0-9 ]/.test(character) ? character : `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped.join("")}"`;
}
