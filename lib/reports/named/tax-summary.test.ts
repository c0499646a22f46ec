import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line, manualJournal, settlement } from "#lib/ledger/testing/books.ts";
import { openOrganisation, putDocuments, putManualJournals, putSettlements } from "#lib/ledger/testing/queries.ts";
import { decimal } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { reportFile } from "#lib/reports/export/report-file.ts";
import { readWorkbook } from "#lib/reports/export/testing/read-workbook.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { openTestBooks } from "#lib/reports/testing/queries.ts";
import { sumOfInputs } from "#lib/reports/testing/statements.ts";
import type { Scope } from "#lib/scope.ts";

let database: TestDatabase;
let scope: Scope;

const none = { taxType: "NONE" };

/**
 * March: a sale of 200 with 30 of tax. April: sales of 100 + 15, of which 20 + 3 are credited; a bill of 46 with 6 of tax in it; 57.50 spent on travel
 * with 7.50 of tax; a journal that puts 10 of rent and 1.50 of tax to capital; the 30 of March paid to the tax office; 0.04 of it written off by a
 * journal. Of the April sale 57.50 are paid in May.
 */
beforeAll(async () => {
  vi.setSystemTime(new Date("2025-06-10T00:00:00Z"));
  database = await freshDatabase();
  const { tenantId } = await openOrganisation("taxed");
  scope = { ...(await openTestBooks("Somebody")).scope, tenantId };
  await transaction(scope, async (tx) => {
    await putDocuments(tx, [
      document("INV-0", "ACCREC", "230.00", [line("sales", "200.00", "30.00")], { date: "2025-03-10" }),
      document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-04-10" }),
      document("CN-1", "ACCRECCREDIT", "23.00", [line("sales", "20.00", "3.00")], { date: "2025-04-20" }),
      document("BILL-1", "ACCPAY", "46.00", [line("rent", "46.00", "6.00")], { date: "2025-04-12", lineAmountTypes: "Inclusive" }),
      document("S-1", "SPEND", "57.50", [line("travel", "50.00", "7.50")], { date: "2025-04-15", bankAccountId: "bank" }),
      document("S-2", "SPEND", "30.00", [line("gst", "30.00", "0", none)], { date: "2025-04-28", bankAccountId: "bank" }),
    ]);
    await putSettlements(tx, [settlement("PAY-1", "INV-1", "57.50", { date: "2025-05-05" })]);
    await putManualJournals(tx, [
      manualJournal("MJ-1", [line("rent", "10.00", "1.50"), line("capital", "-11.50", "0", none)], { date: "2025-04-30", lineAmountTypes: "Exclusive" }),
      manualJournal("MJ-2", [line("gst", "0.04", "0", none), line("capital", "-0.04", "0", none)], { date: "2025-04-30" }),
    ]);
  });
  await postPending(scope);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function make(parameters: Record<string, unknown>): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type: "CUSTOM", parameters: { layout: "taxSummary", ...parameters } });
}

const april = { from: "2025-04-01", to: "2025-04-30" };
const tableOf = ({ data }: StoredReport) => data.rows.filter(({ kind }) => kind !== "section").map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);

test("by invoices: sales less credits, purchases and journals by type, and together they are what the tax account moved by", async () => {
  const gst = "GST (GST15, 15%)";
  const report = await make(april);
  await expectFigures(report.data, tableOf(report), [
    [gst, "80.00", "12.00", "92.00"],
    ["Total sales", "80.00", "12.00", "92.00"],
    [gst, "90.00", "13.50", "103.50"],
    ["Total purchases", "90.00", "13.50", "103.50"],
    [gst, "-10.00", "-1.50", "-11.50"],
    ["NONE", "11.54", "0.00", "11.54"],
    ["Total adjustments", "1.54", "-1.50", "0.04"],
    ["Opening balance", "30.00"],
    ["Received from the tax office, less paid to it", "-30.00"],
    ["Coded to the tax account by journals", "-0.04"],
    ["Coded to the tax account by other documents", "0.00"],
    // 30 + 12 − 13.50 − 1.50 − 30 − 0.04
    ["Opening + charged − claimed + all of these", "-3.04"],
    ["Closing balance", "-3.04"],
    ["Difference", "0.00"],
  ]);
});

