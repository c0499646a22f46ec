// A measure of one column: what it comes to, and how that is proved. From the ledger with what Xero's own trial balance has besides, so that
// profit, cash and equity are those of the statements; from documents; or from the calendar.
import type { Side } from "#lib/ageing/side.ts";
import { type Day, addDays, addMonths, daysBetween, type Month, monthOf, monthsFrom } from "#lib/day.ts";
import { dayLabel, monthLabel } from "#lib/day-label.ts";
import { type CashWeeks, lowestAhead } from "#lib/kpis/cash-weeks.ts";
import { budgetFigure } from "#lib/kpis/budget-figure.ts";
import { type ByContact, contactsFigure } from "#lib/kpis/contacts-figure.ts";
import { accountsOf } from "#lib/kpis/measure-accounts.ts";
import type { Choice, ContactsMeasure, LedgerMeasure, Measure } from "#lib/kpis/definition.ts";
import { type DocumentAmount, documentsFigure } from "#lib/kpis/documents-figure.ts";
import { isOverdue, type OpenDocument, outstandingAt, type SettledDocument } from "#lib/kpis/open-documents.ts";
import { lateFigure, settledWithin } from "#lib/kpis/settled-documents.ts";
import { absolute, decimal, type Money, sum } from "#lib/money.ts";
import type { OpenBudget } from "#lib/reports/budget/budget-amounts.ts";
import type { Aged } from "#lib/reports/aged/buckets.ts";
import type { Presentation } from "#lib/reports/cash-flow/activity.ts";
import type { Ledger, Span } from "#lib/reports/books.ts";
import { moved } from "#lib/reports/periods.ts";
import type { Proof } from "#lib/reports/report.ts";
import type { Unit } from "#lib/reports/unit.ts";
import { both, differencesOf } from "#lib/reports/residual-rows.ts";
import type { Account } from "#lib/reports/sections.ts";
import { signed } from "#lib/reports/statement.ts";

/** Days, both included. */
export type Stretch = { start: Day; end: Day };
export type Unreconciled = { id: string; number: string | null; reference: string | null; contactName: string | null; date: Day; baseAmount: Money };

/** What measures of the ledger and of the calendar need. */
export type LedgerBooks = {
  accounts: readonly Account[];
  ledger: Ledger;
  onCashBasis: Ledger;
  /** Where interest lies in the statement of cash flows. */
  presentation: Presentation;
  /** The first that anything was posted in; null where nothing was. */
  firstMonth: Month | null;
};
export type KpiBooks = LedgerBooks & {
  /** The lines of invoices, bills and credit notes alone. */
  invoiced: Ledger;
  /** What was settled when, and with it what was open. */
  documents: Record<"INVOICE" | "BILL", readonly SettledDocument[]>;
  /** The lines of the measures that are taken by contact. */
  byContact: ByContact;
  /** As at the last day alone. */
  aged: { asAt: Day } & Record<Side, readonly Aged[]>;
  unreconciled: readonly Unreconciled[];
  /** Null where there is none. */
  budget: OpenBudget | null;
  /** Null for a dashboard of days that are long over. */
  weeks: CashWeeks | null;
};

/** `value` as it is written, exact. */
export type MeasureFigure = { value: string; unit: Unit; proof: Proof };

/** Null for a column that the measure is not taken of. */
export function measureFigure(measure: Measure, books: KpiBooks, stretch: Stretch): MeasureFigure | null {
  if (measure.kind === "ledger" && measure.sources) return ledgerFigure(measure, { ...books, ledger: books.invoiced }, stretch);
  if (isPlain(measure)) return plainFigure(measure, books, stretch);
  if (measure.kind === "contacts") return contactsFigure(measure, idsOf(measure, books), books.byContact, stretch);
  if (measure.kind === "settledDocuments") return settledFigure(measure, books, stretch);
  if (measure.kind === "openDocuments") return openFigure(measure, books, stretch.end);
  if (measure.kind === "lowestCashAhead") return books.weeks && stretch.end === books.aged.asAt ? lowestAhead(books.weeks) : null;
  if (measure.kind === "aged") return stretch.end === books.aged.asAt ? agedFigure(measure, books) : null;
  if (measure.kind === "budget") return books.budget && budgetFigure(chosenBy(measure, books), books.budget, stretch);
  return documentsFigure(unreconciledAt(books, stretch.end), measure.shows);
}

export type PlainMeasure = Extract<Measure, { kind: "ledger" | "days" | "accountCount" | "monthsOfBooks" }>;

/** Of the ledger as a whole or the calendar: no documents have to be read for it. */
export function isPlain(measure: Measure): measure is PlainMeasure {
  return measure.kind === "ledger" ? measure.sources === undefined : ["days", "accountCount", "monthsOfBooks"].includes(measure.kind);
}

export function plainFigure(measure: PlainMeasure, books: LedgerBooks, stretch: Stretch): MeasureFigure {
  if (measure.kind === "ledger") return ledgerFigure(measure, books, stretch);
  if (measure.kind === "days") return daysFigure(reachingBack(stretch, measure.months));
  if (measure.kind === "monthsOfBooks") return monthsFigure(books.firstMonth, monthOf(stretch.end));
  return countFigure(chosenBy(measure, books));
}

/** Whatever side they stand on. */
export function chosenBy({ accounts: choices }: { accounts: readonly Choice[] }, { accounts, presentation }: Pick<LedgerBooks, "accounts" | "presentation">): Account[] {
  return accountsOf(accounts, choices, { presentation, balanceOf: () => 0n });
}

