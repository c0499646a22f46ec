// The posting rules, all of them, as one plain object. Whoever posts is handed it, so that a test can hand over a copy with one rule broken
// and see the books stop tying out.
import { allocationDay, postAllocation } from "#lib/ledger/posting/allocation.ts";
import { postBankTransaction, postOverpayment, postPrepayment, postTransferTwin } from "#lib/ledger/posting/bank-transaction.ts";
import { postCashAllocation, postCashPayment } from "#lib/ledger/posting/cash/settlement.ts";
import { postCreditNote } from "#lib/ledger/posting/credit-note.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";
import { postInvoice } from "#lib/ledger/posting/invoice.ts";
import { lineParts } from "#lib/ledger/posting/line-groups.ts";
import { postManualJournal } from "#lib/ledger/posting/manual-journal.ts";
import { postPayment } from "#lib/ledger/posting/payment.ts";
import { relief } from "#lib/ledger/posting/relief.ts";
import { reversalDay } from "#lib/ledger/posting/reversal.ts";
import { stands } from "#lib/ledger/posting/standing.ts";
import { postTransfer } from "#lib/ledger/posting/transfer.ts";
import { undoPrepayment } from "#lib/ledger/posting/undo-prepayment.ts";
import { inBaseCurrency } from "#lib/money.ts";

export const postingRules: PostingRules = {
  stands,
  inBase: inBaseCurrency,
  lineParts,
  relief,
  invoice: postInvoice,
  creditNote: postCreditNote,
  bankTransaction: postBankTransaction,
  overpayment: postOverpayment,
  prepayment: postPrepayment,
  transferTwin: postTransferTwin,
  transfer: postTransfer,
  manualJournal: postManualJournal,
  payment: postPayment,
  allocation: postAllocation,
  cashPayment: postCashPayment,
  cashAllocation: postCashAllocation,
  undoPrepayment,
  allocationDay,
  reversalDay,
};
