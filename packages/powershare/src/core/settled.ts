export type { Lot } from "./lot.ts";
