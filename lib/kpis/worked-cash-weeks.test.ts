// Cash week by week, worked out by hand on a small set of books. Today is Wednesday, 25 November 2026.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addInvoice, addPayment, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let dashboard: StoredReport;

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-25T00:00:00Z"));
  database = await freshDatabase();
  books = await littleBooks();
  dashboard = await make({});
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function make(parameters: Record<string, unknown>): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD", parameters });
}

/** 1,000 before, 200 in the week of 5 October, 50 out on Tuesday. Kauri pays ten days late, three times out of three; nobody knows the landlord's habits. */
async function littleBooks(): Promise<TestBooks> {
  const opened = await openTestBooks("Weeks");
  const [bank, capital, rent] = [account(uuidv7(), "Bank", "BANK"), account(uuidv7(), "Capital", "EQUITY"), account(uuidv7(), "Rent", "EXPENSE")];
  await addAccounts(opened, [bank, capital, rent]);
  await post(opened, [
    { date: "2026-08-01", lines: [[bank.id, "1000"], [capital.id, "-1000"]] },
    { date: "2026-10-07", lines: [[bank.id, "200"], [capital.id, "-200"]] },
    { date: "2026-11-24", lines: [[rent.id, "50"], [bank.id, "-50"]] },
  ]);
  for (const [month, day] of [["04", "11"], ["05", "11"], ["06", "11"]]) {
    const invoice = await addInvoice(opened, { number: `P-${month}`, date: "2026-03-01", dueDate: `2026-${month}-01`, total: "10", contactId: "kauri" });
    await addPayment(opened, { invoice, date: `2026-${month}-${day}`, amount: "10" });
  }
  await addInvoice(opened, { number: "INV-1", date: "2026-11-01", dueDate: "2026-12-01", total: "900", contactId: "kauri" });
  await addInvoice(opened, { number: "B-1", type: "BILL", date: "2026-11-05", dueDate: "2026-12-05", total: "700", contactId: "landlord" });
  await addInvoice(opened, { number: "B-2", type: "BILL", date: "2026-10-01", dueDate: "2026-11-01", total: "100", contactId: "landlord" });
  return opened;
}

function cell(row: string, column: string) {
  return dashboard.data.rows.find(({ id }) => id === row)?.cells.find((each) => each.column === column);
}

const row = (name: string, columns: readonly string[]) => columns.map((column) => cell(`week:${name}`, `week:${column}`)?.value);

test("weeks that are over have the ledger's balances before and after, and what came between", () => {
  const weeks = ["2026-08-24", "2026-10-05", "2026-11-16"];
  expect([row("opening", weeks), row("net", weeks), row("closing", weeks)]).toEqual([
    ["1000.00", "1000.00", "1200.00"],
    ["0.00", "200.00", "0.00"],
    ["1000.00", "1200.00", "1200.00"],
  ]);
});

test("weeks to come begin with today's balance; what is open comes and goes as late as its contact usually pays", () => {
  // Until Sunday the 100 go that are overdue. Then 700 due on 5 December; Kauri's 900, due on the 1st, come on the 11th.
  const weeks = ["2026-11-25", "2026-11-30", "2026-12-07", "2026-12-14"];
  expect([row("opening", weeks), row("receipts", weeks), row("payments", weeks), row("closing", weeks), row("billsDue", weeks)]).toEqual([
    ["1150.00", "1050.00", "350.00", "1250.00"],
    ["0.00", "0.00", "900.00", "0.00"],
    ["100.00", "700.00", "0.00", "0.00"],
    ["1050.00", "350.00", "1250.00", "1250.00"],
    ["100.00", "700.00", "0.00", "0.00"],
  ]);
});

test("the lowest cash to come leads to its week, the week to its documents, and each document says what is usual", async () => {
  expect(cell("kpi:lowestCash", "2026-10")?.value).toBe("350.00");
  expect(cell("measure:lowestCashAhead", "2026-10")?.proof).toEqual({ kind: "cell", row: "week:closing", column: "week:2026-11-30" });
  const prove = (name: string) => proveReportCell.run([books.scope], { id: dashboard.id, cell: name });
  expect((await prove("measure:lowestCashAhead|2026-10")).inputs).toMatchObject([{ cell: "week:closing|week:2026-11-30", amount: "350.00" }]);
  expect((await prove("week:closing|week:2026-11-30")).inputs.map(({ cell: of, amount }) => [of, amount])).toEqual([
    ["week:opening|week:2026-11-30", "1050.00"],
    ["week:net|week:2026-11-30", "-700.00"],
  ]);
  expect((await prove("week:receipts|week:2026-12-07")).inputs.map(({ label, amount }) => [label, amount])).toEqual([["INV-1, Kauri & Sons, due 1 Dec 2026, expected 11 Dec 2026 (usually 10 days late)", "900.00"]]);
  expect((await prove("week:opening|week:2026-11-25")).lines.data.at(-1)?.runningTotal).toBe("1150.00");
});

test("a dashboard of days long over has no weeks to come, and no lowest cash", async () => {
  const earlier = await make({ to: "2026-08-31" });
  expect(earlier.data.columns.some(({ kind }) => kind === "week" || kind === "forecast")).toBe(false);
  expect(earlier.data.rows.find(({ id }) => id === "kpi:lowestCash")?.cells.every(({ value }) => value === null)).toBe(true);
});

test("in another week the same books make another dashboard", async () => {
  expect((await make({})).id).toBe(dashboard.id);
  vi.setSystemTime(new Date("2026-11-30T00:00:00Z"));
  expect((await make({})).id).not.toBe(dashboard.id);
});
