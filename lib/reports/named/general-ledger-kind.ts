// The general ledger of some days, of all accounts or of one: what may be asked of it, and what is read for it.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { bases } from "#db/vocabulary.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { askedDays, daysWishes } from "#lib/reports/named/asked-days.ts";
import { generalLedger, generalLedgerColumns, generalLedgerSpans } from "#lib/reports/named/general-ledger.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { GeneralLedgerParameters } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { sidesByAccount } from "#lib/reports/named/queries.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import { fault } from "#lib/reports/parameters.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { CustomReport } from "#lib/reports/report.ts";

const wishes = z.strictObject({
  layout: z.literal("generalLedger"),
  ...daysWishes,
  basis: z.enum(bases, { error: "A general ledger is of accrual or of cash basis." }).default("accrual"),
  accountId: z.uuid().optional(),
});

export const generalLedgerKind = reportKindThatReads(wishes, async ({ layout, basis, accountId, ...asked }, organisation, q) => {
  const account = accountId === undefined ? null : ((await chartOfAccounts(q)).find(({ id }) => id === accountId) ?? fault("accountId", "There is no such account, or it is not yours."));
  const parameters = { layout, ...askedDays(asked, organisation), basis, ...(account ? { accountId: account.id } : {}) };
  const { from, to } = parameters;
  const name = `${layoutTitles[layout]}${account ? ` of ${account.name}` : ""}, ${rangeLabel(from, to)}`;
  return { parameters, end: to, name, compute: (query: Query) => compute(query, organisation, parameters) };
});

const lines = "The lines of an account, with their documents and a running total, are behind each of its figures; a file of this report holds the figures alone.";

async function compute(q: Query, organisation: Organisation, parameters: GeneralLedgerParameters): Promise<CustomReport> {
  const { from, to, basis, accountId } = parameters;
  const [spans, span] = [generalLedgerSpans(parameters, organisation.yearEnd), { start: from, end: to }];
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spans, null);
  const sides = await sidesByAccount(q, { basis, ledgerSequence: organisation.ledgerSequence, from, to });
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis, span, spans });
  const { rows, hiddenAccounts } = generalLedger({ accounts, movements, residuals }, new Map(sides.map((each) => [each.accountId, each])), parameters, organisation.yearEnd, accountId);
  return namedReport({ circumstances, parameters, basis, span, books: { accounts, residuals }, columns: generalLedgerColumns(parameters), rows, hiddenAccounts, notes: [lines] });
}
