import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlOf } from "#components/api-docs/curl.ts";
import type { OperationObject } from "#lib/openapi/openapi.ts";

const server = "https://books.example/api/v1";
const plain: OperationObject = { operationId: "a.b", summary: "", description: "", tags: ["a"], parameters: [], responses: {} };
const text = { type: "string" };

test("an address carries its path and query as they are written, a list once for each", () => {
  const parameters: OperationObject["parameters"] = [
    { name: "id", in: "path", required: true, schema: text, example: "a b" },
    { name: "type", in: "query", schema: text, example: ["X", "Y"] },
    { name: "limit", in: "query", schema: { type: "integer" }, example: 1 },
    { name: "cursor", in: "query", schema: text },
    { $ref: "#/components/parameters/idempotencyKey" },
  ];
  expect(curlOf({ server, method: "get", path: "/things/{id}", operation: { ...plain, parameters } })).toBe(`curl '${server}/things/a%20b?type=X&type=Y&limit=1' \\\n  -H "Authorization: Bearer $DAYBOOK_KEY"`);
});

test("a shell reads the command as it was meant, quotes and dollars in the body among it", () => {
  const example = { name: "it's $HOME `date` \"quoted\"" };
  const operation = { ...plain, requestBody: { required: true, content: { "application/json": { schema: text, example } } } };
  const command = curlOf({ server, method: "post", path: "/things", operation });
  const read = execFileSync("sh", ["-c", `${command.replace(/^curl/, "printf '%s\\n'")}`], { env: { ...process.env, DAYBOOK_KEY: "dbk_1" }, encoding: "utf8" }).trim().split("\n");
  expect(read).toEqual(["-X", "POST", `${server}/things`, "-H", "Authorization: Bearer dbk_1", "-H", "Content-Type: application/json", "-d", JSON.stringify(example)]);
});
