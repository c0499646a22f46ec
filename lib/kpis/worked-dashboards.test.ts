// Books small enough to work out every key figure by hand; the expected values are written down from paper, not from the output.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Day } from "#lib/day.ts";
import { kpiRowId } from "#lib/kpis/figure-rows.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { money } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addInvoice, addPayment, openTestBooks, post, type TestBooks, type TestEntry } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let services: StoredReport;
let starter: StoredReport;
let shop: TestBooks;

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  services = await dashboard(await servicesBooks());
  starter = await dashboard(await starterBooks());
  shop = await shopBooks();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function dashboard({ scope }: TestBooks, parameters: Record<string, unknown> = {}): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type: "KPI_DASHBOARD", parameters });
}

function cellOf({ data }: StoredReport, id: string, column = "2026-10") {
  const row = data.rows.find((each) => each.id === kpiRowId(id)) ?? data.rows.find((each) => each.id === id);
  return row?.cells.find((cell) => cell.column === column);
}

const valuesOf = (report: StoredReport, ids: readonly string[], column = "2026-10") => Object.fromEntries(ids.map((id) => [id, cellOf(report, id, column)?.value]));
const bankTransaction = (date: Day, lines: TestEntry["lines"]): TestEntry => ({ date, lines, sourceType: "bankTransaction" });

/**
 * Services: October 2026 by hand. Revenue 2,000 − 100 credited = 1,900; direct costs 600; expenses 300 + 400 + 50 + 20 + 100 − 5 + 60 = 925, of
 * which interest 20, tax 100 and exchange −5 are no operating expenses: 810. Profit 1,900 − 600 + 10 − 925 = 385.
 * At its end: bank 3,325, card −60, debtors 920 + 1,150 + 2,300 − 115 − 1,150 = 3,105, prepaid 120, equipment 3,000 − 50; creditors 690, GST 465,
 * tax 100, loan 5,000; equity 1,000 + 800 + 1,000 + 385 = 3,185.
 */
