// What is seldom and has to be right all the same, each in a small book of its own and worked out by hand: days at the edge of a month, a lock and the future,
// accounts that change, amounts as large and as small as they can be, and names of any kind.
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { Accounts } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { lockBooks } from "#lib/alerts/testing/queries.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line, manualJournal } from "#lib/ledger/testing/books.ts";
import { idOf, openOrganisation, putDocuments, putManualJournals } from "#lib/ledger/testing/queries.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { getReport } from "#lib/reports/read-reports.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures, expectRows } from "#lib/reports/testing/expect-figures.ts";
import { addAccounts, addContact, addInvoice, addPayment, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function make({ scope }: TestBooks, type: ReportableType, parameters: Record<string, unknown>, name?: string): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type, parameters: { ...(type.startsWith("AGED") ? {} : { columns: "total" }), ...parameters }, ...(name ? { name } : {}) });
}

/** Books of an organisation in Auckland whose year ends on 31 March, with accounts of their own. */
async function open(name: string) {
  const books = await openTestBooks(name);
  const of = (label: string, type: string, more = {}) => account(uuidv7(), label, type, more);
  const own = {
    bank: of("Cheque Account", "BANK"),
    card: of("Visa", "BANK"),
    debtors: of("Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" }),
    capital: of("Capital", "EQUITY"),
    sales: of("Sales", "REVENUE"),
    consulting: of("Consulting", "REVENUE"),
    interest: of("Interest", "OTHERINCOME"),
    rent: of("Rent", "EXPENSE"),
  };
  await addAccounts(books, Object.values(own));
  return { books, ...own };
}

test("a month is over at midnight in Auckland, which is eleven in the morning at Greenwich in summer, and not before", async () => {
  const { books, bank, sales } = await open("Midnight");
  await post(books, [["2026-09-30", "1"], ["2026-10-01", "2"], ["2026-10-31", "4"], ["2026-11-01", "8"]].map(([date = "", amount = ""]) => ({ date, lines: [[bank.id, amount], [sales.id, `-${amount}`]] })));
  vi.setSystemTime(new Date("2026-10-31T10:59:59Z"));
  const [before, asked] = [await make(books, "PROFIT_LOSS", {}), await make(books, "PROFIT_LOSS", { from: "2026-10-01", to: "2026-11-30" })];
  await expectRows(before.data, [[`account:${sales.id}`, "1.00"]]);
  await expectRows(asked.data, [[`account:${sales.id}`, "6.00"]]);
  vi.setSystemTime(new Date("2026-10-31T11:00:00Z"));
  const [after, askedAgain] = [await make(books, "PROFIT_LOSS", {}), await make(books, "PROFIT_LOSS", { from: "2026-10-01", to: "2026-11-30" })];
  await expectRows(after.data, [[`account:${sales.id}`, "7.00"]]);
  await expectRows(askedAgain.data, [[`account:${sales.id}`, "14.00"]]);
});

test("what is archived keeps its figures, and what is moved to another type moves on the next statement, not on a stored one", async () => {
  const { books, bank, sales, rent } = await open("Moved");
  await post(books, [{ date: "2026-10-05", lines: [[bank.id, "70"], [sales.id, "-100"], [rent.id, "30"]] }]);
  const change = (set: Partial<typeof Accounts.$inferInsert>) => transaction(books.scope, (tx) => tx.update(Accounts).set(set).where(and(eq(Accounts.tenantId, tx.tenantId), eq(Accounts.id, rent.id))).then(() => undefined));
  const days = { from: "2026-10-01", to: "2026-10-31" };
  await change({ status: "ARCHIVED" });
  const stored = await make(books, "PROFIT_LOSS", days, "Archived");
  const asExpense = [[`account:${rent.id}`, "30.00"], ["total:totalCostOfSales", "0.00"], ["total:grossProfit", "100.00"], ["total:totalExpenses", "30.00"], ["total:netProfit", "70.00"]];
  await expectRows(stored.data, asExpense);
  await change({ type: "DIRECTCOSTS" });
  await expectRows((await make(books, "PROFIT_LOSS", days, "Moved")).data, [[`account:${rent.id}`, "30.00"], ["total:totalCostOfSales", "30.00"], ["total:grossProfit", "70.00"], ["total:totalExpenses", "0.00"], ["total:netProfit", "70.00"]]);
  await expectRows((await getReport.run([books.scope], { id: stored.id })).data, asExpense);
});

test("a document that is dated before a lock date counts on its own day all the same, and the statement says up to when the books are locked", async () => {
  const { books, debtors, sales } = await open("Locked");
  await lockBooks(books.scope, "2026-03-31");
  await post(books, [{ date: "2026-03-20", lines: [[debtors.id, "9"], [sales.id, "-9"]] }, { date: "2026-04-01", lines: [[debtors.id, "4"], [sales.id, "-4"]] }]);
  const { data } = await make(books, "PROFIT_LOSS", { from: "2026-03-01", to: "2026-04-30", columns: "month" });
  await expectRows(data, [[`account:${sales.id}`, "9.00", "4.00", "13.00"]]);
  expect(data.quality.lockedTo).toBe("2026-03-31");
});

test("overdrawn banks and credit cards are less than nothing among the banks, and so are total assets", async () => {
  const { books, bank, card, rent } = await open("Overdrawn");
  await post(books, [{ date: "2026-10-05", lines: [[rent.id, "110"], [bank.id, "-50"], [card.id, "-60"]] }]);
  const { data } = await make(books, "BALANCE_SHEET", { asAt: "2026-10-31" });
  await expectRows(data, [[`account:${bank.id}`, "-50.00"], [`account:${card.id}`, "-60.00"], ["total:totalAssets", "-110.00"], ["total:netAssets", "-110.00"], ["total:currentYearEarnings", "-110.00"]]);
});

