import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { definitionFaults } from "#lib/kpis/definition-faults.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { executiveDefinitions } from "#lib/reports/named/executive-definitions.ts";
import { reportFile } from "#lib/reports/export/report-file.ts";
import { readWorkbook } from "#lib/reports/export/testing/read-workbook.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { addAccounts, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;

const bank = account(uuidv7(), "Business Account", "BANK");
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const creditors = account(uuidv7(), "Accounts Payable", "CURRLIAB", { systemAccount: "CREDITORS" });
const other = account(uuidv7(), "Other Liabilities", "CURRLIAB");
const equity = account(uuidv7(), "Capital", "EQUITY");
const sales = account(uuidv7(), "Sales", "REVENUE");
const costs = account(uuidv7(), "Costs", "EXPENSE");

/**
 * Xero's own example of October and November 2019: debtors 550 and 590, creditors −44 in both, net assets 759.56 and 594.16, income 40 and expenses of
 * 205.40 in November, which nobody paid yet. Of its balance sheet only what these figures say is known, so liabilities are what is left.
 */
beforeAll(async () => {
  vi.setSystemTime(new Date("2019-12-10T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Java Public Example");
  await addAccounts(books, [bank, debtors, creditors, other, equity, sales, costs]);
  await post(books, [
    // 79.01 + 550 + 44 + 86.55 = 759.56
    { date: "2019-09-30", lines: [[bank.id, "79.01"], [debtors.id, "550"], [creditors.id, "44"], [other.id, "86.55"], [equity.id, "-759.56"]] },
    { date: "2019-11-05", lines: [[debtors.id, "40"], [sales.id, "-40"]] },
    { date: "2019-11-06", lines: [[costs.id, "205.40"], [other.id, "-205.40"]] },
  ]);
  await addInvoice(books, { number: "INV-1", date: "2019-11-05", total: "40" });
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function make(parameters: Record<string, unknown> = {}): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", parameters: { layout: "executiveSummary", ...parameters } });
}

const valuesOf = ({ data }: StoredReport, id: string) => data.rows.find((row) => row.id === `kpi:${id}`)?.cells.map(({ value }) => value);

test("Xero's own example comes out as Xero prints it, to its decimals", async () => {
  const report = await make();
  expect(report.data.columns.map(({ label }) => label)).toEqual(["Nov 2019", "Oct 2019", "Variance"]);
  const rows = ["closingBankBalance", "income", "expenses", "profit", "debtors", "creditors", "netAssets", "invoicesIssued", "averageInvoice", "grossProfitMargin", "netProfitMargin", "returnOnInvestment", "debtorDays", "creditorDays", "shortTermCashForecast"];
  await expectFigures(report.data, Object.fromEntries(rows.map((id) => [id, valuesOf(report, id)])), {
    closingBankBalance: ["79.01", "79.01", "0.00"],
    income: ["40.00", "0.00", null], // Xero prints 0.0% where there was nothing before.
    expenses: ["205.40", "0.00", null],
    profit: ["-165.40", "0.00", null],
    debtors: ["590.00", "550.00", "7.27"],
    creditors: ["-44.00", "-44.00", "0.00"],
    netAssets: ["594.16", "759.56", "-21.78"],
    invoicesIssued: ["1", "0", null],
    averageInvoice: ["40.00", null, null],
    grossProfitMargin: ["100.00", null, null],
    netProfitMargin: ["-413.50", null, null],
    returnOnInvestment: ["-334.05", "0.00", null],
    debtorDays: ["442.5", null, null],
    creditorDays: ["-6.4", null, null],
    shortTermCashForecast: ["634.00", "594.00", "6.73"],
  });
});

test("what is not meaningful is no figure and says why", async () => {
  const { data } = await make();
  const reasons = ["income", "debtorDays", "termAssetsToLiabilities"].map((id) => data.rows.find((row) => row.id === `kpi:${id}`)?.cells.map(({ reason }) => reason));
  expect(reasons).toEqual([
    [null, null, "There was nothing the month before to compare with."],
    [null, "There was no income.", "One of the two figures is missing."],
    ["There are no non-current liabilities.", "There are no non-current liabilities.", "One of the two figures is missing."],
  ]);
});

test("a figure is proved by its measures, and a variance by the two figures", async () => {
  const { id } = await make();
  const days = await proveReportCell.run([books.scope], { id, cell: "kpi:debtorDays|2019-11" });
  expect([days.formula, days.inputs.map(({ label, amount }) => [label, amount])]).toEqual([
    "Average debtors days = Accounts receivable ÷ Total trading income × Days of the period, in days",
    [["Accounts receivable", "590.00"], ["Total trading income", "40.00"], ["Days of the period", "30"]],
  ]);
  const change = await proveReportCell.run([books.scope], { id, cell: "kpi:debtors|change:2019-11" });
  expect([change.formula, change.total, change.inputs.map(({ cell, amount }) => [cell, amount])]).toEqual([
    "Debtors: (Nov 2019 − Oct 2019) ÷ Oct 2019 without its sign × 100, rounded to two decimals",
    "7.27",
    [["kpi:debtors|2019-11", "590.00"], ["kpi:debtors|compare:2019-10", "550.00"]],
  ]);
});

test("it has the month of its last day, whatever day that is, and says so when another first day is asked for", async () => {
  expect((await make({ to: "2019-11-12" })).data.period).toMatchObject({ start: "2019-11-01", end: "2019-11-12" });
  await expect(make({ from: "2019-10-15", to: "2019-11-12" })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/from" }] });
});

test("no formula of it names what nobody measures", () => {
  const measures = executiveDefinitions.measures.map((measure) => ({ id: measure.id, label: measure.label, kind: "unreconciled" as const, shows: "count" as const }));
  expect(definitionFaults({ groups: executiveDefinitions.groups, measures })).toEqual([]);
});

test("in its workbook figures and variances are formulas over what they are made of", async () => {
  const report = await make();
  const cells = readWorkbook(new Uint8Array(await (await reportFile(report, "xlsx")).arrayBuffer()));
  const row = [...cells].find(([, { value }]) => value === "Debtors")?.[0].slice("Report!B".length);
  expect([cells.get(`Report!C${row}`)?.value, cells.get(`Report!E${row}`)]).toMatchObject(["590.00", { formula: `ROUND((C${row}-D${row})/ABS(D${row})*100,2)`, value: "7.27" }]);
});
