// A batch payment is one line of the bank statement for several payments. It posts nothing, so everything about it follows from its payments:
// the account, the total, whether it is reconciled. It names them, or each of them names it; shown are both.

import { sum } from "../exact/money.ts";
import { refuse } from "./problem.ts";
import type { Books } from "./read.ts";
import type { BatchPayment } from "./readers.ts";
import { mustAgree } from "./totals.ts";
import type { viewPayments } from "./view-payments.ts";

type Payments = ReturnType<typeof viewPayments>;
type Batches = ReturnType<typeof viewBatches>;

export function viewBatches(books: Books, payments: Payments) {
  const batchOf = batchByPayment(books);
  const members = Map.groupBy(payments, ({ PaymentID }) => batchOf.get(PaymentID));
  return books.BatchPayments.map((batch) => showBatch(batch, members.get(batch.BatchPaymentID) ?? [], books.Journals !== undefined));
}

// Each payment of a batch with that batch in outline.
export function withBatches(payments: Payments, batches: Batches) {
  const outlines = new Map(
    batches.flatMap(({ Payments: members, ...outline }) => members.map(({ PaymentID }) => [PaymentID, { BatchPaymentID: outline.BatchPaymentID, BatchPayment: outline }])),
  );
  return payments.map((payment) => ({ ...payment, ...outlines.get(payment.PaymentID) }));
}

// Payment → its batch, whichever of the two says so.
export function batchByPayment({ BatchPayments, Payments }: Pick<Books, "BatchPayments" | "Payments">): ReadonlyMap<string, string> {
  const named = Payments.flatMap(({ PaymentID, BatchPaymentID, BatchPayment }) => {
    const id = BatchPaymentID ?? BatchPayment?.BatchPaymentID;
    return id === undefined ? [] : [[PaymentID, id] as const];
  });
  return new Map([...named, ...BatchPayments.flatMap(({ BatchPaymentID, Payments: members }) => members.map(({ PaymentID }) => [PaymentID, BatchPaymentID] as const))]);
}

function showBatch(batch: BatchPayment, members: Payments, isGiven: boolean) {
  const counted = batch.Status === "DELETED" ? members : members.filter(({ Status }) => Status !== "DELETED");
  const computed = sum(counted.map(({ Amount, BankAmount }) => BankAmount ?? Amount));
  if (!isGiven) mustBeWhole(batch, members, computed);
  const [first] = members;
  const shown = {
    ...{ Account: first ? { AccountID: first.Account.AccountID, Code: first.Account.Code } : batch.Account, Type: batch.Type ?? typeOf(first?.PaymentType) },
    ...{ TotalAmount: isGiven ? (batch.TotalAmount ?? computed) : computed, IsReconciled: counted.length > 0 && counted.every(({ IsReconciled }) => IsReconciled) },
  };
  return { ...batch, ...shown, Payments: members.map(({ PaymentID, Amount, BankAmount, Invoice }) => ({ PaymentID, Amount, BankAmount, Invoice })) };
}

function mustBeWhole(batch: BatchPayment, members: Payments, total: bigint): void {
  const owner = `Batch payment ${batch.BatchPaymentID}`;
  const missing = batch.Payments.find(({ PaymentID }) => !members.some((payment) => payment.PaymentID === PaymentID));
  if (missing) refuse(`${owner}: its payment ${missing.PaymentID} is not in the books.`);
  if (members.length === 0) refuse(`${owner}: no payment is in it.`);
  if (new Set(members.map(({ Account }) => Account.AccountID)).size > 1) refuse(`${owner}: its payments go through different accounts.`);
  if (batch.Status === "DELETED" && members.some(({ Status }) => Status !== "DELETED")) refuse(`${owner}: it is DELETED, and a payment of it is not.`);
  mustAgree("TotalAmount", batch.TotalAmount, total, owner);
}

function typeOf(paymentType: string | undefined): string {
  return paymentType === "ACCRECPAYMENT" ? "RECBATCH" : "PAYBATCH";
}
