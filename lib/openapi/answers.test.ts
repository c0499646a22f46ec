// Every operation is asked through the running door, as its example shows; the answer must be what the reference promises.
import Ajv from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { openApi } from "#lib/openapi/document.ts";
import { base, exampleInput, handle, requestFor, setStage, type Stage } from "#lib/openapi/testing/queries.ts";
import type { Operation } from "#lib/operation.ts";
import { operations } from "#lib/operations.ts";
import { stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
let stage: Stage;
const document = openApi(operations, base);
const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(document, base);

beforeAll(async () => {
  stubSettings({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "daybook@example.com" });
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T00:00:00Z") });
  database = await freshDatabase();
  stage = await setStage();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

test.each(operations)("$name answers as it is documented", async (operation) => {
  const { http } = operation;
  const response = await handle(requestFor(operation, exampleInput(operation, stage.mine), stage.key));
  if (http.files) {
    expect([response.status, http.files.includes(response.headers.get("content-type") ?? "")]).toEqual([200, true]);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename/);
    return;
  }
  const body: unknown = await response.json();
  expect([response.status, body]).toEqual([http.status ?? 200, body]);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(faultsOf(operation, response.status, "application/json", body)).toEqual([]);
  if (http.location) expect((await handle(new Request(response.headers.get("location") ?? "", { headers: { authorization: `Bearer ${stage.key}` } }))).status).toBe(200);
});

test.each(operations)("$name fails as it is documented", async (operation) => {
  const requests = [requestFor(operation, { ...exampleInput(operation, stage.mine), colour: "red" }, stage.key), requestFor(operation, exampleInput(operation, stage.mine), undefined)];
  const answers = await Promise.all(requests.map(handle));
  expect(answers.map(({ status }) => status)).toEqual([422, 401]);
  for (const answer of answers) expect(faultsOf(operation, answer.status, "application/problem+json", await answer.json())).toEqual([]);
});

test("a report that was ordered under an Idempotency-Key is answered again to the letter, and nothing is made again", async () => {
  const create = operations.find(({ name }) => name === "reports.create");
  if (!create) throw new Error("Reports cannot be created.");
  const ask = () => handle(requestFor(create, exampleInput(create, stage.mine), stage.key, { "idempotency-key": "october" }));
  const [first, second] = [await ask(), await ask()];
  expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([201, null]);
  expect([second.status, second.headers.get("idempotency-replayed"), second.headers.get("location")]).toEqual([201, "true", first.headers.get("location")]);
  expect(await second.text()).toBe(await first.text());
});

test("an answer that is not as documented is noticed", () => {
  const [operation] = operations;
  if (!operation) throw new Error("There is no operation.");
  expect(faultsOf(operation, 200, "application/json", { keyId: 7 })).not.toEqual([]);
});

function faultsOf({ http }: Operation, status: number, type: string, body: unknown): string[] {
  const place = ["paths", http.path, http.method.toLowerCase(), "responses", String(status)];
  const responses = document.paths[http.path]?.[http.method.toLowerCase()]?.responses[status];
  if (!responses) return [`${http.method} ${http.path} documents no ${status}`];
  const pointer = "$ref" in responses ? responses.$ref.slice(1) : `/${place.map(escaped).join("/")}`;
  const check = ajv.compile({ $ref: `${base}#${pointer}/content/${escaped(type)}/schema` });
  return check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
