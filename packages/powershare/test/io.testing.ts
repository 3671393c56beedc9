import type { Io } from "../src/cli/io.ts";

/** What a command printed and told, without a terminal: no colour, 80 columns. */
export interface PlainIo extends Io {
  out: string;
  err: string;
}

export function plainIo(settings: Partial<Pick<Io, "width" | "colour" | "unicode">> = {}): PlainIo {
  const io: PlainIo = {
    out: "",
    err: "",
    print: (text) => void (io.out += text.endsWith("\n") ? text : `${text}\n`),
    tell: (text) => void (io.err += text.endsWith("\n") ? text : `${text}\n`),
    width: 80,
    colour: false,
    unicode: true,
    ...settings,
  };
  return io;
}
