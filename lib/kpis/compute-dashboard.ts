// A dashboard of one state of the books: everything is fetched in a few questions, then worked out without asking again.
import type { Query } from "#db/index.ts";
import { readOpenDocuments } from "#lib/ageing/read-open-documents.ts";
import type { Side } from "#lib/ageing/side.ts";
import { namesOfContacts } from "#lib/contacts/queries.ts";
import { addDays, type Day, type Month } from "#lib/day.ts";
import { weekColumns } from "#lib/kpis/cash-weeks.ts";
import { type ByContact, type ContactMovement, readFrom } from "#lib/kpis/contacts-figure.ts";
import { dashboardRows } from "#lib/kpis/dashboard.ts";
import type { ContactsMeasure, LedgerMeasure } from "#lib/kpis/definition.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import { namedContacts } from "#lib/kpis/named-contacts.ts";
import { chosenBy, type KpiBooks, spanOf } from "#lib/kpis/measure-figures.ts";
import { findUnreconciled, sumsByContact, sumsByDay } from "#lib/kpis/queries.ts";
import { readCashWeeks } from "#lib/kpis/read-cash-weeks.ts";
import { openAndPaidAmong, type ReadDocument, readDocuments } from "#lib/kpis/read-documents.ts";
import type { StatedTarget } from "#lib/kpis/target.ts";
import { chartOfAccounts, firstMonthOf } from "#lib/ledger/queries.ts";
import { openBudget } from "#lib/reports/budget/budget-amounts.ts";
import { asHeldAgainst, budgetToHold, missingWithin, usualBudget } from "#lib/reports/budget/chosen-budget.ts";
import { aged } from "#lib/reports/aged/buckets.ts";
import { type Presentation, presentationOf } from "#lib/reports/cash-flow/activity.ts";
import { alphabetical, type Books, openBooks, type Span } from "#lib/reports/books.ts";
import { commonParts, type Organisation } from "#lib/reports/common-parts.ts";
import { lastClosedDay } from "#lib/reports/parameters.ts";
import { dashboardColumns } from "#lib/reports/periods.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import type { Column, DashboardParameters, DashboardReport } from "#lib/reports/report.ts";
import { dashboardType, titles } from "#lib/reports/report-types.ts";
import type { Account } from "#lib/reports/sections.ts";

export async function computeDashboard(q: Query, organisation: Organisation, parameters: DashboardParameters, targets: readonly StatedTarget[] = []): Promise<DashboardReport> {
  const columns = dashboardColumns({ ...parameters, today: organisation.today });
  const spans = spansOf(ledgerMeasures(), columns);
  const presentation = presentationOf(organisation.country);
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, parameters.basis, spans, null);
  const { summary, residuals } = await readTieOut(q, parameters.basis, spans);
  const { from: first, to } = edgesOf(columns);
  // What was settled within the first column was open on the day before it.
  const documents = await readDocuments(q, addDays(first ?? to, -1), organisation.today);
  const weeks = parameters.to < lastClosedDay(organisation.today) ? null : await readCashWeeks(q, parameters.basis, accounts, openAndPaidAmong(documents, organisation.today), organisation.today);
  const usual = await usualBudget(q);
  const held = usual ? await budgetToHold(q, usual) : null;
  const books = { ...(await readBooks(q, { accounts, movements, residuals }, presentation, columns)), documents: byType(documents), weeks, budget: held && openBudget(held.figures) };
  const everything = { start: null, end: parameters.to };
  const circumstances = { organisation, drafts: await countDrafts(q, everything), unreconciled: await countUnreconciled(q, everything), tieOut: summary };
  const rows = dashboardRows(definitions, books, columns);
  const contacts = [...(await namesOfContacts(q, namedContacts(rows)))].map(([id, name]) => ({ id, name })).toSorted(byName);
  const notes = qualityNotes({ ...circumstances, basis: parameters.basis, end: parameters.to }, { accounts, residuals }, columns, rows);
  return {
    ...commonParts(circumstances, { start: parameters.from, end: parameters.to }, { hiddenAccounts: 0, notes }),
    type: dashboardType,
    title: titles[dashboardType],
    basis: parameters.basis,
    comparison: comparison(parameters, columns),
    columns: weeks ? [...columns, ...weekColumns(weeks.today)] : columns,
    rows,
    parameters,
    ...(held && books.budget ? { budget: asHeldAgainst(held.budget, missingWithin(books.budget, { start: parameters.from, end: parameters.to })) } : {}),
    ...(targets.length > 0 ? { targets: [...targets] } : {}),
    ...(contacts.length > 0 ? { contacts } : {}),
  };
}

