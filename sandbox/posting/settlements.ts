// Payments, refunds and allocations of every document, in the order they took effect. On either basis they post the same
// money; what they take off an invoice or a credit note lies on its control account on accruals, and is a share of its own
// lines on cash basis. Prepayments and overpayments are money already, and the same on both.

import { systemAccount } from "../books/chart.ts";
import { type Credit, creditsOf, isSalesCredit } from "../books/credits.ts";
import { rateOf } from "../books/fields.ts";
import { contextOf, type Books } from "../books/read.ts";
import type { Chart, CreditNote, Invoice } from "../books/readers.ts";
import type { Settlement, Settlements } from "../books/settle.ts";
import { type Entry, type EntryLine, entry } from "./entry.ts";
import type { Lined, Side } from "./lines.ts";
import { accountValue, postPayment, withDifference } from "./payments.ts";
import { undoneShares } from "./prepaid.ts";
import { reliefs } from "./relief.ts";
import { sharesOf } from "./shares.ts";

type NoteCredit = Extract<Credit, { kind: "CreditNote" }>;
type PrepaidCredit = Exclude<Credit, NoteCredit>;
type Relief = (settlementId: string, side: "invoice" | "credit") => readonly EntryLine[];

// An invoice or credit note, and on which side the lines stand that take it off.
type Settled = {
  readonly document: Invoice | CreditNote;
  readonly name: string;
  readonly control: "DEBTORS" | "CREDITORS";
  readonly side: Side;
  readonly settlements: readonly Settlement[];
};
// The lines that each of its settlements posts for it.
type Taking = (settled: Settled, all: Settlements, chart: Chart) => Iterable<[string, readonly EntryLine[]]>;

export function postSettlements(books: Books, settlements: Settlements): Entry[] {
  return postedBy(onControl, books, settlements);
}

export function postSettlementsOnCash(books: Books, settlements: Settlements): Entry[] {
  return postedBy(inShares, books, settlements);
}

function postedBy(taking: Taking, books: Books, settlements: Settlements): Entry[] {
  const { chart } = contextOf(books);
  const invoiceRelief = new Map<string, readonly EntryLine[]>();
  const creditRelief = new Map<string, readonly EntryLine[]>();
  const receipts = new Map(books.BankTransactions.map((transaction) => [transaction.PrepaymentID ?? "", transaction]));
  const ofInvoices = books.Invoices.flatMap((invoice) => {
    const settled = settlements.get(invoice.InvoiceID) ?? [];
    for (const [id, lines] of taking(settledInvoice(invoice, settled), settlements, chart)) invoiceRelief.set(id, lines);
    return settled.map((settlement) => ({ settlement, invoice }));
  });
  for (const credit of creditsOf(books)) {
    const settled = settlements.get(credit.id) ?? [];
    const lines =
      credit.kind === "CreditNote"
        ? taking(settledNote(credit, settled), settlements, chart)
        : prepaidLines(credit, receipts.get(credit.id), settled, chart);
    for (const [id, taken] of lines) creditRelief.set(id, taken);
  }
  const relief: Relief = (id, side) => (side === "invoice" ? invoiceRelief : creditRelief).get(id) ?? [];
  return [
    ...ofInvoices.flatMap(({ settlement, invoice }) => postOnInvoice(settlement, invoice, relief, chart)),
    ...creditsOf(books).flatMap((credit) => postRefunds(credit, settlements.get(credit.id) ?? [], relief, chart)),
  ];
}

function postOnInvoice(settlement: Settlement, invoice: Invoice, relief: Relief, chart: Chart): Entry[] {
  const undone = relief(settlement.id, "invoice");
  if (settlement.kind === "payment") {
    const { Type: type, CurrencyCode: currency, CurrencyRate } = invoice;
    return postPayment(settlement.payment, { type, currency, CurrencyRate, isSale: type === "ACCREC" }, undone, chart);
  }
  const { credit, id, date } = settlement;
  const isForeign = [invoice.CurrencyCode, credit.document.CurrencyCode].some((currency) => currency !== chart.baseCurrency);
  const lines = merged([...undone, ...relief(id, "credit")]);
  const sourceType = isSalesCredit(credit.document.Type) ? "ACCRECCREDIT" : "ACCPAYCREDIT";
  return entry({ sourceType, sourceId: id, date }, withDifference(lines, isForeign, chart, `An allocation of ${credit.name}`));
}

