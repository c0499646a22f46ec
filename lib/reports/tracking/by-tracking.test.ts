// A profit and loss by tracking, from lines in a database to the proof of a cell. The books have two categories, so a line may carry an option of each.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { budgetChoices } from "#lib/budgets/budget-choices.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { money } from "#lib/money.ts";
import { Refusal } from "#lib/refusal.ts";
import { choiceWords } from "#lib/reports/choice-words.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { reportFacts } from "#lib/reports/export/facts.ts";
import { flatRows } from "#lib/reports/flat-rows.ts";
import { openReport } from "#lib/reports/open-report.ts";
import { exportReport, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectRows, expectTable } from "#lib/reports/testing/expect-figures.ts";
import { account, figures } from "#lib/reports/testing/statements.ts";
import { addAccounts, addTracking, addTrackingSet, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
let region: Record<string, string>;
let practice: Record<string, string>;
let theirs: Record<string, string>;
let sets: { aucklandAdvice: string; aucklandTraining: string; wellingtonAdvice: string; advice: string };

const bank = account(uuidv7(), "Cheque Account", "BANK");
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "OVERHEADS", { code: "469" });
const wages = account(uuidv7(), "Wages", "WAGESEXPENSE", { code: "477" });

/** In October Xero's trial balance has a payroll of 200 that is in no document, and carries no tracking. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  await addAccounts(books, [bank, sales, rent, wages]);
  region = await addTracking(books, "Region", ["Wellington", "Auckland", "Northland"]);
  practice = await addTracking(books, "Practice", ["Advice", "Training"]);
  theirs = await addTracking(other, "Region", ["Auckland"]);
  const set = (...options: (string | undefined)[]) => addTrackingSet(books, options.map(String));
  sets = { aucklandAdvice: await set(region["Auckland"], practice["Advice"]), aucklandTraining: await set(region["Auckland"], practice["Training"]), wellingtonAdvice: await set(region["Wellington"], practice["Advice"]), advice: await set(practice["Advice"]) };
  await post(books, [
    { date: "2026-09-10", lines: [[bank.id, "1000"], [sales.id, "-700", sets.aucklandAdvice], [sales.id, "-300", sets.wellingtonAdvice]] },
    { date: "2026-10-05", lines: [[bank.id, "90"], [sales.id, "-50", sets.aucklandTraining], [sales.id, "-40", sets.advice]] },
    { date: "2026-10-20", lines: [[bank.id, "-300"], [rent.id, "100", sets.aucklandAdvice], [rent.id, "200"]] },
  ]);
  await post(books, [{ date: "2026-10-25", lines: [[bank.id, "70"], [sales.id, "-70", sets.wellingtonAdvice]] }], "cash");
  const rows = [[bank, "790"], [sales, "-1090"], [rent, "300"], [wages, "200"]] as const;
  await transaction(books.scope, (tx) => storeTrialBalance(tx, { asAt: "2026-10-31", basis: "accrual", fetchedAt: new Date(), rows: rows.map(([{ id }, net]) => ({ accountXeroId: id, net: money(net) })) }));
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const days = { from: "2026-09-01", to: "2026-10-31" };

function make(parameters: Record<string, unknown>, type: "PROFIT_LOSS" | "BALANCE_SHEET" = "PROFIT_LOSS"): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters: { ...days, ...parameters } });
}

const byRegion = () => make({ columns: "tracking", trackingCategoryId: region["Region"] });

test("each option that has lines has a column, what carries none of the category is unassigned with what only Xero posted, and they come to the total", async () => {
  const { data } = await byRegion();
  expect(data.columns.map(({ label, kind }) => [label, kind])).toEqual([["Auckland", "tracking"], ["Wellington", "tracking"], ["Unassigned", "tracking"], ["Total", "total"]]);
  await expectTable(data, [
    ["section:tradingIncome"],
    [`account:${sales.id}`, "750.00", "300.00", "40.00", "1090.00"],
    ["total:totalIncome", "750.00", "300.00", "40.00", "1090.00"],
    ["section:costOfSales"],
    ["total:totalCostOfSales", "0.00", "0.00", "0.00", "0.00"],
    ["total:grossProfit", "750.00", "300.00", "40.00", "1090.00"],
    ["section:otherIncome"],
    ["total:otherIncome", "0.00", "0.00", "0.00", "0.00"],
    ["section:operatingExpenses"],
    [`account:${rent.id}`, "100.00", "0.00", "200.00", "300.00"],
    ["residual:identified:operatingExpenses", "0.00", "0.00", "200.00", "200.00"],
    ["total:totalExpenses", "100.00", "0.00", "400.00", "500.00"],
    ["total:netProfit", "650.00", "300.00", "-360.00", "590.00"],
  ]);
  expect(choiceWords(data)).toContain("by Region");
  expect(tieOutSentence(data).sentence).toMatch(/^Ties to Xero/);
});

test("the other category tells the same lines apart its own way, to the same total", async () => {
  const { data } = await make({ columns: "tracking", trackingCategoryId: practice["Practice"] });
  expect(data.columns.map(({ label }) => label)).toEqual(["Advice", "Training", "Unassigned", "Total"]);
  await expectRows(data, [[`account:${sales.id}`, "1040.00", "50.00", "0.00", "1090.00"]]);
  await expectRows(data, [["total:netProfit", "940.00", "50.00", "-400.00", "590.00"]]);
});

test("a statement of some options says so in its head and its name, is never called tied, and has nothing of what only Xero posted", async () => {
  const { data, name } = await make({ columns: "month", trackingCategoryId: region["Region"], trackingOptionIds: [region["Auckland"]] });
  await expectRows(data, [[`account:${sales.id}`, "700.00", "50.00", "750.00"]]);
  await expectRows(data, [["total:netProfit", "700.00", "-50.00", "650.00"]]);
  expect(data.rows.filter(({ kind }) => kind === "residual")).toEqual([]);
  expect(choiceWords(data)).toContain("only Region: Auckland");
  expect(name).toBe("Profit and Loss, 1 Sep 2026 – 31 Oct 2026, only Region: Auckland");
  expect(tieOutSentence(data)).toEqual({ tone: "neutral", sentence: "Filtered by tracking: not compared with Xero" });
  expect([data.quality.tiesToXero, data.tieOut.asAt]).toEqual([false, null]);
  expect(data.quality.notes).toEqual([expect.stringMatching(/^Only lines of Region: Auckland\. Xero's trial balance is not kept by tracking/)]);
});

test("a file of it says of which options it is, and that it is not compared with Xero", async () => {
  const stored = await make({ columns: "month", trackingCategoryId: region["Region"], trackingOptionIds: [region["Auckland"], "unassigned"] });
  expect(reportFacts(stored)).toContainEqual(["Filters", "by month; only Region: Auckland, Unassigned; accounts without amounts left out"]);
  expect(reportFacts(stored)).toContainEqual(["Tie-out", "Filtered by tracking: not compared with Xero"]);
  const workbook = await exportReport.run([books.scope], { id: stored.id, format: "xlsx" });
  expect(workbook.name).toBe("Hāpuku Services, Profit and Loss, 2026-09-01 to 2026-10-31.xlsx");
});

test("what is unassigned can be looked at by itself, without lines of options that were not asked for", async () => {
  const { data } = await make({ columns: "total", trackingCategoryId: region["Region"], trackingOptionIds: ["unassigned"] });
  await expectRows(data, [["total:netProfit", "-360.00"]]);
  expect(data).toHaveProperty("tracking.options", [{ id: "unassigned", name: "Unassigned", sets: [sets.advice] }]);
});

test("on cash basis, within a month and beside the period before, every part is still of its own option", async () => {
  const { data } = await make({ from: "2026-10-05", to: "2026-10-25", columns: "tracking", trackingCategoryId: region["Region"], compare: "previousPeriod" });
  expect(data.columns.map(({ id, label }) => [id, label])).toEqual([
    [`tracking:${region["Auckland"]}`, "Auckland"],
    [`tracking:${region["Wellington"]}`, "Wellington"],
    ["tracking:unassigned", "Unassigned"],
    ["total", "Total"],
    [`compare:tracking:${region["Auckland"]}`, "Auckland, 5–25 Sep 2026"],
    [`compare:tracking:${region["Wellington"]}`, "Wellington, 5–25 Sep 2026"],
    ["compare:tracking:unassigned", "Unassigned, 5–25 Sep 2026"],
    ["compare:total", "Total 5–25 Sep 2026"],
  ]);
  await expectRows(data, [[`account:${sales.id}`, "50.00", "0.00", "40.00", "90.00", "700.00", "300.00", "0.00", "1000.00"]]);
  expect(flatRows(data)).toContainEqual(expect.objectContaining({ accountName: "Sales", period: `tracking:${region["Auckland"]}`, amount: "50.00", compareAmount: "700.00", variance: "-650.00" }));
  const cash = await make({ columns: "tracking", trackingCategoryId: region["Region"], basis: "cash" });
  await expectRows(cash.data, [[`account:${sales.id}`, "70.00", "0.00", "70.00"]]);
});

const within = (...options: string[]) => ({ categoryId: practice["Practice"], optionIds: options.map((name) => practice[name] ?? name) });
const regionWithin = (...options: string[]) => make({ columns: "tracking", trackingCategoryId: region["Region"], trackingWithin: within(...options) });

test("columns are of one category and every line of an option of another, what carries no region of those lines included, to the total of that option", async () => {
  const { data, name } = await regionWithin("Advice");
  expect(data.columns.map(({ label }) => label)).toEqual(["Auckland", "Wellington", "Unassigned", "Total"]);
  await expectTable(data, [
    ["section:tradingIncome"],
    [`account:${sales.id}`, "700.00", "300.00", "40.00", "1040.00"],
    ["total:totalIncome", "700.00", "300.00", "40.00", "1040.00"],
    ["section:costOfSales"],
    ["total:totalCostOfSales", "0.00", "0.00", "0.00", "0.00"],
    ["total:grossProfit", "700.00", "300.00", "40.00", "1040.00"],
    ["section:otherIncome"],
    ["total:otherIncome", "0.00", "0.00", "0.00", "0.00"],
    ["section:operatingExpenses"],
    [`account:${rent.id}`, "100.00", "0.00", "0.00", "100.00"],
    ["total:totalExpenses", "100.00", "0.00", "0.00", "100.00"],
    ["total:netProfit", "600.00", "300.00", "40.00", "940.00"],
  ]);
  expect(choiceWords(data)).toEqual(["only Practice: Advice", "by Region"]);
  expect(name).toBe("Profit and Loss, 1 Sep 2026 – 31 Oct 2026, only Practice: Advice, by Region");
  expect(tieOutSentence(data).sentence).toBe("Filtered by tracking: not compared with Xero");
  expect([data.quality.tiesToXero, data.tieOut.asAt]).toEqual([false, null]);
  expect(data.quality.notes).toEqual([expect.stringMatching(/^Only lines of Practice: Advice\. Xero's trial balance is not kept by tracking.+ carries no option and is in none of these figures/)]);
});

test("the options of a category and those without any of it are, column by column, the whole", async () => {
  const parts = [await regionWithin("Advice"), await regionWithin("Training"), await regionWithin("unassigned")];
  // By region: 700 − 100, 300, 40; 50; and what carries nothing, the rent of 200 and the payroll that Xero alone has.
  expect(parts.map(({ data }) => [data.columns.map(({ label }) => label).join(), figures(data.rows).at(-1)])).toEqual([
    ["Auckland,Wellington,Unassigned,Total", ["total:netProfit", "600.00", "300.00", "40.00", "940.00"]],
    ["Auckland,Unassigned,Total", ["total:netProfit", "50.00", "0.00", "50.00"]],
    ["Unassigned,Total", ["total:netProfit", "-400.00", "-400.00"]],
  ]);
  expect(figures(parts[2]?.data.rows ?? [])).toContainEqual(["residual:identified:operatingExpenses", "200.00", "200.00"]);
  expect(figures((await regionWithin("Advice", "Training", "unassigned")).data.rows).at(-1)).toEqual(figures((await byRegion()).data.rows).at(-1));
});

test("months of one option of each category, some columns within the other, cash basis and a cut month are of the lines that carry both", async () => {
  const auckland = { trackingCategoryId: region["Region"], trackingOptionIds: [region["Auckland"]] };
  const months = await make({ columns: "month", ...auckland, trackingWithin: within("Training") });
  await expectRows(months.data, [["total:netProfit", "0.00", "50.00", "50.00"]]);
  expect(choiceWords(months.data)).toEqual(["only Region: Auckland and Practice: Training"]);
  expect((await proveReportCell.run([books.scope], { id: months.id, cell: `account:${sales.id}|total` })).formula).toBe("Sales = credits less debits posted from 1 Sep 2026 to 31 Oct 2026, Region: Auckland and Practice: Training");
  const some = await make({ columns: "tracking", ...auckland, trackingWithin: within("Advice") });
  expect([some.data.columns.map(({ label }) => label), figures(some.data.rows).at(-1)]).toEqual([["Auckland", "Total"], ["total:netProfit", "600.00", "600.00"]]);
  const cash = await make({ columns: "tracking", trackingCategoryId: region["Region"], trackingWithin: within("Advice"), basis: "cash" });
  await expectRows(cash.data, [["total:netProfit", "70.00", "0.00", "70.00"]]);
  const cut = await make({ from: "2026-10-05", to: "2026-10-19", columns: "tracking", trackingCategoryId: practice["Practice"], trackingWithin: { categoryId: region["Region"], optionIds: [region["Auckland"], region["Wellington"]] }, compare: "previousPeriod" });
  await expectRows(cut.data, [["total:netProfit", "0.00", "50.00", "0.00", "50.00", "1000.00", "0.00", "0.00", "1000.00"]]);
});

test("a file of it names both categories", async () => {
  expect(reportFacts(await regionWithin("Advice", "Training"))).toContainEqual(["Filters", "only Practice: Advice, Training; by Region; accounts without amounts left out"]);
});

test.each([["by one category", byRegion], ["by one category within another", () => regionWithin("Advice")], ["within what carries none of the other", () => regionWithin("unassigned")]])("%s every cell of lines is proved by the lines of its options", async (_, order) => {
  const { id, data } = await order();
  for (const row of data.rows.filter(({ kind }) => kind === "account")) {
    for (const { column, value } of row.cells) {
      const proof = await proveReportCell.run([books.scope], { id, cell: `${row.id}|${column}`, limit: 100 });
      expect([column, proof.lines.data.at(-1)?.runningTotal ?? "0.00"]).toEqual([column, value]);
    }
  }
});

test("the proof of a cell says of which option its lines are", async () => {
  const { id } = await byRegion();
  const opened = await read(books.scope, (q) => openReport(q, id, `account:${rent.id}|tracking:unassigned`, undefined));
  expect(opened?.open?.proof.formula).toBe("Rent = debits less credits posted from 1 Sep 2026 to 31 Oct 2026, Region: Unassigned");
});

test("an option of another category or organisation is refused with its field, and nothing is stored", async () => {
  const before = await listStoredReports.run([books.scope], { limit: 100 });
  const filter = (category: string | undefined, ...options: (string | undefined)[]) => ({ columns: "month", trackingCategoryId: category, trackingOptionIds: options });
  const refused = async (order: Promise<unknown>) => {
    const error = await order.catch((reason: unknown) => reason);
    return error instanceof Refusal ? [error.reason, error.faults[0]?.pointer, error.message] : error;
  };
  expect(await refused(make(filter(region["Region"], region["Auckland"], practice["Advice"])))).toEqual(["invalid", "/parameters/trackingOptionIds/1", "There is no such option of “Region”."]);
  expect(await refused(make(filter(region["Region"], theirs["Auckland"])))).toEqual(["invalid", "/parameters/trackingOptionIds/0", "There is no such option of “Region”."]);
  expect(await refused(make(filter(theirs["Region"], theirs["Auckland"])))).toEqual(["invalid", "/parameters/trackingCategoryId", "There is no such tracking category, or it is not yours."]);
  expect(await refused(make({ trackingOptionIds: [region["Auckland"]] }))).toMatchObject(["invalid", "/parameters/trackingCategoryId", "Tracking options are of a category: name it as well."]);
  expect(await refused(make({ trackingCategoryId: region["Region"] }))).toEqual(["invalid", "/parameters/trackingOptionIds", "Name the options that the statement is to be of, or ask for columns by tracking."]);
  expect(await refused(make({ columns: "tracking", compare: "budget" }))).toEqual(["invalid", "/parameters/compare", "A budget is of the whole or of one option: name that option in trackingOptionIds, with other columns."]);
  expect(await refused(make({ columns: "tracking" }, "BALANCE_SHEET"))).toEqual(["invalid", "/parameters/columns", "A balance sheet is never told apart by tracking: receivables, payables and banks carry none, so it would not balance. Ask for a profit and loss."]);
  expect(await refused(make(filter(region["Region"], region["Auckland"]), "BALANCE_SHEET"))).toEqual(["invalid", "/parameters/trackingCategoryId", expect.stringMatching(/^A balance sheet is never/)]);
  const also = (second: object, more: object = { columns: "tracking", trackingCategoryId: region["Region"] }) => refused(make({ ...more, trackingWithin: second }));
  expect(await also({ categoryId: practice["Practice"], optionIds: [practice["Advice"], region["Auckland"]] })).toEqual(["invalid", "/parameters/trackingWithin/optionIds/1", "There is no such option of “Practice”."]);
  expect(await also({ categoryId: practice["Practice"], optionIds: [theirs["Auckland"]] })).toEqual(["invalid", "/parameters/trackingWithin/optionIds/0", "There is no such option of “Practice”."]);
  expect(await also({ categoryId: theirs["Region"], optionIds: [theirs["Auckland"]] })).toEqual(["invalid", "/parameters/trackingWithin/categoryId", "There is no such tracking category, or it is not yours."]);
  expect(await also({ categoryId: region["Region"], optionIds: [region["Auckland"]] })).toMatchObject(["invalid", "/parameters/trackingWithin/categoryId", expect.stringMatching(/^This is the category that is asked by already/)]);
  expect(await also(within("Advice"), { columns: "tracking" })).toMatchObject(["invalid", "/parameters/trackingCategoryId", expect.stringMatching(/^Of two categories name both/)]);
  expect(await also(within("Advice"), { ...filter(region["Region"], region["Auckland"]), compare: "budget" })).toMatchObject(["invalid", "/parameters/compare", "A budget is of the whole or of one option: leave out trackingWithin."]);
  expect((await listStoredReports.run([books.scope], { limit: 100 })).data.length).toBe(before.data.length);
});

test("a budget of one option is held against the statement of that option, and against no other", async () => {
  const budget = await transaction(books.scope, (tx) => {
    const facts = { source: "xero", xeroId: uuidv7(), name: "Auckland", type: "TRACKING", tracking: "Region: Auckland", contentHash: "one" } as const;
    return insertBudget(tx, facts, [{ accountId: sales.id, month: "2026-10", amount: money("60"), note: null, lineNumber: null }]);
  });
  expect(await budgetChoices(books.scope)).toEqual([{ value: budget?.id, label: "Auckland (Xero, Region: Auckland only)" }]);
  const order = (option: string, more: object = {}) => make({ from: "2026-10-01", columns: "total", compare: "budget", trackingCategoryId: region["Region"], trackingOptionIds: [region[option]], ...more });
  const { data } = await order("Auckland");
  expect(data).toHaveProperty("budget.id", budget?.id);
  await expectRows(data, [[`account:${sales.id}`, "50.00", "60.00", "-10.00", "-16.67"]]);
  await expect(order("Wellington", { budgetId: budget?.id })).rejects.toThrow("“Auckland” is a budget of Region: Auckland only: it says nothing of");
  await expect(order("Wellington")).rejects.toThrow("There is no budget of Region: Wellington");
  await expect(make({ compare: "budget", budgetId: budget?.id })).rejects.toThrow("“Auckland” is a budget of Region: Auckland only: it says nothing of");
});

test("made again, it is of the same options; without a category named, it is told apart by the first one", async () => {
  const stored = await make({ columns: "month", trackingCategoryId: region["Region"], trackingOptionIds: [region["Wellington"], region["Auckland"], region["Auckland"]] });
  expect((await reissueReport.run([books.scope], { id: stored.id })).id).toBe(stored.id);
  expect(stored.parameters).toMatchObject({ trackingOptionIds: [region["Auckland"], region["Wellington"]] });
  expect((await make({ columns: "tracking" })).parameters).toMatchObject({ trackingCategoryId: practice["Practice"] });
  const second = await regionWithin("Training", "Advice");
  expect((await reissueReport.run([books.scope], { id: second.id })).id).toBe(second.id);
  expect(second.parameters).toMatchObject({ trackingWithin: within("Advice", "Training") });
});

/** Last: the books move. */
test("lines that are moved to another option turn it stale by their document and its cells, and leave its proof as it was", async () => {
  const { id, data } = await byRegion();
  const [advice, training] = [await regionWithin("Advice"), await regionWithin("Training")];
  const [auckland, wellington] = [`tracking:${region["Auckland"]}`, `tracking:${region["Wellington"]}`];
  const cameSince = await addTrackingSet(books, [String(region["Wellington"]), String(practice["Training"])]);
  await post(books, [{ date: "2026-10-06", lines: [[sales.id, "50", sets.aucklandTraining], [sales.id, "-50", cameSince]] }]);
  const { changes, open } = (await read(books.scope, (q) => openReport(q, id, `account:${sales.id}|${auckland}`, undefined))) ?? {};
  expect(changes?.documents.length).toBe(1);
  expect(changes?.cells?.slice(0, 2).map(({ row, column, before, after }) => [row, column, before, after])).toEqual([[`account:${sales.id}`, auckland, "750.00", "700.00"], [`account:${sales.id}`, wellington, "300.00", "350.00"]]);
  expect(changes?.cells?.filter(({ column }) => column !== auckland && column !== wellington)).toEqual([]);
  expect(open?.proof.lines.data.at(-1)?.runningTotal).toBe("750.00");
  // What carries no practice moves nothing within one: within training what was moved does, to an option that had no column; within advice nothing does.
  await post(books, [{ date: "2026-10-07", lines: [[bank.id, "5"], [sales.id, "-5"]] }]);
  const changesOf = async (report: StoredReport) => (await read(books.scope, (q) => openReport(q, report.id, undefined, undefined)))?.changes;
  expect((await changesOf(training))?.cells?.filter(({ row }) => row === `account:${sales.id}`).map(({ column, before, after }) => [column, before, after])).toEqual([[auckland, "50.00", "0.00"]]);
  expect(await changesOf(advice)).toMatchObject({ documents: [], cells: [] });
  const again = await byRegion();
  await expectRows(again.data, [[`account:${sales.id}`, "700.00", "350.00", "45.00", "1095.00"]]);
  expect(again.data.source.ledgerSequence).toBeGreaterThan(data.source.ledgerSequence);
});
