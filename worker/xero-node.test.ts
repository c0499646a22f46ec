// Xero's own client library reads the same books through the stand-in: what we decode by hand is what it decodes.
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { XeroClient } from "xero-node";
import { read } from "#db/index.ts";
import { Accounts, Transactions } from "#db/schema/index.ts";
import { systemRead } from "#db/system.ts";
import { decimal, money } from "#lib/money.ts";
import { accessTokenFor } from "#lib/organisations/access-token.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";

let books: SyncedBooks;
let tenantId: string;
let xeroTenantId: string;
let client: XeroClient;

beforeAll(async () => {
  books = await syncedBooks();
  [tenantId = ""] = books.tenantIds;
  xeroTenantId = (await systemRead((q) => findOrganisationById(q, tenantId)))?.tenantId ?? "";
  client = new XeroClient({ clientId: "demo", clientSecret: "demo", redirectUris: [], scopes: [] });
  client.setTokenSet({ access_token: await accessTokenFor(tenantId) });
  client.accountingApi.basePath = `${books.standIn.url}/api.xro/2.0`;
});
afterAll(() => books.close());

test("invoices and bills have the same ids, days, statuses and totals", async () => {
  const { body } = await client.accountingApi.getInvoices(xeroTenantId, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 1, true, undefined, 4, undefined, 1000);
  const theirs = (body.invoices ?? []).map((one) => `${one.invoiceID} ${String(one.status)} ${new Date(one.date ?? 0).toISOString().slice(0, 10)} ${decimal(money(String(one.total)))}`);
  const ids = (body.invoices ?? []).map(({ invoiceID = "" }) => invoiceID);
  const rows = await read({ tenantId }, (q) => q.select().from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), inArray(Transactions.xeroId, ids))));
  expect(theirs).toHaveLength(1000);
  expect(rows.map(({ xeroId, status, date, amount }) => `${xeroId} ${status} ${date} ${decimal(amount)}`).toSorted()).toEqual(theirs.toSorted());
});

test("the chart of accounts is the same", async () => {
  const { body } = await client.accountingApi.getAccounts(xeroTenantId);
  const rows = await read({ tenantId }, (q) => q.select().from(Accounts).where(eq(Accounts.tenantId, q.tenantId)));
  const theirs = (body.accounts ?? []).map((one) => `${one.accountID} ${one.code ?? ""} ${one.name} ${String(one.type)} ${String(one._class)}`);
  expect(rows.map((row) => `${row.xeroId} ${row.code ?? ""} ${row.name} ${row.type} ${row.class}`).toSorted()).toEqual(theirs.toSorted());
});
