// Aged reports made from synced books: their figures as a plain table, and every cell walked down to what it is made of.
import type { Day } from "#lib/day.ts";
import { type Money, decimal, money, portion, sum } from "#lib/money.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { getReport, proveReportCell } from "#lib/reports/read-reports.ts";
import type { AgedReport, Row } from "#lib/reports/report.ts";

type AgedType = AgedReport["type"];
type Reader = { userId: string; tenantId: string; permissions: readonly ["reports:read"]; via: "worker" };
export type MadeReport = { id: string; scope: Reader; data: AgedReport; contentHash: string };

export async function agedReport(userId: string, tenantId: string, type: AgedType, wishes: { asAt: Day } & Record<string, unknown>): Promise<MadeReport> {
  const scope: Reader = { userId, tenantId, permissions: ["reports:read"], via: "worker" };
  const { id } = await makeReport(scope, { type, name: null, wishes });
  return storedAgain(scope, id);
}

export async function storedAgain(scope: Reader, id: string): Promise<MadeReport> {
  const { data, contentHash } = await getReport.run([scope], { id });
  if (!("control" in data)) throw new Error(`${data.title} is no aged report.`);
  return { id, scope, data, contentHash };
}

/** Label → values, but for documents and headings; what stands in a part of its own says which. */
export function agesOf({ data }: MadeReport): Record<string, (string | null)[]> {
  const rows = data.rows.filter(({ kind }) => kind !== "document" && kind !== "section");
  return Object.fromEntries(rows.map((row) => [nameOf(row), row.cells.map(({ value }) => value)]));
}

function nameOf({ label, kind, parent }: Row): string {
  const isApart = (kind === "contact" || kind === "residual") && parent !== null && parent !== "section:control";
  return isApart ? `${label} (${parent})` : label;
}

/** What the documents and their accounts in the ledger differ by. */
export function differencesOf({ data: { type, parameters, control, rows } }: MadeReport): string[] {
  const prepaid = rows.find(({ id }) => id === "residual:prepayments")?.cells[0]?.value ?? "0.00";
  return [control?.difference ?? "no control account", prepaid].filter((amount) => amount !== "0.00").map((amount) => `${type} at ${parameters.asAt}: ${amount}`);
}

/** Cells whose proof, fetched through the door, does not come to them. */
export async function unprovenCells({ id, scope, data }: MadeReport): Promise<string[]> {
  const wrong: string[] = [];
  for (const { row, cell } of data.rows.flatMap((each) => each.cells.map((one) => ({ row: each, cell: one })))) {
    if (cell.value === null) continue;
    const name = `${row.id}|${cell.column}`;
    const { total, inputs } = await proveReportCell.run([scope], { id, cell: name, limit: 1 });
    const terms = inputs.map(({ amount, factor }) => money(amount) * BigInt(factor));
    const walked = cell.proof?.kind === "share" ? shareOf(terms) : sum(cell.proof?.kind === "lines" ? await linesOf(scope, id, name) : terms);
    if (total !== cell.value || walked !== money(cell.value)) wrong.push(`${row.label} ${cell.column}: ${cell.value}, proof ${total}, walked ${decimal(walked)}`);
  }
  return wrong;
}

/** Every line behind a cell, page by page. */
async function linesOf(scope: Reader, id: string, cell: string): Promise<Money[]> {
  const amounts: Money[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { lines } = await proveReportCell.run([scope], { id, cell, limit: 200, ...(cursor ? { cursor } : {}) });
    amounts.push(...lines.data.map(({ amount }) => money(amount)));
    cursor = lines.next === null ? null : new URL(lines.next).searchParams.get("cursor");
  }
  return amounts;
}

function shareOf([part = 0n, whole = 1n]: readonly Money[]): Money {
  return portion(money("100"), part, whole);
}
