// The same completion for everything that has no lines of goods: contacts, transfers, payments, journals, budgets.

import type { z } from "zod";
import { startOf } from "../exact/day.ts";
import { numeral } from "../exact/json.ts";
import { sum, writeMoney } from "../exact/money.ts";
import { type Chart, findAccount, requireAccount } from "./chart.ts";
import { completeBankAccount, type Context, hasFiles } from "./complete.ts";
import { identify } from "./identify.ts";
import { refuse } from "./problem.ts";
import type * as schema from "./schema.ts";
import { grossOf } from "./totals.ts";
import { completeLineTracking } from "./tracking.ts";

export function completeContactCard(contact: z.output<typeof schema.contact>, organisationId: string, fallback: number) {
  return {
    ...contact,
    ContactID: contact.ContactID ?? identify(organisationId, "Contacts", contact.Name),
    UpdatedDateUTC: contact.UpdatedDateUTC ?? fallback,
  };
}

export function completeTracking(category: z.output<typeof schema.trackingCategory>, organisationId: string) {
  const TrackingCategoryID = category.TrackingCategoryID ?? identify(organisationId, "TrackingCategories", category.Name);
  const Options = category.Options.map((option) => ({
    ...option,
    TrackingOptionID: option.TrackingOptionID ?? identify(TrackingCategoryID, option.Name),
    TrackingCategoryID,
  }));
  return { ...category, TrackingCategoryID, Options };
}

export function completeTransfer(transfer: z.output<typeof schema.bankTransfer>, context: Context, index: number) {
  const BankTransferID = transfer.BankTransferID ?? identify(context.organisationId, "BankTransfers", index);
  const owner = `Bank transfer ${BankTransferID}`;
  const { CurrencyCode, ...FromBankAccount } = completeBankAccount(transfer.FromBankAccount, context.chart, owner);
  const { CurrencyCode: _to, ...ToBankAccount } = completeBankAccount(transfer.ToBankAccount, context.chart, owner);
  if (CurrencyCode !== context.chart.baseCurrency && !transfer.CurrencyRate) {
    refuse(`${owner}: it leaves a ${CurrencyCode} account and has no CurrencyRate.`);
  }
  const UpdatedDateUTC = transfer.UpdatedDateUTC ?? transfer.CreatedDateUTC ?? startOf(transfer.Date);
  return {
    ...transfer,
    BankTransferID,
    FromBankAccount,
    ToBankAccount,
    CurrencyRate: transfer.CurrencyRate ?? numeral("1.0000000000"),
    HasAttachments: hasFiles(transfer),
    CreatedDateUTC: transfer.CreatedDateUTC ?? UpdatedDateUTC,
    UpdatedDateUTC,
  };
}

export function completePayment(payment: z.output<typeof schema.payment>, context: Context, index: number) {
  const PaymentID = payment.PaymentID ?? identify(context.organisationId, "Payments", index);
  const { AccountID, Code, Name } = completeBankAccount(payment.Account, context.chart, `Payment ${PaymentID}`);
  const UpdatedDateUTC = payment.UpdatedDateUTC ?? startOf(payment.Date);
  return { ...payment, PaymentID, Account: { AccountID, Code, Name }, UpdatedDateUTC };
}

// Xero tracks the stock of an item that has both an account for it and one for what it costs.
export function completeItem(item: z.output<typeof schema.item>, { organisationId, chart }: Pick<Context, "organisationId" | "chart">, fallback: number) {
  const { SalesDetails: sales, PurchaseDetails: purchase, InventoryAssetAccountCode } = item;
  const codes = [sales?.AccountCode, purchase?.AccountCode, purchase?.COGSAccountCode, InventoryAssetAccountCode];
  for (const AccountCode of codes) if (AccountCode !== undefined) requireAccount(chart, { AccountCode }, `Item ${item.Code}`);
  return {
    ...item,
    ItemID: item.ItemID ?? identify(organisationId, "Items", item.Code),
    IsTrackedAsInventory: item.IsTrackedAsInventory ?? (InventoryAssetAccountCode !== undefined && purchase?.COGSAccountCode !== undefined),
    UpdatedDateUTC: item.UpdatedDateUTC ?? fallback,
  };
}