function idsOf(measure: ContactsMeasure, books: LedgerBooks): string[] {
  return chosenBy(measure, books).map(({ id }) => id);
}

/** The days whose lines a ledger measure takes, for a column of these days. */
export function spanOf({ of, monthsBack = 0, months }: LedgerMeasure, column: Stretch): Span {
  const { start, end } = reachingBack(monthsBack === 0 ? column : moved(column, monthsBack), months);
  if (of === "movement") return { start, end };
  return { start: null, end: of === "balance" ? end : addDays(start, -1) };
}

/** So many months up to that of a stretch. */
function reachingBack({ start, end }: Stretch, months = 1): Stretch {
  return { start: addMonths(start, 1 - months), end };
}

function ledgerFigure(measure: LedgerMeasure, books: LedgerBooks, stretch: Stretch): MeasureFigure {
  const { sign, accounts: choices, sources, basis, postedOnly } = measure;
  const span = spanOf(measure, stretch);
  const whole = basis === "cash" ? books.onCashBasis : books.ledger;
  const ledger = postedOnly ? { ...whole, residuals: () => [] } : whole;
  return figureOfAccounts(accountsOf(books.accounts, choices, { ...books, balanceOf: wholeOf(ledger, span) }), { ledger, span, sign, sources, basis });
}

type Drawn = { ledger: Ledger; span: Span; sign: 1 | -1; sources?: string[] | undefined; basis?: "cash" | undefined };

/** What some accounts come to together, differences to Xero included. */
export function figureOfAccounts(chosen: readonly Account[], { ledger, span, sign, sources, basis }: Drawn): MeasureFigure {
  const layout = { ledger, columns: [], hideZero: true };
  const whole = wholeOf(ledger, span);
  const posted = signed(sign, sum(chosen.map(({ id }) => ledger.net(id, span))));
  const value = decimal(signed(sign, sum(chosen.map(whole))));
  const differences = differencesOf(layout, chosen, span, sign, both);
  // An account that nothing was posted to is not among those that prove it.
  const lines = { accounts: chosen.map(({ id }) => id).filter((id) => ledger.hasMoved(id, span)), from: span.start, to: span.end };
  if (differences.length === 0) return { value, unit: "money", proof: { kind: "lines", ...lines, ...(sources ? { sources } : {}), ...(basis ? { basis } : {}) } };
  return { value, unit: "money", proof: { kind: "earnings", parts: [{ label: "Posted in the ledger here", ...lines, amount: decimal(posted) }], differences } };
}

function wholeOf(ledger: Ledger, span: Span): (account: Account) => Money {
  return ({ id }) => ledger.net(id, span) + sum(ledger.residuals(id, span).map(both));
}

function openFigure({ type, overdue }: Extract<Measure, { kind: "openDocuments" }>, { documents }: KpiBooks, day: Day): MeasureFigure {
  const outstanding = outstandingAt(documents[type], day);
  const shown = overdue ? outstanding.filter((each) => isOverdue(each, day)) : outstanding;
  return documentsFigure(shown.map(({ document, amount }) => ({ id: document.id, label: () => openLabel(document), amount })), "amount");
}

function settledFigure({ type, shows }: Extract<Measure, { kind: "settledDocuments" }>, { documents }: KpiBooks, stretch: Stretch): MeasureFigure {
  const settled = settledWithin(documents[type], stretch);
  if (shows === "amountTimesDays") return lateFigure(settled, openLabel);
  return documentsFigure(settled.map(({ document, amount }) => ({ id: document.id, label: () => openLabel(document), amount })), "amount");
}

function agedFigure({ side, bucket }: Extract<Measure, { kind: "aged" }>, { aged }: KpiBooks): MeasureFigure {
  const within = aged[side].filter((each) => each.bucket === bucket);
  return documentsFigure(within.map(({ document }) => ({ id: document.id, label: () => openLabel(document), amount: document.baseOutstanding })), "amount");
}

export function openLabel({ number, contactName, dueDate, date }: Pick<OpenDocument, "number" | "contactName" | "dueDate" | "date">): string {
  return [number ?? "Without a number", contactName, `due ${dayLabel(dueDate ?? date)}`].filter(Boolean).join(", ");
}

function unreconciledAt({ unreconciled }: KpiBooks, day: Day): DocumentAmount[] {
  return unreconciled
    .filter(({ date }) => date <= day)
    .map(({ id, number, reference, contactName, date, baseAmount }) => ({ id, label: () => [number ?? reference ?? "Without a number", contactName, dayLabel(date)].filter(Boolean).join(", "), amount: absolute(baseAmount) }));
}

function daysFigure({ start, end }: Stretch): MeasureFigure {
  const days = daysBetween(start, end) + 1;
  return { value: String(days), unit: "days", proof: { kind: "words", sentence: `${dayLabel(start)} to ${dayLabel(end)}, both included` } };
}

function monthsFigure(first: Month | null, last: Month): MeasureFigure {
  const months = first === null ? [] : monthsFrom(first, last);
  const sentence = months.length === 0 ? "nothing had been posted by then" : `from ${monthLabel(months[0] ?? last)} to ${monthLabel(last)}, both included`;
  return { value: String(months.length), unit: "count", proof: { kind: "words", sentence } };
}

function countFigure(accounts: readonly Account[]): MeasureFigure {
  const sentence = accounts.length === 0 ? "no account of this kind in the chart of accounts" : accounts.map(({ name }) => name).join(", ");
  return { value: String(accounts.length), unit: "count", proof: { kind: "words", sentence } };
}
