// The exposure to other currencies on the last of some days, and what was gained on them within these: what may be asked, and what is read for it.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { readOpenDocuments } from "#lib/ageing/read-open-documents.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKind } from "#lib/reports/kind.ts";
import { askedDays, daysWishes } from "#lib/reports/named/asked-days.ts";
import { type ForeignBank, fxColumns, fxExposure } from "#lib/reports/named/fx-exposure.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import { type FxExposureParameters, statedRateSchema } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { foreignBalances, gainsByCurrency } from "#lib/reports/named/queries.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import { fault } from "#lib/reports/parameters.ts";
import type { CustomReport } from "#lib/reports/report.ts";

const mostRates = 50;

const wishes = z.strictObject({ layout: z.literal("fxExposure"), ...daysWishes, rates: z.array(statedRateSchema).max(mostRates, `There can be ${mostRates} rates at most.`).default([]) });

export const fxExposureKind = reportKind(wishes, ({ layout, rates, ...asked }, organisation) => {
  const parameters = { layout, ...askedDays(asked, organisation), rates: rates.toSorted((one, other) => one.currency.localeCompare(other.currency)) };
  const twice = parameters.rates.find(({ currency }, place) => parameters.rates[place - 1]?.currency === currency);
  if (twice) fault("rates", `There are two rates for ${twice.currency}.`);
  if (rates.some(({ currency }) => currency === organisation.currency)) fault("rates", `${organisation.currency} is the currency of these books and has no rate.`);
  const { from, to } = parameters;
  return { parameters, end: to, name: `${layoutTitles[layout]}, ${rangeLabel(from, to)}`, compute: (q) => compute(q, organisation, parameters) };
});

const gainSystemAccounts = ["REALISEDCURRENCYGAIN", "BANKCURRENCYGAIN"];

const notes = ["Rates are units of each currency for one of the books', as Xero states them. None is looked up: where none was stated nothing is valued.", "Prepayments are settled in goods, not in money, and are not in the exposure. Debts are negative."];

async function compute(q: Query, organisation: Organisation, parameters: FxExposureParameters): Promise<CustomReport> {
  const { from, to, rates } = parameters;
  const [span, spans] = [{ start: from, end: to }, [{ start: null, end: to }]];
  const accounts = await chartOfAccounts(q);
  const gainAccounts = accounts.filter(({ systemAccount }) => gainSystemAccounts.includes(systemAccount ?? "")).map(({ id }) => id);
  const [receivables, payables] = [await readOpenDocuments(q, "receivables", to), await readOpenDocuments(q, "payables", to)];
  const gains = (await gainsByCurrency(q, { accounts: gainAccounts, from, to })).map(({ currency, debit, credit }) => ({ currency, amount: credit - debit }));
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis: "accrual", span, spans });
  const rows = fxExposure({ receivables, payables, banks: await readBanks(q, accounts, organisation, to), gains, gainAccounts, rates, baseCurrency: organisation.currency, days: parameters });
  return namedReport({ circumstances, parameters, basis: "accrual", span, books: { accounts, residuals }, columns: fxColumns(parameters), rows, notes });
}

/** Bank accounts in another currency with a balance in either. */
async function readBanks(q: Query, chart: Awaited<ReturnType<typeof chartOfAccounts>>, { currency: base }: Organisation, to: string): Promise<ForeignBank[]> {
  const foreign = chart.filter(({ type, currencyCode }) => type === "BANK" && currencyCode !== null && currencyCode !== base);
  const balances = new Map((await foreignBalances(q, { accounts: foreign.map(({ id }) => id), to })).map((each) => [each.accountId, each]));
  return foreign.flatMap((account) => {
    const found = balances.get(account.id);
    if (!found || (found.debit === found.credit && found.foreign === 0n)) return [];
    return [{ account, currency: account.currencyCode ?? base, foreign: found.lines === found.said ? found.foreign : null, base: found.debit - found.credit }];
  });
}
