// From the books to a statement as Report JSON: its columns, its rows, and what it is compared with.
import { balanceSheet } from "#lib/reports/balance-sheet.ts";
import type { Books } from "#lib/reports/books.ts";
import { balanceColumns, comparedWith, movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { type Circumstances, commonParts, type Organisation } from "#lib/reports/common-parts.ts";
import type { Column, StatementParameters, StatementReport } from "#lib/reports/report.ts";
import { type StatementType, titles } from "#lib/reports/report-types.ts";

export type Facts = Circumstances & { type: StatementType; parameters: StatementParameters; books: Books };

export function columnsOf(type: StatementType, { from, to, columns, compare }: StatementParameters, { today, yearEnd }: Pick<Organisation, "today" | "yearEnd">): Column[] {
  const plan = { from: from ?? to, to, columns, compare, today, yearEnd };
  return type === "PROFIT_LOSS" ? movementColumns(plan) : balanceColumns(plan);
}

export function buildReport(facts: Facts): StatementReport {
  const { type, parameters, organisation, books } = facts;
  const columns = columnsOf(type, parameters, organisation);
  const { rows, hiddenAccounts } = statement(facts, columns);
  const notes = qualityNotes({ ...facts, basis: parameters.basis, end: parameters.to }, books, columns, rows);
  return {
    ...commonParts(facts, { start: parameters.from, end: parameters.to }, { hiddenAccounts, notes }),
    type,
    title: titles[type],
    basis: parameters.basis,
    comparison: comparison(parameters),
    columns,
    rows,
    parameters,
  };
}

function statement({ type, parameters, organisation, books }: Facts, columns: readonly Column[]) {
  if (type === "PROFIT_LOSS") return profitAndLoss(books, columns, parameters.hideZero);
  return balanceSheet(books, columns, parameters.hideZero, organisation.yearEnd);
}

function comparison({ from, to, compare }: StatementParameters): StatementReport["comparison"] {
  const stretch = comparedWith({ start: from ?? to, end: to }, compare);
  return stretch && { kind: compare, start: from === null ? null : stretch.start, end: stretch.end };
}
