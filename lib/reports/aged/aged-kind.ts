// Aged receivables and payables: what may be asked of them, and what is read for them. Without any wish: as at today, by due date, in days,
// with credits set off. As known on a day they are of what the ledger had by then instead of today's documents, and without another day as at that one.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import { sumLinesNaming } from "#lib/ageing/queries.ts";
import { readKnownDocuments } from "#lib/ageing/read-known-documents.ts";
import { readOpenDocuments } from "#lib/ageing/read-open-documents.ts";
import { type Side, sides } from "#lib/ageing/side.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { Day } from "#lib/day.ts";
import { ledgerAuthority } from "#lib/ledger/journals/queries.ts";
import { chartOfAccounts, movementsBetween } from "#lib/ledger/queries.ts";
import { sum } from "#lib/money.ts";
import { buildAgedReport } from "#lib/reports/aged/aged-report.ts";
import type { LedgerBalance } from "#lib/reports/aged/tie-out-rows.ts";
import type { Residual } from "#lib/reports/books.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { asKnownOn, endOf, postedBy, standingOf } from "#lib/reports/known-on.ts";
import { knownOnWords } from "#lib/reports/known-on-words.ts";
import { fault } from "#lib/reports/parameters.ts";
import { type AgedParameters, type AgedReport, ageingDays, bucketKinds } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";
import { type AgedType, titles } from "#lib/reports/report-types.ts";
import type { Account } from "#lib/reports/sections.ts";

export const agedWishesSchema = z.strictObject({
  asAt: daySchema.optional(),
  ageBy: z.enum(ageingDays, { error: "Debts are aged by dueDate or invoiceDate." }).default("dueDate"),
  buckets: z.enum(bucketKinds, { error: "Buckets can be days or xeroMonths." }).default("days"),
  showCredits: z.boolean().default(true),
  knownOn: daySchema.optional(),
});

export function agedKind(type: AgedType, side: Side) {
  return reportKindThatReads(agedWishesSchema, async (wishes, organisation, q) => {
    const parameters = agedParameters(wishes, organisation.today);
    const { asAt, knownOn } = parameters;
    const known = await asKnownOn(q, organisation, { basis: "accrual", knownOn });
    const name = [`${titles[type]} as at ${dayLabel(asAt)}`, ...knownOnWords(knownOn)].join(", ");
    return { parameters, end: asAt, name, compute: (query: Query) => compute(query, known, type, side, parameters) };
  });
}

/** No day that is yet to come. */
export function agedParameters({ asAt: asked, knownOn, ...wishes }: z.output<typeof agedWishesSchema>, today: Day): AgedParameters {
  const asAt = asked ?? knownOn ?? today;
  return { asAt: asAt < today ? asAt : today, ...wishes, ...(knownOn === undefined ? {} : { knownOn }) };
}

async function compute(q: Query, organisation: Organisation, type: AgedType, side: Side, parameters: AgedParameters): Promise<AgedReport> {
  const span = { start: null, end: parameters.asAt };
  const upToSequence = postedBy(organisation, parameters);
  const chart = await chartOfAccounts(q);
  const control = await readControl(q, chart, side, { asAt: parameters.asAt, upToSequence });
  const documents = await readDocuments(q, organisation, side, parameters, { chart, control });
  const prepaid = await readPrepaid(q, chart, documents, { asAt: parameters.asAt, upToSequence });
  const { residuals, ...standing } = await standingOf(q, organisation, { basis: "accrual", knownOn: parameters.knownOn }, [span], span, [...sides[side].standings.keys()]);
  return buildAgedReport({ type, side, parameters, documents, control, prepaid, besides: besidesOn(control, residuals), ...standing });
}

type Looked = { chart: readonly Account[]; control: LedgerBalance | null };

async function readDocuments(q: Query, organisation: Organisation, side: Side, { asAt, knownOn }: AgedParameters, { chart, control }: Looked): Promise<OpenDocument[]> {
  if (knownOn === undefined) return readOpenDocuments(q, side, asAt);
  if ((await ledgerAuthority(q)) === "journals") fault("knownOn", "Xero's journals are the ledger here, and they do not say what settled which document. What was open can be told by today's documents only: leave out knownOn.");
  if (!control) return fault("knownOn", `The chart of accounts has no account for ${side}, so the ledger does not say what was open. Leave out knownOn.`);
  const banks = chart.filter(({ type }) => type === "BANK").map(({ id }) => id);
  return readKnownDocuments(q, side, { upToSequence: organisation.ledgerSequence, day: asAt, moment: endOf(knownOn, organisation), currency: organisation.currency, controlId: control.account.id, banks });
}

type Ledger = { asAt: Day; upToSequence: number | undefined };

async function readControl(q: Query, chart: readonly Account[], side: Side, { asAt, upToSequence }: Ledger): Promise<LedgerBalance | null> {
  const account = chart.find(({ systemAccount }) => systemAccount === sides[side].systemAccount);
  const balances = await movementsBetween(q, { basis: "accrual", from: null, to: asAt, upToSequence });
  return account ? { account, net: balances.get(account.id) ?? 0n } : null;
}

/** What prepayments and their refunds left anywhere but on banks, control accounts, gains and roundings lies on the accounts of the prepayments. */
async function readPrepaid(q: Query, chart: readonly Account[], documents: readonly OpenDocument[], { asAt, upToSequence }: Ledger): Promise<LedgerBalance[]> {
  const open = documents.filter(({ standing }) => standing === "prepayment");
  const transactions = open.flatMap(({ id, settlements }) => [id, ...settlements.flatMap(({ kind, documentId }) => (kind === "payment" ? (documentId ?? []) : []))]);
  const totals = await sumLinesNaming(q, transactions, asAt, upToSequence);
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
