/**
 * Columns that a text takes in a terminal: combining marks none, East Asian wide characters two,
 * every other one.
 *
 * Source: Unicode Standard Annex #11, classes W and F (the ambiguous ones count one); as in wcwidth,
 * the parts of a sequence of pictures are counted apart, so that a line is never too long.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

const none = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]$/u;
const wide =
  /^(?![\u{1f1e6}-\u{1f1ff}])[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]$/u;

function signWidth(sign: string): 0 | 1 | 2 {
  if (sign >= " " && sign <= "~") return 1;
  return none.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
}

/** Characters with the marks that sit on them: what may not be torn apart. */
export function clusters(text: string): string[] {
  const found: string[] = [];
  for (const sign of text) {
    if (found.length > 0 && signWidth(sign) === 0) found[found.length - 1] += sign;
    else found.push(sign);
  }
  return found;
}

/** The longest beginning of a text that takes at most `width` columns. */
export function beginning(text: string, width: number): string {
  let taken = "";
  let left = width;
  for (const sign of text) {
    left -= signWidth(sign);
    if (left < 0) break;
    taken += sign;
  }
  return taken;
}

/** Cuts a name to `width` columns; what was cut shows as an ellipsis. For names only: a cut number lies. */
export function shorten(name: string, width: number, ellipsis: string): string {
  if (displayWidth(name) <= width) return name;
  const room = width - displayWidth(ellipsis);
  return room < 1 ? beginning(name, width) : beginning(name, room).trimEnd() + ellipsis;
}

/** Fills with spaces at the end, or at the start, up to `width` columns. */
export function pad(text: string, width: number, align: "start" | "end" = "start"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "end" ? space + text : text + space;
}

/** The columns of the widest of some texts; 0 where there are none. */
export const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