async function servicesBooks(): Promise<TestBooks> {
  const books = await openTestBooks("Hāpuku Services");
  const of = (name: string, type: string, more = {}) => account(uuidv7(), name, type, more);
  const bank = of("Cheque Account", "BANK");
  const card = of("Credit Card", "BANK");
  const debtors = of("Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
  const creditors = of("Accounts Payable", "CURRLIAB", { systemAccount: "CREDITORS" });
  const gst = of("GST", "CURRLIAB", { systemAccount: "GST" });
  const taxPayable = of("Income Tax Payable", "CURRLIAB");
  const prepaid = of("Prepaid Insurance", "PREPAYMENT");
  const equipment = of("Equipment", "FIXED");
  const worn = of("Less Accumulated Depreciation", "FIXED");
  const loan = of("Equipment Loan", "TERMLIAB");
  const capital = of("Capital", "EQUITY");
  const sales = of("Sales", "REVENUE");
  const interest = of("Interest Income", "OTHERINCOME");
  const materials = of("Materials", "DIRECTCOSTS");
  const [rent, wages, software] = [of("Rent", "EXPENSE"), of("Wages", "EXPENSE"), of("Software", "EXPENSE")];
  const [depreciation, interestPaid, tax] = [of("Depreciation", "DEPRECIATN"), of("Interest Expense", "EXPENSE"), of("Income Tax Expense", "EXPENSE")];
  const exchange = of("Realised Currency Gains", "EXPENSE", { systemAccount: "REALISEDCURRENCYGAIN" });
  await addAccounts(books, [bank, card, debtors, creditors, gst, taxPayable, prepaid, equipment, worn, loan, capital, sales, interest, materials, rent, wages, software, depreciation, interestPaid, tax, exchange]);
  await addInvoice(books, { number: "INV-1", date: "2025-10-20", dueDate: "2025-11-20", total: "920" });
  const paid = await addInvoice(books, { number: "INV-2", date: "2026-09-10", dueDate: "2026-10-10", total: "1150" });
  await addInvoice(books, { number: "INV-3", date: "2026-10-12", dueDate: "2026-11-10", total: "2300" });
  await addInvoice(books, { number: "B-1", type: "BILL", date: "2026-10-05", dueDate: "2026-10-20", total: "690" });
  await addInvoice(books, { number: "INV-4", date: "2026-10-30", total: "9000", status: "DRAFT" });
  await addPayment(books, { invoice: paid, date: "2026-10-25", amount: "1150" });
  await post(books, [
    { date: "2025-10-01", lines: [[bank.id, "1000"], [capital.id, "-1000"]], sourceType: "manualJournal" },
    { date: "2025-10-20", lines: [[debtors.id, "920"], [sales.id, "-800"], [gst.id, "-120"]] },
    bankTransaction("2025-12-01", [[bank.id, "5000"], [loan.id, "-5000"]]),
    bankTransaction("2025-12-02", [[equipment.id, "3000"], [bank.id, "-3000"]]),
    { date: "2026-09-10", lines: [[debtors.id, "1150"], [sales.id, "-1000"], [gst.id, "-150"]] },
    { date: "2026-10-05", lines: [[creditors.id, "-690"], [materials.id, "600"], [gst.id, "90"]] },
    { date: "2026-10-12", lines: [[debtors.id, "2300"], [sales.id, "-2000"], [gst.id, "-300"]] },
    { date: "2026-10-14", lines: [[debtors.id, "-115"], [sales.id, "100"], [gst.id, "15"]], sourceType: "creditNote" },
    { date: "2026-10-25", lines: [[bank.id, "1150"], [debtors.id, "-1150"]], sourceType: "payment" },
    bankTransaction("2026-10-26", [[rent.id, "300"], [bank.id, "-300"]]),
    bankTransaction("2026-10-26", [[wages.id, "400"], [bank.id, "-400"]]),
    bankTransaction("2026-10-27", [[prepaid.id, "120"], [bank.id, "-120"]]),
    bankTransaction("2026-10-28", [[interestPaid.id, "20"], [bank.id, "-20"]]),
    bankTransaction("2026-10-28", [[bank.id, "10"], [interest.id, "-10"]]),
    bankTransaction("2026-10-29", [[software.id, "60"], [card.id, "-60"]]),
    { date: "2026-10-31", lines: [[depreciation.id, "50"], [worn.id, "-50"]], sourceType: "manualJournal" },
    { date: "2026-10-31", lines: [[tax.id, "100"], [taxPayable.id, "-100"]], sourceType: "manualJournal" },
    { date: "2026-10-31", lines: [[bank.id, "5"], [exchange.id, "-5"]], sourceType: "payment" },
  ]);
  return books;
}

test("a dashboard is twelve months to the last closed one, and that month a year before", () => {
  expect(services.parameters).toMatchObject({ from: "2025-11-01", to: "2026-10-31", columns: "month", compare: "previousYear" });
  const months = services.data.columns.filter(({ kind }) => kind === "period" || kind === "compare");
  expect(months.map(({ id }) => id)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "compare:2025-10"]);
  expect(services.data.comparison).toEqual({ kind: "previousYear", start: "2025-10-01", end: "2025-10-31" });
  expect(services.data.quality).toMatchObject({ drafts: { count: 1, amount: "9000.00" }, unreconciled: { count: 1, amount: "1150.00" } });
  expect(cellOf(services, "revenue", "compare:2025-10")?.value).toBe("800.00");
});

test("what is owed is shown by its age as at the last day, and in no other column", async () => {
  // On 31 October: INV-1 due 20 November a year before, INV-3 not due until November, B-1 due eleven days before.
  await expectFigures(services.data, valuesOf(services, ["measure:receivablesNotDue", "measure:receivablesOverdue1To30", "measure:receivablesOverdueOver90"]), {
    "measure:receivablesNotDue": "2300.00",
    "measure:receivablesOverdue1To30": "0.00",
    "measure:receivablesOverdueOver90": "920.00",
  });
  await expectFigures(services.data, valuesOf(services, ["measure:payablesNotDue", "measure:payablesOverdue1To30"]), { "measure:payablesNotDue": "0.00", "measure:payablesOverdue1To30": "690.00" });
  expect(cellOf(services, "measure:receivablesNotDue")?.proof).toMatchObject({ kind: "documents", largest: [{ amount: "2300.00" }] });
  expect(cellOf(services, "measure:receivablesNotDue", "2026-09")).toBeUndefined();
});

