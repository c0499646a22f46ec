// The reference is only worth something while it is true: what it shows must be what the operations take and give. What real answers look
// like is held to it in lib/openapi/answers.test.ts.
import Ajv from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { openApi } from "#lib/openapi/document.ts";
import { isParameter } from "#lib/openapi/openapi.ts";
import { operations } from "#lib/operations.ts";
import { permissions } from "#lib/permissions.ts";

const base = "https://books.example/api/v1";
const document = openApi(operations, base);
const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: operation.operationId })));
const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(document, base);

test("the document is OpenAPI 3.1 with every member that the specification requires", () => {
  expect(document.openapi).toBe("3.1.1");
  expect(document.info).toEqual({ title: "Daybook", version: expect.stringMatching(/^\d+\.\d+\.\d+/), description: expect.any(String) });
  expect(document.servers).toEqual([{ url: base }]);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test("every operation is described, under its own address, once", () => {
  expect(described.map(({ name }) => name).toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  for (const { name, http } of operations) expect(document.paths[http.path]?.[http.method.toLowerCase()]?.operationId).toBe(name);
});

test("every reference leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = ""]) => reference);
  const lost = references.filter((reference) => reference.slice(2).split("/").reduce((place: unknown, step) => Object(place)[step], document) === undefined);
  expect(references.length).toBeGreaterThan(100);
  expect(lost).toEqual([]);
});

test("every schema is JSON Schema of the draft that OpenAPI 3.1 stands on", () => {
  for (const name of Object.keys(document.components.schemas)) expect(ajv.getSchema(`${base}#/components/schemas/${name}`)).toBeTypeOf("function");
  expect(() => ajv.compile({ $ref: `${base}#/components/schemas/Nowhere` })).toThrow();
});

test.each(described)("$name names its path parameters, its permission, its success and its failures as RFC 9457", ({ path, method, operation }) => {
  const own = operation.parameters.filter(isParameter);
  expect(own.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  expect(own.every(({ in: place, required }) => place !== "path" || required)).toBe(true);
  expect([undefined, ...permissions]).toContain(operation["x-permission"]);
  const statuses = Object.keys(operation.responses);
  expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
  expect(statuses).toEqual(expect.arrayContaining(["401", "404", "422", "429", "500", "503", ...(operation["x-permission"] ? ["403"] : []), ...(method === "get" ? [] : ["400", "409", "413", "415"])]));
  expect(operation.parameters.some((parameter) => "$ref" in parameter)).toBe(method === "post" || method === "patch");
  expect(method === "get" && "requestBody" in operation).toBe(false);
});

test.each(operations)("$name has an example, which its own schemas take", ({ input, output, example }) => {
  expect(example).toBeDefined();
  expect(input.safeParse(example?.input).error).toBeUndefined();
  expect(output.safeParse(example?.output).error).toBeUndefined();
});

test.each(described)("$name shows examples that its documented schemas take", ({ operation }) => {
  for (const parameter of operation.parameters.filter(isParameter)) if (parameter.required) expect(faults(parameter.schema, parameter.example)).toEqual([]);
  const bodies = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) => (part && "content" in part ? Object.values(part.content) : []));
  expect(bodies.length).toBeGreaterThan(0);
  for (const { schema, example } of bodies) if (schema.format !== "binary") expect(faults(schema, example)).toEqual([]);
});

test("an operation that hands out a file is documented with every media type it may answer with, as bytes", () => {
  const response = document.paths["/reports/{id}/export"]?.get?.responses[200];
  const content = response && "content" in response ? response.content : {};
  expect(Object.keys(content)).toEqual(["application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv;charset=utf-8", "application/json"]);
  expect(Object.values(content).map(({ schema }) => schema.format)).toEqual(["binary", "binary", "binary", "binary"]);
});

test("an example that is wrong is noticed", () => {
  const [{ operation } = { operation: undefined }] = described.filter(({ name }) => name === "sync.start");
  const body = operation?.requestBody?.content["application/json"];
  expect(faults(body?.schema ?? {}, { mode: "sometimes" })).toEqual([expect.stringContaining("mode")]);
});

test("the problems that answers are documented with are problems", () => {
  for (const { content } of Object.values(document.components.responses)) for (const { schema, example } of Object.values(content)) expect(faults(schema, example)).toEqual([]);
});

test("the document says who may come in, and that a key is never asked for in an address", () => {
  expect(document.security).toEqual([{ bearer: [] }, { apiKey: [] }]);
  expect(document.components.securitySchemes).toMatchObject({ bearer: { type: "http", scheme: "bearer" }, apiKey: { type: "apiKey", in: "header", name: "X-API-Key" } });
});

function faults(schema: object, value: unknown): string[] {
  const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${base}#/`)));
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
