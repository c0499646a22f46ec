import { z } from "zod";

/** As much of JSON Schema as somebody here reads. */
export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: unknown;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
};

const known = new WeakMap<z.ZodType, JsonSchema>();

/** A schema as JSON sees it: the wire form, in both directions. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const made: JsonSchema = known.get(schema) ?? JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));
  known.set(schema, made);
  return made;
}
