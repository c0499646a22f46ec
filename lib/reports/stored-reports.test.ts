import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { v7 as uuidv7 } from "uuid";
import { chainOf } from "#lib/audit/testing/queries.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { decimal, money, sum } from "#lib/money.ts";
import { contentHash } from "#lib/canonical.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { reportContent } from "#lib/reports/export/pdf/report-content.ts";
import { reportSheets } from "#lib/reports/export/pdf/report-sheets.ts";
import { openSetter } from "#lib/reports/export/pdf/set-text.ts";
import { cellName } from "#lib/reports/proof.ts";
import { exportReport, getReport, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import { standardStatements } from "#lib/reports/standard-statements.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { account, sumOfInputs } from "#lib/reports/testing/statements.ts";
import { addAccounts, addTracking, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { leastOrders } from "#lib/reports/testing/wishes.ts";
import { Refusal } from "#lib/refusal.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;

const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS", code: "610" });
const retained = account(uuidv7(), "Retained Earnings", "EQUITY", { systemAccount: "RETAINEDEARNINGS", code: "960" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "EXPENSE", { code: "469" });
const unused = account(uuidv7(), "Advertising", "EXPENSE", { code: "400" });

beforeAll(async () => {
  vi.stubEnv("APP_URL", "http://localhost:3000");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("ENCRYPTION_KEYS", `k1:${Buffer.alloc(32).toString("base64")}`);
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  await addAccounts(books, [bank, debtors, retained, sales, rent, unused]);
  const invoice = await addInvoice(books, { number: "INV-7", date: "2026-10-03", total: "115.50" });
  await addInvoice(books, { number: "INV-8", date: "2026-10-09", total: "40", status: "DRAFT" });
  await post(books, [
    { date: "2025-02-10", lines: [[bank.id, "500"], [retained.id, "-500"]] },
    { date: "2026-03-31", lines: [[debtors.id, "70"], [sales.id, "-70"]] },
    { date: "2026-04-01", lines: [[debtors.id, "9"], [sales.id, "-9"]] },
    { date: "2026-10-03", lines: [[debtors.id, "115.50"], [sales.id, "-115.50"]], transactionId: invoice },
    { date: "2026-10-04", lines: [[debtors.id, "20"], [sales.id, "-20"]] },
    { date: "2026-10-20", lines: [[rent.id, "30.25"], [bank.id, "-30.25"]] },
    { date: "2026-11-05", lines: [[rent.id, "30.25"], [bank.id, "-30.25"]] },
  ]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function create(type: "PROFIT_LOSS" | "BALANCE_SHEET", parameters: Record<string, unknown> = {}): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters });
}

function figureAt({ data }: StoredReport, row: string, column: string) {
  return data.rows.find(({ id }) => id === row)?.cells.find((cell) => cell.column === column)?.value;
}

test("without any wish a profit and loss is the last closed month with its financial year to date", async () => {
  const report = await create("PROFIT_LOSS");
  expect(report.parameters).toMatchObject({ from: "2026-04-01", to: "2026-10-31", columns: "month", compare: "none" });
  expect(report.data.columns.map(({ id }) => id)).toEqual(["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "total"]);
  expect(figureAt(report, "total:netProfit", "2026-10")).toBe("105.25");
  expect(figureAt(report, "total:netProfit", "total")).toBe("114.25");
  expect(report.data.quality).toMatchObject({ final: true, hiddenAccounts: 1, drafts: { count: 1, amount: "40.00" } });
});

test("a stored report is what its hash says, and the same statement of the same data is stored once", async () => {
  const first = await create("BALANCE_SHEET");
  expect(contentHash(first.data)).toBe(first.contentHash);
  const again = await create("BALANCE_SHEET");
  expect(again.id).toBe(first.id);
  const read = await getReport.run([books.scope], { id: first.id });
  expect(contentHash(read.data)).toBe(first.contentHash);
  expect((await create("BALANCE_SHEET", { hideZero: false })).id).not.toBe(first.id);
});

test("making a report of any type is on record once, and each report prints the head of the audit that it saw", async () => {
  const audited = await openTestBooks("Kōwhai Ltd");
  await addAccounts(audited, [{ ...bank, id: uuidv7() }]);
  await addTracking(audited, "Region", ["North"]);
  const { tenantId, userId } = audited.scope;
  await transaction(audited.scope, (tx) => insertBudget(tx, { source: "xero", xeroId: "overall", name: "Overall", type: "OVERALL", contentHash: "none" }, []));
  const makeAll = async () => {
    const made: StoredReport[] = [];
    for (const { type, parameters } of leastOrders) made.push(await createReport.run(audited.scope, { tenantId, type, parameters }));
    return made;
  };
  const [made, again] = [await makeAll(), await makeAll()];
  expect(again.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
  const rows = await chainOf(tenantId);
  expect(rows.map(({ action, userId: maker, resourceId }) => [action, maker, resourceId])).toEqual(made.map(({ id }) => ["report.created", userId, id]));
  expect(rows).toMatchObject(made.map(({ type, name, contentHash: hash }) => ({ details: { type, name, contentHash: hash } })));
  expect(made.map(({ data }) => data.source.auditHead)).toEqual([null, ...rows.slice(0, -1).map(({ sequence, hash }) => `${sequence}:${hash}`)]);
  expect(await verifyAudit(made.slice(1))).toMatchObject({ reports: made.length - 1 });
});

test("a running month goes to today and says that it is incomplete", async () => {
  const report = await create("PROFIT_LOSS", { from: "2026-11-01", to: "2026-11-30" });
  expect(report.data.period).toEqual({ start: "2026-11-01", end: "2026-11-21", complete: false });
  expect(report.data.columns[0]?.label).toBe("Nov 2026, to 21 Nov, incomplete");
  expect(figureAt(report, "total:netProfit", "total")).toBe("-30.25");
});

test("a financial year that ends on 5 April cuts April by day", async () => {
  const british = await openTestBooks("Tamar Ltd", { financialYearEndDay: 5, financialYearEndMonth: 4, timezone: "Europe/London", baseCurrency: "GBP" });
  const [till, takings] = [account(uuidv7(), "Till", "BANK"), account(uuidv7(), "Takings", "REVENUE")];
  await addAccounts(british, [till, takings]);
  const days = [["2026-04-05", "5"], ["2026-04-06", "6"], ["2026-04-30", "30"]] as const;
  await post(british, days.map(([date, amount]) => ({ date, lines: [[till.id, amount], [takings.id, `-${amount}`]] as const })));
  const wish = { tenantId: british.scope.tenantId, type: "BALANCE_SHEET" as const, parameters: { asAt: "2026-04-30", columns: "total" } };
  const report = await createReport.run(british.scope, wish);
  expect(figureAt(report, "total:currentYearEarnings", "asAt:2026-04-30")).toBe("36.00");
  expect(figureAt(report, "total:retainedEarnings", "asAt:2026-04-30")).toBe("5.00");
  await provesItself(report, british);
});

test("every cell of a stored statement walks down to lines whose sum is the cell", async () => {
  const statements = await standardStatements(books.scope);
  statements.push(await create("PROFIT_LOSS", { from: "2026-03-15", to: "2026-04-20", compare: "previousYear" }));
  statements.push(await create("BALANCE_SHEET", { asAt: "2026-10-03", columns: "total", compare: "previousPeriod" }));
  for (const report of statements) await provesItself(report, books);
});

test("a stored cell stays provable after the books have moved", async () => {
  const report = await create("PROFIT_LOSS", { from: "2026-10-01", to: "2026-10-31" });
  await post(books, [{ date: "2026-10-15", lines: [[debtors.id, "1000"], [sales.id, "-1000"]] }]);
  await provesItself(report, books);
  const moved = await create("PROFIT_LOSS", { from: "2026-10-01", to: "2026-10-31" });
  expect(moved.id).not.toBe(report.id);
  expect(figureAt(moved, `account:${sales.id}`, "2026-10")).toBe("1135.50");
});

test("a report says that it is stale once the books have moved, in a list and by itself, and the one made anew is not", async () => {
  const made = await create("PROFIT_LOSS", { from: "2026-09-01", to: "2026-09-30" });
  expect([made.stale, (await getReport.run([books.scope], { id: made.id })).stale]).toEqual([false, false]);
  await post(books, [{ date: "2026-10-16", lines: [[debtors.id, "1"], [sales.id, "-1"]] }]);
  const again = await create("PROFIT_LOSS", { from: "2026-09-01", to: "2026-09-30" });
  const listed = (await listStoredReports.run([books.scope], { limit: 50 })).data;
  expect([made, again].map(({ id }) => listed.find((report) => report.id === id)?.stale)).toEqual([true, false]);
  expect((await getReport.run([books.scope], { id: made.id })).stale).toBe(true);
});

test("a cell's lines come in pages with a running total, each with its document and its address in Xero", async () => {
  const report = await create("PROFIT_LOSS", { from: "2026-04-01", to: "2026-10-31" });
  const cell = cellName(`account:${sales.id}`, "total");
  const first = await proveReportCell.run([books.scope], { id: report.id, cell, limit: 2 });
  expect(first.formula).toBe("Sales = credits less debits posted from 1 Apr 2026 to 31 Oct 2026");
  expect(first.lines.data.map(({ date, amount, runningTotal }) => [date, amount, runningTotal])).toEqual([
    ["2026-04-01", "9.00", "9.00"],
    ["2026-10-03", "115.50", "124.50"],
  ]);
  expect(first.lines.data[1]?.document).toMatchObject({ type: "INVOICE", number: "INV-7", contactName: "Kauri & Sons" });
  expect(first.lines.data[1]?.document?.url).toContain("https://go.xero.com/app/!abC1/invoicing/view/");
  const cursor = new URL(first.lines.next ?? "").searchParams.get("cursor") ?? "";
  const second = await proveReportCell.run([books.scope], { id: report.id, cell, limit: 10, cursor });
  expect(second.lines.data.at(-1)?.runningTotal).toBe(second.total);
  expect(second.lines.next).toBeNull();
});

test("another organisation's report is not there, and neither is a cell that a report does not have", async () => {
  const report = await create("PROFIT_LOSS");
  await expect(getReport.run([other.scope], { id: report.id })).rejects.toMatchObject({ reason: "notFound" });
  await expect(proveReportCell.run([books.scope], { id: report.id, cell: "total:nothing|total" })).rejects.toMatchObject({ reason: "notFound" });
});

test("lists go on where they ended, newest first", async () => {
  const first = await listStoredReports.run([books.scope], { limit: 1 });
  const second = await listStoredReports.run([books.scope], { limit: 200, cursor: first.nextCursor ?? "" });
  expect(first.hasMore).toBe(true);
  expect([...first.data, ...second.data].map(({ createdAt }) => createdAt)).toEqual([...first.data, ...second.data].map(({ createdAt }) => createdAt).toSorted().toReversed());
  expect(second.data.map(({ id }) => id)).not.toContain(first.data[0]?.id);
  expect((await listStoredReports.run([other.scope], {})).data).toEqual([]);
});

test.each([
  [{ type: "CONSOLIDATION" }, "/type"],
  [{ type: "PROFIT_LOSS", parameters: { basis: "both" } }, "/parameters/basis"],
  [{ type: "PROFIT_LOSS", parameters: { columns: "week" } }, "/parameters/columns"],
  [{ type: "PROFIT_LOSS", parameters: { from: "2026-13-01" } }, "/parameters/from"],
  [{ type: "PROFIT_LOSS", parameters: { from: "2026-10-02", to: "2026-10-01" } }, "/parameters/from"],
  [{ type: "PROFIT_LOSS", parameters: { asAt: "2026-10-02" } }, "/parameters/asAt"],
  [{ type: "PROFIT_LOSS", parameters: { ageBy: "dueDate" } }, "/parameters/ageBy"],
  [{ type: "AGED_RECEIVABLES", parameters: { from: "2026-10-02" } }, "/parameters/from"],
  [{ type: "AGED_RECEIVABLES", parameters: { asAt: "2026-02-30" } }, "/parameters/asAt"],
  [{ type: "AGED_PAYABLES", parameters: { ageBy: "reference" } }, "/parameters/ageBy"],
  [{ type: "AGED_PAYABLES", parameters: { showCredits: "yes" } }, "/parameters/showCredits"],
])("what cannot be made is refused with a sentence: %j", async (input, pointer) => {
  const caller = { id: "", userId: books.scope.userId, permissions: [], scopes: [books.scope] };
  const refused: unknown = await createReport.call(caller, { tenantId: books.scope.tenantId, ...input }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ reason: "invalid", faults: [{ pointer }] });
});

test("a report before the first complete sync is not final, and one of unknown books is refused", async () => {
  const early = await openTestBooks("Early", { lastSyncedAt: null });
  const report = await createReport.run(early.scope, { tenantId: early.scope.tenantId, type: "PROFIT_LOSS" });
  expect(report.data.quality.final).toBe(false);
  expect(report.data.quality.notes[0]).toContain("not final");
  const unknown = await openTestBooks("Unknown", { baseCurrency: null });
  await expect(createReport.run(unknown.scope, { tenantId: unknown.scope.tenantId, type: "PROFIT_LOSS" })).rejects.toMatchObject({ reason: "conflict" });
});

/** Follows every cell: a total to its rows, an account to the last of its lines. */
async function provesItself({ id, data }: StoredReport, { scope }: TestBooks): Promise<void> {
  for (const row of data.rows) {
    for (const cell of row.cells) {
      const proof = await proveReportCell.run([scope], { id, cell: cellName(row.id, cell.column), limit: 200 });
      expect(proof.total).toBe(cell.value);
      if (cell.proof?.kind === "sum" || cell.proof?.kind === "earnings") expect(decimal(sumOfInputs(proof.inputs)), row.id).toBe(cell.value);
      if (cell.proof?.kind === "lines" || cell.proof?.kind === "earnings") {
        expect(decimal(sum(proof.lines.data.map(({ amount }) => money(amount)))), row.id).toBe(cell.value);
        expect(proof.lines.data.at(-1)?.runningTotal ?? "0.00").toBe(cell.value);
      }
    }
  }
}

test("a PDF is on the paper of the organisation's country, and on another where that is asked for", async () => {
  const american = await openTestBooks("Cedar Hollow Roasters", { countryCode: "US" });
  await addAccounts(american, [{ ...sales, id: uuidv7() }]);
  const ours = await create("PROFIT_LOSS");
  const theirs = await createReport.run(american.scope, { tenantId: american.scope.tenantId, type: "PROFIT_LOSS", parameters: {} });
  const boxOf = async (books: TestBooks, id: string, paper?: "a4" | "letter") => {
    const file = await exportReport.run([books.scope], { id, format: "pdf", ...(paper ? { paper } : {}) });
    return /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(await file.arrayBuffer()).toString("latin1"))?.slice(1).map(Number);
  };
  const sizes = [await boxOf(books, ours.id), await boxOf(american, theirs.id), await boxOf(american, theirs.id, "a4")];
  expect(sizes.map((size) => size?.toSorted((one, other) => one - other))).toEqual([[595.28, 841.89], [612, 792], [595.28, 841.89]]);
});

test("whatever can be made can be printed, to its last row", async () => {
  const setter = await openSetter();
  const printed = await openTestBooks("Rātā Ltd");
  await addTracking(printed, "Region", ["North"]);
  await transaction(printed.scope, (tx) => insertBudget(tx, { source: "xero", xeroId: "overall", name: "Overall", type: "OVERALL", contentHash: "none" }, []));
  for (const { type, parameters } of leastOrders) {
    const stored = await createReport.run(printed.scope, { tenantId: printed.scope.tenantId, type, parameters });
    const lines = reportSheets(stored, "a4", setter).pages.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.lines));
    const text = lines.map(({ runs, joint }) => runs.map((run) => run.text).join("") + joint).join("");
    const last = reportContent(stored).tables.at(-1)?.rows.at(-1)?.label ?? stored.data.title;
    for (const words of [stored.data.title, last, `SHA-256 ${stored.contentHash}`]) expect(text).toContain(words);
  }
});
