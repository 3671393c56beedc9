import * as z from "zod";
import { scenarioSchema } from "./schema.ts";

/** The JSON Schema of the scenario document: for editors, completion and hover help. */
export const jsonSchema = (): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(scenarioSchema, { io: "input", unrepresentable: "any" }) as Readonly<Record<string, unknown>>;
