// Profit and loss and balance sheet: what is read for them, and what they are called when nobody named them.
import type { Query } from "#db/index.ts";
import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { buildReport, columnsOf } from "#lib/reports/build-report.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { budgetToHold, chosenBudget } from "#lib/reports/budget/chosen-budget.ts";
import type { ReachingBudget } from "#lib/budgets/queries.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { resolveParameters, wishesSchema } from "#lib/reports/parameters.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import type { StatementParameters, StatementReport } from "#lib/reports/report.ts";
import type { StatementType } from "#lib/reports/report-types.ts";

export function statementKind(type: StatementType) {
  return reportKindThatReads(wishesSchema, async (wishes, organisation, q) => {
    const resolved = resolveParameters(type, wishes, organisation.today, organisation.yearEnd);
    const budget = resolved.compare === "budget" ? await chosenBudget(q, wishes.budgetId) : null;
    const parameters = budget ? { ...resolved, budgetId: budget.id } : resolved;
    const plan = { parameters, end: parameters.to, name: nameOf(type, parameters), compute: (query: Query) => compute(query, organisation, type, parameters, budget) };
    return budget ? { ...plan, definitions: budget.contentHash } : plan;
  });
}

/** The statement and its days. */
function nameOf(type: StatementType, { from, to }: StatementParameters): string {
  if (type === "BALANCE_SHEET") return `Balance Sheet as at ${dayLabel(to)}`;
  return `Profit and Loss, ${rangeLabel(from ?? to, to)}`;
}

async function compute(q: Query, organisation: Organisation, type: StatementType, parameters: StatementParameters, found: ReachingBudget | null): Promise<StatementReport> {
  const columns = columnsOf(type, parameters, organisation);
  // A balance rests on everything up to its day.
  const span = { start: type === "BALANCE_SHEET" ? null : parameters.from, end: parameters.to };
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, parameters.basis, columns, type === "BALANCE_SHEET" ? organisation.yearEnd : null);
  const { summary, residuals } = await readTieOut(q, parameters.basis, columns);
  const drafts = await countDrafts(q, span);
  const unreconciled = await countUnreconciled(q, span);
  const budget = found && (await budgetToHold(q, found));
  return buildReport({ type, parameters, organisation, books: { accounts, movements, residuals }, drafts, unreconciled, tieOut: summary, budget });
}
