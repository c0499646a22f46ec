// Every cell of a report worked out again by what its proof says of it: from the lines of the pack, or from other cells of the same report. Words
// about the calendar and the chart, and what documents outside of the ledger come to, are added up but cannot be looked up: they are counted.
import type { Adder } from "#lib/evidence/verify/ledger.ts";
import { findingOf } from "#lib/evidence/verify/provings.ts";
import { cellName } from "#lib/reports/proof.ts";
import type { Cell, Column, Proof, Report, Row } from "#lib/reports/report.ts";

export type Context = { report: Report; add: Adder; row: Row; column: Column; cell: Cell; cellAt: (row: string, column: string) => Cell | undefined };
/** `value` is what the proof comes to; undefined where that cannot be worked out from a pack. `faults` are those of its parts. */
export type Finding = { value: string | null | undefined; faults?: string[] };
export type CellVerdict = { cells: number; told: number; faults: string[] };

export function verifyCells(report: Report, add: Adder): CellVerdict {
  const cells = new Map(report.rows.flatMap((row) => row.cells.map((cell) => [cellName(row.id, cell.column), cell] as const)));
  const columns = new Map(report.columns.map((column) => [column.id, column]));
  const cellAt = (row: string, column: string) => cells.get(cellName(row, column));
  const verdicts = report.rows.flatMap((row) => row.cells.map((cell) => verifyCell({ report, add, row, column: columns.get(cell.column), cell, cellAt })));
  const doubled = cells.size === verdicts.length ? [] : ["The report has two cells in one place."];
  return { cells: verdicts.length, told: verdicts.filter(({ told }) => told).length, faults: [...doubled, ...verdicts.flatMap(({ faults }) => faults), ...circularFaults(report, cellAt)] };
}

function verifyCell({ column, ...context }: Omit<Context, "column"> & { column: Column | undefined }): { told: boolean; faults: string[] } {
  const { row, cell } = context;
  const where = `"${row.label}" in ${column?.label ?? cell.column} (${cellName(row.id, cell.column)})`;
  if (!column) return { told: false, faults: [`${where} is in a column that the report does not have.`] };
  if (cell.proof === null) return { told: false, faults: cell.value === null ? [] : [`${where} says ${cell.value}, and nothing proves it.`] };
  const { value, faults = [] } = findingOf(cell.proof.kind, { ...context, column }, cell.proof);
  const told = value === undefined;
  const differs = told || value === cell.value ? [] : [`${where} says ${cell.value ?? "n/m"}, and its proof comes to ${value ?? "nothing"}.`];
  return { told, faults: [...differs, ...faults.map((fault) => `${where}: ${fault}`)] };
}

/** A figure that rests on itself is proved by nothing, however well it agrees with itself. */
function circularFaults(report: Report, cellAt: Context["cellAt"]): string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (row: string, column: string): string[] => {
    const name = cellName(row, column);
    if (open.has(name)) return [`${name} is proved by itself.`];
    if (done.has(name)) return [];
    open.add(name);
    const faults = namedBy(cellAt(row, column)?.proof ?? null, row, column).flatMap(([next, at]) => visit(next, at));
    open.delete(name);
    done.add(name);
    return faults;
  };
  return report.rows.flatMap(({ id, cells }) => cells.flatMap(({ column }) => visit(id, column)));
}

/** The cells that a proof names, as row and column. */
function namedBy(proof: Proof | null, row: string, column: string): [string, string][] {
  if (proof === null) return [];
  if (proof.kind === "across") return proof.of.map(({ column: at }) => [row, at]);
  if (proof.kind === "valued") return [[row, proof.column]];
  if (proof.kind === "change") return [proof.now, proof.before].map(({ row: of, column: at }) => [of, at]);
  if (proof.kind === "sum") return proof.of.map(({ row }) => [row, column]);
  if (proof.kind === "formula") return proof.inputs.map(({ row }) => [row, column]);
  if (proof.kind === "cell") return [[proof.row, proof.column]];
  if (proof.kind === "share") return [proof.part, proof.whole].map(({ row, column: at }) => [row, at]);
  if (proof.kind === "variance") return [proof.actual, proof.budget].map(({ row, column: at }) => [row, at]);
  return proof.kind === "variancePercent" ? [proof.variance, proof.budget].map(({ row, column: at }) => [row, at]) : [];
}
