// Where a group's tax goes: to the one tax account; for tax on imports to an account of its own where the chart has it;
// and to the line's own account for the components that cannot be claimed back. A reverse charge would post both of its
// sides to the same account, which is nothing.

import { type Chart, systemAccount } from "../books/chart.ts";
import { readMoney, roundedQuotient, sum, toBase } from "../exact/money.ts";

const CENT = 100n;

type Untaxed = { readonly gross: bigint; readonly tax: bigint; readonly taxType: string | undefined };
type TaxedGroup = { readonly net: bigint; readonly tax: bigint; readonly taxAccountId: string | undefined };

// In base currency; net and tax together are the group's gross. A manual journal is posted as it was given, without a rate.
export function taxed(group: Untaxed, rate: bigint | undefined, chart: Chart, owner: string): TaxedGroup {
  const inBase = (amount: bigint) => (rate === undefined ? amount : toBase(amount, rate));
  const charged = inBase(group.tax);
  const tax = charged - keptTax(charged, group.taxType, chart);
  const net = inBase(group.gross) - tax;
  return { net, tax, taxAccountId: tax === 0n ? undefined : taxAccount(group.taxType, chart, owner) };
}

function taxAccount(taxType: string | undefined, chart: Chart, owner: string): string {
  const imports = chart.accounts.find(({ SystemAccount }) => SystemAccount === "GSTONIMPORTS");
  return taxType === "GSTONIMPORTS" && imports ? imports.AccountID : systemAccount(chart, "GST", owner);
}

function keptTax(tax: bigint, taxType: string | undefined, chart: Chart): bigint {
  const components = chart.taxRates.find((rate) => rate.TaxType === taxType)?.TaxComponents ?? [];
  const rateOf = (wanted: readonly (typeof components)[number][]) => sum(wanted.map(({ Rate }) => readMoney(Rate.numeral) ?? 0n));
  const [kept, whole] = [rateOf(components.filter((one) => one["IsNonRecoverable"] === true)), rateOf(components)];
  return kept === 0n ? 0n : roundedQuotient(tax * kept, whole * CENT) * CENT;
}
