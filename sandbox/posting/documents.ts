// Documents that post by themselves: invoices, credit notes, bank transactions, transfers, manual journals and the
// postings that come from no document at all.

import { type Chart, currencyOf, requireAccount, systemAccount } from "../books/chart.ts";
import { rateOf } from "../books/fields.ts";
import type { BankTransaction, BankTransfer, CreditNote, Invoice, ManualJournal, OtherPosting } from "../books/readers.ts";
import { grossOf, taxOf } from "../books/totals.ts";
import { toBase } from "../exact/money.ts";
import { type Entry, type EntryLine, entry } from "./entry.ts";
import { groupLines, postedLines } from "./lines.ts";

export function postInvoice(invoice: Invoice, chart: Chart): Entry[] {
  if (!isPosted(invoice.Status)) return [];
  const { InvoiceID: sourceId, Date: date, Type: sourceType, InvoiceNumber } = invoice;
  const owner = `Invoice ${InvoiceNumber ?? sourceId}`;
  const isSale = sourceType === "ACCREC";
  const control = systemAccount(chart, isSale ? "DEBTORS" : "CREDITORS", owner);
  const lines = postedLines(invoice, isSale ? -1n : 1n, control, chart, owner);
  return entry({ sourceType, sourceId, date, reference: InvoiceNumber }, lines);
}

export function postCreditNote(note: CreditNote, chart: Chart): Entry[] {
  if (!isPosted(note.Status)) return [];
  const { CreditNoteID: sourceId, Date: date, Type: sourceType, CreditNoteNumber } = note;
  const owner = `Credit note ${CreditNoteNumber ?? sourceId}`;
  const isSale = sourceType === "ACCRECCREDIT";
  const control = systemAccount(chart, isSale ? "DEBTORS" : "CREDITORS", owner);
  const lines = postedLines(note, isSale ? 1n : -1n, control, chart, owner);
  return entry({ sourceType, sourceId, date, reference: CreditNoteNumber }, lines);
}

// The two -TRANSFER rows of a transfer only repeat it; the transfer itself posts.
export function postBankTransaction(transaction: BankTransaction, chart: Chart): Entry[] {
  if (transaction.Status !== "AUTHORISED" || transaction.Type.endsWith("-TRANSFER")) return [];
  const { BankTransactionID: sourceId, Date: date, Type, BankAccount } = transaction;
  const owner = `Bank transaction ${sourceId}`;
  const isSpend = Type.startsWith("SPEND");
  const source = { sourceType: sourceTypeOf(Type), sourceId, date, reference: transaction.Reference };
  if (Type.endsWith("-OVERPAYMENT")) {
    const control = systemAccount(chart, isSpend ? "CREDITORS" : "DEBTORS", owner);
    const net = toBase(transaction.Total, rateOf(transaction)) * (isSpend ? -1n : 1n);
    return entry(source, [
      { accountId: BankAccount.AccountID, net },
      { accountId: control, net: -net },
    ]);
  }
  return entry(source, postedLines(transaction, isSpend ? 1n : -1n, BankAccount.AccountID, chart, owner));
}

function sourceTypeOf(type: string): string {
  const side = type.startsWith("SPEND") ? "AP" : "AR";
  if (type.endsWith("-PREPAYMENT")) return `${side}PREPAYMENT`;
  if (type.endsWith("-OVERPAYMENT")) return `${side}OVERPAYMENT`;
  return side === "AP" ? "CASHPAID" : "CASHREC";
}

// Both legs have the base value of what left, unless the money that arrived is known from its own bank transaction;
// then the difference is a bank currency gain or loss.
export function postTransfer(transfer: BankTransfer, arrivals: ReadonlyMap<string, BankTransaction>, chart: Chart): Entry[] {
  if (transfer.Status === "DELETED") return [];
  const { BankTransferID: sourceId, Date: date, FromBankAccount, ToBankAccount } = transfer;
  const left = toBase(transfer.Amount, transferRate(transfer, chart));
  const arrival = arrivals.get(transfer.ToBankTransactionID ?? "");
  const arrived = arrival ? toBase(arrival.Total, rateOf(arrival)) : left;
  const lines: EntryLine[] = [
    { accountId: FromBankAccount.AccountID, net: -left },
    { accountId: ToBankAccount.AccountID, net: arrived },
  ];
  if (left !== arrived) {
    lines.push({ accountId: systemAccount(chart, "BANKCURRENCYGAIN", `Bank transfer ${sourceId}`), net: left - arrived });
  }
  return entry({ sourceType: "TRANSFER", sourceId, date }, lines);
}

function transferRate(transfer: BankTransfer, chart: Chart): bigint {
  const isBase = currencyOf(chart, transfer.FromBankAccount.AccountID) === chart.baseCurrency;
  return isBase ? rateOf({}) : rateOf(transfer);
}

export function postManualJournal(journal: ManualJournal, chart: Chart): Entry[] {
  if (journal.Status !== "POSTED") return [];
  const { ManualJournalID: sourceId, Date: date, Narration: reference } = journal;
  const lines = journal.JournalLines.flatMap((line) => manualLines(journal, line, chart));
  return entry({ sourceType: "MANJOURNAL", sourceId, date, reference }, lines);
}

function manualLines(journal: ManualJournal, line: ManualJournal["JournalLines"][number], chart: Chart): EntryLine[] {
  const owner = `Manual journal "${journal.Narration}"`;
  const tax = taxOf(line, journal.LineAmountTypes);
  const gross = grossOf(line, journal.LineAmountTypes);
  if (gross === 0n && tax === 0n) return [];
  const { AccountID: accountId } = requireAccount(chart, line, owner);
  return groupLines({ accountId, taxType: line.TaxType, tracking: line.Tracking, gross, tax }, 1n, undefined, chart, owner);
}

export function postOther(posting: OtherPosting): Entry[] {
  const lines = posting.Lines.map(({ AccountID, NetAmount }) => ({ accountId: AccountID, net: NetAmount }));
  const { PostingID: sourceId, Date: date, Narration: reference } = posting;
  return entry({ sourceType: "INTEGRATEDPAYROLLPE", sourceId, date, reference }, lines);
}

export function isPosted(status: string): boolean {
  return status === "AUTHORISED" || status === "PAID";
}
