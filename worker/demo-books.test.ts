// The demo's books, synced whole through the stand-in: the ledger made from documents against Xero's own figures.
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { addDays, addToMonth, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { decimal, money, sum } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { getReport, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import { agedTypes } from "#lib/reports/report-types.ts";
import { agedReport, differencesOf, unprovenCells } from "./testing/aged-reports.ts";
import { syncAgain } from "./testing/run-jobs.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";
import { printedReport } from "./testing/xero-report.ts";

let books: SyncedBooks;
let jobs: SyncedBooks["jobs"];

beforeAll(async () => {
  books = await syncedBooks();
  jobs = books.jobs;
});
afterAll(() => books.close());

const tieOutOf = (tenantId: string) =>
  read({ tenantId }, async (q) => {
    const organisation = await findOrganisation(q);
    const found = await tieOut(q, { to: lastDayOf(monthOf(todayIn(organisation?.timezone ?? "UTC"))) });
    if (!found) throw new Error("No trial balance was read.");
    return found;
  });

test("both organisations sync to the end without a warning", () => {
  expect(jobs.map(({ status, error, result }) => ({ status, error, warnings: result?.warnings }))).toEqual(jobs.map(() => ({ status: "succeeded", error: null, warnings: [] })));
});

test("on books whose every posting comes from documents every account ties to the cent in every month", async () => {
  const [british] = await Promise.all(jobs.map(({ tenantId }) => tieOutOf(tenantId))).then((all) => all.filter(({ differing }) => differing === 0));
  expect(british?.accounts).toBeGreaterThan(15);
  expect(british?.isGreen).toBe(true);
});

test("where Xero posts payroll and opening balances itself, they are named, and nothing is left unexplained", async () => {
  const [nz] = await Promise.all(jobs.map(({ tenantId }) => tieOutOf(tenantId))).then((all) => all.filter(({ differing }) => differing > 0));
  expect(decimal(nz?.unexplained ?? -1n)).toBe("0.00");
  expect(new Set(nz?.residuals.map(({ evidence }) => evidence))).toEqual(new Set(["Balances from before the first document.", "Payroll, which Xero posts itself."]));
  expect(nz?.readings.every(({ sumsToZero }) => sumsToZero)).toBe(true);
});

test("the calls of a first sync are the fewest there can be, and the stand-in counted no more", async () => {
  let fewest = 0;
  for (const { result } of jobs) {
    const counted = Object.values(result?.objects ?? {}).reduce((sum, { calls }) => sum + calls, 0);
    expect(result?.calls).toBe(counted);
    const paged = ["Contacts", "Invoices", "CreditNotes", "BankTransactions", "Prepayments", "Overpayments", "Payments", "ManualJournals"];
    const expected = Object.entries(result?.objects ?? {}).reduce((sum, [object, { fetched, total }]) => sum + (paged.includes(object) ? Math.max(1, Math.ceil(fetched / 1000)) : object === "TrialBalance" ? (total ?? 0) : 1), 0);
    expect(counted).toBe(expected);
    fewest += expected;
  }
  const log: { count: number } = JSON.parse(await (await fetch(`${books.standIn.url}/stand-in/log?kind=accounting`)).text());
  expect(log.count).toBeLessThanOrEqual(Math.floor(fewest * 1.02));
});

test("a sync without changes asks twelve times and writes nothing to the books", async () => {
  for (const { tenantId } of jobs) {
    const before = await read({ tenantId }, findOrganisation);
    const again = await syncAgain(tenantId);
    expect(again.status).toBe("succeeded");
    expect(again.result?.calls).toBe(12);
    expect(Object.values(again.result?.objects ?? {}).reduce((sum, { written }) => sum + written, 0)).toBe(0);
    const after = await read({ tenantId }, findOrganisation);
    expect(after?.dataVersion).toBe(before?.dataVersion);
    expect(after?.ledgerSequence).toBe(before?.ledgerSequence);
  }
});

test("every month of both statements comes to what Xero prints, to the cent", async () => {
  const wrong: string[] = [];
  for (const { tenantId, data } of await storedStatements()) {
    for (const column of data.columns.filter(({ kind }) => kind === "period")) wrong.push(...(await differencesToPrinted(tenantId, data, column)));
  }
  expect(wrong).toEqual([]);
});

test("every cell of every stored statement walks down to lines of documents whose sum is the cell", async () => {
  const wrong: string[] = [];
  let lines = 0;
  for (const { row, cell, value, ...where } of (await storedStatements()).flatMap(cellsOf)) {
    const { total, formula, inputs } = await proveReportCell.run([where.scope], { id: where.id, cell, limit: 1 });
    const isAccount = row.id.startsWith("account:");
    const walked = isAccount || inputs.length === 0 ? await linesOf(where.scope, where.id, cell) : inputs.map(({ amount, factor }) => money(amount) * BigInt(factor));
    if (isAccount) lines += walked.length;
    if (total !== value || money(total) !== sum(walked)) wrong.push(`${cell} (${formula}): cell ${value}, proof ${total}, walked ${decimal(sum(walked))}`);
  }
  expect(wrong).toEqual([]);
  expect(lines).toBeGreaterThan(5000);
}, 300_000);

test("on every day asked for, what is open comes to its control account to the cent, and prepayments to theirs", async () => {
  for (const { tenantId } of jobs) {
    const [statement] = (await listStoredReports.run([reader(tenantId)], { limit: 1 })).data;
    const today = todayIn((await read({ tenantId }, findOrganisation))?.timezone ?? "UTC");
    const monthEnds = [1, 2, 5, 8, 11].map((back) => lastDayOf(addToMonth(monthOf(today), -back)));
    const made = await Promise.all([today, ...monthEnds, addDays(today, -40)].flatMap((asAt) => agedTypes.map((type) => agedReport(statement?.userId ?? "", tenantId, type, { asAt }))));
    expect(made.flatMap(differencesOf)).toEqual([]);
    expect(made.filter(({ data }) => data.rows.some(({ kind }) => kind === "document")).length).toBeGreaterThan(7);
    for (const report of made.slice(0, 2)) expect(await unprovenCells(report)).toEqual([]);
  }
}, 300_000);

type Statement = Awaited<ReturnType<typeof storedStatements>>[number];

async function storedStatements() {
  const found = await Promise.all(
    jobs.map(async ({ tenantId }) => {
      const scope = reader(tenantId);
      const { data } = await listStoredReports.run([scope], {});
      return Promise.all(data.map(async ({ id }) => ({ tenantId, scope, id, data: (await getReport.run([scope], { id })).data })));
    }),
  );
  return found.flat();
}

function cellsOf({ scope, id, data }: Statement) {
  return data.rows.flatMap((row) => row.cells.flatMap(({ column, value }) => (value === null ? [] : [{ scope, id, row, cell: `${row.id}|${column}`, value }])));
}

const printedTotals = {
  PROFIT_LOSS: { "Gross Profit": "total:grossProfit", "Net Profit": "total:netProfit" },
  BALANCE_SHEET: { "Total Assets": "total:totalAssets", "Total Liabilities": "total:totalLiabilities", "Net Assets": "total:netAssets", "Total Equity": "total:totalEquity" },
};

/** Totals always; single accounts where no difference to Xero stands in rows of its own. */
async function differencesToPrinted(tenantId: string, data: Statement["data"], column: Statement["data"]["columns"][number]): Promise<string[]> {
  const isProfitAndLoss = data.type === "PROFIT_LOSS";
  const printed = await printedReport(books.standIn, tenantId, isProfitAndLoss ? `ProfitAndLoss?fromDate=${column.start}&toDate=${column.end}` : `BalanceSheet?date=${column.end}`);
  const value = (rowId: string) => money(data.rows.find(({ id }) => id === rowId)?.cells.find((cell) => cell.column === column.id)?.value ?? "0");
  const totals = Object.entries(printedTotals[isProfitAndLoss ? "PROFIT_LOSS" : "BALANCE_SHEET"]).filter(([label, rowId]) => value(rowId) !== printed.totals.get(label));
  const ids = new Map((await read({ tenantId }, chartOfAccounts)).map(({ id, xeroId }) => [xeroId, id]));
  const isSame = ([xeroId, amount]: readonly [string, bigint]) => !ids.has(xeroId) || value(`account:${ids.get(xeroId)}`) === amount || value("total:retainedEarnings") === amount;
  const accounts = data.rows.some(({ kind }) => kind === "residual") ? [] : [...printed.accounts].filter((account) => !isSame(account));
  return [...totals, ...accounts].map(([label, other]) => `${data.tenant.name} ${column.id} ${label}: ${other}`);
}

/** Every line behind a cell, page by page. */
async function linesOf(scope: ReturnType<typeof reader>, id: string, cell: string) {
  const amounts: bigint[] = [];
  let cursor: string | undefined;
  do {
    const { lines } = await proveReportCell.run([scope], { id, cell, limit: 200, ...(cursor ? { cursor } : {}) });
    amounts.push(...lines.data.map(({ amount }) => money(amount)));
    cursor = lines.next ? (new URL(lines.next).searchParams.get("cursor") ?? undefined) : undefined;
  } while (cursor);
  return amounts;
}

function reader(tenantId: string) {
  return { userId: "", tenantId, permissions: ["reports:read" as const], via: "worker" as const };
}
