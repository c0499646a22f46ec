import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { findUnreversed, insertPosted } from "#lib/ledger/entries/queries.ts";
import { reversalsOf } from "#lib/ledger/entries/reversals.ts";
import { postingRules } from "#lib/ledger/posting/rules.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;

const cheque = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const savings = account(uuidv7(), "Savings", "BANK", { code: "091" });
const unused = account(uuidv7(), "Petty Cash", "BANK", { code: "092" });
const sales = account(uuidv7(), "Sales", "REVENUE");
const rent = account(uuidv7(), "Rent", "EXPENSE");

/** 1,000 in September; in October 300 received, 120 of rent paid, 400 moved to savings; 50 of rent on 1 November. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Banks");
  await addAccounts(books, [cheque, savings, unused, sales, rent]);
  await post(books, [
    { date: "2026-09-30", lines: [[cheque.id, "1000"], [sales.id, "-1000"]] },
    { date: "2026-10-01", lines: [[cheque.id, "300"], [sales.id, "-300"]] },
    { date: "2026-10-15", lines: [[rent.id, "120"], [cheque.id, "-120"]] },
    { date: "2026-10-31", lines: [[savings.id, "400"], [cheque.id, "-400"]] },
    { date: "2026-11-01", lines: [[rent.id, "50"], [cheque.id, "-50"]] },
  ]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function october(): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", parameters: { layout: "bankSummary" } });
}

const table = ({ data }: StoredReport) => data.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);
const proof = ({ id }: StoredReport, cell: string) => proveReportCell.run([books.scope], { id, cell });

const worked = [
  ["Cheque Account", "1000.00", "300.00", "520.00", "780.00"],
  ["Savings", "0.00", "400.00", "0.00", "400.00"],
  ["Total", "1000.00", "700.00", "520.00", "1180.00"],
];

test("each bank opens, receives, spends and closes by its lines; without any wish in the last closed month", async () => {
  const report = await october();
  expect(report.name).toBe("Bank Summary, Oct 2026");
  await expectFigures(report.data, table(report), worked);
  const spent = await proof(report, `account:${cheque.id}|spent`);
  expect([spent.formula, spent.lines.data.map(({ amount, runningTotal }) => [amount, runningTotal])]).toEqual(["Cheque Account = credits posted from 1 Oct 2026 to 31 Oct 2026", [["120.00", "120.00"], ["400.00", "520.00"]]]);
  expect((await proof(report, `account:${cheque.id}|closing`)).lines.data.at(-1)?.runningTotal).toBe("780.00");
});

test("an entry that was taken back again was neither received nor spent, and a report made before it was keeps its proof", async () => {
  await post(books, [{ date: "2026-10-20", lines: [[cheque.id, "77"], [sales.id, "-77"]], sourceType: "payment" }]);
  const before = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", name: "Before", parameters: { layout: "bankSummary" } });
  expect(table(before)[0]).toEqual(["Cheque Account", "1000.00", "377.00", "520.00", "857.00"]);
  await transaction(books.scope, async (tx) => {
    const payments = await findUnreversed(tx, ["payment"], 10);
    await insertPosted(tx, await reversalsOf(tx, payments, postingRules, new Date()), new Date());
  });
  const after = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "CUSTOM", name: "After", parameters: { layout: "bankSummary" } });
  await expectFigures(after.data, table(after), worked);
  const received = await Promise.all([before, after].map((report) => proof(report, `account:${cheque.id}|received`)));
  expect(received.map(({ lines }) => lines.data.at(-1)?.runningTotal)).toEqual(["377.00", "300.00"]);
});
