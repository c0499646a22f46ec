// The statement of cash flows: what may be asked of it, and what is read for it.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { activityLabels, activityOf, isToConfirm, presentationOf, presentations } from "#lib/reports/cash-flow/activity.ts";
import { cashFlow, spansOf } from "#lib/reports/cash-flow/cash-flow.ts";
import { methods } from "#lib/reports/cash-flow/method.ts";
import { commonParts, type Organisation } from "#lib/reports/common-parts.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { asKnownOn, postedBy, standingOf } from "#lib/reports/known-on.ts";
import { knownOnWords } from "#lib/reports/known-on-words.ts";
import { resolveParameters, wishesSchema } from "#lib/reports/parameters.ts";
import { comparedWith, movementColumns } from "#lib/reports/periods.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import { type CashFlowParameters, type CashFlowReport, comparisons } from "#lib/reports/report.ts";
import { cashFlowType, titles } from "#lib/reports/report-types.ts";
import type { Account } from "#lib/reports/sections.ts";

const cashFlowWishesSchema = wishesSchema.omit({ basis: true, budgetId: true }).extend({
  compare: z.enum(comparisons, { error: "A statement of cash flows can be compared with none, previousPeriod or previousYear." }).default("none"),
  method: z.enum(methods, { error: "A statement of cash flows is made by the indirect or the direct method." }).default("indirect"),
  presentation: z.enum(presentations, { error: "Interest can stand as in ias7, usgaap or ifrs18." }).optional(),
});

export const cashFlowKind = reportKindThatReads(cashFlowWishesSchema, async ({ method, presentation, ...wishes }, organisation, q) => {
  // The direct method follows money to what it was for, which is what cash basis does.
  const basis = method === "direct" ? "cash" : "accrual";
  const { from, ...days } = resolveParameters("PROFIT_LOSS", { ...wishes, basis }, organisation.today, organisation.yearEnd);
  const parameters = { ...days, from: from ?? days.to, compare: wishes.compare, method, presentation: presentation ?? presentationOf(organisation.country) };
  const known = await asKnownOn(q, organisation, parameters);
  const name = [titles[cashFlowType], rangeLabel(parameters.from, parameters.to), ...knownOnWords(parameters.knownOn)].join(", ");
  return { parameters, end: parameters.to, name, compute: (query: Query) => compute(query, known, parameters) };
});

async function compute(q: Query, organisation: Organisation, parameters: CashFlowParameters): Promise<CashFlowReport> {
  const { from, to, basis, compare } = parameters;
  const columns = movementColumns({ ...parameters, today: organisation.today, yearEnd: organisation.yearEnd });
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spansOf(columns), null, { upToSequence: postedBy(organisation, parameters) });
  const span = { start: from, end: to };
  const { residuals, ...circumstances } = await standingOf(q, organisation, parameters, spansOf(columns), span);
  const { rows, hiddenAccounts } = cashFlow({ accounts, movements, residuals }, columns, parameters);
  const compared = comparedWith({ start: from, end: to }, compare);
  const notes = [...qualityNotes({ ...circumstances, ...parameters, end: to }, { accounts, residuals }, columns, rows), ...toConfirm(accounts, parameters)];
  return {
    ...commonParts(circumstances, span, { hiddenAccounts, notes }),
    type: cashFlowType,
    title: titles[cashFlowType],
    basis,
    comparison: compared && { kind: compare, ...compared },
    columns,
    rows,
    parameters,
  };
}

/** In a sentence; none where no account's name raises the question. */
function toConfirm(accounts: readonly Account[], { presentation }: CashFlowParameters): string[] {
  const named = accounts.filter((account) => account.status === "ACTIVE" && isToConfirm(account));
  const places = named.map((account) => `${account.name} (${activityLabels[activityOf(account, presentation)].toLowerCase()})`);
  return places.length === 0 ? [] : [`Placed by name or type alone, for somebody to confirm under Accounts: ${places.join(", ")}.`];
}
