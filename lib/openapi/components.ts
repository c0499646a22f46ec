// What every operation has in common: how one comes in, what a failure looks like, and the headers of an answer.
import { z } from "zod";
import { type JsonSchema, jsonSchemaOf } from "#lib/json-schema.ts";
import type { OpenApi, ResponseObject } from "#lib/openapi/openapi.ts";
import { statuses } from "#lib/refusal.ts";

const fault = z.strictObject({ pointer: z.string(), detail: z.string() });

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.uuid(),
    /** A sentence for a person. */
    detail: z.string(),
    errors: z.array(fault).optional(),
  })
  .meta({ id: "Problem" });

/** By their code; what each means is said for people, here and on the page of problems. */
export const problems: Record<keyof typeof statuses | "bug", { status: number; means: string }> = {
  malformed: { status: statuses.malformed, means: "The body is not JSON, or no object." },
  unauthenticated: { status: statuses.unauthenticated, means: "There is no key, or it is unknown, revoked or expired, or its owner is deactivated." },
  forbidden: { status: statuses.forbidden, means: "The key, or its owner at this moment, lacks the permission that the sentence names." },
  notFound: { status: statuses.notFound, means: "It is not there, or it belongs to an organisation that the key does not reach." },
  wrongMethod: { status: statuses.wrongMethod, means: "The address knows other methods; Allow names them." },
  conflict: { status: statuses.conflict, means: "It does not fit the state of things: a job that has ended, a request with the same Idempotency-Key that still runs." },
  stale: { status: statuses.stale, means: "It was changed by somebody else in the meantime." },
  tooLarge: { status: statuses.tooLarge, means: "The body is larger than it may be." },
  wrongType: { status: statuses.wrongType, means: "The body is not sent as application/json." },
  invalid: { status: statuses.invalid, means: "Well-formed but wrong; errors points at each fault. Also another request under an Idempotency-Key that was used." },
  tooMany: { status: statuses.tooMany, means: "The key asks too often. Retry-After says how many seconds to wait." },
  unavailable: { status: statuses.unavailable, means: "The database is busy. Nothing was changed; try again." },
  bug: { status: 500, means: "Something broke on our side. The request id finds it in the log." },
};

const text: JsonSchema = { type: "string" };
const number: JsonSchema = { type: "integer" };

export const components: Omit<OpenApi["components"], "schemas"> = {
  securitySchemes: {
    bearer: { type: "http", scheme: "bearer", description: "An API key, dbk_…, made under Settings, API keys." },
    apiKey: { type: "apiKey", in: "header", name: "X-API-Key", description: "The same key, for clients that cannot send Authorization." },
  },
  parameters: {
    idempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      description: "At most 255 characters of your own. The same request under the same key within a day is done once and answered alike.",
      schema: { ...text, maxLength: 255 },
    },
  },
  headers: {
    requestId: { description: "Names this request in the log.", schema: text },
    limit: { description: "How many requests a full bucket holds.", schema: number },
    remaining: { description: "How many it holds now.", schema: number },
    reset: { description: "Seconds until it is full again.", schema: number },
    location: { description: "Where what was made is found again.", schema: text },
    link: { description: 'The next page, as rel="next"; absent on the last.', schema: text },
    replayed: { description: "true where this is the first answer to the same Idempotency-Key once more.", schema: text },
    disposition: { description: "The name of the file, as an attachment.", schema: text },
    retryAfter: { description: "Seconds to wait.", schema: number },
  },
  responses: Object.fromEntries(Object.entries(problems).map(([code, { status, means }]) => [code, problemResponse(code, status, means)])),
};

function problemResponse(code: string, status: number, means: string): ResponseObject {
  const example = { type: `/docs/api/problems#${code}`, title: code, status, code, requestId: "0b0f4c1e-6f0d-4c2a-9d4b-2f6d1a3c5e70", detail: detailOf(code) };
  const waits = code === "tooMany" ? { headers: { "Retry-After": { $ref: "#/components/headers/retryAfter" } } } : {};
  return { description: means, ...waits, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" }, example } } };
}

function detailOf(code: string): string {
  const sentences: Record<string, string> = {
    unauthenticated: "Send a live API key as Authorization: Bearer.",
    forbidden: "This needs the permission reports:write.",
    notFound: "There is no such organisation, or it is not yours.",
    invalid: "Some of what you sent cannot be used; each fault is listed.",
    tooMany: "This key asks too often. Wait one second and go on.",
  };
  return sentences[code] ?? "What happened, what is safe, and what to do.";
}

/** A schema with what it names taken out, to stand among the components. */
export function hoist(schema: z.ZodType): { schema: JsonSchema; named: Record<string, JsonSchema> } {
  const { $defs = {}, ...own } = moved(jsonSchemaOf(schema));
  return { schema: Object.fromEntries(Object.entries(own).filter(([name]) => name !== "$schema")), named: $defs };
}

function moved(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
