import { z } from "zod";

export type JsonSchema = { type?: string; properties?: Record<string, JsonSchema>; required?: string[]; items?: JsonSchema };

const known = new WeakMap<z.ZodType, JsonSchema>();

/** A schema as JSON sees it: the wire form, in both directions. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const made: JsonSchema = known.get(schema) ?? JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));
  known.set(schema, made);
  return made;
}
