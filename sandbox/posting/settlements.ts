// Payments, refunds and allocations of every document, in the order they took effect.

import { systemAccount } from "../books/chart.ts";
import { type Credit, creditsOf, isSalesCredit } from "../books/credits.ts";
import { rateOf } from "../books/fields.ts";
import { contextOf, type Books } from "../books/read.ts";
import type { Chart, Invoice } from "../books/readers.ts";
import type { Settlement, Settlements } from "../books/settle.ts";
import { type Entry, type EntryLine, entry } from "./entry.ts";
import type { Lined } from "./lines.ts";
import { postPayment, withDifference } from "./payments.ts";
import { undoneShares } from "./prepaid.ts";
import { reliefs } from "./relief.ts";

type Relief = (settlementId: string, side: "invoice" | "credit") => readonly EntryLine[];

export function postSettlements(books: Books, settlements: Settlements): Entry[] {
  const { chart } = contextOf(books);
  const invoiceRelief = new Map<string, readonly EntryLine[]>();
  const creditRelief = new Map<string, readonly EntryLine[]>();
  const receipts = new Map(books.BankTransactions.map((transaction) => [transaction.PrepaymentID ?? "", transaction]));
  const ofInvoices = books.Invoices.flatMap((invoice) => {
    const settled = settlements.get(invoice.InvoiceID) ?? [];
    for (const [id, lines] of invoiceLines(invoice, settled, chart)) invoiceRelief.set(id, lines);
    return settled.map((settlement) => ({ settlement, invoice }));
  });
  for (const credit of creditsOf(books)) {
    const posted = receipts.get(credit.id);
    for (const [id, lines] of creditLines(credit, posted, settlements.get(credit.id) ?? [], chart)) creditRelief.set(id, lines);
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

// A settled sales invoice takes its relief off accounts receivable (a credit), a bill puts it back on payables.
function invoiceLines(invoice: Invoice, settlements: readonly Settlement[], chart: Chart) {
  if (settlements.length === 0) return [];
  const isSale = invoice.Type === "ACCREC";
  const accountId = systemAccount(chart, isSale ? "DEBTORS" : "CREDITORS", `Invoice ${invoice.InvoiceNumber}`);
  const found = reliefs(invoice.Total, rateOf(invoice), settlements);
  return [...found].map(([id, relief]): [string, EntryLine[]] => [id, [{ accountId, net: isSale ? -relief : relief }]]);
}

// A prepayment is undone as its bank transaction posted it; without one, as its own lines say.
function creditLines(
  credit: Credit,
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

// Both sides of an allocation often stand on the same control account; then only their difference is posted.
function merged(lines: readonly EntryLine[]): readonly EntryLine[] {
  const byAccount = new Map<string, bigint>();
  for (const { accountId, net } of lines) byAccount.set(accountId, (byAccount.get(accountId) ?? 0n) + net);
  return [...byAccount].map(([accountId, net]) => ({ accountId, net }));
}
