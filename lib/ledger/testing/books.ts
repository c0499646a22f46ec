// Small books for tests of the posting rules: an account for every purpose, named by what it is, so that hand-worked figures read well.
import type { BookAccount, Books, Document, DocumentLine, ManualJournal, Party, Settlement } from "#lib/ledger/posting/document.ts";
import type { Entry, EntryLine } from "#lib/ledger/entry.ts";
import { decimal, money, rate, rateOfOne } from "#lib/money.ts";

const systemAccounts = new Map([
  ["receivable", "DEBTORS"],
  ["payable", "CREDITORS"],
  ["gst", "GST"],
  ["rounding", "ROUNDING"],
  ["gains", "REALISEDCURRENCYGAIN"],
  ["bankGains", "BANKCURRENCYGAIN"],
  ["retained", "RETAINEDEARNINGS"],
]);
const plainAccounts = ["bank", "dollars", "savings", "sales", "consulting", "rent", "travel", "deposits", "fees", "equity"];

export const books: Books = booksOf([...systemAccounts.keys(), ...plainAccounts]);

export function booksOf(names: readonly string[]): Books {
  const accounts = names.map((id): BookAccount => ({ id, type: "CURRENT", systemAccount: systemAccounts.get(id) ?? null, currencyCode: id === "dollars" ? "USD" : null }));
  const system = new Map(accounts.flatMap((account) => (account.systemAccount ? [[account.systemAccount, account.id] as const] : [])));
  return { baseCurrency: "NZD", accounts: new Map(accounts.map((account) => [account.id, account])), system, notRecoverable: new Map(), taxTypes: new Set(["NONE", "GST15"]) };
}

export function line(accountId: string | null, lineAmount: string, taxAmount = "0", more: Partial<DocumentLine> = {}): DocumentLine {
  return { accountId, lineAmount: money(lineAmount), taxAmount: money(taxAmount), taxType: taxAmount === "0" ? "NONE" : "GST15", trackingSetId: null, ...more };
}

export function document(xeroId: string, xeroType: string, amount: string, lines: DocumentLine[], more: Partial<Document> = {}): Document {
  const fixed = { id: `row-${xeroId}`, xeroId, xeroType, type: typeOf(xeroType), date: "2025-04-10", status: "AUTHORISED", number: xeroId, contactId: null } as const;
  const currency = { currencyCode: "NZD", currencyRate: rateOfOne, lineAmountTypes: "Exclusive" } as const;
  return { ...fixed, ...currency, bankAccountId: "bank", toBankAccountId: null, creditXeroId: null, amount: money(amount), lines, ...more };
}

export const inDollars = (exchangeRate: string) => ({ currencyCode: "USD", currencyRate: rate(exchangeRate) });

export function settlement(sourceXeroId: string, targetXeroId: string, amount: string, more: Partial<Settlement> = {}): Settlement {
  const fixed = { id: `${sourceXeroId}>${targetXeroId}`, sourceKind: "payment", sourceXeroId, targetXeroId, date: "2025-05-01", ordinal: 0, status: "AUTHORISED" } as const;
  const effectiveOn = more.date ?? fixed.date;
  return { ...fixed, effectiveOn, amount: money(amount), currencyRate: rateOfOne, bankAccountId: "bank", bankAmount: money(amount), transactionId: null, ...more };
}

export function manualJournal(xeroId: string, lines: DocumentLine[], more: Partial<ManualJournal> = {}): ManualJournal {
  return { id: `row-${xeroId}`, xeroId, narration: xeroId, date: "2025-04-30", status: "POSTED", showOnCashBasisReports: true, lineAmountTypes: "NoTax", lines, ...more };
}

export function party(settled: Document, ...settlements: Settlement[]): Party {
  return { document: settled, settlements };
}

/** Account → amount, debit positive, as text: what a hand-worked expectation is written in. */
export function figures(entry: Entry | null): Record<string, string> {
  const totals = new Map<string, bigint>();
  for (const { accountId, amount } of entry?.lines ?? []) totals.set(accountId, (totals.get(accountId) ?? 0n) + amount);
  return Object.fromEntries([...totals].map(([accountId, amount]) => [accountId, decimal(amount)]));
}

export function amountOn(accountId: string, lines: readonly EntryLine[]): bigint {
  return lines.filter((each) => each.accountId === accountId).reduce((total, each) => total + each.amount, 0n);
}

function typeOf(xeroType: string): Document["type"] {
  if (xeroType === "ACCREC") return "INVOICE";
  if (xeroType === "ACCPAY") return "BILL";
  if (xeroType.endsWith("CREDIT")) return "CREDIT_NOTE";
  if (xeroType === "TRANSFER") return "TRANSFER";
  return xeroType.startsWith("SPEND") ? "SPEND" : "RECEIVE";
}
