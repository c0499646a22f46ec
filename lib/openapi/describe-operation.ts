// One operation as OpenAPI has it: what its address, query and body may hold, what it answers, and how it may fail.
import type { JsonSchema } from "#lib/json-schema.ts";
import { hoist, problems } from "#lib/openapi/components.ts";
import type { OperationObject, Parameter } from "#lib/openapi/openapi.ts";
import type { Operation } from "#lib/operation.ts";

type Described = { operation: OperationObject; named: Record<string, JsonSchema> };

export function describeOperation(operation: Operation): Described {
  const { name, describe, needs, http, output } = operation;
  const { status = 200 } = http;
  const answered = hoist(output);
  const input = hoist(operation.input);
  const [summary = describe] = describe.split(/(?<=[.:;])\s/);
  return {
    named: { ...input.named, ...answered.named },
    operation: {
      operationId: name,
      summary: summary.replace(/[.:;]$/, ""),
      description: needs ? `${describe} Needs the permission ${needs}.` : describe,
      tags: [nounOf(name)],
      ...(needs ? { "x-permission": needs } : {}),
      parameters: [...parametersOf(operation, input.schema), ...(mayRepeat(http.method) ? [{ $ref: "#/components/parameters/idempotencyKey" }] : [])],
      ...bodyOf(operation, input.schema),
      responses: { [status]: success(operation, withNext(answered.schema)), ...failures(operation) },
    },
  };
}

/** What a list of its operations stands under. */
function nounOf(name: string): string {
  return name.split(".")[0] ?? name;
}

/** For these an Idempotency-Key counts. */
function mayRepeat(method: string): boolean {
  return method === "POST" || method === "PATCH";
}

function inPath({ http }: Operation): string[] {
  return [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

function parametersOf(operation: Operation, { properties = {}, required = [] }: JsonSchema): Parameter[] {
  const example: Record<string, unknown> = { ...operation.example?.input };
  return Object.entries(properties).flatMap(([name, schema]): Parameter[] => {
    const shown = name in example ? { example: example[name] } : {};
    if (inPath(operation).includes(name)) return [{ name, in: "path", required: true, schema, ...shown }];
    if (operation.http.method !== "GET") return [];
    return [{ name, in: "query", required: required.includes(name), schema, ...shown }];
  });
}

function bodyOf(operation: Operation, { properties = {}, required = [], ...schema }: JsonSchema): Pick<OperationObject, "requestBody"> {
  const inBody = (name: string) => !inPath(operation).includes(name);
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => inBody(name)));
  if (operation.http.method === "GET" || Object.keys(own).length === 0) return {};
  const must = required.filter(inBody);
  const given = Object.entries(operation.example?.input ?? {}).filter(([name]) => inBody(name));
  const example = operation.example ? { example: Object.fromEntries(given) } : {};
  return { requestBody: { required: must.length > 0, content: { "application/json": { schema: { ...schema, properties: own, required: must }, ...example } } } };
}

/** The door adds the address of the next page to every list; there is none where a list has no pages. */
function withNext(schema: JsonSchema): JsonSchema {
  if (!isList(schema)) return schema;
  return { ...schema, properties: { ...schema.properties, next: { type: ["string", "null"], format: "uri" } }, required: [...(schema.required ?? []), "next"] };
}

function isList({ properties = {} }: JsonSchema): boolean {
  return properties.data?.type === "array" && !properties.next;
}

function success({ http, example }: Operation, schema: JsonSchema) {
  const headers = {
    "X-Request-Id": ref("requestId"),
    "RateLimit-Limit": ref("limit"),
    "RateLimit-Remaining": ref("remaining"),
    "RateLimit-Reset": ref("reset"),
    ...(http.location ? { Location: ref("location") } : {}),
    ...(schema.properties?.nextCursor ? { Link: ref("link") } : {}),
    ...(mayRepeat(http.method) ? { "Idempotency-Replayed": ref("replayed") } : {}),
  };
  const shown = example ? { example: schema.properties?.next ? onLastPage(example.output) : example.output } : {};
  const description = descriptions[http.status ?? 200] ?? "Done.";
  if (http.files) return { description, headers: { ...headers, "Content-Disposition": ref("disposition") }, content: Object.fromEntries(http.files.map((type) => [type, { schema }])) };
  return { description, headers, content: { "application/json": { schema, ...shown } } };
}

function onLastPage(output: unknown): unknown {
  return typeof output === "object" ? { ...output, next: null } : output;
}

const descriptions: Record<number, string> = { 200: "What was asked for.", 201: "It is made.", 202: "It is under way; its address is in Location." };

function ref(header: string) {
  return { $ref: `#/components/headers/${header}` };
}

type Code = keyof typeof problems;

function failures({ needs, http }: Operation): OperationObject["responses"] {
  const ofBodies: Code[] = http.method === "GET" ? [] : ["malformed", "conflict", "tooLarge", "wrongType"];
  const ofRights: Code[] = needs ? ["forbidden"] : [];
  const codes: Code[] = ["unauthenticated", "notFound", "invalid", "tooMany", "bug", "unavailable", ...ofRights, ...ofBodies];
  return Object.fromEntries(codes.map((code) => [problems[code].status, { $ref: `#/components/responses/${code}` }]));
}
