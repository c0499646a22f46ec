import { and, asc, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { CursorStates, Jobs, XeroTrialBalances } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { addToMonth, type Day, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { claimJob } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import type { Document } from "#lib/ledger/posting/document.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line } from "#lib/ledger/testing/books.ts";
import { openOrganisation, putDocuments, type Scope } from "#lib/ledger/testing/queries.ts";
import { type SyncContext, together } from "#lib/sync/sync-context.ts";
import { syncCashTrialBalance } from "#lib/sync/sync-cash-trial-balance.ts";
import { syncTrialBalances } from "#lib/sync/sync-trial-balances.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const thisMonth = monthOf(todayIn("UTC"));
const monthsAgo = (months: number) => addToMonth(thisMonth, -months);
/** Month-ends from so many months ago to this one. The organisations' financial years end on the last of March, a month-end. */
const monthEndsSince = (months: number) => Array.from({ length: months + 1 }, (_, index) => lastDayOf(monthsAgo(months - index)));

test.each([1, 2, 4, 5, 6])("a first sync that is interrupted after %i trial balances ends with all of them, none read twice", async (kept) => {
  const books = await withInvoices(`first ${kept}`, [5]);
  await expect(syncTrialBalances({ ...books.context, commit: dyingAfter(kept) })).rejects.toThrow("killed");
  expect(await daysKept(books.scope)).toEqual(monthEndsSince(6).slice(0, kept));
  books.asked.length = 0;
  await syncTrialBalances(books.context);
  expect(books.asked).toEqual(monthEndsSince(6).slice(kept));
  expect(await daysKept(books.scope)).toEqual(monthEndsSince(6));
});

test.each([1, 2, 3, 4])("after a long pause a sync that is interrupted after %i trial balances leaves no month out", async (kept) => {
  const books = await withInvoices(`pause ${kept}`, [9]);
  await syncTrialBalances(books.context);
  await forgetReadings(books.scope, monthEndsSince(4));
  const next = later(books.context);
  await expect(syncTrialBalances({ ...next, commit: dyingAfter(kept) })).rejects.toThrow("killed");
  await syncTrialBalances(next);
  expect(await daysKept(books.scope)).toEqual(monthEndsSince(10));
});

test.each([1, 2, 3])("when documents from before all others arrive, %i trial balances and an interruption lose no month of theirs", async (kept) => {
  const books = await withInvoices(`before ${kept}`, [4]);
  await syncTrialBalances(books.context);
  await post(books.scope, [9]);
  // The sync that posted them failed before it came to the trial balances; this one posts nothing.
  const next = later(books.context);
  await expect(syncTrialBalances({ ...next, commit: dyingAfter(kept) })).rejects.toThrow("killed");
  await syncTrialBalances(next);
  expect(await daysKept(books.scope)).toEqual(monthEndsSince(10));
});

test("a month-end that was left out once is read by the next sync", async () => {
  const books = await withInvoices("gap", [7]);
  await syncTrialBalances(books.context);
  const [lost = ""] = monthEndsSince(4);
  await forgetReadings(books.scope, [lost]);
  books.asked.length = 0;
  await syncTrialBalances(later(books.context));
  expect(books.asked).toEqual([lost, ...monthEndsSince(1)]);
});

const lastMonthEnd = lastDayOf(monthsAgo(1));
const paid = (name: string, months: number) => document(name, "RECEIVE", "10.00", [line("sales", "10.00")], { date: `${monthsAgo(months)}-15` });

test("on cash basis Xero is asked for the end of the last month, and only where anything was paid by then", async () => {
  const books = await withInvoices("unpaid", [3]);
  await syncCashTrialBalance(books.context);
  await postAll(books.scope, [paid("R-1", 0)]);
  await syncCashTrialBalance(books.context);
  expect(books.asked).toEqual([]);
  await postAll(books.scope, [paid("R-2", 2)]);
  await syncCashTrialBalance(books.context);
  expect(books.asked).toEqual([`${lastMonthEnd} on cash basis`]);
  expect(await daysKept(books.scope, "cash")).toEqual([lastMonthEnd]);
  expect(await daysKept(books.scope)).toEqual([]);
});

test("on cash basis Xero is asked again where something was posted since, once a day at most, and in every full sync", async () => {
  const { scope, context, asked } = await withInvoices("paid", []);
  const tomorrow = { ...context, startedAt: new Date(Date.now() + 86_460_000) };
  await postAll(scope, [paid("R-1", 2)]);
  await syncCashTrialBalance(context);
  await syncCashTrialBalance(tomorrow);
  expect(asked).toHaveLength(1);
  await postAll(scope, [paid("R-2", 2)]);
  await syncCashTrialBalance(later(context));
  expect(asked).toHaveLength(1);
  await syncCashTrialBalance(tomorrow);
  expect(asked).toHaveLength(2);
  await syncCashTrialBalance({ ...later(context), mode: "full" });
  expect(asked).toHaveLength(3);
});

test("a reading on cash basis is not taken for one on accrual basis, nor does it move the place of those", async () => {
  const books = await withInvoices("both", [1]);
  await postAll(books.scope, [paid("R-1", 1)]);
  await syncCashTrialBalance(books.context);
  await syncTrialBalances(books.context);
  expect(books.asked).toEqual([`${lastMonthEnd} on cash basis`, ...monthEndsSince(2)]);
  await syncCashTrialBalance({ ...later(books.context), mode: "full" });
  books.asked.length = 0;
  await syncTrialBalances(books.context);
  await syncTrialBalances(later(books.context));
  expect(books.asked).toEqual(monthEndsSince(1));
});

type Books = { scope: Scope; context: SyncContext; asked: string[] };

/** An organisation with an invoice so many months ago each, posted since the sync began, and an Xero whose sales are the month's number. */
async function withInvoices(name: string, ages: number[]): Promise<Books> {
  const scope = await openOrganisation(name);
  const startedAt = new Date(Date.now() - 1_000);
  await post(scope, ages);
  const asked: string[] = [];
  await systemTransaction((tx) => queueSync(tx, { ...scope, userId: null, mode: "incremental" }));
  const job = await systemTransaction((tx) => claimJob(tx, "worker", new Date(), new Date(Date.now() + 60_000)));
  await systemTransaction((tx) => tx.update(Jobs).set({ leaseUntil: new Date("2999-01-01") }).where(eq(Jobs.id, job?.id ?? "")).then(() => undefined));
  const client = {
    get: async ({ query }: { query?: Record<string, string> }) => {
      asked.push(query?.paymentsOnly ? `${query.date} on cash basis` : (query?.date ?? ""));
      return trialBalance(query?.date ?? "");
    },
  };
  return { scope, asked, context: { scope, jobId: job?.id ?? "", owner: "worker", userId: null, mode: "incremental", startedAt, client, commit: together, progress: { phase: "trialBalance", objects: {}, waiting: null }, warnings: [], signal: new AbortController().signal } };
}

async function post(scope: Scope, ages: number[]): Promise<void> {
  const invoices = ages.map((months) => document(`INV-${months}`, "ACCREC", "10.00", [line("sales", "10.00")], { date: `${monthsAgo(months)}-15` }));
  await postAll(scope, invoices);
}

async function postAll(scope: Scope, documents: readonly Document[]): Promise<void> {
  await transaction(scope, (tx) => putDocuments(tx, documents));
  await postPending(scope);
}

/** The next sync, long enough after what was posted. */
function later(context: SyncContext): SyncContext {
  return { ...context, startedAt: new Date(Date.now() + 1_000) };
}

function trialBalance(day: Day): Record<string, unknown> {
  const amount = `${Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))}`;
  const row = (account: string, debit: string, credit: string) => ({ RowType: "Row", Cells: [{ Value: account, Attributes: [{ Id: "account", Value: account }] }, {}, {}, { Value: debit }, { Value: credit }] });
  return { Reports: [{ Rows: [{ RowType: "Section", Rows: [row("receivable", amount, ""), row("capital", "", amount)] }] }] };
}

/** Commits so many pages and dies before the next one. */
function dyingAfter(pages: number): SyncContext["commit"] {
  let committed = 0;
  return async (...page) => {
    if (committed === pages) throw new Error("killed");
    committed += 1;
    await together(...page);
  };
}

async function daysKept(scope: Scope, of: Basis = "accrual"): Promise<Day[]> {
  const { tenantId, basis, monthEnd } = XeroTrialBalances;
  const rows = await read(scope, (q) => q.selectDistinct({ monthEnd }).from(XeroTrialBalances).where(and(eq(tenantId, q.tenantId), eq(basis, of))).orderBy(asc(monthEnd)));
  return rows.map((row) => row.monthEnd);
}

/** As if the sync had not run since. */
async function forgetReadings(scope: Scope, days: Day[]): Promise<void> {
  await transaction(scope, async (tx) => {
    await tx.delete(XeroTrialBalances).where(and(eq(XeroTrialBalances.tenantId, tx.tenantId), inArray(XeroTrialBalances.monthEnd, days)));
    await tx.delete(CursorStates).where(eq(CursorStates.tenantId, tx.tenantId));
  });
}
