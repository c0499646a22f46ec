// Aged receivables and payables: what may be asked of them, and what is read for them. Without any wish: as at today, by due date, in days,
// with credits set off.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import { sumLinesNaming } from "#lib/ageing/queries.ts";
import { readOpenDocuments } from "#lib/ageing/read-open-documents.ts";
import { type Side, sides } from "#lib/ageing/side.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { Day } from "#lib/day.ts";
import { chartOfAccounts, movementsBetween } from "#lib/ledger/queries.ts";
import { sum } from "#lib/money.ts";
import { buildAgedReport } from "#lib/reports/aged/aged-report.ts";
import type { LedgerBalance } from "#lib/reports/aged/tie-out-rows.ts";
import type { Residual } from "#lib/reports/books.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKind } from "#lib/reports/kind.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import { type AgedParameters, type AgedReport, ageingDays, bucketKinds } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";
import { type AgedType, titles } from "#lib/reports/report-types.ts";
import type { Account } from "#lib/reports/sections.ts";

export const agedWishesSchema = z.strictObject({
  asAt: daySchema.optional(),
  ageBy: z.enum(ageingDays, { error: "Debts are aged by dueDate or invoiceDate." }).default("dueDate"),
  buckets: z.enum(bucketKinds, { error: "Buckets can be days or xeroMonths." }).default("days"),
  showCredits: z.boolean().default(true),
});

export function agedKind(type: AgedType, side: Side) {
  return reportKind(agedWishesSchema, ({ asAt: asked, ...wishes }, organisation) => {
    const asAt = asked !== undefined && asked < organisation.today ? asked : organisation.today;
    const parameters = { asAt, ...wishes };
    const name = `${titles[type]} as at ${dayLabel(asAt)}`;
    return { parameters, end: asAt, name, compute: (q) => compute(q, organisation, type, side, parameters) };
  });
}

async function compute(q: Query, organisation: Organisation, type: AgedType, side: Side, parameters: AgedParameters): Promise<AgedReport> {
  const span = { start: null, end: parameters.asAt };
  const documents = await readOpenDocuments(q, side, parameters.asAt);
  const chart = await chartOfAccounts(q);
  const control = await readControl(q, chart, side, parameters.asAt);
  const prepaid = await readPrepaid(q, chart, documents, parameters.asAt);
  const { summary: tieOut, residuals } = await readTieOut(q, "accrual", [span]);
  const drafts = await countDrafts(q, span, [...sides[side].standings.keys()]);
  const unreconciled = await countUnreconciled(q, span);
  return buildAgedReport({ type, side, parameters, organisation, documents, control, prepaid, besides: besidesOn(control, residuals), tieOut, drafts, unreconciled });
}

async function readControl(q: Query, chart: readonly Account[], side: Side, asAt: Day): Promise<LedgerBalance | null> {
  const account = chart.find(({ systemAccount }) => systemAccount === sides[side].systemAccount);
  const balances = await movementsBetween(q, { basis: "accrual", from: null, to: asAt });
  return account ? { account, net: balances.get(account.id) ?? 0n } : null;
}

/** What prepayments and their refunds left anywhere but on banks, control accounts, gains and roundings lies on the accounts of the prepayments. */
async function readPrepaid(q: Query, chart: readonly Account[], documents: readonly OpenDocument[], asAt: Day): Promise<LedgerBalance[]> {
  const open = documents.filter(({ standing }) => standing === "prepayment");
  const transactions = open.flatMap(({ id, settlements }) => [id, ...settlements.flatMap(({ kind, documentId }) => (kind === "payment" ? (documentId ?? []) : []))]);
  const totals = await sumLinesNaming(q, transactions, asAt);
  return chart.filter(isOwnOfPrepayments).flatMap((account) => {
    const net = totals.get(account.id) ?? 0n;
    return net === 0n ? [] : [{ account, net, transactions }];
  });
}

const elsewhere = ["DEBTORS", "CREDITORS", "ROUNDING", "REALISEDCURRENCYGAIN", "BANKCURRENCYGAIN"];

function isOwnOfPrepayments({ type, systemAccount }: Account): boolean {
  return type !== "BANK" && !elsewhere.includes(systemAccount ?? "");
}

function besidesOn(control: LedgerBalance | null, residuals: readonly Residual[]) {
  return sum(residuals.filter(({ accountId }) => accountId === control?.account.id).map(({ xero, ledger }) => xero - ledger));
}
