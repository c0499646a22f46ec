// Reports that are not by tracking themselves, of whatever carries an option: a budget variance and a custom report, from lines in a database to the proof of a
// cell, to the form that asks for them, and to what turns them stale.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { money } from "#lib/money.ts";
import { Refusal } from "#lib/refusal.ts";
import { choiceWords } from "#lib/reports/choice-words.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { rowsSchema } from "#lib/reports/custom/saved/definition.ts";
import { formTypeLike, formTypeOf } from "#lib/reports/custom/saved/in-forms.ts";
import { saveReportDefinition } from "#lib/reports/custom/saved/save.ts";
import { openReport } from "#lib/reports/open-report.ts";
import { orderReport } from "#lib/reports/order-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import { expectRows } from "#lib/reports/testing/expect-figures.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addTracking, addTrackingSet, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";

let database: TestDatabase;
let books: TestBooks;
let region: Record<string, string>;
let team: Record<string, string>;
let north: string;

const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "OVERHEADS", { code: "469" });

/** October: sales of 700 in the north and of 50 in the south, rent of 100 in the north and 200 of no region, of which Xero's trial balance has 30 more. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, sales, rent]);
  region = await addTracking(books, "Region", ["North", "South"]);
  team = await addTracking(books, "Team", ["Advice"]);
  north = await addTrackingSet(books, [String(region["North"])]);
  const south = await addTrackingSet(books, [String(region["South"])]);
  await post(books, [
    { date: "2026-10-05", lines: [[bank.id, "750"], [sales.id, "-700", north], [sales.id, "-50", south]] },
    { date: "2026-10-20", lines: [[bank.id, "-300"], [rent.id, "100", north], [rent.id, "200"]] },
  ]);
  const rows = [[bank, "420"], [sales, "-750"], [rent, "330"]] as const;
  await transaction(books.scope, async (tx) => {
    await storeTrialBalance(tx, { asAt: "2026-10-31", basis: "accrual", fetchedAt: new Date(), rows: rows.map(([{ id }, net]) => ({ accountXeroId: id, net: money(net) })) });
    await insertBudget(tx, { source: "xero", xeroId: uuidv7(), name: "All", type: "OVERALL", tracking: null, contentHash: "all" }, [{ accountId: sales.id, month: "2026-10", amount: money("800"), note: null, lineNumber: null }]);
    await insertBudget(tx, { source: "xero", xeroId: uuidv7(), name: "North", type: "TRACKING", tracking: "Region: North", contentHash: "north" }, [{ accountId: sales.id, month: "2026-10", amount: money("560"), note: null, lineNumber: null }]);
  });
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const october = { from: "2026-10-01", to: "2026-10-31" };
const within = (...options: string[]) => ({ trackingWithin: { categoryId: region["Region"], optionIds: options.map((name) => region[name] ?? name) } });
const make = (type: ReportableType, parameters: object) => createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters: { ...october, ...parameters } });
const variance = (parameters: object) => make("BUDGET_VARIANCE", parameters);

const rows = [
  { kind: "accounts", id: "income", label: "Income", sign: -1, accounts: [{ sections: ["tradingIncome"] }] },
  { kind: "accounts", id: "costs", label: "Costs", sign: 1, accounts: [{ sections: ["operatingExpenses"] }], each: true },
  { kind: "formula", id: "left", label: "Left", unit: "money", formula: "income - costs" },
] as const;
const custom = (parameters: object) => make("CUSTOM", { title: "What is left", rows, columns: "total", ...parameters });

test("a budget variance within an option is of its lines, against the budget of that option, and says so", async () => {
  const { data, name } = await variance(within("North"));
  const [ofMonth, ofCosts] = [["700.00", "560.00", "140.00", "25.00"], ["100.00", null, "100.00", null]];
  await expectRows(data, [[`account:${sales.id}`, ...ofMonth, ...ofMonth], [`account:${rent.id}`, ...ofCosts, ...ofCosts]]);
  expect([name, choiceWords(data)[0]]).toEqual(["Budget Variance, Oct 2026, only Region: North", "only Region: North"]);
  expect(data).toHaveProperty("budget.name", "North");
  expect(tieOutSentence(data)).toEqual({ tone: "neutral", sentence: "Filtered by tracking: not compared with Xero" });
  expect(data.quality.notes[0]).toMatch(/^Only lines of Region: North\. Xero's trial balance is not kept by tracking.+ carries no option and is in none of these figures/);
  expect(data.rows.filter(({ kind }) => kind === "residual")).toEqual([]);
});

test("a budget of the whole says nothing of an option, and without a budget of that option there is no variance", async () => {
  await expect(variance({ ...within("South") })).rejects.toThrow("There is no budget of Region: South. Make one in Xero and sync; then make the report.");
  const { data } = await variance({});
  expect(data).toHaveProperty("budget.name", "All");
  await expect(variance({ ...within("North"), budgetId: "budget" in data ? data.budget?.id : "" })).rejects.toThrow("“All” is a budget of the whole organisation: it says nothing of Region: North.");
});

test("a custom report within options is of their lines; what carries none has what only Xero posted; all together are the whole", async () => {
  const left = async (parameters: object, ...figures: string[]) => expectRows((await custom(parameters)).data, [["row:income", figures[0] ?? ""], ["row:costs", figures[1] ?? ""], ["row:left", figures[2] ?? ""]]);
  await left({}, "750.00", "330.00", "420.00");
  await left(within("North"), "700.00", "100.00", "600.00");
  await left(within("South"), "50.00", "0.00", "50.00");
  await left(within("unassigned"), "0.00", "230.00", "-230.00");
  await left(within("North", "South", "unassigned"), "750.00", "330.00", "420.00");
  expect((await custom(within("North", "South"))).name).toBe("What is left, Oct 2026, only Region: North, South");
});

test("every figure of lines is proved by the lines of the option", async () => {
  const { id } = await custom(within("North"));
  const proof = await proveReportCell.run([books.scope], { id, cell: `account:costs:${rent.id}|total`, limit: 50 });
  expect(proof.formula).toBe("Rent = debits less credits posted from 1 Oct 2026 to 31 Oct 2026, Region: North");
  expect(proof.lines.data.map(({ amount }) => amount)).toEqual(["100.00"]);
  const besides = await custom(within("unassigned"));
  const mixed = await proveReportCell.run([books.scope], { id: besides.id, cell: `account:costs:${rent.id}|total`, limit: 50 });
  expect([mixed.total, mixed.inputs.map(({ amount }) => amount), mixed.lines.data.map(({ amount }) => amount)]).toEqual(["230.00", ["200.00", "30.00"], ["200.00"]]);
});

test.each([
  ["accounts of the balance sheet", { kind: "accounts", id: "cash", label: "Cash", of: "balance", sign: 1, accounts: [{ sections: ["bank"] }] }, "Row 1: “Cash” is of the balance sheet"],
  ["what went through the bank", { kind: "accounts", id: "paid", label: "Paid in", sign: 1, accounts: [{ sections: ["bank"] }] }, "Row 1: “Paid in” is of the balance sheet"],
  ["a key figure that rests on a balance", { kind: "kpi", id: "currentRatio" }, "Row 1: “"],
])("%s cannot be told within an option, which is said with the row", async (_, row, words) => {
  const refusal = await custom({ rows: [row], ...within("North") }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ reason: "invalid", message: expect.stringContaining(words), faults: [{ pointer: "/parameters/rows/0" }] });
  expect(refusal).toHaveProperty("message", expect.stringContaining("is of the balance sheet, which carries no tracking. Leave the row out, or ask for the whole without trackingWithin."));
});

test("an option of another category is refused with its place", async () => {
  const stray = { trackingWithin: { categoryId: region["Region"], optionIds: [team["Advice"]] } };
  for (const order of [variance(stray), custom(stray)]) await expect(order).rejects.toMatchObject({ faults: [{ pointer: "/parameters/trackingWithin/optionIds/0", detail: "There is no such option of “Region”." }] });
});

test("made again, each is of the same options", async () => {
  const one = await variance(within("North"));
  expect((await reissueReport.run([books.scope], { id: one.id })).id).toBe(one.id);
  const other = await custom(within("South", "North"));
  expect((await reissueReport.run([books.scope], { id: other.id })).id).toBe(other.id);
  expect(other.parameters).toMatchObject(within("North", "South"));
});

const form = { period: "custom", ...october, columns: "total", compare: "none", basis: "accrual" };
const ticked = () => `${region["Region"]}:${region["North"]}`;

test("a form asks for both with the options that are ticked, of one category", async () => {
  expect((await orderReport(books.scope, { ...form, type: "BUDGET_VARIANCE", trackingOptionIds: ticked() })).parameters).toMatchObject(within("North"));
  const { id } = await saveReportDefinition.run(books.scope, { tenantId: books.scope.tenantId, name: "Left over", rows: rowsSchema.parse(rows) });
  expect((await orderReport(books.scope, { ...form, type: formTypeOf(id), trackingOptionIds: ticked() })).parameters).toMatchObject({ title: "Left over", ...within("North") });
  const both = `${ticked()} ${team["Team"]}:${team["Advice"]}`;
  await expect(orderReport(books.scope, { ...form, type: "BUDGET_VARIANCE", trackingOptionIds: both })).rejects.toThrow("Choose options of one tracking category: only a profit and loss can be of two.");
});

test("another period of a custom report is of the same rows, whatever became of its definition, and of nobody else's", async () => {
  const stored = await custom(within("North"));
  const asked = { ...form, from: "2026-09-01", to: "2026-09-30", type: formTypeLike(stored.id), trackingOptionIds: ticked() };
  const earlier = await orderReport(books.scope, asked);
  expect(earlier.parameters).toMatchObject({ title: "What is left", rows: stored.parameters && "rows" in stored.parameters ? stored.parameters.rows : [], from: "2026-09-01", ...within("North") });
  const other = await openTestBooks("Somebody else");
  await expect(orderReport(other.scope, asked)).rejects.toMatchObject({ reason: "notFound" });
  await expect(orderReport(books.scope, { ...asked, type: formTypeLike((await variance(within("North"))).id) })).rejects.toThrow("Only a custom report is made of rows: choose another report.");
});

/** Last: the books move. */
test("what carries the option turns a variance stale by its cells, and what does not, does not", async () => {
  const { id } = await variance(within("North"));
  const changes = async () => (await read(books.scope, (q) => openReport(q, id, undefined, undefined)))?.changes;
  await post(books, [{ date: "2026-10-07", lines: [[bank.id, "5"], [sales.id, "-5"]] }]);
  expect(await changes()).toMatchObject({ documents: [], cells: [] });
  await post(books, [{ date: "2026-10-08", lines: [[bank.id, "10"], [sales.id, "-10", north]] }]);
  expect((await changes())?.cells?.filter(({ row, column }) => row === `account:${sales.id}` && column === "total").map(({ before, after }) => [before, after])).toEqual([["700.00", "710.00"]]);
});