test("the accounts that moved the profit stand with both months, and who owes most with what is owed", () => {
  const within = (section: string) => services.data.rows.filter(({ parent }) => parent === `section:${section}`).map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);
  expect(within("accounts")).toEqual([
    ["Depreciation", "50.00", "0.00"],
    ["Income Tax Expense", "100.00", "0.00"],
    ["Interest Expense", "20.00", "0.00"],
    ["Interest Income", "10.00", "0.00"],
    ["Materials", "600.00", "0.00"],
    ["Realised Currency Gains", "-5.00", "0.00"],
    ["Rent", "300.00", "0.00"],
    ["Sales", "1900.00", "800.00"],
    ["Software", "60.00", "0.00"],
    ["Wages", "400.00", "0.00"],
  ]);
  expect(within("debtors")).toEqual([["Kauri & Sons", "3220.00"]]); // 920 + 2,300
});

test("profitability", async () => {
  const expected = {
    revenue: "1900.00",
    grossProfit: "1300.00",
    grossMarginPercent: "68.42", // 1,300 ÷ 1,900 = 0.68421…
    operatingProfit: "490.00", // 1,900 − 600 − 810
    operatingMarginPercent: "25.79", // 0.25789…
    netProfit: "385.00",
    netMarginPercent: "20.26", // 0.20263…
    ebit: "495.00", // 385 + 20 + 100 − 10
    ebitda: "545.00",
    expenseToRevenuePercent: "42.63", // 810 ÷ 1,900 = 0.42631…
    payrollToRevenuePercent: "21.05", // 400 ÷ 1,900 = 0.21052…
    breakEvenRevenue: "1183.85", // 810 × 1,900 ÷ 1,300 = 1,183.846…
    marginOfSafetyPercent: "37.69", // 716.153… ÷ 1,900 = 0.37692…
  };
  await expectFigures(services.data, valuesOf(services, Object.keys(expected)), expected);
});

test("cash and liquidity: an overdrawn card is a current liability, and prepayments are not quick", async () => {
  const expected = {
    cashAtBank: "3265.00", // 3,325 − 60
    overdrafts: "60.00",
    workingCapital: "5235.00", // 3,325 + 3,105 + 120 − (690 + 465 + 100 + 60)
    currentRatio: "4.98", // 6,550 ÷ 1,315 = 4.9809…
    quickRatio: "4.89", // 6,430 ÷ 1,315 = 4.8897…
    cashRatio: "2.53", // 3,325 ÷ 1,315 = 2.5285…
  };
  await expectFigures(services.data, valuesOf(services, Object.keys(expected)), expected);
});

test("cash flow: October is the change of all bank accounts, 265, less the interest received, which stands under investing", async () => {
  const expected = {
    operatingCashFlow: "255.00",
    freeCashFlow: "255.00", // nothing was bought; what depreciation took from the equipment is no cash
    cashFlowToNetIncome: "0.66", // 255 ÷ 385 = 0.6623…
    netBurn: "-88.33", // −265 ÷ 3
    runwayMonths: null,
    returnOnCapitalEmployedPercent: "18.27", // (1,385 + 20 + 100 − 10) ÷ (9,500 − 1,315) = 0.18265…
    collectionEffectivenessPercent: "58.82", // (2,070 + 2,185 − 3,105) ÷ (2,070 + 2,185 − 2,300) = 0.58823…
  };
  await expectFigures(services.data, valuesOf(services, Object.keys(expected)), expected);
  // In December 3,000 of equipment were bought with borrowed money.
  await expectFigures(services.data, valuesOf(services, ["operatingCashFlow", "freeCashFlow"], "2025-12"), { operatingCashFlow: "0.00", freeCashFlow: "-3000.00" });
  expect(cellOf(services, "runwayMonths")?.reason).toBe("Not burning: operations and investments brought in as much as they took over three months.");
  expect(cellOf(services, "collectionEffectivenessPercent", "2026-09")).toMatchObject({ value: null, reason: "Only the last month is aged." });
});

