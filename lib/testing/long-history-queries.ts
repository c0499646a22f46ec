// For tests: an organisation with years behind it, so long that a plan which reads everything shows. Accounts, documents and what settles
// them, entries, stored reports and jobs.
import { v7 as uuidv7 } from "uuid";
import { transaction } from "#db/index.ts";
import { Allocations, Jobs, Reports } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { addDays, type Day } from "#lib/day.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { money, rateOfOne } from "#lib/money.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addDocuments, type TestDocument } from "#lib/transactions/testing/queries.ts";

/** Of the accounts the first is the bank, on which every entry has a line. */
export type LongHistory = TestBooks & { accounts: string[]; documents: string[] };

const many = 3_000;
const numbers = Array.from({ length: many }, (_, number) => number);

export async function longHistory(name: string): Promise<LongHistory> {
  const books = await openTestBooks(name);
  const chart = Array.from({ length: 40 }, (_, number) => account(uuidv7(), `Account ${number}`, number === 0 ? "BANK" : "REVENUE", { code: String(100 + number) }));
  const accounts = chart.map(({ id }) => id);
  await addAccounts(books, chart);
  const documents = await addDocuments(books, numbers.map(documentOf));
  await settle(books, documents);
  await post(books, numbers.map((number) => ({ date: dayOf(number), transactionId: documents[number] ?? "", lines: [[accounts[0] ?? "", "10"], [accounts[1 + (number % 39)] ?? "", "-10"]] })));
  await addReports(books);
  await addJobs(books);
  return { ...books, accounts, documents };
}

function dayOf(number: number): Day {
  return addDays("2023-04-01", number % 1_100);
}

/** One invoice in fifty is still owed; one in three is matched by money received, of which one in a hundred is not reconciled. */
function documentOf(number: number): TestDocument {
  const plain = { date: dayOf(number), amount: "10" };
  if (number % 3 === 0) return { ...plain, type: "RECEIVE", xeroType: "RECEIVE", isReconciled: number % 100 !== 0, openUntil: plain.date };
  const standing = isOwed(number) ? { amountDue: money("10"), status: "AUTHORISED" } : { amountDue: 0n, status: "PAID", openUntil: addDays(plain.date, 20) };
  return { ...plain, type: "INVOICE", xeroType: "ACCREC", ...standing };
}

function isOwed(number: number): boolean {
  return number % 50 === 0;
}

async function settle({ scope }: TestBooks, documents: readonly string[]): Promise<void> {
  const paid = documents.flatMap((targetXeroId, number) => (isOwed(number) ? [] : [{ targetXeroId, date: addDays(dayOf(number), 20) }]));
  const plain = { tenantId: scope.tenantId, sourceKind: "payment", ordinal: 1, amount: money("10"), currencyRate: rateOfOne, status: "AUTHORISED" } as const;
  await transaction(scope, async (tx) => {
    for (const some of batchesOf(paid, 500)) await tx.insert(Allocations).values(some.map((each) => ({ ...plain, ...each, sourceXeroId: uuidv7() })));
  });
}

async function addReports({ scope }: TestBooks): Promise<void> {
  const plain = { userId: scope.userId, tenantId: scope.tenantId, name: "Kept", data: {}, schemaVersion: 1, currency: "NZD", contentHash: "none" };
  const types = ["PROFIT_LOSS", "BALANCE_SHEET", "KPI_DASHBOARD"] as const;
  const rows = numbers.slice(0, 900).map((number) => ({ ...plain, type: types[number % 3] ?? "PROFIT_LOSS", dataVersion: number, periodEnd: dayOf(number), createdAt: new Date(`${dayOf(number % 1_100)}T00:00:00Z`) }));
  await transaction(scope, async (tx) => {
    for (const some of batchesOf(rows, 500)) await tx.insert(Reports).values(some);
  });
}

/** All have ended but the last. */
async function addJobs({ scope: { tenantId } }: TestBooks): Promise<void> {
  const rows = numbers.slice(0, 900).map((number) => {
    const status = number === 899 ? ("queued" as const) : ("succeeded" as const);
    return { tenantId, type: "sync" as const, parameters: { mode: "incremental" }, correlationId: uuidv7(), status, createdAt: new Date(Date.UTC(2026, 0, 1, 0, number)) };
  });
  await systemTransaction(async (tx) => {
    for (const some of batchesOf(rows, 500)) await tx.insert(Jobs).values(some);
  });
}
