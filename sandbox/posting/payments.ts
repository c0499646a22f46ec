// A payment moves money between an account and a document's control account. The control side is relieved at the
// document's rate, the account side is worth what the payment's own rate says; the difference is a realised currency gain.

import { type Chart, currencyOf, systemAccount } from "../books/chart.ts";
import { paymentTypeFor } from "../books/credits.ts";
import { rateOf } from "../books/fields.ts";
import type { Payment } from "../books/readers.ts";
import { ONE, toBase } from "../exact/money.ts";
import type { Numeral } from "../exact/json.ts";
import { type Entry, type EntryLine, entry } from "./entry.ts";

type Settled = {
  readonly type: string;
  readonly currency: string;
  readonly CurrencyRate: Numeral;
  readonly isSale: boolean;
};

// `undone` are the lines that stand for the document: the control account; for a prepayment what it had posted; on cash
// basis the share of its own lines.
export function postPayment(payment: Payment, settled: Settled, undone: readonly EntryLine[], chart: Chart): Entry[] {
  const moneyIn = isMoneyIn(settled);
  const value = accountValue(payment, settled, chart);
  const account = { accountId: payment.Account.AccountID, net: moneyIn ? value : -value };
  const isForeign = [settled.currency, currencyOf(chart, payment.Account.AccountID)].some((currency) => currency !== chart.baseCurrency);
  const { PaymentID: sourceId, Date: date, Reference: reference } = payment;
  return entry(
    { sourceType: paymentTypeFor(settled.type), sourceId, date, reference },
    withDifference([account, ...undone], isForeign, chart, `Payment ${sourceId}`),
  );
}

// Whatever is left between the two sides of a settlement is a gain (a credit) or a loss on exchange; in base currency it
// is what parts of cents leave.
export function withDifference(lines: readonly EntryLine[], isForeign: boolean, chart: Chart, owner: string): readonly EntryLine[] {
  let difference = 0n;
  for (const { net } of lines) difference -= net;
  if (difference === 0n) return lines;
  return [...lines, { accountId: systemAccount(chart, isForeign ? "REALISEDCURRENCYGAIN" : "ROUNDING", owner), net: difference }];
}

// Money comes in for a sales invoice and for the refund of a supplier's credit.
function isMoneyIn({ type, isSale }: Settled): boolean {
  return type === "ACCREC" || type === "ACCPAY" ? isSale : !isSale;
}

// An account kept in base currency received BankAmount; one in the document's currency, BankAmount at the payment's
// rate; any third currency can only be valued through the document's own amount. A document in base currency has no rate.
export function accountValue(payment: Payment, settled: Pick<Settled, "currency" | "CurrencyRate">, chart: Chart): bigint {
  const rate = settled.currency === chart.baseCurrency ? ONE : paymentRate(payment, settled);
  const currency = currencyOf(chart, payment.Account.AccountID);
  if (currency === chart.baseCurrency) return toBase(bankAmount(payment, settled, chart) ?? 0n, ONE);
  return toBase(currency === settled.currency ? (payment.BankAmount ?? payment.Amount) : payment.Amount, rate);
}

// In the currency of the account; unknown where that is neither the document's nor the base currency and nothing is stated.
export function bankAmount(payment: Payment, settled: Pick<Settled, "currency" | "CurrencyRate">, chart: Chart): bigint | undefined {
  const currency = currencyOf(chart, payment.Account.AccountID);
  if (payment.BankAmount !== undefined || currency === settled.currency) return payment.BankAmount ?? payment.Amount;
  return currency === chart.baseCurrency ? toBase(payment.Amount, paymentRate(payment, settled)) : undefined;
}

function paymentRate(payment: Payment, settled: Pick<Settled, "CurrencyRate">): bigint {
  return rateOf({ CurrencyRate: payment.CurrencyRate ?? settled.CurrencyRate });
}
