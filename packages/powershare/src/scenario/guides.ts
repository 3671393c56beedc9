import * as z from "zod";
import { type JsonSchema, SchemaGuide } from "../document/json-schema.ts";
import { lawSchema } from "../election/schema.ts";
import { jsonSchema } from "./json-schema.ts";

let law: SchemaGuide | null = null;
let scenario: SchemaGuide | null = null;

/** What may stand where in a law. */
export function lawGuide(): SchemaGuide {
  law ??= new SchemaGuide(z.toJSONSchema(lawSchema, { io: "input", unrepresentable: "any" }) as JsonSchema);
  return law;
}

/** What may stand where in a scenario, and in a law that is written in it. */
export function scenarioGuide(): SchemaGuide {
  scenario ??= new SchemaGuide(jsonSchema(), { path: ["bodies", "*", "law"], guide: lawGuide() });
  return scenario;
}
