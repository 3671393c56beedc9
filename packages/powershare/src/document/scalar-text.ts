import type { Scalar } from "yaml";

/** A single value of a document: text, a whole number, true or false. */
export type Value = string | number | boolean;

/** Where a value stands, and how the one before it was written. */
export interface Setting {
  /** The style of the value before; null: there was none. */
  readonly style: Scalar.Type | null;
  /** How the value before was written. */
  readonly source: string;
  /** In brackets, where commas and brackets end a text. */
  readonly inFlow: boolean;
  readonly isKey: boolean;
  readonly lineBreak: string;
}

/** The ways in which a value may be written at a place, best first: as the one before it was, then with quotes. */
export function waysToWrite(value: Value, setting: Setting): readonly string[] {
  const isBlock = setting.style === "BLOCK_LITERAL" || setting.style === "BLOCK_FOLDED";
  const onOneLine = typeof value === "string" ? lineWays(value, setting) : [String(value)];
  if (!isBlock) return onOneLine;
  const behind = behindHeader(setting.source);
  const blocks = typeof value === "string" ? blockWays(value, setting) : [];
  return [...blocks, ...onOneLine.map((way) => way + behind + (endsLine(setting.source) ? setting.lineBreak : ""))];
}

function lineWays(text: string, { style, inFlow, isKey }: Setting): string[] {
  const plain = isPlain(text, inFlow, isKey) ? [text] : [];
  const single = /^[\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(text) && !/[\u2028\u2029]/.test(text);
  const quoted = single ? [`'${text.replaceAll("'", "''")}'`] : [];
  const double = doubleQuoted(text);
  if (style === "QUOTE_DOUBLE") return [double];
  if (style === "QUOTE_SINGLE") return [...quoted, double];
  return [...plain, ...quoted, double];
}

/** JSON's quotation, with what YAML does not print escaped as well. */
export const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/**
 * Whether a text may stand without quotes and is read back as this text: not as nothing, true or
 * false or a whole number, and not as a sign of YAML.
 */
export function isPlain(text: string, inFlow: boolean, isKey: boolean): boolean {
  if (
    !/^[\x21-\x7e\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd][\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(
      text,
    )
  )
    return false;
  if (/[\u2028\u2029]|\s$/.test(text) || /^(?:---|\.\.\.)/.test(text) || text === "<<") return false;
  if (/^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/.test(text)) return false;
  if (!isKey && /^[-+]?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return false;
  if (/^[-+]?(?:\.inf|\.Inf|\.INF)$|^\.(?:nan|NaN|NAN)$/.test(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|: |:$| #/.test(text)) return false;
  return !inFlow || !/[,[\]{}]|^[-?:][,[\]{}]/.test(text);
}

/** The sign before a block of text, and how a block ends: with its last line, a line break, or none to be read. */
const header = /^([|>])[-+0-9]*/;

/** What stands behind the sign of a block on its line: a comment. Nothing where there is no block. */
export const behindHeader = (source: string): string =>
  header.test(source)
    ? source
        .replace(header, "")
        .replace(/[\r\n][^]*$/, "")
        .trimEnd()
    : "";

const endsLine = (source: string): boolean => /[\r\n]$/.test(source);

/** A text as lines below the sign, where that keeps every character of it. */
function blockWays(text: string, { style, source, lineBreak }: Setting): string[] {
  const indent = /[\r\n]+( +)[^ \r\n]/.exec(source)?.[1];
  const trimmed = text.replace(/\n$/, "");
  if (indent === undefined || /^[\d]/.test(source.slice(1)) || !isForBlock(trimmed)) return [];
  const chomp = trimmed === text ? "-" : "";
  const write = (sign: string, lines: readonly string[]) =>
    [sign + chomp + behindHeader(source), ...lines.map((line) => (line === "" ? "" : indent + line))].join(lineBreak) +
    (endsLine(source) ? lineBreak : "");
  const isOneParagraph = !/\n|  | $/.test(trimmed);
  const folded = style === "BLOCK_FOLDED" && isOneParagraph ? [write(">", filled(trimmed, width(source, indent)))] : [];
  return [...folded, write("|", trimmed.split("\n"))];
}

/** Printable, with a first line that shows the indentation. */
const isForBlock = (text: string): boolean =>
  /^[\x21-\x7e\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd][\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(
    text,
  ) && !/[\u2028\u2029]|\n$/.test(text);

/** The longest line of a block, which new lines keep to; at least 60. */
const width = (source: string, indent: string): number =>
  Math.max(
    60,
    ...source
      .split(/\r\n|\r|\n/)
      .slice(1)
      .map((line) => line.length - indent.length),
  );

/** Words in lines of a width. */
function filled(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