/** By name, and always the same way round. */
function byName(one: { id: string; name: string }, other: { id: string; name: string }): number {
  return alphabetical(one.name, other.name) || (one.id < other.id ? -1 : 1);
}

/** The month that the last one is compared with. */
function comparison({ compare }: DashboardParameters, columns: readonly Column[]): DashboardReport["comparison"] {
  const compared = columns.find(({ kind }) => kind === "compare");
  return compared ? { kind: compare, start: compared.start, end: compared.end } : null;
}

async function readBooks(q: Query, books: Books, presentation: Presentation, columns: readonly Column[]): Promise<Omit<KpiBooks, "documents" | "weeks" | "budget">> {
  const { to } = edgesOf(columns);
  return {
    accounts: books.accounts,
    ledger: openBooks(books),
    onCashBasis: openBooks({ ...books, residuals: [], movements: await readMovements(q, "cash", spansOf(ledgerMeasures().filter(({ basis }) => basis === "cash"), columns), null) }),
    presentation,
    firstMonth: await firstMonthOf(q, "accrual"),
    invoiced: await readInvoiced(q, books.accounts, presentation, columns),
    byContact: await readByContact(q, books.accounts, presentation, columns),
    aged: await readAged(q, to),
    unreconciled: await findUnreconciled(q, to),
  };
}

function byType(documents: readonly ReadDocument[]): KpiBooks["documents"] {
  const { INVOICE = [], BILL = [] } = Object.groupBy(documents, ({ document }) => document.type);
  return { INVOICE, BILL };
}

/** As the aged reports have them without any wish; prepayments, which lie on accounts of their own, are in neither. */
async function readAged(q: Query, asAt: Day): Promise<KpiBooks["aged"]> {
  const of = async (side: Side) => {
    const open = (await readOpenDocuments(q, side, asAt)).filter(({ standing }) => standing !== "prepayment");
    return open.map((document) => aged(document, { asAt, ageBy: "dueDate", buckets: "days" }));
  };
  return { asAt, receivables: await of("receivables"), payables: await of("payables") };
}

/** The measures that take the lines of some entries only, together. */
async function readInvoiced(q: Query, accounts: readonly Account[], presentation: Presentation, columns: readonly Column[]) {
  const measures = ledgerMeasures().filter(({ sources }) => sources !== undefined);
  const group = {
    accounts: chosenBy({ accounts: measures.flatMap((measure) => measure.accounts) }, { accounts, presentation }).map(({ id }) => id),
    sources: [...new Set(measures.flatMap(({ sources = [] }) => sources))],
    ...edgesOf(spansOf(measures, columns)),
  };
  return openBooks({ accounts, movements: await sumsByDay(q, group), residuals: [] });
}

/** A column that is compared with may end within a month, and that of a running month does: each is read with the months that it looks back to. */
async function readByContact(q: Query, accounts: readonly Account[], presentation: Presentation, columns: readonly Column[]): Promise<ByContact> {
  const measures = definitions.measures.filter((measure): measure is ContactsMeasure => measure.kind === "contacts");
  const chosen = chosenBy({ accounts: measures.flatMap((measure) => measure.accounts) }, { accounts, presentation }).map(({ id }) => id);
  const found: [Day, ReadonlyMap<Month, ContactMovement[]>][] = [];
  for (const run of [columns.filter(({ kind }) => kind === "compare"), columns.filter(({ kind }) => kind === "period")].filter(({ length }) => length > 0)) {
    const { from, to } = edgesOf(run);
    const months = Map.groupBy(await sumsByContact(q, { accounts: chosen, from: readFrom(measures, from ?? to), to }), ({ month }) => month);
    found.push(...run.map(({ end }): [Day, typeof months] => [end, months]));
  }
  return new Map(found);
}

function ledgerMeasures(): LedgerMeasure[] {
  return definitions.measures.filter((measure) => measure.kind === "ledger");
}

function spansOf(measures: readonly LedgerMeasure[], columns: readonly Column[]): Span[] {
  return columns.flatMap(({ start, end }) => measures.map((measure) => spanOf(measure, { start: start ?? end, end })));
}

function edgesOf(spans: readonly Span[]): { from: Day | null; to: Day } {
  const starts = spans.map(({ start }) => start);
  const ends = spans.map(({ end }) => end).toSorted();
  return { from: starts.includes(null) ? null : (starts.toSorted().at(0) ?? null), to: ends.at(-1) ?? "" };
}
