// The invoice of the API reference: posted, and not paid yet.
import type { z } from "zod";
import { exampleAccount } from "#lib/accounts/examples.ts";
import { exampleContact } from "#lib/contacts/examples.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import type { transactionSchema, wholeTransactionSchema } from "#lib/transactions/transaction.ts";

export const exampleTransaction: z.input<typeof transactionSchema> = {
  id: "01990000-0000-7000-8000-0000000000e1",
  tenantId: exampleOrganisation.id,
  xeroId: "243216c5-369e-4056-ac67-05388f86dc81",
  type: "INVOICE",
  xeroType: "ACCREC",
  direction: "in",
  status: "AUTHORISED",
  number: "INV-7",
  reference: "Advice in October",
  date: "2026-10-03",
  dueDate: "2026-10-20",
  plannedPaymentDate: null,
  contactId: exampleContact.id,
  contactName: exampleContact.name,
  description: "Advice",
  amount: "155.83",
  currencyCode: "NZD",
  currencyRate: "1",
  baseAmount: "155.83",
  baseCurrency: "NZD",
  subTotal: "135.50",
  totalTax: "20.33",
  amountDue: "155.83",
  amountPaid: "0.00",
  amountCredited: "0.00",
  remainingCredit: null,
  isReconciled: null,
  hasAttachments: true,
  bankAccountId: null,
  toBankAccountId: null,
  xeroAccountCode: exampleAccount.code ?? null,
  isSplit: false,
  accountCode: null,
  category: null,
  categorySource: null,
  note: null,
  url: "https://go.xero.com/organisationlogin/default.aspx?shortcode=!hApUk&redirecturl=/AccountsReceivable/View.aspx?InvoiceID=243216c5-369e-4056-ac67-05388f86dc81",
  xeroUpdatedAt: "2026-10-03T01:00:00.000Z",
  createdAt: "2026-11-21T07:11:30.000Z",
  updatedAt: "2026-11-21T07:11:30.000Z",
};

const sales = { id: exampleAccount.id, code: exampleAccount.code, name: exampleAccount.name };
const debtors = { id: "01990000-0000-7000-8000-0000000000a2", code: "610", name: "Accounts Receivable" };
const tax = { id: "01990000-0000-7000-8000-0000000000a3", code: "820", name: "GST" };

export const exampleWholeTransaction: z.input<typeof wholeTransactionSchema> = {
  ...exampleTransaction,
  lines: [{ lineNumber: 1, description: "Advice", item: null, account: sales, ...{ quantity: "2", unitAmount: "67.75", discountRate: null, discountAmount: null }, lineAmount: "135.50", taxAmount: "20.33", taxType: "OUTPUT2" }],
  allocations: [],
  batchPayment: null,
  journal: [
    {
      entryId: "01990000-0000-7000-8000-0000000000e2",
      date: "2026-10-03",
      narration: "Invoice INV-7",
      isReversal: false,
      unproven: false,
      lines: [
        { lineNumber: 1, account: debtors, debit: "155.83", credit: "0.00" },
        { lineNumber: 2, account: sales, debit: "0.00", credit: "135.50" },
        { lineNumber: 3, account: tax, debit: "0.00", credit: "20.33" },
      ],
    },
  ],
};
