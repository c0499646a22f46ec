import { v7 as uuidv7 } from "uuid";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Day } from "#lib/day.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { decimal, money } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { trialBalance } from "#lib/reports/named/trial-balance.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { Report, Row } from "#lib/reports/report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account, onDay, sumOfInputs } from "#lib/reports/testing/statements.ts";

const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const loan = account(uuidv7(), "Loan", "TERMLIAB", { code: "900" });
const capital = account(uuidv7(), "Capital", "EQUITY", { code: "970" });
const retained = account(uuidv7(), "Retained Earnings", "EQUITY", { code: "960", systemAccount: "RETAINEDEARNINGS" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "EXPENSE", { code: "469" });
const accounts = [bank, loan, capital, retained, sales, rent];

let database: TestDatabase;
let books: TestBooks;

/** The year ends on 5 April. Before it sales of 1,000, rent of 400 and a dividend of 50; after it sales of 300, of which 20 given back in October. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Trial", { financialYearEndDay: 5, financialYearEndMonth: 4 });
  await addAccounts(books, accounts);
  await post(books, [
    { date: "2026-02-01", lines: [[bank.id, "5000"], [capital.id, "-5000"]] },
    { date: "2026-04-05", lines: [[bank.id, "1000"], [sales.id, "-1000"]] },
    { date: "2026-04-05", lines: [[rent.id, "400"], [bank.id, "-400"]] },
    { date: "2026-04-05", lines: [[retained.id, "50"], [bank.id, "-50"]] },
    { date: "2026-04-06", lines: [[bank.id, "300"], [sales.id, "-300"]] },
    { date: "2026-09-30", lines: [[bank.id, "200"], [loan.id, "-200"]] },
    { date: "2026-10-12", lines: [[sales.id, "20"], [bank.id, "-20"]] },
    { date: "2026-11-02", lines: [[rent.id, "7"], [bank.id, "-7"]] },
  ]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function make(asAt: Day): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", parameters: { layout: "trialBalance", asAt } });
}

function table({ rows }: Pick<Report, "rows">): (string | null)[][] {
  return rows.filter(({ kind }) => kind !== "section").map(({ label, cells }) => [label, ...["debit", "credit", "ytdDebit", "ytdCredit"].map((id) => cells.find(({ column }) => column === id)?.value ?? null)]);
}

test("income and costs are of the financial year, all else since ever, and earlier profit stands in retained earnings", async () => {
  const { data, name } = await make("2026-10-31");
  await expectFigures(data, table(data), [
    ["Sales", "20.00", null, null, "280.00"],
    ["Cheque Account", null, "20.00", "6030.00", null],
    ["Loan", null, null, null, "200.00"],
    ["Capital", null, null, null, "5000.00"],
    // 1,000 − 400 of the year before, less the 50 that were posted.
    ["Retained Earnings", null, null, null, "550.00"],
    ["Total", "20.00", "20.00", "6030.00", "6030.00"],
  ]);
  expect([name, data.title, data.quality.hiddenAccounts]).toEqual(["Trial Balance as at 31 Oct 2026", "Trial Balance", 1]);
});

test("the year is cut on its day: on 5 April all of it counts, on the 6th it has become retained earnings", async () => {
  const [{ data: before }, { data: after }] = [await make("2026-04-05"), await make("2026-04-06")];
  const ofYear = (data: Report) => ["Sales", "Retained Earnings"].map((named) => table(data).find(([label]) => label === named));
  await expectFigures(before, ofYear(before), [["Sales", null, "1000.00", null, "1000.00"], ["Retained Earnings", "50.00", null, "50.00", null]]);
  // Of April both count in the month.
  await expectFigures(after, ofYear(after), [["Sales", null, "1300.00", null, "300.00"], ["Retained Earnings", "50.00", null, null, "550.00"]]);
});

test("every cell is proved: an account by its lines on the side it stands on, retained earnings by its parts, the total by its rows", async () => {
  const { id, data } = await make("2026-10-31");
  for (const row of data.rows) {
    for (const { column, value } of row.cells) {
      const proof = await proveReportCell.run([books.scope], { id, cell: `${row.id}|${column}` });
      const proved = proof.inputs.length > 0 ? decimal(sumOfInputs(proof.inputs)) : proof.lines.data.at(-1)?.runningTotal;
      expect([row.label, column, proved]).toEqual([row.label, column, value]);
    }
  }
  const given = await proveReportCell.run([books.scope], { id, cell: `account:${sales.id}|debit` });
  expect([given.formula, given.lines.data.map(({ amount }) => amount)]).toEqual(["Sales = debits less credits posted from 1 Oct 2026 to 31 Oct 2026", ["20.00"]]);
});

test("what Xero's trial balance has besides is listed by account with both sides of it, and is in no total", async () => {
  const net = [[bank.id, "6030"], [loan.id, "-200"], [capital.id, "-5000"], [retained.id, "-550"], [sales.id, "-280.04"], [rent.id, "0.04"]] as const;
  await transaction(books.scope, (tx) => storeTrialBalance(tx, { asAt: "2026-10-31", basis: "accrual", fetchedAt: new Date(), rows: net.map(([accountXeroId, amount]) => ({ accountXeroId, net: money(amount) })) }));
  const { id, data } = await make("2026-10-31");
  expect(table(data).slice(-3)).toEqual([["Total", "20.00", "20.00", "6030.00", "6030.00"], ["Rent", null, null, "0.04", null], ["Sales", null, null, null, "0.04"]]);
  const { inputs } = await proveReportCell.run([books.scope], { id, cell: `residual:${sales.id}|ytdCredit` });
  expect(inputs.map(({ ledger, xero, amount }) => [ledger, xero, amount])).toEqual([["280.00", "280.04", "0.04"]]);
});

test("whatever is posted, and on any day, debits and credits come to the same in both pairs", () => {
  const day = fc.constantFrom("2025-04-05", "2025-04-06", "2026-03-31", "2026-04-05", "2026-04-06", "2026-10-01", "2026-10-31");
  const entry = fc.record({ day, from: fc.constantFrom(...accounts), to: fc.constantFrom(...accounts), amount: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((cents) => BigInt(cents) * 100n) });
  const sumsOf = (row: Row | undefined) => row?.cells.map(({ value }) => value) ?? [];
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), day, (entries, asAt) => {
      const movements = entries.flatMap((each) => [onDay(each.from, each.day, decimal(-each.amount)), onDay(each.to, each.day, decimal(each.amount))]);
      const { rows } = trialBalance({ accounts, movements, residuals: [] }, asAt, { month: 4, day: 5 });
      const [debit, credit, ytdDebit, ytdCredit] = sumsOf(rows.find(({ id }) => id === "total:trialBalance"));
      expect([debit, ytdDebit]).toEqual([credit, ytdCredit]);
    }),
    { numRuns: 100 },
  );
});
