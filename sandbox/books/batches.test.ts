import { expect, test } from "vitest";
import { applyEdit } from "../control/edit.ts";
import { liveOn } from "../store.ts";
import { bill, id, paid, smallBooks } from "../testing/small-books.ts";

const Invoices = [bill("B1", "2026-05-01", "100", "15"), bill("B2", "2026-05-02", "40", "6"), bill("B3", "2026-05-03", "10", "0")];
const Payments = [paid("B1", "2026-06-20", "115"), paid("B2", "2026-06-20", "46"), paid("B3", "2026-06-20", "10")].map((payment, nth) => ({ ...payment, PaymentID: id(nth + 1), IsReconciled: true }));
const members = [{ PaymentID: id(1) }, { PaymentID: id(2) }];
const batch = { BatchPaymentID: id(90), Date: "2026-06-20", Reference: "Run", Payments: members };
const live = (more: object, payments: readonly object[] = Payments) => liveOn(smallBooks({ Invoices, Payments: payments, BatchPayments: [{ ...batch, ...more }] }));

test("a batch has the account, the kind and the total of its payments, and each of them names it", () => {
  const { view, ledger } = live({});
  expect(view.BatchPayments).toMatchObject([{ Type: "PAYBATCH", Status: "AUTHORISED", TotalAmount: 1_610_000n, IsReconciled: true, Account: { AccountID: id(1) } }]);
  expect(view.Payments.map(({ BatchPaymentID }) => BatchPaymentID)).toEqual([id(90), id(90), undefined]);
  expect(view.Payments[0]?.BatchPayment).not.toHaveProperty("Payments");
  expect(ledger.filter(({ sourceType }) => sourceType === "ACCPAYPAYMENT")).toHaveLength(3);
});

test("payments that name their batch are in it as well", () => {
  const { view } = live({ Payments: [] }, Payments.map((payment) => ({ ...payment, BatchPayment: { BatchPaymentID: id(90) } })));
  expect(view.BatchPayments[0]?.TotalAmount).toBe(1_710_000n);
});

test.each([
  [{ TotalAmount: "161.01" }, "TotalAmount is 161.01, but it adds up to 161.00."],
  [{ Payments: [{ PaymentID: id(7) }] }, `its payment ${id(7)} is not in the books.`],
  [{ Payments: [] }, "no payment is in it."],
  [{ Status: "DELETED" }, "it is DELETED, and a payment of it is not."],
])("a batch that its payments contradict stops the start: %j", (more, sentence) => {
  expect(() => live(more)).toThrow(sentence);
});

test("whoever deletes a batch deletes its payments, and their bills are owed again", () => {
  const { living } = applyEdit(live({}), { organisation: "", collection: "BatchPayments", document: { BatchPaymentID: id(90), Status: "DELETED" }, at: Date.UTC(2026, 5, 25) });
  expect(living.view.BatchPayments).toMatchObject([{ Status: "DELETED", TotalAmount: 1_610_000n }]);
  expect(living.view.Payments.map(({ Status }) => Status)).toEqual(["DELETED", "DELETED", "AUTHORISED"]);
  expect(living.view.Invoices.map(({ AmountDue }) => AmountDue)).toEqual([1_150_000n, 460_000n, 0n]);
});
