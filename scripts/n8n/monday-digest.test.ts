// The template that people import into n8n is held to the API as it answers today: its requests are asked through the door, and its expressions
// are evaluated by n8n's own package on what comes back.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { base, handle, setStage, type Stage } from "#lib/openapi/testing/queries.ts";
import { operations } from "#lib/operations.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { haveN8n, withoutN8n } from "./find.ts";
import { evaluator, type Item, template } from "./evaluate.ts";

const text = readFileSync("integrations/n8n/monday-digest.json", "utf8");
const workflow = template.parse(JSON.parse(text));
const assigned = z.object({ assignments: z.object({ assignments: z.array(z.object({ name: z.string(), value: z.string() })) }) });
const origin = new URL(base).origin;

let database: TestDatabase;
let stage: Stage;

beforeAll(async () => {
  stubSettings();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T00:00:00Z") });
  database = await freshDatabase();
  stage = await setStage();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

test("the template is one line of built-in nodes, holds no secret, and asks only what the API has", () => {
  for (const { type } of workflow.nodes) expect(type).toMatch(/^n8n-nodes-base\.(scheduleTrigger|set|httpRequest|splitOut|aggregate|emailSend)$/);
  const [first, ...rest] = workflow.nodes.map(({ name }) => name);
  expect(Object.values(workflow.connections).flatMap(({ main }) => main.flat().map(({ node }) => node))).toEqual(rest);
  expect(Object.keys(workflow.connections)).toEqual([first, ...rest].slice(0, -1));
  expect(text).not.toMatch(/dbk_|whsec_|"credentials"/);
  const paths = workflow.nodes.flatMap(({ parameters }) => (typeof parameters.url === "string" ? [parameters.url.split("/api/v1")[1]?.split("?")[0]] : []));
  expect(paths).toEqual(["/tenants", "/kpis"]);
  for (const path of paths) expect(operations.map(({ http }) => `${http.method} ${http.path}`)).toContain(`GET ${path}`);
});

test.skipIf(!haveN8n())(`what n8n makes of the API's answers is a digest that can be sent${withoutN8n}`, async () => {
  const settings: Item[] = [{ json: { ...settingsOf(), baseUrl: origin }, from: 0 }];
  const given: Parameters<typeof evaluator>[1] = { Settings: { items: settings, before: null } };
  const organisations = await ask(evaluator(workflow, given)("Organisations", parameter("Organisations", "url")));
  const { data } = z.object({ data: z.array(z.looseObject({ id: z.string() })) }).parse(organisations);
  // Beside the organisation of the stage one that has no dashboard, and one whose name holds what expressions are made of.
  const listed = [...data, { id: "01990000-0000-7000-8000-000000000099", name: "New {{ 1 + 1 }} & Co" }];
  const each = { items: listed.map((json) => ({ json, from: 0 })), before: "Organisations" };
  const soFar = { ...given, Organisations: { items: [{ json: organisations, from: 0 }], before: "Settings" }, "Each organisation": each };
  const answers = await Promise.all(listed.map(async (_, index) => ({ json: await ask(evaluator(workflow, soFar)("Key figures", parameter("Key figures", "url"), index)), from: index })));
  const inWords = evaluator(workflow, { ...soFar, "Key figures": { items: answers, before: "Each organisation" } });
  const lines = listed.map((_, index) => inWords("In words", wordsOf(), index));
  // The books of the stage: one invoice of 3 October, 115.50, due at once and unpaid; no bills.
  expect(lines).toEqual([
    ["Hāpuku Services, 2026-10", "  Cash at bank: 0.00 NZD", "  Revenue: 115.50 NZD, up", "  Gross margin: 100.00 %", "  Net profit: 115.50 NZD, up", "  Overdue receivables: 100.00 %", "  Overdue payables: none. No bill is open."].join("\n"),
    "New {{ 1 + 1 }} & Co\n  There is no such organisation, or it is not yours.",
  ]);
  const send = evaluator(workflow, { Settings: { items: settings, before: null }, "All in one": { items: [{ json: { text: lines }, from: 0 }], before: "In words" } });
  expect(send("Send the digest", parameter("Send the digest", "subject"))).toBe("Monday digest of 2 organisations");
  expect(send("Send the digest", parameter("Send the digest", "text"))).toBe(lines.join("\n\n"));
  expect(send("Send the digest", parameter("Send the digest", "toEmail"))).toBe("you@example.com");
});

test.skipIf(!haveN8n())(`an expression that asks for what the API does not answer is noticed${withoutN8n}`, () => {
  const send = evaluator(workflow, { "All in one": { items: [{ json: { text: ["one"] }, from: 0 }], before: "In words" } });
  expect(send("Send the digest", "={{ $json.texts }}")).toBeUndefined();
  expect(send("Send the digest", "={{ $json.text.length }}")).toBe(1);
});

/** With the stage's key, as n8n's credential would send it. */
async function ask(url: unknown): Promise<unknown> {
  const response = await handle(new Request(String(url), { headers: { authorization: `Bearer ${stage.key}` } }));
  return response.json();
}

function parameter(name: string, parameterName: string): string {
  return z.string().parse(workflow.nodes.find((node) => node.name === name)?.parameters[parameterName]);
}

function settingsOf(): Record<string, string> {
  const { assignments } = assigned.parse(workflow.nodes.find(({ name }) => name === "Settings")?.parameters).assignments;
  return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
}

function wordsOf(): string {
  return assigned.parse(workflow.nodes.find(({ name }) => name === "In words")?.parameters).assignments.assignments[0]?.value ?? "";
}
