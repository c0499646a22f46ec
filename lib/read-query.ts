// What the query of an address asks, as an operation's input wants it: for the HTTP door, and for pages whose address is the same question.
import type { z } from "zod";
import { jsonSchemaOf, type JsonSchema } from "#lib/json-schema.ts";

/** Text becomes the type that the schema names; what does not fit stays text, for zod to refuse. Empty is absent, a list repeats its key. */
export function readQuery(query: URLSearchParams, input: z.ZodObject): Record<string, unknown> {
  const { properties = {} } = jsonSchemaOf(input);
  const given = [...new Set(query.keys())].map((key) => [key, query.getAll(key).filter((text) => text !== "")] as const);
  return Object.fromEntries(given.filter(([, texts]) => texts.length > 0).map(([key, texts]) => [key, givenAs(texts, properties[key])]));
}

function givenAs(texts: readonly string[], schema: JsonSchema | undefined): unknown {
  if (schema?.type === "array") return texts.map((text) => typed(text, schema.items?.type));
  return texts.length === 1 ? typed(texts.join(), schema?.type) : texts;
}

function typed(text: string, type: string | string[] | undefined): unknown {
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  if ((type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}
