// From the books to a statement as Report JSON: its columns, its rows, and what it is compared with.
import { balanceSheet } from "#lib/reports/balance-sheet.ts";
import type { Books } from "#lib/reports/books.ts";
import { balanceColumns, comparedWith, movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { openBudget } from "#lib/reports/budget/budget-amounts.ts";
import { besideEach, quartets } from "#lib/reports/budget/budget-columns.ts";
import { budgetNotes } from "#lib/reports/budget/budget-notes.ts";
import { asHeldAgainst, type BudgetToHold, missingIn } from "#lib/reports/budget/chosen-budget.ts";
import { withBudget } from "#lib/reports/budget/with-budget.ts";
import { type Circumstances, commonParts, type Organisation } from "#lib/reports/common-parts.ts";
import { isOfSome, trackingNotes } from "#lib/reports/tracking/tracking-words.ts";
import type { Column, StatementParameters, StatementReport, Tracked } from "#lib/reports/report.ts";
import { type StatementType, titles } from "#lib/reports/report-types.ts";

/** `budget` is there where it is compared with one, `tracking` where it is by tracking, `trackingWithin` where by two categories. */
type Facts = Circumstances & { type: StatementType; parameters: StatementParameters; columns: readonly Column[]; books: Books; budget: BudgetToHold | null; tracking: Tracked | null; trackingWithin: Tracked | null };

/** Told apart by tracking, the whole alone. */
export function columnsOf(type: StatementType, { from, to, columns, compare }: StatementParameters, { today, yearEnd }: Pick<Organisation, "today" | "yearEnd">): Column[] {
  const plan = { from: from ?? to, to, columns: columns === "tracking" ? ("total" as const) : columns, compare: compare === "budget" ? ("none" as const) : compare, today, yearEnd };
  return type === "PROFIT_LOSS" ? movementColumns(plan) : balanceColumns(plan);
}

export function buildReport(facts: Facts): StatementReport {
  const { type, parameters, columns, books, tracking, trackingWithin } = facts;
  const { rows, hiddenAccounts, ...held } = heldAgainstBudget(facts);
  const isFiltered = isOfSome(parameters);
  const notes = [...qualityNotes({ ...facts, ...parameters, end: parameters.to, isFiltered }, books, columns, rows), ...trackingNotes({ tracking, trackingWithin }, parameters.trackingOptionIds), ...held.notes];
  return {
    ...commonParts(facts, { start: parameters.from, end: parameters.to }, { hiddenAccounts, notes }),
    type,
    title: titles[type],
    basis: parameters.basis,
    comparison: comparison(parameters),
    columns: held.columns,
    rows,
    parameters,
    ...(held.budget ? { budget: held.budget } : {}),
    ...(tracking ? { tracking } : {}),
    ...(trackingWithin ? { trackingWithin } : {}),
  };
}

/** A statement with its budget beside each column, or as it is where there is none to compare with. */
function heldAgainstBudget(facts: Facts) {
  const { budget: found, books, columns: actual } = facts;
  if (!found) return { ...statement(facts), columns: [...actual], notes: [], budget: null };
  const [budget, columns] = [openBudget(found.figures), quartets(actual)];
  const { rows: plain, hiddenAccounts } = profitAndLoss(books, actual, facts.parameters.hideZero, budget.accounts);
  const rows = withBudget(plain, columns, budget);
  return { rows, hiddenAccounts, columns: besideEach(columns), notes: budgetNotes(rows, books.accounts, budget), budget: asHeldAgainst(found.budget, missingIn(rows)) };
}

function statement({ type, parameters, organisation, books, columns }: Facts) {
  if (type === "PROFIT_LOSS") return profitAndLoss(books, columns, parameters.hideZero);
  return balanceSheet(books, columns, parameters.hideZero, organisation.yearEnd);
}

function comparison({ from, to, compare }: StatementParameters): StatementReport["comparison"] {
  if (compare === "budget") return { kind: compare, start: from, end: to };
  const stretch = comparedWith({ start: from ?? to, end: to }, compare);
  return stretch && { kind: compare, start: from === null ? null : stretch.start, end: stretch.end };
}
