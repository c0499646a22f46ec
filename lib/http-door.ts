// The HTTP door: a request becomes an operation, a caller and an input; the answer, or the refusal, becomes a response.
import type { z } from "zod";
import { readAtMost } from "#lib/body.ts";
import { jsonSchemaOf, type JsonSchema } from "#lib/json-schema.ts";
import type { Operation } from "#lib/operation.ts";
import { problem } from "#lib/problem.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

export type Door = {
  /** Absolute, without a slash at its end: what `next` addresses begin with. */
  base: () => string;
  operations: readonly Operation[];
  authenticate: (request: Request) => Promise<Caller>;
  /** Hears of every refusal to somebody who was let in, before they do. `asked` is what they asked with, as far as it was read. */
  refused: (caller: Caller, refusal: Refusal, operation: string, asked: { tenantId?: unknown }) => Promise<void>;
  /** Bytes. */
  bodyLimit: number;
};

export function httpDoor(door: Door): (request: Request) => Promise<Response> {
  return async function handle(request) {
    const requestId = crypto.randomUUID();
    const response = await respond(door, request).catch((error: unknown) => problem(error, requestId));
    response.headers.set("x-request-id", requestId);
    // A body left unread breaks the connection under the client's next request.
    if (request.body && !request.bodyUsed) response.headers.set("connection", "close");
    return response;
  };
}

async function respond({ base, operations, authenticate, refused, bodyLimit }: Door, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(new URL(base()).pathname.length);
  const caller = await authenticate(request);
  const { operation, parameters } = find(operations, request.method, path);
  const body = operation.http.method === "GET" ? {} : parseObject(await readBody(request, bodyLimit));
  const asked = { ...readQuery(url.searchParams, operation.input), ...body, ...parameters };
  const output = await operation.call(caller, asked).catch(async (error: unknown) => {
    if (error instanceof Refusal) await refused(caller, error, operation.name, asked);
    throw error;
  });
  return answer(operation, output, url, base());
}

/** A list answers with the absolute address of its next page, in the body and as a Link header. */
function answer({ http }: Operation, output: unknown, url: URL, base: string): Response {
  const { status = 200 } = http;
  if (!hasCursor(output)) return Response.json(output, { status });
  if (output.nextCursor === null) return Response.json({ ...output, next: null }, { status });
  const next = new URL(`${new URL(base).origin}${url.pathname}${url.search}`);
  next.searchParams.set("cursor", output.nextCursor);
  return Response.json({ ...output, next: next.href }, { status, headers: { link: `<${next.href}>; rel="next"` } });
}

function hasCursor(output: unknown): output is { nextCursor: string | null } {
  return typeof output === "object" && output !== null && "nextCursor" in output && (output.nextCursor === null || typeof output.nextCursor === "string");
}

function find(operations: readonly Operation[], method: string, path: string) {
  const here = operations.flatMap((operation) => {
    const parameters = match(operation.http.path.split("/"), path.split("/"));
    return parameters ? [{ operation, parameters }] : [];
  });
  const found = here.find(({ operation }) => operation.http.method === (method === "HEAD" ? "GET" : method));
  if (found) return found;
  if (here.length === 0) throw new Refusal("notFound", "There is nothing at this address.");
  const allow = here.map(({ operation }) => operation.http.method).join(", ");
  throw new Refusal("wrongMethod", `${method} is not possible here; ${allow} is.`, { headers: { allow } });
}

function match(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) return undefined;
  const pairs = pattern.map((part, index) => [part, path[index] ?? ""] as const);
  if (!pairs.every(([part, given]) => part === given || (part.startsWith("{") && given !== ""))) return undefined;
  return Object.fromEntries(pairs.filter(([part]) => part.startsWith("{")).map(([part, given]) => [part.slice(1, -1), decoded(given)]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Text becomes the type that the schema names; what does not fit stays text, for zod to refuse. Empty is absent, a list repeats its key. */
function readQuery(query: URLSearchParams, input: z.ZodObject): Record<string, unknown> {
  const { properties = {} } = jsonSchemaOf(input);
  const given = [...new Set(query.keys())].map((key) => [key, query.getAll(key).filter((text) => text !== "")] as const);
  return Object.fromEntries(given.filter(([, texts]) => texts.length > 0).map(([key, texts]) => [key, givenAs(texts, properties[key])]));
}

function givenAs(texts: readonly string[], schema: JsonSchema | undefined): unknown {
  if (schema?.type === "array") return texts.map((text) => typed(text, schema.items?.type));
  return texts.length === 1 ? typed(texts.join(), schema?.type) : texts;
}

function typed(text: string, type: string | undefined): unknown {
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  if ((type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

async function readBody(request: Request, limit: number): Promise<string> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (request.body && type !== "application/json") throw new Refusal("wrongType", "Send the body as application/json.");
  return readAtMost(limit, request);
}

function parseObject(text: string): object {
  if (text === "") return {};
  const value = parseJson(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Refusal("malformed", "The body must be a JSON object.");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal("malformed", `The body is not JSON: ${cause instanceof Error ? cause.message : "it could not be read"}.`, { cause });
  }
}
