// The clients of the demo that are new to an accountant: each syncs whole, ties to Xero, and shows its own trouble where one would look for it.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, readMany } from "#db/index.ts";
import { Accounts, Transactions } from "#db/schema/index.ts";
import { systemRead } from "#db/system.ts";
import { addToMonth, daysBetween, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { cashTieOut } from "#lib/ledger/tie-out/cash-tie-out.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { decimal } from "#lib/money.ts";
import { toOrganisation } from "#lib/organisations/organisation.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { needOf } from "#lib/portfolio/needs-you.ts";
import { readPortfolio } from "#lib/portfolio/read-portfolio.ts";
import { getReport, listStoredReports } from "#lib/reports/read-reports.ts";
import { syncAgain } from "./testing/run-jobs.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";
import { printedReport } from "./testing/xero-report.ts";

let books: SyncedBooks;
let [stoneCreek, cedarHollow, pohutukawa] = ["", "", ""];

beforeAll(async () => {
  books = await syncedBooks("stone-creek", "cedar-hollow", "pohutukawa");
  [stoneCreek = "", cedarHollow = "", pohutukawa = ""] = books.tenantIds;
});
afterAll(() => books.close());

const reader = (tenantId: string) => ({ userId: "", tenantId, permissions: ["reports:read" as const], via: "worker" as const });

test("they sync to the end without a warning, and every account ties to the cent", async () => {
  expect(books.jobs.map(({ status, error, result }) => ({ status, error, warnings: result?.warnings }))).toEqual(books.jobs.map(() => ({ status: "succeeded", error: null, warnings: [] })));
  for (const tenantId of books.tenantIds) {
    const found = await read({ tenantId }, (q) => tieOut(q, { to: lastDayOf(monthOf(todayIn("Pacific/Auckland"))) }));
    expect([decimal(found?.amount ?? -1n), found?.differing, (found?.accounts ?? 0) > 8]).toEqual(["0.00", 0, true]);
  }
});

test("at the end of the last month each ties on cash basis as well, which its first sync asked for", async () => {
  for (const tenantId of books.tenantIds) {
    const today = todayIn((await systemRead((q) => findOrganisationById(q, tenantId)))?.timezone ?? "UTC");
    const found = await read({ tenantId }, (q) => cashTieOut(q, { to: today }));
    expect(found).toMatchObject({ asAt: lastDayOf(addToMonth(monthOf(today), -1)), differing: 0, isGreen: true });
  }
});

test("each has its statements and its dashboard, in its own currency", async () => {
  const currencies = [];
  for (const tenantId of books.tenantIds) {
    const { data } = await listStoredReports.run([reader(tenantId)], {});
    expect(data.map(({ type }) => type).toSorted()).toEqual(["BALANCE_SHEET", "KPI_DASHBOARD", "PROFIT_LOSS"]);
    currencies.push(data.at(0)?.currency);
  }
  expect(currencies).toEqual(["AUD", "USD", "NZD"]);
});

test("the American one has nothing reconciled for two months, and no tax", async () => {
  const { data: listed } = await listStoredReports.run([reader(cedarHollow)], { type: ["KPI_DASHBOARD"] });
  const { data } = await getReport.run([reader(cedarHollow)], { id: listed.at(0)?.id ?? "" });
  // The dashboard is of the last closed month, so that a month and some days of the two are in it.
  expect(data.quality.unreconciled.count).toBeGreaterThan(15);
  const taxed = await read({ tenantId: cedarHollow }, (q) => q.select().from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.totalTax, 0n))));
  const all = await read({ tenantId: cedarHollow }, (q) => q.select().from(Transactions).where(eq(Transactions.tenantId, q.tenantId)));
  expect(taxed).toHaveLength(all.length);
});

test("the portfolio ranks them by their troubles, each with its own figures, and shows nobody a client that is not theirs", async () => {
  const organisations = (await systemRead((q) => Promise.all(books.tenantIds.map((id) => findOrganisationById(q, id))))).flatMap((row) => (row ? [toOrganisation({ organisation: row, isActive: false })] : []));
  const now = new Date();
  const clients = await readMany(books.tenantIds.map((tenantId) => ({ tenantId })), (q) => readPortfolio(q, organisations, now));
  const [au, us, messy] = clients.map((client) => ({ client, reasons: needOf(client, now).reasons.map(({ kind }) => kind) }));

  expect(au?.reasons[0]).toMatch(/^cashRuns(Low|Out)$/);
  const weeks = daysBetween(todayIn("Australia/Sydney", now), au?.client.low?.day ?? "") / 7;
  expect([weeks > 5.5, weeks < 7.5]).toEqual([true, true]);
  const printed = await printedReport(books.standIn, stoneCreek, `BalanceSheet?date=${lastDayOf(monthOf(todayIn("Australia/Sydney", now)))}`);
  expect(au?.client.cash).toBe(printed.totals.get("Total Bank"));
  expect([us?.reasons[0], (us?.client.unreconciled.count ?? 0) > 40]).toEqual(["unreconciled", true]);
  expect(messy?.reasons).toEqual(expect.arrayContaining(["overdueReceivables", "unreconciled", "drafts"]));
  for (const { client } of [au, us, messy].flatMap((one) => one ?? [])) expect(client.tieOut).toMatchObject({ differing: 0, ties: true, current: true });

  const others = (await readMany([{ tenantId: cedarHollow }], (q) => readPortfolio(q, organisations, now))).filter(({ id }) => id !== cedarHollow);
  expect(others.map(({ cash, low, tieOut, receivables, unreconciled, sync }) => ({ cash, low, tieOut, open: receivables.amount, lines: unreconciled.count, sync }))).toEqual(
    others.map(() => ({ cash: null, low: null, tieOut: null, open: 0n, lines: 0, sync: "none" })),
  );
});

test("the messy one keeps what was voided and archived, knows its lock date, and asks for consent once its login has run out", async () => {
  const { accounts, documents } = await read({ tenantId: pohutukawa }, async (q) => ({
    accounts: await q.select().from(Accounts).where(and(eq(Accounts.tenantId, q.tenantId), eq(Accounts.status, "ARCHIVED"))),
    documents: await q.select().from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.status, "VOIDED"))),
  }));
  expect([accounts.length, documents.length > 15]).toEqual([3, true]);
  const { periodLockDate } = (await systemRead((q) => findOrganisationById(q, pohutukawa))) ?? {};
  expect(periodLockDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await fetch(`${books.standIn.url}/stand-in/tokens/expire`, { method: "POST", body: JSON.stringify({ refresh: true }), headers: { "content-type": "application/json" } });
  expect((await syncAgain(pohutukawa)).error?.code).toBe("reauthRequired");
  expect((await systemRead((q) => findOrganisationById(q, pohutukawa)))?.connectionStatus).toBe("reauthRequired");
});
