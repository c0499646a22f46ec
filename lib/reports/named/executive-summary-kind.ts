// The executive summary of a month: what may be asked of it, and what is read for it.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { contentHash } from "#lib/canonical.ts";
import { firstDayOf, monthOf } from "#lib/day.ts";
import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import type { DocumentAmount } from "#lib/kpis/documents-figure.ts";
import { chartOfAccounts, firstMonthOf } from "#lib/ledger/queries.ts";
import { openBooks, type Span } from "#lib/reports/books.ts";
import { presentationOf } from "#lib/reports/cash-flow/activity.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKind } from "#lib/reports/kind.ts";
import type { Sides } from "#lib/reports/named/account-course.ts";
import { executiveDefinitions } from "#lib/reports/named/executive-definitions.ts";
import { changeColumn, executiveSummary } from "#lib/reports/named/executive-summary.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { ExecutiveSummaryParameters } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { invoicesIssued, sidesByAccount } from "#lib/reports/named/queries.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import { fault, lastDay } from "#lib/reports/parameters.ts";
import { comparedWith, dashboardColumns } from "#lib/reports/periods.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { Column, CustomReport } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";

const wishes = z.strictObject({ layout: z.literal("executiveSummary"), from: daySchema.optional(), to: daySchema.optional() });

export const executiveSummaryKind = reportKind(wishes, ({ layout, from: asked, to: until }, organisation) => {
  const to = lastDay({ to: until }, organisation.today);
  const from = firstDayOf(monthOf(to));
  if (asked !== undefined && asked !== from) fault("from", `An executive summary has the month of its last day, here from ${from}: give that day alone, as to.`);
  const parameters = { layout, from, to };
  const name = `${layoutTitles[layout]}, ${rangeLabel(from, to)}`;
  return { parameters, end: to, name, compute: (q) => compute(q, organisation, parameters), definitions: contentHash(executiveDefinitions) };
});

async function compute(q: Query, organisation: Organisation, parameters: ExecutiveSummaryParameters): Promise<CustomReport> {
  const basis = "accrual";
  const span = { start: parameters.from, end: parameters.to };
  const columns = dashboardColumns({ ...parameters, columns: "month", compare: "previousPeriod", today: organisation.today });
  const [now, before] = columns;
  if (!now || !before) throw new Error("An executive summary has two columns.");
  const spans = columns.flatMap(({ start, end }): Span[] => [{ start, end }, { start: null, end }]);
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spans, null);
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis, span, spans });
  const ledger = openBooks({ accounts, movements, residuals });
  const books = { accounts, ledger, onCashBasis: ledger, presentation: presentationOf(organisation.country), firstMonth: await firstMonthOf(q, basis), ...(await readColumns(q, columns, organisation.ledgerSequence)) };
  const rows = executiveSummary(books, now, before);
  const compared = comparedWith({ start: parameters.from, end: parameters.to }, "previousPeriod");
  return namedReport({ circumstances, parameters, basis, span, books: { accounts, residuals }, columns: [...columns, changeColumn(now)], rows, comparison: compared && { kind: "previousPeriod", ...compared } });
}

/** What neither balances nor movements say, by column. */
async function readColumns(q: Query, columns: readonly Column[], ledgerSequence: number) {
  const sides = new Map<string, Sides>();
  const invoices = new Map<string, DocumentAmount[]>();
  for (const { id, start, end } of columns) {
    const days = { from: start ?? end, to: end };
    const own = await sidesByAccount(q, { basis: "accrual", ledgerSequence, ...days });
    sides.set(id, new Map(own.map((each) => [each.accountId, each])));
    invoices.set(id, (await invoicesIssued(q, days)).map(({ number, contactName, date, ...each }) => ({ ...each, label: () => [number ?? "Without a number", contactName, dayLabel(date)].filter(Boolean).join(", ") })));
  }
  return { sides, invoices };
}
