// What a value may be, in a few words: "one of total, month", "list of UUIDs", "whole number, 1 to 200".
import type { JsonSchema } from "#lib/json-schema.ts";

export function typeInWords(schema: JsonSchema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.type === "array") return `list: ${typeInWords(schema.items ?? {})}`;
  if (schema.type === "integer") return range(schema);
  if (schema.type === "string") return formats[schema.format ?? ""] ?? "text";
  return Array.isArray(schema.type) ? schema.type.join(" or ") : (plain[schema.type ?? ""] ?? "");
}

const formats: Record<string, string> = { uuid: "UUID", date: "day, YYYY-MM-DD", "date-time": "instant" };
const plain: Record<string, string> = { boolean: "true or false", number: "number", object: "object" };

/** Where a schema sets no bound of its own, zod writes that of a safe integer. */
function range({ minimum, maximum }: JsonSchema): string {
  const [least, most] = [minimum, maximum].map((bound) => (bound !== undefined && Number.isSafeInteger(bound) && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined));
  if (least !== undefined && most !== undefined) return `whole number, ${least} to ${most}`;
  return least === undefined ? "whole number" : `whole number from ${least}`;
}
