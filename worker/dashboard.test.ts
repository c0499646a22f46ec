// The dashboards that a sync of the demo's books makes: equal to the statements of the same days, proved down to documents, made again when
// the books move and left alone when they do not.
import { and, desc, eq } from "drizzle-orm";
import Fraction from "fraction.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { Transactions } from "#db/schema/index.ts";
import { systemRead } from "#db/system.ts";
import { parseFormula } from "#lib/formula/parse.ts";
import { kpiRowId, measureRowId } from "#lib/kpis/figure-rows.ts";
import { writtenValue } from "#lib/kpis/evaluate-kpi.ts";
import { movedFigures } from "#lib/kpis/moved-figures.ts";
import { profitBridge } from "#lib/kpis/profit-bridge.ts";
import { decimal, money, sum } from "#lib/money.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import { getReport, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import type { Cell, Report } from "#lib/reports/report.ts";
import { syncAgain } from "./testing/run-jobs.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";

let books: SyncedBooks;

beforeAll(async () => {
  books = await syncedBooks();
});
afterAll(() => books.close());

const reader = (tenantId: string) => ({ userId: "", tenantId, permissions: ["reports:read" as const], via: "worker" as const });

async function listed(tenantId: string, type: ReportableType) {
  return (await listStoredReports.run([reader(tenantId)], { type: [type] })).data;
}

async function stored(tenantId: string, type: ReportableType) {
  const [latest] = await listed(tenantId, type);
  return getReport.run([reader(tenantId)], { id: latest?.id ?? "" });
}

function value(data: Report, row: string, column: string): string | null | undefined {
  return data.rows.find(({ id }) => id === row)?.cells.find((cell) => cell.column === column)?.value;
}

test("profit, cash, assets and equity of every month are those of the stored statements, residuals and all", async () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const tenantId of books.tenantIds) {
    const { data, userId } = await stored(tenantId, "KPI_DASHBOARD");
    const wishes = { from: data.period.start, to: data.period.end };
    const [profit, sheet] = [await makeReport({ tenantId, userId }, { type: "PROFIT_LOSS", name: null, wishes }), await makeReport({ tenantId, userId }, { type: "BALANCE_SHEET", name: null, wishes })];
    for (const { id: month, end } of data.columns.filter(({ kind }) => kind === "period")) {
      const pairs: [string, string | null | undefined][] = [
        ["netProfit", value(profit.data, "total:netProfit", month)],
        ["directCosts", value(profit.data, "total:totalCostOfSales", month)],
        ["expenses", value(profit.data, "total:totalExpenses", month)],
        ["otherIncome", value(profit.data, "total:otherIncome", month)],
        ["tradingIncome", value(profit.data, "total:totalIncome", month)],
        ["cash", value(sheet.data, "subtotal:bank", `asAt:${end}`)],
        ["totalAssets", value(sheet.data, "total:totalAssets", `asAt:${end}`)],
        ["totalLiabilities", value(sheet.data, "total:totalLiabilities", `asAt:${end}`)],
        ["equity", value(sheet.data, "total:netAssets", `asAt:${end}`)],
      ];
      compared += pairs.filter(([, amount]) => amount !== "0.00").length;
      wrong.push(...pairs.filter(([name, amount]) => value(data, measureRowId(name), month) !== amount).map(([name, amount]) => `${data.tenant.name} ${month} ${name}: ${value(data, measureRowId(name), month)}, statement ${amount}`));
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(150);
});

test("a dashboard made by a sync is of today's definitions, has figures, and says how well it ties", async () => {
  for (const tenantId of books.tenantIds) {
    const { data } = await stored(tenantId, "KPI_DASHBOARD");
    const last = data.columns.filter(({ kind }) => kind === "period").at(-1)?.id ?? "";
    expect(movedFigures(data)).toEqual([]);
    expect(data.quality).toMatchObject({ final: true, tiesToXero: true });
    expect(data.tieOut.accounts).toBeGreaterThan(10);
    expect(data.rows.filter(({ kind, cells }) => kind === "kpi" && cells.some((cell) => cell.column === last && cell.value !== null)).length).toBeGreaterThan(30);
  }
});

test("what moved the profit adds up from the one month to the other", async () => {
  for (const tenantId of books.tenantIds) {
    const { data } = await stored(tenantId, "KPI_DASHBOARD");
    if (data.type !== "KPI_DASHBOARD") throw new Error("This is no dashboard.");
    const levels = profitBridge(data).map(({ value: step }) => money(step));
    expect(levels.length).toBeGreaterThan(5);
    expect(sum(levels.slice(0, -1))).toBe(levels.at(-1));
  }
});

test("what a customer promised in Xero is expected on that day, and each such document says so", async () => {
  const { data } = await stored(books.tenantIds.at(-1) ?? "", "KPI_DASHBOARD");
  const receipts = data.rows.find(({ id }) => id === "week:receipts")?.cells.flatMap(({ proof }) => (proof?.kind === "documents" ? proof.largest.map(({ label }) => label) : [])) ?? [];
  const promised = receipts.filter((label) => label.includes("as planned in Xero"));
  expect(promised.length).toBeGreaterThan(0);
  expect(promised.filter((label) => !/^\S+, Hudson Valley Antiques, due \d+ \w{3} \d{4}, expected \d+ \w{3} \d{4} \(as planned in Xero\)$/.test(label))).toEqual([]);
  expect(promised.length).toBeLessThan(receipts.length);
});