test("by payments tax counts as it is paid: half of the sale in May, and no bill that nobody paid", async () => {
  const report = await make({ from: "2025-05-01", to: "2025-05-31", basis: "cash" });
  await expectFigures(report.data, tableOf(report).slice(0, 4), [["GST (GST15, 15%)", "50.00", "7.50", "57.50"], ["Total sales", "50.00", "7.50", "57.50"], ["Total purchases", "0.00", "0.00", "0.00"], ["Total adjustments", "0.00", "0.00", "0.00"]]);
  expect(tableOf(report).at(-1)).toEqual(["Difference", "0.00"]);
});

test("every cell is proved by its lines, each with its document, or by other cells", async () => {
  const report = await make(april);
  for (const row of report.data.rows) {
    for (const { column, value } of row.cells) {
      const { inputs, lines } = await proveReportCell.run([scope], { id: report.id, cell: `${row.id}|${column}` });
      const proved = inputs.length > 0 ? decimal(sumOfInputs(inputs)) : (lines.data.at(-1)?.runningTotal ?? "0.00");
      expect([row.label, column, proved]).toEqual([row.label, column, value]);
    }
  }
  const charged = await proveReportCell.run([scope], { id: report.id, cell: "tax:sales:GST15|tax" });
  expect(charged.lines.data.map(({ amount, document: of }) => [of?.type, amount])).toEqual([["INVOICE", "15.00"], ["CREDIT_NOTE", "-3.00"]]);
  expect(charged.formula).toBe("GST (GST15, 15%) = credits less debits posted from 1 Apr 2025 to 30 Apr 2025 as the tax of a line with the tax type GST15 by documents of the type ACCREC, ACCRECCREDIT");
});

test("it follows the basis that Xero has for the organisation, says where another is asked for, and that it is no return", async () => {
  const books = await openTestBooks("By payments", { salesTaxBasis: "PAYMENTS" });
  const of = (parameters: Record<string, unknown>) => createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", parameters: { layout: "taxSummary", ...parameters } });
  const [usual, other] = [await of({}), await of({ basis: "accrual" })];
  expect([usual.data.basis, other.data.basis, (await make(april)).data.basis]).toEqual(["cash", "accrual", "accrual"]);
  expect(other.data.quality.notes).toContain("In Xero this organisation accounts for its sales tax on cash basis, which this is not.");
  expect(usual.data.quality.notes).toContain("This is no tax return: it adds up what is posted, and files nothing.");
  expect(usual.data.quality.notes).toContain("The chart of accounts has no tax account to tie this to.");
});

test("its files hold every figure: gross, totals and the tie are live in the workbook, and CSV has a line a figure", async () => {
  const report = await make(april);
  const cells = readWorkbook(new Uint8Array(await (await reportFile(report, "xlsx")).arrayBuffer()));
  const at = (label: string) => [...cells].find(([cell, { value }]) => /^Report!B\d+$/.test(cell) && value === label)?.[0].slice("Report!B".length);
  const [first, tie] = [Number(at("GST (GST15, 15%)")), at("Difference")];
  expect([cells.get(`Report!E${first}`), cells.get(`Report!C${first + 1}`), cells.get(`Report!D${tie}`)?.formula]).toMatchObject([{ formula: `C${first}+D${first}`, value: "92.00" }, { formula: `C${first}` }, `-D${Number(tie) - 2}+D${Number(tie) - 1}`]);
  const csv = await (await reportFile(report, "csv")).text();
  expect(csv).toContain("Sales,account,,\"GST (GST15, 15%)\",tax,money,12.00");
  expect(csv.split("\r\n").filter((row) => row.includes(",money,"))).toHaveLength(report.data.rows.flatMap((row) => row.cells).length);
  expect(JSON.parse(await (await reportFile(report, "json")).text())).toMatchObject({ contentHash: report.contentHash });
});