function postRefunds(credit: Credit, settlements: readonly Settlement[], relief: Relief, chart: Chart): Entry[] {
  return settlements.flatMap((settlement) => {
    if (settlement.kind !== "payment") return [];
    const { Type: type, CurrencyCode: currency, CurrencyRate } = credit.document;
    const settled = { type, currency, CurrencyRate, isSale: isSalesCredit(type) };
    return postPayment(settlement.payment, settled, relief(settlement.id, "credit"), chart);
  });
}

function settledInvoice(document: Invoice, settlements: readonly Settlement[]): Settled {
  const isSale = document.Type === "ACCREC";
  const name = `Invoice ${document.InvoiceNumber ?? document.InvoiceID}`;
  return { document, name, control: isSale ? "DEBTORS" : "CREDITORS", side: isSale ? -1n : 1n, settlements };
}

function settledNote({ document, name }: NoteCredit, settlements: readonly Settlement[]): Settled {
  const isSale = isSalesCredit(document.Type);
  return { document, name, control: isSale ? "DEBTORS" : "CREDITORS", side: isSale ? 1n : -1n, settlements };
}

// A settled sales invoice takes its relief off accounts receivable (a credit), a bill puts it back on payables.
function onControl({ document, name, control, side, settlements }: Settled, _all: Settlements, chart: Chart) {
  if (settlements.length === 0) return [];
  const accountId = systemAccount(chart, control, name);
  const found = reliefs(document.Total, rateOf(document), settlements);
  return [...found].map(([id, relief]): [string, EntryLine[]] => [id, [{ accountId, net: side * relief }]]);
}

function inShares({ document, name, side, settlements }: Settled, all: Settlements, chart: Chart) {
  const valued = settlements.map((settlement) => ({ ...settlement, worth: worthOf(settlement, document, all, chart) }));
  return sharesOf(document, side, valued, chart, name);
}

// A payment is worth what it moved; an allocation what it takes off the credit, at the credit's own rate.
function worthOf(settlement: Settlement, { CurrencyCode: currency, CurrencyRate }: Invoice | CreditNote, all: Settlements, chart: Chart): bigint {
  if (settlement.kind === "payment") return accountValue(settlement.payment, { currency, CurrencyRate }, chart);
  const { document, id } = settlement.credit;
  return reliefs(document.Total, rateOf(document), all.get(id) ?? []).get(settlement.id) ?? 0n;
}

// A prepayment is undone as its bank transaction posted it, or else as its own lines say; an overpayment lies on the control
// account.
function prepaidLines(
  credit: PrepaidCredit,
  posted: Lined | undefined,
  settlements: readonly Settlement[],
  chart: Chart,
): [string, EntryLine[]][] {
  if (settlements.length === 0) return [];
  const isSale = isSalesCredit(credit.document.Type);
  const turned = (lines: readonly EntryLine[]) => lines.map((line) => ({ ...line, net: isSale ? line.net : -line.net }));
  if (credit.kind === "Prepayment") {
    return [...undoneShares(posted?.Total === credit.document.Total ? posted : credit.document, credit.name, settlements, chart)].map(([id, lines]) => [id, turned(lines)]);
  }
  const accountId = systemAccount(chart, isSale ? "DEBTORS" : "CREDITORS", credit.name);
  const found = reliefs(credit.document.Total, rateOf(credit.document), settlements);
  return [...found].map(([id, net]) => [id, turned([{ accountId, net }])]);
}

// Both sides of an allocation often stand on the same account, under the same tracking; then only their difference is posted.
function merged(lines: readonly EntryLine[]): readonly EntryLine[] {
  const byPlace = new Map<string, EntryLine>();
  for (const line of lines) {
    const place = [line.accountId, line.taxType, ...(line.tracking ?? []).map(({ TrackingOptionID }) => TrackingOptionID)].join("|");
    const before = byPlace.get(place);
    byPlace.set(place, before ? { ...before, net: before.net + line.net, tax: (before.tax ?? 0n) + (line.tax ?? 0n) } : line);
  }
  return [...byPlace.values()];
}
