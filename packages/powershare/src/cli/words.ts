import { en } from "../render/words/en.ts";
import { type Words, wordsOf } from "../render/words.ts";
import type { Io } from "./io.ts";

/** English for a terminal. */
export const wordsFor = (_io: Io): Words => wordsOf("en-GB", en, { group: " " });

/** English for a page. */
export const wordsForPage = (): Words => wordsOf("en-GB", en);
