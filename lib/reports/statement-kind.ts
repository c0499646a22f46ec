// Profit and loss and balance sheet: what is read for them, and what they are called when nobody named them.
import type { Query } from "#db/index.ts";
import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { buildReport, columnsOf } from "#lib/reports/build-report.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { budgetToHold, chosenBudget } from "#lib/reports/budget/chosen-budget.ts";
import type { ReachingBudget } from "#lib/budgets/queries.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { asKnownOn, postedBy, standingOf } from "#lib/reports/known-on.ts";
import { knownOnWords } from "#lib/reports/known-on-words.ts";
import { resolveParameters, wishesSchema } from "#lib/reports/parameters.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { StatementParameters, StatementReport } from "#lib/reports/report.ts";
import type { StatementType } from "#lib/reports/report-types.ts";

export function statementKind(type: StatementType) {
  return reportKindThatReads(wishesSchema, async (wishes, organisation, q) => {
    const resolved = resolveParameters(type, wishes, organisation.today, organisation.yearEnd);
    const budget = resolved.compare === "budget" ? await chosenBudget(q, wishes.budgetId) : null;
    const parameters = budget ? { ...resolved, budgetId: budget.id } : resolved;
    const known = await asKnownOn(q, organisation, parameters);
    const plan = { parameters, end: parameters.to, name: nameOf(type, parameters), compute: (query: Query) => compute(query, known, type, parameters, budget) };
    return budget ? { ...plan, definitions: budget.contentHash } : plan;
  });
}

/** The statement and its days. */
function nameOf(type: StatementType, { from, to, knownOn }: StatementParameters): string {
  const days = type === "BALANCE_SHEET" ? `Balance Sheet as at ${dayLabel(to)}` : `Profit and Loss, ${rangeLabel(from ?? to, to)}`;
  return [days, ...knownOnWords(knownOn)].join(", ");
}

async function compute(q: Query, organisation: Organisation, type: StatementType, parameters: StatementParameters, found: ReachingBudget | null): Promise<StatementReport> {
  const columns = columnsOf(type, parameters, organisation);
  // A balance rests on everything up to its day.
  const span = { start: type === "BALANCE_SHEET" ? null : parameters.from, end: parameters.to };
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, parameters.basis, columns, type === "BALANCE_SHEET" ? organisation.yearEnd : null, postedBy(organisation, parameters));
  const { residuals, ...standing } = await standingOf(q, organisation, parameters, columns, span);
  const budget = found && (await budgetToHold(q, found));
  return buildReport({ type, parameters, ...standing, books: { accounts, movements, residuals }, budget });
}