test("amounts as large as they can be add up to the last decimal, on either side, also where a sum is larger than any of them", async () => {
  const { books, bank, capital, sales, consulting, interest, rent } = await open("Large");
  const largest = "99999999999999.9999";
  await post(books, [
    { date: "2026-10-01", lines: [[bank.id, largest], [sales.id, `-${largest}`]] },
    { date: "2026-10-02", lines: [[capital.id, largest], [consulting.id, `-${largest}`]] },
    { date: "2026-10-03", lines: [[interest.id, largest], [capital.id, `-${largest}`]] },
    { date: "2026-10-04", lines: [[rent.id, "99999999999999.9998"], [bank.id, "-99999999999999.9998"]] },
  ]);
  const days = { from: "2026-10-01", to: "2026-10-31" };
  // Twice the largest, less the largest once, less one that is 0.0001 smaller.
  await expectRows((await make(books, "PROFIT_LOSS", days)).data, [
    [`account:${sales.id}`, largest],
    ["total:totalIncome", "199999999999999.9998"],
    [`account:${interest.id}`, `-${largest}`],
    [`account:${rent.id}`, "99999999999999.9998"],
    ["total:netProfit", "0.0001"],
  ]);
  await expectRows((await make(books, "BALANCE_SHEET", { asAt: "2026-10-31" })).data, [[`account:${bank.id}`, "0.0001"], ["total:netAssets", "0.0001"], ["total:currentYearEarnings", "0.0001"]]);
});

test("a payment dated in the future has not been made: until its day the invoice is owed, nothing is on the bank, and on cash basis nothing was sold", async () => {
  const { books, bank, debtors, sales } = await open("To come");
  const hostile = '=HYPERLINK("http://x")<script>alert(1)</script> \u202e\u05d0\u05d1 \u{1f600} & "Sons"';
  const invoice = await addInvoice(books, { number: "INV-1", date: "2026-11-10", dueDate: "2026-11-20", total: "100", contactId: await addContact(books, hostile) });
  await addPayment(books, { invoice, date: "2026-12-01", amount: "100" });
  await post(books, [{ date: "2026-11-10", lines: [[debtors.id, "100"], [sales.id, "-100"]], transactionId: invoice }, { date: "2026-12-01", lines: [[bank.id, "100"], [debtors.id, "-100"]], sourceType: "payment" }]);
  await post(books, [{ date: "2026-12-01", lines: [[bank.id, "100"], [sales.id, "-100"]], sourceType: "payment" }], "cash");
  const owed = (report: StoredReport) => report.data.rows.filter(({ kind }) => kind === "contact").map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);
  const year = { from: "2026-11-01", to: "2027-03-31" };
  const aged = await make(books, "AGED_RECEIVABLES", {});
  await expectFigures(aged.data, owed(aged), [[hostile, "0.00", "100.00", "0.00", "0.00", "0.00", "100.00", "100.00"]]);
  await expectRows((await make(books, "BALANCE_SHEET", { asAt: "2027-03-31", hideZero: false })).data, [[`account:${bank.id}`, "0.00"], [`account:${debtors.id}`, "100.00"]]);
  await expectRows((await make(books, "PROFIT_LOSS", { ...year, basis: "cash" })).data, [["total:netProfit", "0.00"]]);
  vi.setSystemTime(new Date("2026-12-01T12:00:00Z"));
  const paid = await make(books, "AGED_RECEIVABLES", {});
  await expectFigures(paid.data, [owed(paid), paid.data.rows.find(({ label }) => label === "Total receivables")?.cells.at(-2)?.value], [[], "0.00"]);
  await expectRows((await make(books, "BALANCE_SHEET", { asAt: "2027-03-31", hideZero: false })).data, [[`account:${bank.id}`, "100.00"], [`account:${debtors.id}`, "0.00"]]);
  await expectRows((await make(books, "PROFIT_LOSS", { ...year, basis: "cash" })).data, [["total:netProfit", "100.00"]]);
});

test("tax is what each line says, not the rate of their sum, and amounts of four decimals lose none", async () => {
  const { tenantId } = await openOrganisation("four decimals");
  const books: TestBooks = { scope: { ...(await openTestBooks("Somebody")).scope, tenantId } };
  await transaction(books.scope, async (tx) => {
    // 15% of 0.10 is 0.015, on each line 0.02; of all three it would be 0.05 (0.045).
    const cheap = line("sales", "0.10", "0.02");
    await putDocuments(tx, [document("INV-1", "ACCREC", "0.36", [cheap, cheap, cheap], { date: "2026-10-05" })]);
    const third = line("rent", "0.3333");
    await putManualJournals(tx, [manualJournal("Thirds", [third, third, third, line("capital", "-0.9999")], { date: "2026-10-31" })]);
  });
  await postPending(books.scope);
  const row = (name: string) => `account:${idOf(name, tenantId)}`;
  await expectRows((await make(books, "PROFIT_LOSS", { from: "2026-10-01", to: "2026-10-31" })).data, [[row("sales"), "0.30"], [row("rent"), "0.9999"], ["total:netProfit", "-0.6999"]]);
  await expectRows((await make(books, "BALANCE_SHEET", { asAt: "2026-10-31" })).data, [[row("receivable"), "0.36"], [row("gst"), "0.06"], [row("capital"), "0.9999"], ["total:netAssets", "0.30"]]);
});
