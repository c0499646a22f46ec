import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { decimal } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import type { LinePlace } from "#lib/reports/line-queries.ts";
import { placeOf } from "#lib/reports/proof.ts";
import { proveCell } from "#lib/reports/prove-cell.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { addAccounts, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account, sumOfInputs } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;

const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const retained = account(uuidv7(), "Retained Earnings", "EQUITY", { code: "960", systemAccount: "RETAINEDEARNINGS" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "EXPENSE", { code: "469" });
const unused = account(uuidv7(), "Travel", "EXPENSE", { code: "493" });

/** The year ends on 31 March. Before it sales of 500; in May 100; in June 300 by INV-1, of which 40 given back, and rent of 90. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Ledger");
  await addAccounts(books, [bank, retained, sales, rent, unused]);
  const invoice = await addInvoice(books, { number: "INV-1", date: "2026-06-02", total: "300" });
  await post(books, [
    { date: "2026-03-31", lines: [[bank.id, "500"], [sales.id, "-500"]] },
    { date: "2026-05-01", lines: [[bank.id, "100"], [sales.id, "-100"]] },
    { date: "2026-06-02", lines: [[bank.id, "300"], [sales.id, "-300"]], transactionId: invoice },
    { date: "2026-06-10", lines: [[sales.id, "40"], [bank.id, "-40"]] },
    { date: "2026-06-30", lines: [[rent.id, "90"], [bank.id, "-90"]] },
  ]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function june(parameters: Record<string, unknown> = {}): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", parameters: { layout: "generalLedger", from: "2026-06-01", to: "2026-06-30", ...parameters } });
}

const tableOf = ({ data }: StoredReport) => {
  const order = data.columns.map(({ id }) => id);
  return data.rows.filter(({ kind }) => kind !== "section").map(({ label, cells }) => [label, ...order.map((id) => cells.find(({ column }) => column === id)?.value)]);
};

test("each account opens, is debited and credited, moves and closes; all accounts together come to nothing", async () => {
  const report = await june();
  expect(report.data.columns.map(({ label }) => label)).toEqual(["Opening Balance", "Debit", "Credit", "Net Movement", "Closing Balance"]);
  await expectFigures(report.data, tableOf(report), [
    ["Sales", "-100.00", "40.00", "300.00", "-260.00", "-360.00"],
    ["Rent", "0.00", "90.00", "0.00", "90.00", "90.00"],
    ["Cheque Account", "600.00", "300.00", "130.00", "170.00", "770.00"],
    ["Retained Earnings", "-500.00", "0.00", "0.00", "0.00", "-500.00"],
    ["Total", "0.00", "430.00", "430.00", "0.00", "0.00"],
  ]);
  expect(report.data.quality.hiddenAccounts).toBe(1);
});

test("the lines of an account come by the proof of what it moved, in order, with their documents and a running total, a page at a time", async () => {
  const { data } = await june();
  const place = placeOf(data, `account:${sales.id}|net`) ?? expect.unreachable("the account has no such cell");
  const page = (after: LinePlace | null) => read(books.scope, async (q) => (await proveCell(q, data, place, after, 1)).lines);
  const first = await page(null);
  const second = await page(first.next);
  expect(first.data.map(({ date, amount, runningTotal, document }) => [date, amount, runningTotal, document?.number, document?.contactName])).toEqual([["2026-06-02", "-300.00", "-300.00", "INV-1", "Kauri & Sons"]]);
  expect(second.data.map(({ date, amount, runningTotal }) => [date, amount, runningTotal])).toEqual([["2026-06-10", "40.00", "-260.00"]]);
  expect(second.next).toBeNull();
});

test("every cell is proved", async () => {
  const report = await june();
  for (const row of report.data.rows) {
    for (const { column, value } of row.cells) {
      const { inputs, lines } = await proveReportCell.run([books.scope], { id: report.id, cell: `${row.id}|${column}` });
      const proved = inputs.length > 0 ? decimal(sumOfInputs(inputs)) : (lines.data.at(-1)?.runningTotal ?? "0.00");
      expect([row.label, column, proved]).toEqual([row.label, column, value]);
    }
  }
});

test("of one account alone it has that account, and one that is not there is refused at its field", async () => {
  const report = await june({ accountId: rent.id });
  expect(report.name).toBe("General Ledger of Rent, Jun 2026");
  await expectFigures(report.data, tableOf(report), [["Rent", "0.00", "90.00", "0.00", "90.00", "90.00"]]);
  await expect(june({ accountId: uuidv7() })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/accountId" }] });
});
