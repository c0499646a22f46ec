// The HTTP door: a request becomes an operation, a caller and an input; the answer, or the refusal, becomes a response.
import { readAtMost } from "#lib/body.ts";
import { fileHeaders } from "#lib/file-response.ts";
import type { Once, Written } from "#lib/once.ts";
import type { Operation } from "#lib/operation.ts";
import { problem } from "#lib/problem.ts";
import { readQuery } from "#lib/read-query.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Caller, tenantsWithin } from "#lib/scope.ts";

export type Door = {
  /** Absolute, without a slash at its end: what `next` addresses begin with. */
  base: () => string;
  operations: readonly Operation[];
  /** Who asks, and headers for whatever they are answered. */
  admit: (request: Request) => Promise<{ caller: Caller; headers: Record<string, string> }>;
  /** Hears of every refusal to somebody who was let in, before they do. `asked` is what they asked with, as far as it was read. */
  refused: (caller: Caller, refusal: Refusal, operation: string, asked: { tenantId?: unknown }) => Promise<void>;
  /** For requests with an Idempotency-Key. */
  once: Once;
  /** Bytes. */
  bodyLimit: number;
};

export function httpDoor(door: Door): (request: Request) => Promise<Response> {
  return async function handle(request) {
    const requestId = crypto.randomUUID();
    const response = await respond(door, request, requestId).catch((error: unknown) => problem(error, requestId));
    response.headers.set("x-request-id", requestId);
    // A body left unread breaks the connection under the client's next request.
    if (request.body && !request.bodyUsed) response.headers.set("connection", "close");
    return response;
  };
}

async function respond(door: Door, request: Request, requestId: string): Promise<Response> {
  const { caller, headers } = await door.admit(request);
  const response = await perform(door, request, caller).catch((error: unknown) => problem(error, requestId));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

async function perform({ base, operations, refused, once, bodyLimit }: Door, request: Request, caller: Caller): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(new URL(base()).pathname.length);
  const { operation, parameters } = find(operations, request.method, path);
  const { method } = operation.http;
  const text = method === "GET" ? "" : await readBody(request, bodyLimit);
  const asked = { ...readQuery(url.searchParams, operation.input), ...parseObject(text), ...parameters };
  async function answer(): Promise<Answer> {
    const { reach, run } = operation.prepare(caller, asked);
    if (operation.http.files) return handedOut(await run());
    const work = async () => write(operation, await run(), url, base());
    const key = method === "POST" || method === "PATCH" ? idempotencyKeyOf(request) : undefined;
    return key ? once({ caller, operation: operation.name, key, request: `${method} ${path}${url.search}\n${text}`, tenantIds: tenantsWithin(reach) }, work) : work();
  }
  const { status, headers, body } = await answer().catch(async (error: unknown) => {
    if (error instanceof Refusal) await refused(caller, error, operation.name, asked);
    throw error;
  });
  return new Response(body, { status, headers: { "content-type": "application/json", ...headers } });
}

type Answer = Omit<Written, "body"> & { body: string | File };

function handedOut(output: unknown): Answer {
  if (!(output instanceof File)) throw new Error("What is answered with a file has made none.");
  return { status: 200, headers: fileHeaders(output), body: output };
}

function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key")?.trim() || undefined;
  if (key && key.length > 255) throw new Refusal("invalid", "An Idempotency-Key can have 255 characters at most.");
  return key;
}

/** A list answers with the absolute address of its next page, in the body and as a Link header; one that is whole says that there is none. */
function write({ http }: Operation, output: unknown, url: URL, base: string): Written {
  const { status = 200 } = http;
  const headers: Record<string, string> = http.location ? { location: `${base}${filled(http.location, output)}` } : {};
  if (isWholeList(output)) return { status, headers, body: JSON.stringify({ ...output, next: null }) };
  if (!hasCursor(output)) return { status, headers, body: JSON.stringify(output) };
  if (output.nextCursor === null) return { status, headers, body: JSON.stringify({ ...output, next: null }) };
  const next = new URL(`${new URL(base).origin}${url.pathname}${url.search}`);
  next.searchParams.set("cursor", output.nextCursor);
  return { status, headers: { ...headers, link: `<${next.href}>; rel="next"` }, body: JSON.stringify({ ...output, next: next.href }) };
}

/** "/jobs/{id}" of an answer with that id. */
function filled(path: string, output: unknown): string {
  const members: Record<string, unknown> = typeof output === "object" && output !== null ? { ...output } : {};
  return path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => encodeURIComponent(String(members[name])));
}

function isWholeList(output: unknown): output is { data: unknown[] } {
  return typeof output === "object" && output !== null && "data" in output && Array.isArray(output.data) && !("nextCursor" in output) && !("next" in output);
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
