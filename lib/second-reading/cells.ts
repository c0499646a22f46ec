// A statement against whoever adds up the ledger a second time, cell by cell. That engine knows our ledger and nothing of Xero, so the rows that show a
// difference to Xero are taken out of every total first; what is left must be equal to the last decimal.
import type { YearEnd } from "#lib/financial-year.ts";
import { decimal, type Money, money, sum } from "#lib/money.ts";
import type { Column, Report, Row } from "#lib/reports/report.ts";
import type { Engine } from "#lib/second-reading/engine.ts";
import { balanceSheetBy, type Expected, profitAndLossBy } from "#lib/second-reading/expected.ts";

type Statement = Pick<Report, "type" | "columns" | "rows"> & { trackingWithin?: object | undefined };
export type Verdict = { compared: number; differences: string[] };

/** Columns that come from the ledger; what was budgeted, and how far that is off, is not in it. Nor is what a column of some tracking options leaves out. */
const posted: readonly Column["kind"][] = ["period", "compare", "total"];

/** Nothing of a report that is within some tracking options. `by` names the engine in what is said of a difference. */
export function compareStatement(report: Statement, engine: Engine, yearEnd: YearEnd, by: string): Verdict {
  const columns = report.columns.filter(({ kind, tracking }) => posted.includes(kind) && !tracking && !report.trackingWithin);
  return added(columns.map((column) => compareColumn(report, column, expectedOf(report, column, engine, yearEnd), by)));
}

export function added(verdicts: readonly Verdict[]): Verdict {
  return { compared: verdicts.reduce((count, { compared }) => count + compared, 0), differences: verdicts.flatMap(({ differences }) => differences) };
}

function compareColumn(report: Statement, column: Column, expected: Expected, by: string): Verdict {
  const rows = report.rows.filter(({ kind }) => kind !== "section" && kind !== "residual");
  const missing = [...expected.keys()].filter((id) => expected.get(id) !== 0n && !rows.some((row) => row.id === id));
  const wrong = rows.filter((row) => ledgerAmount(report, row, column.id) !== (expected.get(row.id) ?? 0n));
  const differences = [
    ...missing.map((id) => `${id} in ${column.id}: not on the statement, ${decimal(expected.get(id) ?? 0n)} by ${by}`),
    ...wrong.map((row) => `${row.label} in ${column.id}: ${decimal(ledgerAmount(report, row, column.id))} here, ${decimal(expected.get(row.id) ?? 0n)} by ${by}`),
  ];
  return { compared: rows.length, differences };
}

/** What our ledger alone says, without what only Xero's trial balance knows. */
function ledgerAmount(report: Statement, row: Row, column: string): Money {
  const cell = row.cells.find((candidate) => candidate.column === column);
  if (!cell || row.kind === "residual") return 0n;
  const { proof } = cell;
  if (proof?.kind === "earnings") return sum(proof.parts.map(({ amount }) => money(amount)));
  if (proof?.kind !== "sum") return money(cell.value ?? "0");
  return sum(proof.of.map(({ row: id, factor }) => BigInt(factor) * ledgerAmount(report, rowOf(report, id), column)));
}

function rowOf(report: Statement, id: string): Row {
  const row = report.rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`The report sums the row ${id}, which it does not have.`);
  return row;
}

function expectedOf(report: Statement, { start, end }: Column, engine: Engine, yearEnd: YearEnd): Expected {
  if (report.type !== "BALANCE_SHEET") return profitAndLossBy(engine({ from: start, to: end }));
  return balanceSheetBy(engine, end, yearEnd, rowOf(report, "total:retainedEarnings").accountId);
}