export function completeManualJournal(journal: z.output<typeof schema.manualJournal>, context: Context, index: number) {
  const ManualJournalID = journal.ManualJournalID ?? identify(context.organisationId, "ManualJournals", index);
  const owner = `Manual journal "${journal.Narration}" (${ManualJournalID})`;
  const JournalLines = journal.JournalLines.map((line) => {
    const account = findAccount(context.chart, line, owner);
    const Tracking = completeLineTracking(line.Tracking, context.tracking);
    return { ...line, AccountID: account?.AccountID, AccountCode: account?.Code, Tracking };
  });
  const difference = sum(JournalLines.map((line) => grossOf(line, journal.LineAmountTypes)));
  if (journal.Status === "POSTED" && difference !== 0n) refuse(`${owner}: its lines are ${writeMoney(difference)} apart.`);
  return { ...journal, ManualJournalID, JournalLines, HasAttachments: hasFiles(journal), UpdatedDateUTC: journal.UpdatedDateUTC ?? startOf(journal.Date) };
}

export function completeJournal(journal: z.output<typeof schema.journal>, context: Context) {
  const JournalID = journal.JournalID ?? identify(context.organisationId, "Journals", journal.JournalNumber);
  const owner = `Journal ${journal.JournalNumber}`;
  const JournalLines = journal.JournalLines.map((line, index) => {
    const account = requireAccount(context.chart, line, owner);
    return {
      ...line,
      JournalLineID: line.JournalLineID ?? identify(JournalID, index),
      AccountID: account.AccountID,
      AccountCode: account.Code,
      AccountName: account.Name,
      AccountType: account.Type,
      TrackingCategories: completeLineTracking(line.TrackingCategories, context.tracking),
      GrossAmount: line.GrossAmount ?? line.NetAmount + (line.TaxAmount ?? 0n),
      TaxAmount: line.TaxAmount ?? 0n,
    };
  });
  mustBalance(JournalLines, owner);
  return { ...journal, JournalID, JournalLines, CreatedDateUTC: journal.CreatedDateUTC ?? startOf(journal.JournalDate) };
}

type NamedInvoice = { readonly InvoiceID: string; readonly InvoiceNumber?: string | undefined };

export function completeOtherPosting(posting: z.output<typeof schema.otherPosting>, context: Context & { readonly invoices: readonly NamedInvoice[] }, index: number) {
  const owner = `Other posting "${posting.Narration}" of ${posting.Date}`;
  const PostingID = posting.PostingID ?? identify(context.organisationId, "OtherPostings", index);
  const Lines = posting.Lines.map((line) => ({
    ...line,
    AccountID: requireAccount(context.chart, line, owner).AccountID,
  }));
  mustBalance(Lines, owner);
  return { ...posting, PostingID, Lines, Invoice: posting.Invoice && invoiceNamed(posting.Invoice, context.invoices, owner) };
}

export function completeBudget(
  budget: z.output<typeof schema.budget>,
  context: { organisationId: string; chart: Chart },
  index: number,
  fallback: number,
) {
  const BudgetID = budget.BudgetID ?? identify(context.organisationId, "Budgets", index);
  const BudgetLines = budget.BudgetLines.map((line) => {
    const account = requireAccount(context.chart, line, `Budget "${budget.Description}"`);
    return { ...line, AccountID: account.AccountID, AccountCode: account.Code };
  });
  return { ...budget, BudgetID, BudgetLines, UpdatedDateUTC: budget.UpdatedDateUTC ?? fallback };
}

function invoiceNamed({ InvoiceID, InvoiceNumber }: Partial<NamedInvoice>, invoices: readonly NamedInvoice[], owner: string): NamedInvoice {
  const found = invoices.find((one) => (InvoiceID ? one.InvoiceID === InvoiceID : InvoiceNumber !== undefined && one.InvoiceNumber === InvoiceNumber));
  return found ? { InvoiceID: found.InvoiceID, InvoiceNumber: found.InvoiceNumber } : refuse(`${owner}: its invoice is not in the books.`);
}

function mustBalance(lines: readonly { NetAmount: bigint }[], owner: string): void {
  const difference = sum(lines.map((line) => line.NetAmount));
  if (difference !== 0n) refuse(`${owner}: its debits and credits are ${writeMoney(difference)} apart.`);
}