test("every key figure of the last month is worked out again from the inputs of its proof", async () => {
  const wrong: string[] = [];
  for (const tenantId of books.tenantIds) {
    const { id, data } = await stored(tenantId, "KPI_DASHBOARD");
    const last = data.columns.filter(({ kind }) => kind === "period").at(-1)?.id ?? "";
    for (const row of data.rows.filter(({ kind }) => kind === "kpi")) {
      const cell = row.cells.find(({ column }) => column === last);
      const proof = await proveReportCell.run([reader(tenantId)], { id, cell: `${row.id}|${last}` });
      if (cell?.proof?.kind !== "formula") throw new Error(`${row.id} has no formula.`);
      const amounts = new Map(proof.inputs.map(({ cell: name, amount }) => [name?.split("|")[0], amount]));
      const again = writtenValue(parseFormula(cell.proof.formula), cell.unit, (name) => new Fraction(amounts.get(measureRowId(name)) ?? "missing"));
      if (proof.total !== cell.value || (cell.value !== null && again !== cell.value)) wrong.push(`${data.tenant.name} ${row.id}: ${cell.value}, proof ${proof.total}, again ${again}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** The measures of a column, but for those that lead to words, or to another cell. */
function figuresOfItsOwn({ rows }: Report, column: string): { row: string; cell: Cell }[] {
  const measures = rows.filter(({ kind }) => kind === "measure").flatMap(({ id: row, cells }) => cells.map((cell) => ({ row, cell })));
  return measures.filter(({ cell }) => cell.column === column && cell.proof?.kind !== "words" && cell.proof?.kind !== "cell");
}

/** Of documents, of a budget's months, or of contacts. */
function isOfInputs({ proof }: Cell): boolean {
  return ["documents", "late", "budget", "squares"].includes(proof?.kind ?? "");
}

test("every measure of the last month walks down to lines, differences, documents, contacts or months of a budget that come to it", async () => {
  const wrong: string[] = [];
  let lines = 0;
  for (const tenantId of books.tenantIds) {
    const { id, data } = await stored(tenantId, "KPI_DASHBOARD");
    const last = data.columns.filter(({ kind }) => kind === "period").at(-1)?.id ?? "";
    for (const { row, cell } of figuresOfItsOwn(data, last)) {
      const { total, inputs, lines: found } = await allLines(tenantId, id, `${row}|${last}`);
      lines += found.length;
      const differences = sum(inputs.filter(({ xero }) => xero !== null).map(({ amount }) => money(amount)));
      const walked = isOfInputs(cell) ? sum(inputs.map(({ amount }) => money(amount))) : sum(found.map(({ amount }) => money(amount))) + differences;
      if (total !== cell.value || walked !== money(cell.value ?? "")) wrong.push(`${data.tenant.name} ${row}: ${cell.value}, walked ${decimal(walked)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(lines).toBeGreaterThan(1000);
}, 300_000);

test("receivables and payables that are open by document are those of the ledger, but for credits", async () => {
  // Bramble & Finch has neither credit notes nor foreign documents on these accounts.
  const { data } = await stored(books.tenantIds.at(-1) ?? "", "KPI_DASHBOARD");
  for (const { id } of data.columns.filter(({ kind }) => kind === "period")) {
    expect(value(data, measureRowId("openInvoices"), id)).toBe(value(data, kpiRowId("receivables"), id));
    expect(value(data, measureRowId("openBills"), id)).toBe(value(data, kpiRowId("payables"), id));
  }
});

test("a sync that changes nothing makes no dashboard, one that moves the books makes one more", async () => {
  const [tenantId = ""] = books.tenantIds;
  const before = await listed(tenantId, "KPI_DASHBOARD");
  await syncAgain(tenantId);
  expect((await listed(tenantId, "KPI_DASHBOARD")).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  await voidOneInvoice(tenantId);
  expect((await syncAgain(tenantId)).error).toBeNull();
  const after = await listed(tenantId, "KPI_DASHBOARD");
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(0)?.dataVersion).toBeGreaterThan(before.at(0)?.dataVersion ?? 0);
  expect(after.at(0)?.userId).toBe(before.at(0)?.userId);
});

async function voidOneInvoice(tenantId: string): Promise<void> {
  const organisation = await systemRead((q) => findOrganisationById(q, tenantId));
  const { tenantId: own, type, status, amountPaid, amountCredited, date } = Transactions;
  const isUntouched = and(eq(own, tenantId), eq(type, "INVOICE"), eq(status, "AUTHORISED"), eq(amountPaid, 0n), eq(amountCredited, 0n));
  const [invoice] = await read({ tenantId }, (q) => q.select().from(Transactions).where(isUntouched).orderBy(desc(date)).limit(1));
  const address = `${books.standIn.url}/stand-in/organisations/${organisation?.tenantId}/Invoices/${invoice?.xeroId}`;
  const answer = await fetch(address, { method: "POST", body: JSON.stringify({ Status: "VOIDED" }), headers: { "content-type": "application/json" } });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The proof with every line of it, page by page. */
async function allLines(tenantId: string, id: string, cell: string) {
  const proof = await proveReportCell.run([reader(tenantId)], { id, cell, limit: 200 });
  const lines = [...proof.lines.data];
  for (let next = proof.lines.next; next !== null; ) {
    const page = await proveReportCell.run([reader(tenantId)], { id, cell, limit: 200, cursor: new URL(next).searchParams.get("cursor") ?? "" });
    lines.push(...page.lines.data);
    next = page.lines.next;
  }
  return { ...proof, lines };
}