test("Altman's Z′ weighs twelve months, and is not told of books that are younger", async () => {
  // Assets 9,500, liabilities 6,315, equity 3,185, of which capital 1,000 and the rest retained; twelve months brought 1,385 before 110 of interest and tax.
  // (0.717 × 5,235 + 0.847 × 2,185 + 3.107 × 1,495 + 0.998 × 2,900) ÷ 9,500 + 0.42 × 3,185 ÷ 6,315 = 13,143.355 ÷ 9,500 + 1,337.7 ÷ 6,315 = 1.5953…
  await expectFigures(services.data, valuesOf(services, ["altmanZ", "measure:retainedEarnings", "measure:revenueTwelveMonths", "measure:monthsOfBooks"]), {
    altmanZ: "1.60",
    "measure:retainedEarnings": "2185.00",
    "measure:revenueTwelveMonths": "2900.00",
    "measure:monthsOfBooks": "13",
  });
  expect(cellOf(services, "altmanZ", "2026-08")).toMatchObject({ value: null, reason: "The books do not reach back twelve months." });
});

test("who burns more than there is has no runway left; costs burn when they are paid", async () => {
  // August to October, 92 days: 700 of rent paid, nothing earned; the account is overdrawn by 200.
  await expectFigures(starter.data, valuesOf(starter, ["netBurn", "grossBurn", "runwayMonths", "cashOnHandDays"]), { netBurn: "233.33", grossBurn: "233.33", runwayMonths: "0.00", cashOnHandDays: "-26.3" });
  expect(cellOf(starter, "measure:costsPaidThreeMonths")?.proof).toMatchObject({ kind: "lines", basis: "cash", from: "2026-08-01", to: "2026-10-31" });
});

test("receivables and payables: days by what was invoiced with tax, overdue by documents as they stood that day", async () => {
  const expected = {
    receivables: "3105.00",
    overdueReceivablesPercent: "28.57", // 920 of 920 + 2,300
    debtorDays: "44.1", // 3,105 ÷ (2,300 − 115) × 31 = 44.05…
    payables: "690.00",
    overduePayablesPercent: "100.00",
    creditorDays: "31.0",
    cashConversionCycle: "13.1", // 44.05… − 31; without inventory there are no days of it
    averageDebtorDays: "50.7", // 3,105 ÷ 1,900 × 31 = 50.66…
    averageCreditorDays: "14.0", // 690 ÷ 1,525 × 31 = 14.02…
  };
  await expectFigures(services.data, valuesOf(services, Object.keys(expected)), expected);
  // In September the second invoice was open as well and not due yet: 920 of 2,070.
  expect(cellOf(services, "overdueReceivablesPercent", "2026-09")?.value).toBe("44.44");
  expect(cellOf(services, "inventoryDays")).toMatchObject({ value: null, reason: "There is no inventory account." });
});

test("debt and returns", async () => {
  const expected = {
    debtToEquity: "1.57", // 5,000 ÷ 3,185
    liabilitiesToEquity: "1.98", // (6,255 + 60) ÷ 3,185
    debtToAssetsPercent: "52.63", // 5,000 ÷ 9,500
    equityRatioPercent: "33.53", // 3,185 ÷ 9,500 = 0.33526…
    interestCover: "24.75", // 495 ÷ 20
    returnOnEquityPercent: "151.48", // 385 × 365 ÷ 31 ÷ ((3,185 + 2,800) ÷ 2) = 1.51480…
    returnOnAssetsPercent: "51.60", // 4,533.064… ÷ ((9,500 + 8,070) ÷ 2) = 0.51600…
    assetTurnover: "2.55", // 1,900 × 365 ÷ 31 ÷ 8,785 = 2.5464…
  };
  await expectFigures(services.data, valuesOf(services, Object.keys(expected)), expected);
});

test("growth against the month before and the year before; half is rounded away from zero", async () => {
  const expected = {
    revenueGrowthMonthPercent: "90.00",
    revenueGrowthYearPercent: "137.50",
    grossProfitGrowthMonthPercent: "30.00",
    grossProfitGrowthYearPercent: "62.50",
    netProfitGrowthMonthPercent: "-61.50",
    netProfitGrowthYearPercent: "-51.88", // 385 ÷ 800 − 1 = −0.51875
    expenseGrowthMonthPercent: null,
    ruleOf40Percent: "166.18", // 1.375 + 545 ÷ 1,900
    unreconciledCount: "1",
    unreconciledAmount: "1150.00",
  };
  await expectFigures(services.data, valuesOf(services, Object.keys(expected)), expected);
  expect(cellOf(services, "expenseGrowthMonthPercent")?.reason).toBe("There was no expense the month before to grow from.");
});

