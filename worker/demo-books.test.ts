// The demo's books, synced whole through the stand-in: the ledger made from documents against Xero's own figures.
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { listBatchPayments, paymentsOfBatch } from "#lib/batch-payments/queries.ts";
import { exportEvidence } from "#lib/evidence/evidence-pack.ts";
import { verifyPack } from "#lib/evidence/verify/verify-pack.ts";
import { openStock } from "#lib/items/open-stock.ts";
import { listInvariants } from "#lib/invariants/list-invariants.ts";
import { addDays, addToMonth, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { decimal, type Money, money, sum } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { getReport, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import { agedTypes, statementTypes } from "#lib/reports/report-types.ts";
import type { Column } from "#lib/reports/report.ts";
import { listTracking } from "#lib/tracking/list-tracking.ts";
import { openDocument } from "#lib/transactions/open-document.ts";
import { allRows } from "./testing/all-rows.ts";
import { cashFaults, cashTieOuts } from "./testing/cash-tie-out.ts";
import { agedReport, differencesOf, unprovenCells } from "./testing/aged-reports.ts";
import { leastOrders } from "#lib/reports/testing/wishes.ts";
import { syncAgain } from "./testing/run-jobs.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";
import { printedReport } from "./testing/xero-report.ts";

/** Comparisons are as many cells again as all others, proved by the same rule. */
const long = process.env.TEST_LONG !== undefined;
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

test("where Xero posts payroll, opening balances and what stock had cost itself, they are named, and nothing is left unexplained", async () => {
  const [nz] = await Promise.all(jobs.map(({ tenantId }) => tieOutOf(tenantId))).then((all) => all.filter(({ differing }) => differing > 0));
  expect(decimal(nz?.unexplained ?? -1n)).toBe("0.00");
  expect(new Set(nz?.residuals.map(({ evidence }) => evidence))).toEqual(new Set(["Balances from before the first document.", "Cost of tracked inventory that was sold, which Xero posts itself.", "Payroll, which Xero posts itself."]));
  expect(nz?.readings.every(({ sumsToZero }) => sumsToZero)).toBe(true);
});

test("what was paid in one go comes to its line of the bank statement, and the stock of items to its account", async () => {
  const [nz = ""] = books.tenantIds;
  const batches = await read({ tenantId: nz }, async (q) => {
    const found = await listBatchPayments(q, {}, null, 200);
    return Promise.all(found.map(async ({ xeroId, amount }) => [amount, sum((await paymentsOfBatch(q, xeroId)).map((payment) => payment.amount))]));
  });
  expect(batches.length).toBeGreaterThan(20);
  expect(batches.filter(([stated, paid]) => stated !== paid)).toEqual([]);
  const { accounts } = await read({ tenantId: nz }, openStock);
  expect(accounts.map(({ totalCost, balance }) => [totalCost > 0n, balance === totalCost])).toEqual([[true, true]]);
});

test("the calls of a first sync are the fewest there can be, and the stand-in counted no more", async () => {
  let fewest = 0;
  for (const { result } of jobs) {
    const counted = Object.values(result?.objects ?? {}).reduce((sum, { calls }) => sum + calls, 0);
    expect(result?.calls).toBe(counted);
    const paged = ["Contacts", "Invoices", "CreditNotes", "BankTransactions", "Prepayments", "Overpayments", "Payments", "ManualJournals"];
    const fewestOf = (object: string, fetched: number, total: number | null) => {
      if (paged.includes(object)) return Math.max(1, Math.ceil(fetched / 1000));
      // Of budgets a list, and each of them by itself.
      return object === "Budgets" ? 1 + fetched : object === "TrialBalance" ? (total ?? 0) : 1;
    };
    const expected = Object.entries(result?.objects ?? {}).reduce((sum, [object, { fetched, total }]) => sum + fewestOf(object, fetched, total), 0);
    expect(counted).toBe(expected);
    fewest += expected;
  }
  const log: { count: number } = JSON.parse(await (await fetch(`${books.standIn.url}/stand-in/log?kind=accounting`)).text());
  expect(log.count).toBeLessThanOrEqual(Math.floor(fewest * 1.02));
});

test("a sync without changes asks ten lists and the trial balances that are due, and writes nothing to the books", async () => {
  for (const { tenantId } of jobs) {
    const organisation = await read({ tenantId }, findOrganisation);
    const before = await allRows(tenantId);
    expect([before.Transactions?.length, before.JournalLines?.length, before.AccountBalances?.length, before.Reports?.length]).not.toContain(0);
    const again = await syncAgain(tenantId);
    expect(again.status).toBe("succeeded");
    expect(again.result?.calls).toBe(10 + trialBalancesDue(organisation));
    expect(Object.values(again.result?.objects ?? {}).reduce((sum, { written }) => sum + written, 0)).toBe(0);
    expect(await allRows(tenantId)).toEqual(before);
  }
});

test("on cash basis every account stands where Xero has it at month-ends of two years, but for what Xero posts itself and what was there before", async () => {
  const monthEnds = [23, 14, 8, 7, 6, 2, 1].map((back) => lastDayOf(addToMonth(monthOf(todayIn("UTC")), -back)));
  const [nz = "", british = ""] = books.tenantIds;
  const [ofPayroll, ofDocuments] = [await cashTieOuts(books.standIn, nz, monthEnds), await cashTieOuts(books.standIn, british, monthEnds)];
  expect([...(await cashFaults(nz, ofPayroll)), ...(await cashFaults(british, ofDocuments))]).toEqual([]);
  expect(ofDocuments.map(({ asAt, differing, isGreen }) => ({ asAt, differing, isGreen }))).toEqual(monthEnds.slice(-ofDocuments.length).map((asAt) => ({ asAt, differing: 0, isGreen: true })));
  expect(ofDocuments.at(-1)?.accounts).toBeGreaterThan(15);
  const reasons = ofPayroll.at(-1)?.residuals.flatMap(({ evidence }) => evidence?.split(/(?<=\.) /) ?? "none");
  expect(new Set(reasons)).toEqual(new Set(["Balances from before the first document.", "Payroll, which Xero posts itself.", "Cost of tracked inventory that was sold, which Xero posts itself."]));
});

test("whatever must hold in any books holds in these, on both bases", async () => {
  for (const { tenantId } of jobs) {
    const { data } = await listInvariants.run({ ...reader(tenantId), permissions: ["journals:read"] }, { tenantId });
    expect(data.filter(({ holds }) => !holds)).toEqual([]);
    expect(data).toHaveLength(10);
  }
});

test("the evidence behind a report of each type adds up without the database, payroll of Xero's own and all", async () => {
  const [nz = "", british = ""] = books.tenantIds;
  const isTracked = ({ parameters }: (typeof leastOrders)[number]) => parameters["columns"] === "tracking";
  const orders = leastOrders.filter(({ type }) => type !== "BUDGET_VARIANCE").map((order) => ({ tenantId: isTracked(order) ? nz : british, ...order }));
  const rates = [{ currency: "EUR", rate: "1.17" }, { currency: "USD", rate: "1.27" }];
  const large = { tenantId: nz, name: "large", type: "BALANCE_SHEET" as const, parameters: {} };
  const valued = { tenantId: british, name: "valued", type: "CUSTOM" as const, parameters: { layout: "fxExposure", rates } };
  for (const { tenantId, name, type, parameters } of [large, valued, ...orders]) {
    const { id } = await makeReport({ tenantId, userId: books.userId }, { type, name: null, wishes: parameters });
    const pack = await exportEvidence.run([reader(tenantId)], { id });
    expect(verifyPack(new Uint8Array(await pack.arrayBuffer())).lines, name).toBeGreaterThan(500);
  }
});

/** The ends of this month and the last, and that of a financial year within them when it is no month-end: the British year ends on 5 April. */
function trialBalancesDue(organisation: Awaited<ReturnType<typeof findOrganisation>>): number {
  const thisMonth = monthOf(todayIn(organisation?.timezone ?? "UTC"));
  const months = [addToMonth(thisMonth, -1), thisMonth];
  const yearEnd = `${organisation?.financialYearEndMonth}`.padStart(2, "0");
  const [within] = months.filter((month) => month.endsWith(`-${yearEnd}`));
  const isMonthEnd = within !== undefined && Number(lastDayOf(within).slice(8)) <= (organisation?.financialYearEndDay ?? 31);
  return months.length + (within !== undefined && !isMonthEnd ? 1 : 0);
}

test("every column of both statements comes to what Xero prints, account by account and total by total, to the cent", async () => {
  const wrong: string[] = [];
  for (const { tenantId, data } of await storedStatements()) {
    for (const column of data.columns.filter(({ tracking }) => !tracking)) wrong.push(...(await differencesToPrinted(tenantId, data, column)));
  }
  expect(wrong).toEqual([]);
});

test("told apart by either of two tracking categories, each option comes to what Xero prints for it, and what is unassigned to the rest", async () => {
  const [tenantId = ""] = books.tenantIds;
  const { data: categories } = await listTracking.run([{ ...reader(tenantId), permissions: ["accounts:read"] }], {});
  expect(categories.map(({ name }) => name)).toEqual(["Practice", "Region"]);
  const wrong: string[] = [];
  for (const { id: trackingCategoryId, xeroId, options } of categories) {
    const { data } = await makeReport({ tenantId, userId: books.userId }, { type: "PROFIT_LOSS", name: null, wishes: { columns: "tracking", trackingCategoryId } });
    expect(data.columns.map(({ label }) => label)).toEqual([...options.filter(({ status }) => status === "ACTIVE").map(({ name }) => name), "Unassigned", "Total"]);
    for (const column of data.columns) {
      const option = options.find(({ id }) => column.tracking?.[0] === id);
      const filter = option ? `&trackingCategoryID=${xeroId}&trackingOptionID=${option.xeroId}` : "";
      if (option || !column.tracking) wrong.push(...(await differencesToPrinted(tenantId, data, column, filter)));
    }
    for (const { label, cells } of data.rows.filter((row) => row.cells.length > 0)) {
      const amounts = cells.map(({ value }) => money(value ?? "0"));
      if (sum(amounts.slice(0, -1)) !== amounts.at(-1)) wrong.push(`${label} does not add up`);
    }
  }
  expect(wrong).toEqual([]);
});

test(`every cell of every stored statement${long ? ", comparisons too," : ""} walks down to lines whose sum is the cell, and each line to its document`, async () => {
  if (long) for (const { tenantId, userId } of await storedStatements()) await compareWithLastYear(tenantId, userId);
  const walks: Walk[] = [];
  for (const place of (await storedStatements()).flatMap(cellsOf)) walks.push({ ...place, ...(await wholeProof(place.scope, place.id, place.cell)) });
  expect(walks.flatMap((walk) => [...faultsInSums(walk), ...linesWithoutDocument(walk)])).toEqual([]);
  expect(walks.filter(({ row }) => row.id.startsWith("account:")).reduce((count, { lines }) => count + lines.length, 0)).toBeGreaterThan(10_000);

  const entries = entriesOfDocuments(walks);
  expect(entries.length).toBeGreaterThan(3000);
  const missing: string[] = [];
  for (const { scope, document, entryId } of entries.filter((_, index) => index % 10 === 0)) {
    const opened = await read(scope, (q) => openDocument(q, document));
    if (!opened?.postings.some(({ id }) => id === entryId)) missing.push(`${document} does not show the entry ${entryId}`);
  }
  expect(missing).toEqual([]);
}, 600_000);

test("on cash basis and in cash flows every cell walks down as well; banks are what they are on accrual basis, and both methods come to one change in cash", async () => {
  for (const { tenantId } of jobs) {
    const userId = (await storedStatements()).find((statement) => statement.tenantId === tenantId)?.userId ?? "";
    const make = async (type: "PROFIT_LOSS" | "BALANCE_SHEET" | "CASH_FLOW", wishes: Record<string, unknown>) => {
      const { id, data } = await makeReport({ tenantId, userId }, { type, name: null, wishes: { columns: "total", ...wishes } });
      return { tenantId, userId, scope: reader(tenantId), id, data };
    };
    const [profit, cash, accrual] = [await make("PROFIT_LOSS", { basis: "cash", columns: "quarter" }), await make("BALANCE_SHEET", { basis: "cash" }), await make("BALANCE_SHEET", {})];
    const [direct, indirect] = [await make("CASH_FLOW", { method: "direct" }), await make("CASH_FLOW", { method: "indirect" })];
    const walks: Walk[] = [];
    for (const place of [profit, cash, direct, indirect].flatMap(cellsOf)) walks.push({ ...place, ...(await wholeProof(place.scope, place.id, place.cell)) });
    expect(walks.flatMap((walk) => [...faultsInSums(walk), ...linesWithoutDocument(walk)])).toEqual([]);
    const [end] = cash.data.columns;
    const [flow] = direct.data.columns;
    if (!end || !flow) throw new Error("A statement has no column.");
    expect(valueAt(cash.data, "total:netAssets", end)).toBe(valueAt(cash.data, "total:totalEquity", end));
    const banks = (data: Statement["data"]) => data.rows.filter(({ parent, kind }) => parent === "section:bank" && kind === "account").map(({ label, cells }) => [label, cells[0]?.value]);
    expect(banks(cash.data)).toEqual(banks(accrual.data));
    for (const { data } of [direct, indirect]) expect(valueAt(data, "check:cash", flow)).toBe(0n);
    expect(valueAt(direct.data, "total:netChange", flow)).toBe(valueAt(indirect.data, "total:netChange", flow) - valueAt(indirect.data, "residual:bank", flow));
  }
}, 300_000);

type Walk = ReturnType<typeof cellsOf>[number] & Awaited<ReturnType<typeof wholeProof>>;

/** An account's cell is its lines, every other the sum of its inputs; earnings name both, which come to the same. */
function faultsInSums({ cell, value, proof, total, inputs, lines }: Walk): string[] {
  const posted = sum(lines.map(({ amount }) => money(amount)));
  const parts = sum(inputs.filter(({ xero }) => xero === null).map(({ amount }) => money(amount ?? "0")));
  const summed = proof?.kind === "lines" ? posted : sum(inputs.map(({ amount, factor }) => money(amount ?? "0") * BigInt(factor)));
  const wrongSum = total === value && money(value) === summed ? [] : [`${cell}: cell ${value}, proof ${total}, walked ${decimal(summed)}`];
  return proof?.kind === "earnings" && posted !== parts ? [...wrongSum, `${cell}: its lines come to ${decimal(posted)}, its parts to ${decimal(parts)}`] : wrongSum;
}

function linesWithoutDocument({ cell, lines }: Walk): string[] {
  return lines.filter(({ document }) => !document?.url).map(({ narration }) => `${cell}: a line of ${narration} has no document in Xero`);
}

/** A manual journal is a document without a page here. */
function entriesOfDocuments(walks: readonly Walk[]): { scope: Scope; document: string; entryId: string }[] {
  const all = walks.flatMap(({ scope, lines }) => lines.flatMap(({ document, entryId }) => (document?.id ? [{ scope, document: document.id, entryId }] : [])));
  return [...new Map(all.map((each) => [`${each.document} ${each.entryId}`, each])).values()];
}
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

type Scope = ReturnType<typeof reader>;

async function storedStatements() {
  const found = await Promise.all(
    jobs.map(async ({ tenantId }) => {
      const scope = reader(tenantId);
      const { data } = await listStoredReports.run([scope], { type: ["PROFIT_LOSS", "BALANCE_SHEET"] });
      return Promise.all(data.map(async ({ id, userId }) => ({ tenantId, userId, scope, id, data: (await getReport.run([scope], { id })).data })));
    }),
  );
  return found.flat();
}

async function compareWithLastYear(tenantId: string, userId: string): Promise<void> {
  for (const type of statementTypes) await makeReport({ tenantId, userId }, { type, name: null, wishes: { compare: "previousYear" } });
}

function cellsOf({ scope, id, data }: Statement) {
  return data.rows.flatMap((row) => row.cells.flatMap(({ column, value, proof }) => (value === null ? [] : [{ scope, id, row, cell: `${row.id}|${column}`, value, proof }])));
}

const printedTotals = {
  PROFIT_LOSS: { "Total Income": "totalIncome", "Total Cost of Sales": "totalCostOfSales", "Gross Profit": "grossProfit", "Total Other Income": "otherIncome", "Total Operating Expenses": "totalExpenses", "Net Profit": "netProfit" },
  BALANCE_SHEET: { "Total Assets": "totalAssets", "Total Liabilities": "totalLiabilities", "Net Assets": "netAssets", "Total Equity": "totalEquity" },
};

/** Every total as it is; every account, on either side, with what the rows of differences name for it. Xero prints no row for what is nil. */
async function differencesToPrinted(tenantId: string, data: Statement["data"], column: Column, filter = ""): Promise<string[]> {
  const isProfitAndLoss = data.type === "PROFIT_LOSS";
  const printed = await printedReport(books.standIn, tenantId, isProfitAndLoss ? `ProfitAndLoss?fromDate=${column.start}&toDate=${column.end}${filter}` : `BalanceSheet?date=${column.end}`);
  const ours = accountsOf(data, column);
  const chart = await read({ tenantId }, chartOfAccounts);
  const theirs = new Map(chart.map(({ id, xeroId }) => [id, printed.accounts.get(xeroId) ?? 0n]));
  const accounts = chart.filter(({ id }) => (ours.get(id) ?? 0n) !== theirs.get(id)).map(({ id, name }) => `${name}: ${ours.get(id) ?? 0n}, printed ${theirs.get(id)}`);
  const totals = Object.entries(printedTotals[isProfitAndLoss ? "PROFIT_LOSS" : "BALANCE_SHEET"]).flatMap(([label, name]) => {
    const amount = valueAt(data, `total:${name}`, column);
    return amount === (printed.totals.get(label) ?? 0n) ? [] : [`${label}: ${amount}, printed ${printed.totals.get(label)}`];
  });
  return [...accounts, ...totals].map((fault) => `${data.tenant.name} ${column.id} ${fault}`);
}

/** Account → its amount with the differences to Xero that stand in rows of their own. Retained earnings are a row that is computed. */
function accountsOf(data: Statement["data"], column: Column): Map<string, Money> {
  const amounts = new Map<string, Money>();
  const add = (id: string | null, amount: Money) => id !== null && amounts.set(id, (amounts.get(id) ?? 0n) + amount);
  for (const { kind, accountId, cells } of data.rows) {
    const cell = cells.find((each) => each.column === column.id);
    if (kind === "account") add(accountId, money(cell?.value ?? "0"));
    if (kind === "residual" && cell?.proof?.kind === "tieOut") for (const difference of cell.proof.differences) add(difference.accountId, money(difference.amount));
  }
  return amounts;
}

function valueAt(data: Statement["data"], row: string, column: Column): Money {
  return money(data.rows.find(({ id }) => id === row)?.cells.find((cell) => cell.column === column.id)?.value ?? "0");
}

/** Every line behind a cell, page by page. */
async function wholeProof(scope: Scope, id: string, cell: string) {
  const first = await proveReportCell.run([scope], { id, cell, limit: 200 });
  const lines = [...first.lines.data];
  for (let { next } = first.lines; next !== null; ) {
    const page = await proveReportCell.run([scope], { id, cell, limit: 200, cursor: new URL(next).searchParams.get("cursor") ?? "" });
    lines.push(...page.lines.data);
    ({ next } = page.lines);
  }
  return { ...first, lines };
}

function reader(tenantId: string) {
  return { userId: "", tenantId, permissions: ["reports:read" as const], via: "worker" as const };
}
