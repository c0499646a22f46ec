// For tests: the real door on a real database, in which every id of the reference's examples has a counterpart of ours and one of somebody
// else's, so that an example can be asked for as it stands, or as a stranger would.
import { count, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { readMany, transaction } from "#db/index.ts";
import { ApiKeys, UserTenants } from "#db/schema/index.ts";
import { type SystemQuery, systemRead, systemTransaction } from "#db/system.ts";
import { tenancy } from "#db/tenancy.ts";
import { tables } from "#db/testing/sample-rows.ts";
import { admit } from "#lib/api-keys/admit.ts";
import { recordDenial } from "#lib/audit/denials.ts";
import { exampleAlert, exampleRule } from "#lib/alerts/examples.ts";
import { listAlerts } from "#lib/alerts/list-alerts.ts";
import { setRule } from "#lib/alerts/set-rule.ts";
import { exampleAccount } from "#lib/accounts/examples.ts";
import { exampleBatchPayment } from "#lib/batch-payments/examples.ts";
import { addBatchPayment } from "#lib/batch-payments/testing/queries.ts";
import { exampleBudget, exampleBudgetFile } from "#lib/budgets/examples.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { exampleContact } from "#lib/contacts/examples.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { keyIdOf } from "#lib/api-keys/key.ts";
import { once } from "#lib/api-keys/once.ts";
import { httpDoor } from "#lib/http-door.ts";
import { exampleItem } from "#lib/items/examples.ts";
import { addItems } from "#lib/items/testing/queries.ts";
import { exampleQueuedJob } from "#lib/jobs/examples.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import type { Operation } from "#lib/operation.ts";
import { operations } from "#lib/operations.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { makePerson } from "#lib/people/testing.ts";
import { permissions, type Permission } from "#lib/permissions.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { examplePack, examplePart, exampleSuccessor } from "#lib/packs/examples.ts";
import { exampleTemplate } from "#lib/packs/templates/examples.ts";
import { createTemplate } from "#lib/packs/templates/own-templates.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { exampleDefinition, exampleRows } from "#lib/reports/custom/saved/examples.ts";
import { saveReportDefinition } from "#lib/reports/custom/saved/save.ts";
import { exampleCell, exampleStoredReport } from "#lib/reports/examples.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { exampleTransaction } from "#lib/transactions/examples.ts";
import { addContacts } from "#lib/transactions/testing/queries.ts";
import { addAccounts, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { createWebhook } from "#lib/webhooks/change-webhooks.ts";
import { updateDelivery } from "#lib/webhooks/delivery-queries.ts";
import { exampleDelivery, exampleWebhook } from "#lib/webhooks/examples.ts";
import { testWebhook } from "#lib/webhooks/send-again.ts";

export const base = "http://localhost:3000/api/v1";
export const handle = httpDoor({ base: () => base, operations, admit, refused: recordDenial, once, bodyLimit: 100_000 });

/** Example id → id in the database. */
export type Ids = ReadonlyMap<string, string>;
export type Stage = { owner: string; ours: TestBooks; mine: Ids; theirs: Ids; absent: Ids; key: string };

export async function setStage(): Promise<Stage> {
  const owner = await makePerson("owner@example.com", "Admin");
  const member = await makePerson("mere@example.com", "Accountant");
  const [ours, others] = [await openTestBooks("Hāpuku Services"), await openTestBooks("Another Company")];
  await systemTransaction((tx) => tx.insert(UserTenants).values({ userId: owner, tenantId: ours.scope.tenantId }).then(() => undefined));
  const mine = new Map([...(await fillBooks(ours, owner)), [exampleMemberId, member]]);
  const theirs = new Map([...(await fillBooks(others, others.scope.userId)), [exampleMemberId, uuidv7()]]);
  const absent = new Map([...mine].map(([example, id]) => [example, example === exampleCell ? id : uuidv7()]));
  return { owner, ours, mine, theirs, absent, key: await keyWith(owner, permissions) };
}

const exampleMemberId = "01990000-0000-7000-8000-0000000000c2";

/** As fast as a test asks. A key of the same name would be replaced, so it is named after all of its permissions. */
export async function keyWith(owner: string, allowed: readonly Permission[]): Promise<string> {
  const key = await replaceKey({ userId: owner, name: allowed.map((permission) => permissions.indexOf(permission)).join(" "), permissions: allowed, tenantIds: null });
  await systemTransaction((tx) => tx.update(ApiKeys).set({ rateLimit: 1_000_000 }).where(eq(ApiKeys.keyId, keyIdOf(key) ?? "")).then(() => undefined));
  return key;
}

async function fillBooks(books: TestBooks, templatesOf: string): Promise<Map<string, string>> {
  const { scope } = books;
  const [debtors, sales] = [account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS", code: "610" }), account(uuidv7(), "Sales", "REVENUE", { code: "200" })];
  await addAccounts(books, [debtors, sales]);
  const invoice = await addInvoice(books, { number: "INV-7", date: "2026-10-03", total: "115.50" });
  await post(books, [{ date: "2026-10-03", lines: [[debtors.id, "115.50"], [sales.id, "-115.50"]], transactionId: invoice }]);
  const report = await createReport.run(scope, { tenantId: scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-10-01", to: "2026-10-31", columns: "total" } });
  const { id: template } = await createTemplate.run({ id: templatesOf, userId: templatesOf, permissions, scopes: [] }, { name: "One report", choices: exampleTemplate.choices.slice(0, 1) });
  const drafting = { tenantId: scope.tenantId, month: examplePack.month, templateId: template };
  const [pack, draft] = [await createPack.run({ ...scope, userId: templatesOf }, drafting), await createPack.run({ ...scope, userId: templatesOf }, drafting)];
  await createReport.run(scope, { tenantId: scope.tenantId, type: "KPI_DASHBOARD" });
  const { id: definition } = await saveReportDefinition.run(scope, saveReportDefinition.input.parse({ tenantId: scope.tenantId, name: "What is left", rows: exampleRows }));
  const { id: rule } = await setRule.run(scope, { tenantId: scope.tenantId, kpi: "revenue", side: "below", threshold: "1000" });
  const [alert] = (await listAlerts.run([scope], {})).data;
  const { id: budget } = await importBudget.run(scope, { tenantId: scope.tenantId, name: "Board budget 2026", content: exampleBudgetFile });
  const [contact = ""] = await addContacts(books, ["Kauri & Sons"]);
  const batch = await addBatchPayment(books, { date: "2026-11-20", amounts: ["115.00", "46.00"] });
  const [item = ""] = await addItems(books, [{ code: "KETTLE-02", stock: { account: debtors.id, quantity: "12", worth: "1013.25" } }]);
  const job = await systemTransaction((tx) => queueSync(tx, { tenantId: scope.tenantId, userId: null, mode: "full" }));
  const { id: webhook } = await createWebhook.run(scope, { tenantId: scope.tenantId, url: "https://receiver.example.com/", events: ["*"] });
  const { id: delivery } = await testWebhook.run([scope], { id: webhook });
  await transaction(scope, (tx) => updateDelivery(tx, delivery, { status: "failed" }));
  return new Map([
    [exampleTemplate.id, template],
    [examplePack.id, pack.id],
    [examplePart.id, pack.parts[0]?.id ?? ""],
    [exampleSuccessor.id, draft.id],
    [exampleWebhook.id, webhook],
    [exampleDelivery.id, delivery],
    [exampleRule.id, rule],
    [exampleAlert.id, alert?.id ?? ""],
    [exampleOrganisation.id, scope.tenantId],
    [exampleStoredReport.id, report.id],
    [exampleQueuedJob.id, job],
    [exampleAccount.id, sales.id],
    [exampleContact.id, contact],
    [exampleBudget.id, budget],
    [exampleDefinition.id, definition],
    [exampleTransaction.id, invoice],
    [exampleBatchPayment.id, batch],
    [exampleItem.id, item],
    [exampleCell, `account:${sales.id}|total`],
  ]);
}

/** The example of an operation with ids that are in the database. */
export function exampleInput({ example }: Operation, ids: Ids): Record<string, unknown> {
  const text = [...ids].reduce((written, [from, to]) => written.replaceAll(from, to), JSON.stringify(example?.input ?? {}));
  return JSON.parse(text);
}

/** The request a client would send; what is not text in an address is written as JSON. */
export function requestFor({ http }: Operation, input: Record<string, unknown>, key: string | undefined, more: Record<string, string> = {}): Request {
  const rest = new Map(Object.entries(input));
  const path = http.path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(typeof value === "string" ? value.toWellFormed() : JSON.stringify(value ?? ""));
  });
  const headers = { ...(key ? { authorization: `Bearer ${key}` } : {}), ...(http.method === "GET" ? {} : { "content-type": "application/json" }), ...more };
  if (http.method !== "GET") return new Request(`${base}${path}`, { method: http.method, headers, body: JSON.stringify(Object.fromEntries(rest)) });
  const query = [...rest].flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, typeof one === "string" ? one : JSON.stringify(one)]));
  return new Request(`${base}${path}?${new URLSearchParams(query)}`, { headers });
}

/** How many rows each table holds, whoever's they are. */
export async function countRows({ mine, theirs }: Stage): Promise<Record<string, number>> {
  const scopes = [mine, theirs].map((ids) => ({ tenantId: ids.get(exampleOrganisation.id) ?? "" }));
  const [system, inside] = [tablesOf(true), tablesOf(false)];
  return { ...(await systemRead((q) => counted(q, system))), ...(await readMany(scopes, (q) => counted(q, inside))) };
}

function tablesOf(system: boolean) {
  return [...tables].filter(([name]) => tenancy[name]?.system === system);
}

async function counted(q: Pick<SystemQuery, "select">, some: ReturnType<typeof tablesOf>): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const [name, table] of some) rows[name] = Number((await q.select({ rows: count() }).from(table))[0]?.rows ?? 0);
  return rows;
}