/** 500 of capital in September; 700 of expenses in October, paid from an account that is then overdrawn by 200. */
async function starterBooks(): Promise<TestBooks> {
  const books = await openTestBooks("Starter");
  const [bank, capital, rent] = [account(uuidv7(), "Bank", "BANK"), account(uuidv7(), "Capital", "EQUITY"), account(uuidv7(), "Rent", "EXPENSE")];
  await addAccounts(books, [bank, capital, rent]);
  const entries = [bankTransaction("2026-09-01", [[bank.id, "500"], [capital.id, "-500"]]), bankTransaction("2026-10-10", [[rent.id, "700"], [bank.id, "-700"]])];
  await post(books, entries);
  await post(books, entries, "cash");
  return books;
}

test.each([
  ["grossMarginPercent", "2026-10", "There was no revenue in this period."],
  ["breakEvenRevenue", "2026-10", "There was no revenue in this period."],
  ["currentRatio", "2026-09", "There are no current liabilities."],
  ["debtToEquity", "2026-10", "Equity is not positive: more is owed than owned."],
  ["returnOnAssetsPercent", "2026-08", "There are no assets."],
  ["interestCover", "2026-10", "No interest was paid in this period."],
  ["debtorDays", "2026-10", "Nothing was invoiced in this period, or more was credited than invoiced."],
  ["overdueReceivablesPercent", "2026-10", "No invoice is open."],
  ["revenueGrowthYearPercent", "2026-10", "There was no revenue the same month a year before to grow from."],
])("%s of %s is not meaningful, and says why", (id, column, reason) => {
  expect(cellOf(starter, id, column)).toMatchObject({ value: null, reason });
});

test("an overdrawn bank is cash below zero and a current liability; what can be said is said", async () => {
  await expectFigures(starter.data, valuesOf(starter, ["cashAtBank", "overdrafts", "workingCapital", "currentRatio", "netProfit"]), { cashAtBank: "-200.00", overdrafts: "200.00", workingCapital: "-200.00", currentRatio: "0.00", netProfit: "-700.00" });
});

test("no figure anywhere is infinite, no number, or missing without a reason", () => {
  const cells = [services, starter].flatMap(({ data }) => data.rows.flatMap(({ cells }) => cells));
  expect(cells.length).toBeGreaterThan(1000);
  expect(cells.filter(({ value, reason }) => (value === null) === (reason === null))).toEqual([]);
  expect(cells.filter(({ value }) => value !== null && !/^-?\d+(\.\d+)?$/.test(value))).toEqual([]);
});

/** A shop with inventory whose year ends on 5 April: sales of 240 and cost 150 in October; in April 5 on the last day of the year and 6 on the first. */
async function shopBooks(): Promise<TestBooks> {
  const books = await openTestBooks("Tamar Ltd", { financialYearEndDay: 5, financialYearEndMonth: 4, timezone: "Europe/London", baseCurrency: "GBP" });
  const of = (name: string, type: string, more = {}) => account(uuidv7(), name, type, more);
  const [till, stock, takings, sold, capital] = [of("Till", "BANK"), of("Stock", "INVENTORY", { class: "ASSET" }), of("Takings", "REVENUE"), of("Cost of goods", "DIRECTCOSTS"), of("Capital", "EQUITY")];
  const [debtors, creditors, wages] = [of("Debtors", "CURRENT", { systemAccount: "DEBTORS" }), of("Creditors", "CURRLIAB", { systemAccount: "CREDITORS" }), of("Wages", "WAGESEXPENSE")];
  await addAccounts(books, [till, stock, takings, sold, capital, debtors, creditors, wages]);
  await post(books, [
    { date: "2026-03-01", lines: [[till.id, "330"], [capital.id, "-330"]], sourceType: "manualJournal" },
    bankTransaction("2026-04-05", [[till.id, "5"], [takings.id, "-5"]]),
    bankTransaction("2026-04-06", [[till.id, "6"], [takings.id, "-6"]]),
    bankTransaction("2026-09-05", [[stock.id, "330"], [till.id, "-330"]]),
    { date: "2026-10-02", lines: [[stock.id, "120"], [creditors.id, "-120"]] },
    { date: "2026-10-09", lines: [[debtors.id, "240"], [takings.id, "-240"]] },
    { date: "2026-10-09", lines: [[sold.id, "150"], [stock.id, "-150"]], sourceType: "manualJournal" },
  ]);
  // Xero read its trial balance where the year ends too: before it a payroll of 40 that no document shows.
  const readings: [Day, [string, string][]][] = [
    ["2026-03-31", [[till.id, "330"], [capital.id, "-330"]]],
    ["2026-04-05", [[till.id, "295"], [capital.id, "-330"], [takings.id, "-5"], [wages.id, "40"]]],
    ["2026-04-30", [[till.id, "301"], [capital.id, "-330"], [takings.id, "-6"]]],
  ];
  for (const [asAt, rows] of readings) {
    const net = rows.map(([accountXeroId, amount]) => ({ accountXeroId, net: money(amount) }));
    await transaction(books.scope, (tx) => storeTrialBalance(tx, { asAt, basis: "accrual", fetchedAt: new Date(), rows: net }));
  }
  return books;
}

