import type { Glyphs } from "./screen.ts";

/**
 * A bar of at most `width` columns for a share from 0 to 1: in eighths of a column where the
 * terminal has the blocks, else in whole ones. Nothing draws nothing, and everything above it
 * draws something.
 */
export function bar(share: number, width: number, glyphs: Glyphs): string {
  if (!(share > 0)) return "";
  const parts = glyphs.eighths.length + 1;
  const filled = Math.max(1, Math.round(Math.min(1, share) * width * parts));
  return glyphs.fills[0].repeat(Math.floor(filled / parts)) + (glyphs.eighths[(filled % parts) - 1] ?? "");
}
