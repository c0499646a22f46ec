// One small book, and its statements by every kind of columns, on both bases, within tracking options and compared with before. Each amount is twice another,
// so that a figure says what it is the sum of; all were worked out by hand.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import type { Day } from "#lib/day.ts";
import { money } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures, expectRows } from "#lib/reports/testing/expect-figures.ts";
import { addAccounts, addTracking, addTrackingSet, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;
let region: Record<string, string>;
let team: Record<string, string>;

const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { code: "610", systemAccount: "DEBTORS" });
const creditors = account(uuidv7(), "Accounts Payable", "CURRLIAB", { code: "800", systemAccount: "CREDITORS" });
const retained = account(uuidv7(), "Retained Earnings", "EQUITY", { code: "960", systemAccount: "RETAINEDEARNINGS" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const interest = account(uuidv7(), "Interest Income", "OTHERINCOME", { code: "270" });
const rent = account(uuidv7(), "Rent", "EXPENSE", { code: "469" });

/**
 * The year ends on 31 March. Sales by the day of the invoice and the day it was paid, with what they carry: 128 in May 2025; 1 on 15 January 2026, north
 * and advice, paid in February; 2 on 31 March, south and advice, paid on 30 April; 4 on 1 April, north and training, paid in May; 8 on 30 June, north, paid
 * in July; 16 on 1 July, advice, paid in August; 32 on 30 September, north and advice, paid in October. Rent of 64 in August, paid in October. Interest of
 * 256 in May 2026. On 1 October nobody has paid the 32 or the 64.
 */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Powers of Two");
  await addAccounts(books, [bank, debtors, creditors, retained, sales, interest, rent]);
  region = await addTracking(books, "Region", ["North", "South"]);
  team = await addTracking(books, "Team", ["Advice", "Training"]);
  const set = (...options: (string | undefined)[]) => addTrackingSet(books, options.map(String));
  const [north, south] = [region["North"], region["South"]];
  await sold("2025-05-10", "2025-05-20", "128");
  await sold("2026-01-15", "2026-02-15", "1", await set(north, team["Advice"]));
  await sold("2026-03-31", "2026-04-30", "2", await set(south, team["Advice"]));
  await sold("2026-04-01", "2026-05-01", "4", await set(north, team["Training"]));
  await sold("2026-06-30", "2026-07-30", "8", await set(north));
  await sold("2026-07-01", "2026-08-01", "16", await set(team["Advice"]));
  await sold("2026-09-30", "2026-10-30", "32", await set(north, team["Advice"]));
  await post(books, [{ date: "2026-08-20", lines: [[rent.id, "64"], [creditors.id, "-64"]] }, { date: "2026-10-31", lines: [[creditors.id, "64"], [bank.id, "-64"]], sourceType: "payment" }]);
  await post(books, [{ date: "2026-10-31", lines: [[rent.id, "64"], [bank.id, "-64"]], sourceType: "payment" }], "cash");
  for (const basis of ["accrual", "cash"] as const) await post(books, [{ date: "2026-05-10", lines: [[bank.id, "256"], [interest.id, "-256"]], sourceType: "bankTransaction" }], basis);
  await importBudget.run(books.scope, { tenantId: books.scope.tenantId, name: "Board", content: "Account,Month,Amount\nSales,2026-04,5\nSales,2026-08,20\nSales,2026-09,30\nRent,2026-08,60\n" });
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

async function sold(day: Day, paid: Day, amount: string, set?: string): Promise<void> {
  const income = set ? ([sales.id, `-${amount}`, set] as const) : ([sales.id, `-${amount}`] as const);
  await post(books, [{ date: day, lines: [[debtors.id, amount], income] }, { date: paid, lines: [[bank.id, amount], [debtors.id, `-${amount}`]], sourceType: "payment" }]);
  await post(books, [{ date: paid, lines: [[bank.id, amount], income], sourceType: "payment" }], "cash");
}

function make(type: ReportableType, parameters: Record<string, unknown>): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters });
}

async function show(type: ReportableType, parameters: Record<string, unknown>, rows: readonly (readonly (string | null)[])[]): Promise<void> {
  await expectRows((await make(type, parameters)).data, rows);
}

/** Whole amounts as a report writes them. */
const whole = (...amounts: number[]) => amounts.map((amount) => amount.toFixed(2));
const nineMonths = { from: "2026-01-01", to: "2026-09-30" };
const halfYear = { from: "2026-04-01", to: "2026-09-30" };
const north = () => ({ trackingCategoryId: region["Region"], trackingOptionIds: [region["North"]] });
const withinAdvice = () => ({ trackingWithin: { categoryId: team["Team"], optionIds: [team["Advice"]] } });
const withinNorth = () => ({ trackingWithin: { categoryId: region["Region"], optionIds: [region["North"]] } });
const byRegion = () => ({ columns: "tracking", trackingCategoryId: region["Region"] });