test("with an inventory account its days count, and payables are held against the cost of goods", async () => {
  const report = await dashboard(shop);
  // 300 ÷ 150 × 31; 120 ÷ 150 × 31; 240 ÷ 240 × 31; 31 + 62 − 24.8.
  await expectFigures(report.data, valuesOf(report, ["inventoryDays", "creditorDays", "debtorDays", "cashConversionCycle"]), { inventoryDays: "62.0", creditorDays: "24.8", debtorDays: "31.0", cashConversionCycle: "68.2" });
});

test("a year that ends within a month leaves its figures whole, with what Xero posted itself, as on the statements", async () => {
  const report = await dashboard(shop);
  // 5 + 6 − 40: what Xero has besides is part of profit, payroll and cash.
  await expectFigures(report.data, valuesOf(report, ["netProfit", "payrollToRevenuePercent", "measure:cash", "measure:equity"], "2026-04"), { netProfit: "-29.00", payrollToRevenuePercent: "363.64", "measure:cash": "301.00", "measure:equity": "301.00" });
  const sheet = await createReport.run(shop.scope, { tenantId: shop.scope.tenantId, type: "BALANCE_SHEET", parameters: { asAt: "2026-04-30", columns: "total" } });
  const profit = await createReport.run(shop.scope, { tenantId: shop.scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-04-01", to: "2026-04-30", columns: "total" } });
  expect([cellOf(sheet, "subtotal:bank", "asAt:2026-04-30")?.value, cellOf(sheet, "total:netAssets", "asAt:2026-04-30")?.value, cellOf(profit, "total:netProfit", "total")?.value]).toEqual(["301.00", "301.00", "-29.00"]);
});

test("a running month ends today and says so; an earlier last day and another comparison can be asked for", async () => {
  const running = await dashboard(shop, { asAt: "2026-11-30" });
  expect(running.data.period).toEqual({ start: "2025-12-01", end: "2026-11-21", complete: false });
  expect(running.data.columns.find(({ id }) => id === "2026-11")?.label).toBe("Nov 2026, to 21 Nov, incomplete");
  expect(cellOf(running, "measure:days", "2026-11")?.value).toBe("21");
  const earlier = await dashboard(shop, { to: "2026-04-30", compare: "previousPeriod" });
  expect(earlier.data.columns.at(-1)).toMatchObject({ id: "compare:2026-03", start: "2026-03-01", end: "2026-03-31" });
  expect((await dashboard(shop, { to: "2026-04-30", compare: "none" })).data.comparison).toBeNull();
});

test("asked again of the same books the stored one is the answer", async () => {
  expect((await dashboard(shop)).id).toBe((await dashboard(shop)).id);
});

test("what a dashboard cannot be is refused with a sentence", async () => {
  await expect(dashboard(shop, { from: "2026-10-01" })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/from" }] });
  await expect(dashboard(shop, { columns: "total" })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/columns" }] });
});
