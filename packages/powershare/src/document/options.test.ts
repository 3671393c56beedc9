import * as z from "zod";
import { expect, test } from "vitest";
import { optionsAt } from "./options.ts";

const schema = z.object({
  word: z.enum(["a", "b"]).optional(),
  version: z.literal(1),
  given: z.union([z.literal("given"), z.number()]),
  method: z.union([z.enum(["x", "y"]).transform((name) => ({ name })), z.object({ by: z.enum(["z"]) })]),
  list: z.array(z.literal("lot")),
  text: z.string(),
});

test.each<readonly [readonly (string | number)[], readonly string[] | null]>([
  [["word"], ["a", "b"]],
  [["version"], ["1"]],
  [["given"], null],
  [["method"], ["x", "y"]],
  [["method", "by"], ["z"]],
  [["list"], null],
  [["list", 0], ["lot"]],
  [["text"], null],
  [["nothing"], null],
])("%j", (keys, options) => expect(optionsAt(schema, keys)).toEqual(options));