type Basis = "accrual" | "cash";
type Column = "total" | "month" | "quarter" | "year";
/** January to September. */
const netProfit: Record<Basis, Record<Column, string[]>> = {
  accrual: { total: whole(255), month: whole(1, 0, 2, 4, 256, 8, 16, -64, 32, 255), quarter: whole(3, 268, -16, 255), year: whole(3, 252, 255) },
  cash: { total: whole(287), month: whole(0, 1, 0, 2, 260, 0, 8, 16, 0, 287), quarter: whole(1, 262, 24, 287), year: whole(1, 286, 287) },
};
const income: typeof netProfit = {
  accrual: { total: whole(63), month: whole(1, 0, 2, 4, 0, 8, 16, 0, 32, 63), quarter: whole(3, 12, 48, 63), year: whole(3, 60, 63) },
  cash: { total: whole(31), month: whole(0, 1, 0, 2, 4, 0, 8, 16, 0, 31), quarter: whole(1, 6, 24, 31), year: whole(1, 30, 31) },
};
const ofNorth: typeof netProfit = {
  accrual: { total: whole(45), month: whole(1, 0, 0, 4, 0, 8, 0, 0, 32, 45), quarter: whole(1, 12, 32, 45), year: whole(1, 44, 45) },
  cash: { total: whole(13), month: whole(0, 1, 0, 0, 4, 0, 8, 0, 0, 13), quarter: whole(1, 4, 8, 13), year: whole(1, 12, 13) },
};
const ofNorthAndAdvice: typeof netProfit = {
  accrual: { total: whole(33), month: whole(1, 0, 0, 0, 0, 0, 0, 0, 32, 33), quarter: whole(1, 0, 32, 33), year: whole(1, 32, 33) },
  cash: { total: whole(1), month: whole(0, 1, 0, 0, 0, 0, 0, 0, 0, 1), quarter: whole(1, 0, 0, 1), year: whole(1, 0, 1) },
};

const both = [["accrual"], ["cash"]] as const;
const everyColumn = both.flatMap(([basis]) => (["total", "month", "quarter", "year"] as const).map((columns) => [columns, basis] as const));

test.each(everyColumn)("profit by %s on %s basis, of the whole, of a tracking option and of an option of each of two categories", async (columns, basis) => {
  const asked = { ...nineMonths, columns, basis };
  await show("PROFIT_LOSS", asked, [[`account:${sales.id}`, ...income[basis][columns]], ["total:netProfit", ...netProfit[basis][columns]]]);
  await show("PROFIT_LOSS", { ...asked, ...north() }, [["total:netProfit", ...ofNorth[basis][columns]]]);
  await show("PROFIT_LOSS", { ...asked, ...north(), ...withinAdvice() }, [["total:netProfit", ...ofNorthAndAdvice[basis][columns]]]);
});

test.each([
  // North, South, Unassigned, Total: without a region the 16, the interest and, on accrual basis, the rent.
  ["accrual", whole(45, 2, 208, 255), whole(2, 208, 210), whole(33, 2, 16, 51), whole(33, 16, 49)],
  ["cash", whole(13, 2, 272, 287), whole(2, 272, 274), whole(1, 2, 16, 19), whole(1, 16, 17)],
] as const)("profit by tracking on %s basis: all options, some, all within an option of a second category, and some within it", async (basis, all, some, within, someWithin) => {
  const asked = { ...nineMonths, ...byRegion(), basis };
  await show("PROFIT_LOSS", asked, [["total:netProfit", ...all]]);
  await show("PROFIT_LOSS", { ...asked, trackingOptionIds: [region["South"], "unassigned"] }, [["total:netProfit", ...some]]);
  await show("PROFIT_LOSS", { ...asked, ...withinAdvice() }, [["total:netProfit", ...within]]);
  await show("PROFIT_LOSS", { ...asked, ...withinAdvice(), trackingOptionIds: [region["North"], "unassigned"] }, [["total:netProfit", ...someWithin]]);
});

/** Net assets, and on their days the profit of the year so far and that of the years before. */
const balances = {
  accrual: {
    total: [whole(383), whole(252), whole(131)],
    month: [whole(129, 129, 131, 135, 391, 399, 415, 351, 383), whole(129, 129, 131, 4, 260, 268, 284, 220, 252), whole(0, 0, 0, 131, 131, 131, 131, 131, 131)],
    quarter: [whole(131, 399, 383), whole(131, 268, 252), whole(0, 131, 131)],
    year: [whole(131, 383), whole(131, 252), whole(0, 131)],
  },
  cash: {
    total: [whole(415), whole(286), whole(129)],
    month: [whole(128, 129, 129, 131, 391, 391, 399, 415, 415), whole(128, 129, 129, 2, 262, 262, 270, 286, 286), whole(0, 0, 0, 129, 129, 129, 129, 129, 129)],
    quarter: [whole(129, 391, 415), whole(129, 262, 286), whole(0, 129, 129)],
    year: [whole(129, 415), whole(129, 286), whole(0, 129)],
  },
};

