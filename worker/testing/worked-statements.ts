// What our statements say of worked books, in the shape the accountant wrote the figures down in, and what Xero prints beside them.
import { read } from "#db/index.ts";
import { ownReadings } from "#lib/ledger/tie-out/own-balances.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { type Money, decimal, money, sum } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { getReport, proveReportCell } from "#lib/reports/read-reports.ts";
import type { StandIn } from "./stand-in.ts";
import { printedReport } from "./xero-report.ts";

type Figures = Record<string, string>;
type Reader = { userId: string; tenantId: string; permissions: readonly ["reports:read"]; via: "worker" };
type Statement = Awaited<ReturnType<typeof statement>>;
type Columns = Statement["data"]["columns"];

const totals = new Map([
  ["total:grossProfit", "Gross Profit"],
  ["total:netProfit", "Net Profit"],
  ["total:totalAssets", "Total Assets"],
  ["total:totalLiabilities", "Total Liabilities"],
  ["total:netAssets", "Net Assets"],
]);

/** A stored statement of one column, made now. */
export async function statement(userId: string, tenantId: string, type: "PROFIT_LOSS" | "BALANCE_SHEET", parameters: { from?: string; to?: string; asAt?: string }) {
  const scope: Reader = { userId, tenantId, permissions: ["reports:read"], via: "worker" };
  const { id } = await makeReport(scope, { type, name: null, wishes: { ...parameters, columns: "total", compare: "none", basis: "accrual", hideZero: true } });
  const { data } = await getReport.run([scope], { id });
  return { id, scope, data };
}

/** Accounts and totals that are not nil, by their names. */
export function figuresOf({ data }: Statement): Figures {
  const named = data.rows.flatMap(({ id, kind, label, cells }) => (kind === "account" || kind === "residual" || totals.has(id) ? [[totals.get(id) ?? label, cells.at(0)?.value ?? ""]] : []));
  return Object.fromEntries(named.filter(([, value]) => value !== "0.00"));
}

/** What differs between a statement and the one Xero prints of the same days. */
export async function differencesToPrinted(standIn: StandIn, { data, scope: { tenantId } }: Statement): Promise<string[]> {
  const isProfitAndLoss = data.type === "PROFIT_LOSS";
  const printed = await printedReport(standIn, tenantId, pathOf(data.columns, isProfitAndLoss));
  const xeroIds = new Map((await read({ tenantId }, chartOfAccounts)).map(({ id, xeroId }) => [`account:${id}`, xeroId]));
  const cells = data.rows.flatMap(({ id, label, kind, cells: [cell] }) => (kind === "account" && cell?.value ? [{ label, value: cell.value, xero: printed.accounts.get(xeroIds.get(id) ?? "") }] : []));
  const accounts = cells.filter(({ label, value, xero }) => !computed.includes(label) && money(value) !== (xero ?? 0n));
  const sums = data.rows.filter(({ id, cells: [cell] }) => totals.has(id) && printed.totals.get(totals.get(id) ?? "") !== money(cell?.value ?? "0"));
  return [...accounts, ...sums].map(({ label }) => `${data.tenant.name}: ${label} of ${data.columns.at(0)?.id}`);
}

/** Cells that their lines, or the rows they sum, do not come to. */
export async function unprovenCells({ id, scope, data }: Statement): Promise<string[]> {
  const wrong: string[] = [];
  for (const { row, column, value } of data.rows.flatMap((each) => each.cells.map((cell) => ({ row: each.id, ...cell })))) {
    if (value === null) continue;
    const { total, inputs, lines } = await proveReportCell.run([scope], { id, cell: `${row}|${column}`, limit: 200 });
    const walked = inputs.length > 0 ? inputs.map(({ amount, factor }) => money(amount) * BigInt(factor)) : lines.data.map(({ amount }) => money(amount));
    if (total !== value || sum(walked) !== money(value)) wrong.push(`${data.tenant.name}: ${row} ${value}, proof ${total}, walked ${decimal(sum(walked))}`);
  }
  return wrong;
}

/** Our own trial balance of a day, debits positive. */
export async function trialBalance(tenantId: string, day: string): Promise<Figures> {
  return read({ tenantId }, async (q) => {
    const organisation = await findOrganisation(q);
    const chart = await chartOfAccounts(q);
    const yearEnd = { day: organisation?.financialYearEndDay ?? 0, month: organisation?.financialYearEndMonth ?? 0 };
    const { readings } = (await ownReadings(q, ["accrual"], [day], { chart, yearEnd }))("accrual");
    const names = new Map(chart.map(({ id, name }) => [id, name]));
    const balances: [string, Money][] = [...(readings.get(day)?.balances ?? [])];
    return Object.fromEntries(balances.filter(([, amount]) => amount !== 0n).map(([id, amount]) => [names.get(id) ?? id, decimal(amount)]));
  });
}

const computed = ["Current Year Earnings", "Retained Earnings"];

function pathOf([column]: Columns, isProfitAndLoss: boolean): string {
  return isProfitAndLoss ? `ProfitAndLoss?fromDate=${column?.start}&toDate=${column?.end}` : `BalanceSheet?date=${column?.end}`;
}
