/** The answers behind the numbers of a report, and how a page shows one. */
export { whyOf } from "../../report/whys/why.ts";
export { renderWhy } from "./why.ts";