/** The same on both bases. */
const onBank: Record<Column, string[]> = { total: whole(415), month: whole(128, 129, 129, 131, 391, 391, 399, 415, 415), quarter: whole(129, 391, 415), year: whole(129, 415) };

test.each(everyColumn)("a balance sheet by %s on %s basis", async (columns, basis) => {
  const [net = [], thisYear = [], before = []] = balances[basis][columns];
  const days = columns === "total" ? { asAt: nineMonths.to } : nineMonths;
  await show("BALANCE_SHEET", { ...days, columns, basis }, [[`account:${bank.id}`, ...onBank[columns]], ["total:netAssets", ...net], ["total:currentYearEarnings", ...thisYear], ["total:retainedEarnings", ...before]]);
});

/** What came in and went out, the same by both methods; of it under operating activities, with the interest and without. */
const cashFlows = {
  total: { change: whole(287), withInterest: whole(287), without: whole(31) },
  month: { change: whole(0, 1, 0, 2, 260, 0, 8, 16, 0, 287), withInterest: whole(0, 1, 0, 2, 260, 0, 8, 16, 0, 287), without: whole(0, 1, 0, 2, 4, 0, 8, 16, 0, 31) },
  quarter: { change: whole(1, 262, 24, 287), withInterest: whole(1, 262, 24, 287), without: whole(1, 6, 24, 31) },
  year: { change: whole(1, 286, 287), withInterest: whole(1, 286, 287), without: whole(1, 30, 31) },
};
const everyFlow = (["indirect", "direct"] as const).flatMap((method) => (["ias7", "usgaap", "ifrs18"] as const).flatMap((presentation) => (["total", "month", "quarter", "year"] as const).map((columns) => [columns, method, presentation] as const)));

test.each(everyFlow)("cash flows by %s, %s, as in %s", async (columns, method, presentation) => {
  const { change, withInterest, without } = cashFlows[columns];
  const operating = presentation === "usgaap" ? withInterest : without;
  await show("CASH_FLOW", { ...nineMonths, columns, method, presentation }, [["subtotal:operating", ...operating], ["total:netChange", ...change]]);
});

const rows = [{ kind: "accounts", id: "income", label: "Income", sign: -1, accounts: [{ sections: ["tradingIncome"] }] }, { kind: "kpi", id: "netProfit" }];
test.each(everyColumn)("a custom report by %s on %s basis", async (columns, basis) => {
  const asked = { ...nineMonths, columns, basis, title: "Ours", rows };
  await show("CUSTOM", asked, [["row:income", ...income[basis][columns]], ["row:netProfit", ...netProfit[basis][columns]]]);
  // Neither rent nor interest is of a region.
  await show("CUSTOM", { ...asked, ...withinNorth() }, [["row:income", ...ofNorth[basis][columns]], ["row:netProfit", ...ofNorth[basis][columns]]]);
});

/** April to September, the six months before, and the same months of the year before; of balances the end of August, of July, and of August a year before. */
const compared = { accrual: { now: 252, previousPeriod: 3, previousYear: 128 }, cash: { now: 286, previousPeriod: 1, previousYear: 128 } };
const comparedBalances = { accrual: { now: 351, previousPeriod: 415, previousYear: 128 }, cash: { now: 415, previousPeriod: 399, previousYear: 128 } };

test.each(both.flatMap(([basis]) => (["previousPeriod", "previousYear"] as const).map((compare) => [basis, compare] as const)))("on %s basis, compared with %s", async (basis, compare) => {
  const profit = whole(compared[basis].now, compared[basis][compare]);
  const asked = { ...halfYear, columns: "total", basis, compare };
  await show("PROFIT_LOSS", asked, [["total:netProfit", ...profit]]);
  await show("CUSTOM", { ...asked, title: "Ours", rows }, [["row:netProfit", ...profit]]);
  await show("BALANCE_SHEET", { asAt: "2026-08-31", columns: "total", basis, compare }, [["total:netAssets", ...whole(comparedBalances[basis].now, comparedBalances[basis][compare])]]);
  const { basis: _, ...flows } = asked;
  await show("CASH_FLOW", { ...flows, method: basis === "cash" ? "direct" : "indirect" }, [["total:netChange", ...whole(compared.cash.now, compared.cash[compare])]]);
});

test("against a budget: actual, budgeted, variance, in hundredths of the budget; what was not budgeted varies by all of it", async () => {
  const ofSales = (...figures: (string | null)[]) => [[`account:${sales.id}`, ...figures]];
  const yearToDate = ["60.00", "55.00", "5.00", "9.09"];
  await show("PROFIT_LOSS", { from: "2026-09-01", to: "2026-09-30", columns: "total", compare: "budget" }, ofSales("32.00", "30.00", "2.00", "6.67"));
  await show("PROFIT_LOSS", { from: "2026-08-01", to: "2026-08-31", columns: "total", compare: "budget", basis: "cash" }, ofSales("16.00", "20.00", "-4.00", "-20.00"));
  await show("BUDGET_VARIANCE", { ...halfYear, columns: "total" }, ofSales(...yearToDate, ...yearToDate));
  await show("BUDGET_VARIANCE", { from: "2026-08-01", to: "2026-09-30", columns: "month" }, ofSales("0.00", "20.00", "-20.00", "-100.00", "32.00", "30.00", "2.00", "6.67", "32.00", "50.00", "-18.00", "-36.00", ...yearToDate));
  await show("BUDGET_VARIANCE", { ...halfYear, columns: "quarter" }, ofSales("12.00", "5.00", "7.00", "140.00", "48.00", "50.00", "-2.00", "-4.00", ...yearToDate, ...yearToDate));
  await show("BUDGET_VARIANCE", { ...nineMonths, columns: "year" }, ofSales("3.00", null, "3.00", null, ...yearToDate, "63.00", "55.00", "8.00", "14.55", ...yearToDate));
});

test("within a tracking option against the budget of that option: 4 in April, 8 in June and 32 in September, where 5, 10 and 30 were budgeted", async () => {
  const budgeted = [["2026-04", "5"], ["2026-06", "10"], ["2026-09", "30"]] as const;
  const lines = budgeted.map(([month, amount]) => ({ accountId: sales.id, month, amount: money(amount), note: null, lineNumber: null }));
  await transaction(books.scope, (tx) => insertBudget(tx, { source: "xero", xeroId: uuidv7(), name: "North", type: "TRACKING", tracking: "Region: North", contentHash: "north" }, lines));
  const ofSales = (parameters: object, ...figures: (string | null)[]) => show("BUDGET_VARIANCE", { ...parameters, ...withinNorth() }, [[`account:${sales.id}`, ...figures]]);
  const yearToDate = ["44.00", "45.00", "-1.00", "-2.22"];
  const [september, nothing] = [["32.00", "30.00", "2.00", "6.67"], ["0.00", null, "0.00", null]];
  await ofSales({ ...halfYear, columns: "total" }, ...yearToDate, ...yearToDate);
  await ofSales({ from: "2026-08-01", to: "2026-09-30", columns: "month" }, ...nothing, ...september, ...september, ...yearToDate);
  await ofSales({ ...halfYear, columns: "quarter" }, "12.00", "15.00", "-3.00", "-20.00", ...september, ...yearToDate, ...yearToDate);
  await ofSales({ ...nineMonths, columns: "year" }, "1.00", null, "1.00", null, ...yearToDate, "45.00", "45.00", "0.00", "0.00", ...yearToDate);
});

test.each([["none", []], ["previousPeriod", [-64]], ["previousYear", [0]]] as const)("a dashboard of twelve months to September, the last compared with %s", async (compare, before) => {
  await show("KPI_DASHBOARD", { to: "2026-09-30", compare }, [["kpi:netProfit", ...whole(0, 0, 0, 1, 0, 2, 4, 256, 8, 16, -64, 32, ...before)]]);
});

test("a trial balance and a general ledger on cash basis", async () => {
  const { data } = await make("CUSTOM", { layout: "trialBalance", asAt: "2026-09-30", basis: "cash" });
  await expectFigures(data, data.rows.map(({ label, cells }) => [label, ...cells.flatMap(({ column, value }) => (value === null ? [] : [column, value]))]).filter((row) => row.length > 1), [
    ["Interest Income", "ytdCredit", "256.00"],
    ["Sales", "ytdCredit", "30.00"],
    ["Cheque Account", "ytdDebit", "415.00"],
    ["Retained Earnings", "ytdCredit", "129.00"],
    ["Total", "debit", "0.00", "credit", "0.00", "ytdDebit", "415.00", "ytdCredit", "415.00"],
  ]);
  await show("CUSTOM", { layout: "generalLedger", from: "2026-08-01", to: "2026-08-31", basis: "cash" }, [
    [`account:${sales.id}`, ...whole(-14, 0, 16, -16, -30)],
    [`account:${interest.id}`, ...whole(-256, 0, 0, 0, -256)],
    [`account:${bank.id}`, ...whole(399, 16, 0, 16, 415)],
  ]);
});
