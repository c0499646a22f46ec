import fc from "fast-check";
import { expect, test } from "vitest";
import { isBalanced } from "#lib/ledger/entry.ts";
import { postingRules as rules } from "#lib/ledger/posting/rules.ts";
import { amountOn, books, document, figures, inDollars, line, party, settlement } from "#lib/ledger/testing/books.ts";
import { money, rate, rateOfOne } from "#lib/money.ts";

const invoice = document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")]);
const allocation = (from: string, to: string, amount: string, more = {}) => settlement(from, to, amount, { sourceKind: "creditNote", bankAccountId: null, bankAmount: null, ...more });

test("a payment moves what was owed to the bank", () => {
  const paid = settlement("PAY-1", "INV-1", "115.00");
  expect(figures(rules.payment(paid, party(invoice, paid), books, rules).entry)).toEqual({ bank: "115.00", receivable: "-115.00" });
});

test("a bill is paid from the bank, and a credit note paid back to the customer", () => {
  const bill = document("B-1", "ACCPAY", "46.00", [line("rent", "40.00", "6.00")]);
  const paid = settlement("PAY-2", "B-1", "46.00");
  expect(figures(rules.payment(paid, party(bill, paid), books, rules).entry)).toEqual({ bank: "-46.00", payable: "46.00" });
  const credit = document("CN-1", "ACCRECCREDIT", "23.00", [line("sales", "20.00", "3.00")]);
  const refund = settlement("PAY-3", "CN-1", "23.00");
  expect(figures(rules.payment(refund, party(credit, refund), books, rules).entry)).toEqual({ bank: "-23.00", receivable: "23.00" });
});

test("a payment need not come from a bank: it is posted to the account it names", () => {
  const paid = settlement("PAY-4", "INV-1", "115.00", { bankAccountId: "equity" });
  expect(figures(rules.payment(paid, party(invoice, paid), books, rules).entry)).toEqual({ equity: "115.00", receivable: "-115.00" });
});

test("a dollar invoice paid into a local bank at a better rate leaves a realised gain", () => {
  // USD 100 at 0.50 = 200.00 owed; the bank received 210.00.
  const dollars = document("INV-2", "ACCREC", "100.00", [line("sales", "100.00")], inDollars("0.5"));
  const paid = settlement("PAY-5", "INV-2", "100.00", { bankAmount: 2_100_000n, currencyRate: rate("0.476190") });
  expect(figures(rules.payment(paid, party(dollars, paid), books, rules).entry)).toEqual({ bank: "210.00", receivable: "-200.00", gains: "-10.00" });
});

test("a dollar invoice paid into a dollar account is converted at the payment's rate", () => {
  // USD 100 at 0.50 = 200.00 owed; USD 100 at 0.625 = 160.00 received.
  const dollars = document("INV-3", "ACCREC", "100.00", [line("sales", "100.00")], inDollars("0.5"));
  const paid = settlement("PAY-6", "INV-3", "100.00", { bankAccountId: "dollars", currencyRate: rate("0.625") });
  const { entry } = rules.payment(paid, party(dollars, paid), books, rules);
  expect(figures(entry)).toEqual({ dollars: "160.00", receivable: "-200.00", gains: "40.00" });
  expect(entry?.lines[0]).toMatchObject({ currencyCode: "USD", currencyAmount: 1_000_000n });
});

test("the last payment of a dollar invoice takes the cent that the others left", () => {
  // USD 10.00 at 0.73 = 13.70 owed. Four payments of 2.50 are 3.42 each, 13.68 together: the last one takes 3.44.
  const dollars = document("INV-4", "ACCREC", "10.00", [line("sales", "10.00")], inDollars("0.73"));
  const payments = [1, 2, 3, 4].map((count) => settlement(`PAY-7-${count}`, "INV-4", "2.50", { date: `2025-05-0${count}`, bankAmount: 35_000n }));
  const owed = payments.map((paid) => amountOn("receivable", rules.payment(paid, party(dollars, ...payments), books, rules).entry?.lines ?? []));
  expect(owed).toEqual([-34_200n, -34_200n, -34_200n, -34_400n]);
});

test("a deleted payment and a payment of a voided invoice post nothing", () => {
  const deleted = settlement("PAY-8", "INV-1", "115.00", { status: "DELETED" });
  expect(rules.payment(deleted, party(invoice), books, rules)).toEqual({ entry: null, warning: null });
  const paid = settlement("PAY-9", "INV-1", "115.00");
  expect(rules.payment(paid, party({ ...invoice, status: "VOIDED" }, paid), books, rules)).toEqual({ entry: null, warning: null });
});

test("the cent that parts of cents leave between two payments in base currency goes to rounding, and no payment is lost", () => {
  const invoice = document("INV-1", "ACCREC", "10.005", [line("sales", "10.005")]);
  const [first, last] = [settlement("PAY-1", "INV-1", "5.0025"), settlement("PAY-2", "INV-1", "5.0025", { date: "2025-05-02" })];
  const both = party(invoice, first, last);
  expect(figures(rules.payment(first, both, books, rules).entry)).toEqual({ bank: "5.00", receivable: "-5.00" });
  // 10.005 is 10.01 in the books: 5.01 is left of it.
  expect(figures(rules.payment(last, both, books, rules).entry)).toEqual({ bank: "5.00", receivable: "-5.01", rounding: "0.01" });
});

test("an invoice in base currency paid through a foreign bank account is worth what it says, at whatever rate", () => {
  const invoice = document("INV-1", "ACCREC", "100.00", [line("sales", "100.00")]);
  const paid = settlement("PAY-1", "INV-1", "100.00", { bankAccountId: "dollars", bankAmount: money("61.00"), currencyRate: rate("0.61") });
  expect(figures(rules.payment(paid, party(invoice, paid), books, rules).entry)).toEqual({ dollars: "100.00", receivable: "-100.00" });
});

test("amounts in base currency that differ are no exchange gain: the payment is left out and named", () => {
  const paid = settlement("PAY-10", "INV-1", "115.00", { bankAmount: 1_000_000n });
  expect(rules.payment(paid, party(invoice, paid), books, rules).warning).toContain("its two sides differ");
});

test("a credit note used on an invoice of its own rate posts nothing", () => {
  const credit = document("CN-2", "ACCRECCREDIT", "23.00", [line("sales", "20.00", "3.00")]);
  const used = allocation("CN-2", "INV-1", "23.00");
  expect(rules.allocation(used, party(credit, used), party(invoice, used), books, rules)).toEqual({ entry: null, warning: null });
});

test("a dollar credit note used on an invoice of another rate posts the difference, on the later of both days", () => {
  // Invoice: USD 100 at 0.50 = 200.00 owed. Credit: USD 50 at 0.625 = 80.00. Used up, it takes 100.00 off the invoice: 20.00 lost.
  const dollars = document("INV-5", "ACCREC", "100.00", [line("sales", "100.00")], { ...inDollars("0.5"), date: "2025-04-10" });
  const credit = document("CN-3", "ACCRECCREDIT", "50.00", [line("sales", "50.00")], { ...inDollars("0.625"), date: "2025-06-01" });
  const used = allocation("CN-3", "INV-5", "50.00", { date: "2025-07-15" });
  const { entry } = rules.allocation(used, party(credit, used), party(dollars, used), books, rules);
  expect(figures(entry)).toEqual({ receivable: "-20.00", gains: "20.00" });
  expect(entry?.date).toBe("2025-06-01");
});

test("an overpayment used on an invoice posts nothing more: it lies on the control account already", () => {
  const over = document("O-1", "RECEIVE-OVERPAYMENT", "50.00", [line("receivable", "50.00")], { creditXeroId: "OVER-1" });
  const used = allocation("OVER-1", "INV-1", "50.00", { sourceKind: "overpayment" });
  expect(rules.allocation(used, party(over, used), party(invoice, used), books, rules).entry).toBeNull();
});

test("a prepayment used on an invoice is taken back from its account and tax", () => {
  const prepaid = document("P-1", "RECEIVE-PREPAYMENT", "115.00", [line("deposits", "100.00", "15.00")], { creditXeroId: "PRE-1", date: "2025-02-01" });
  const used = allocation("PRE-1", "INV-1", "115.00", { sourceKind: "prepayment" });
  const { entry } = rules.allocation(used, party(prepaid, used), party(invoice, used), books, rules);
  expect(figures(entry)).toEqual({ deposits: "100.00", gst: "15.00", receivable: "-115.00" });
  expect([entry?.date, entry?.unproven]).toEqual(["2025-04-10", true]);
});

test("a prepayment used in three thirds takes back 13.04 of tax, not 13.05", () => {
  const prepaid = document("P-2", "SPEND-PREPAYMENT", "100.00", [line("deposits", "86.96", "13.04")], { creditXeroId: "PRE-2" });
  const bill = document("B-2", "ACCPAY", "200.00", [line("rent", "200.00")]);
  const uses = ["33.33", "33.33", "33.34"].map((amount, ordinal) => allocation("PRE-2", "B-2", amount, { id: `use-${ordinal}`, sourceKind: "prepayment", ordinal }));
  const entries = uses.map((use) => rules.allocation(use, party(prepaid, ...uses), party(bill, ...uses), books, rules).entry);
  // Tax 13.04 × 33.33 % = 4.35, 66.66 % = 8.69, 100 % = 13.04: shares 4.35, 4.34, 4.35.
  expect(entries.map(figures)).toEqual([
    { deposits: "-28.98", gst: "-4.35", payable: "33.33" },
    { deposits: "-28.99", gst: "-4.34", payable: "33.33" },
    { deposits: "-28.99", gst: "-4.35", payable: "33.34" },
  ]);
});

test("a prepayment paid back comes off its account and tax", () => {
  const prepaid = document("P-3", "RECEIVE-PREPAYMENT", "115.00", [line("deposits", "100.00", "15.00")], { creditXeroId: "PRE-3" });
  const refund = settlement("PAY-11", "PRE-3", "115.00");
  expect(figures(rules.payment(refund, party(prepaid, refund), books, rules).entry)).toEqual({ bank: "-115.00", deposits: "100.00", gst: "15.00" });
});

const cents = fc.integer({ min: 1, max: 5_000_000 });
const rates = fc.integer({ min: 100_000, max: 9_999_999 }).map((millionths) => rate(`0.${String(millionths).padStart(7, "0")}`));
const parts = fc.array(cents, { minLength: 1, maxLength: 6 });
const asText = (amount: number) => (amount / 100).toFixed(2);

test("whatever the rates, every settlement balances and a settled document leaves nothing on its control account", () => {
  fc.assert(
    fc.property(parts, rates, rates, fc.constantFrom("ACCREC", "ACCPAY", "ACCRECCREDIT", "ACCPAYCREDIT"), (amounts, owedAt, paidAt, type) => {
      const total = asText(amounts.reduce((sum, amount) => sum + amount, 0));
      const owed = document("X", type, total, [line("sales", total)], { currencyCode: "USD", currencyRate: owedAt });
      const paid = amounts.map((amount, ordinal) => settlement(`PAY-${ordinal}`, "X", asText(amount), { bankAccountId: "dollars", currencyRate: paidAt, ordinal }));
      const entries = [rules.invoice(owed, books, rules), ...paid.map((each) => rules.payment(each, party(owed, ...paid), books, rules))].map(({ entry }) => entry);
      const lines = entries.flatMap((entry) => entry?.lines ?? []);
      expect(entries.every((entry) => isBalanced(entry?.lines ?? []))).toBe(true);
      expect([amountOn("receivable", lines), amountOn("payable", lines)]).toEqual([0n, 0n]);
    }),
  );
});

test("whatever the parts, a prepayment that is used up leaves nothing on its accounts and tax", () => {
  fc.assert(
    fc.property(parts, rates, fc.integer({ min: 0, max: 40 }), (amounts, prepaidAt, percent) => {
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      const tax = Math.floor((total * percent) / 140);
      const half = Math.floor((total - tax) / 2);
      const lines = [line("deposits", asText(half), asText(tax)), line("fees", asText(total - tax - half))];
      const prepaid = document("P", "RECEIVE-PREPAYMENT", asText(total), lines, { currencyCode: "USD", currencyRate: prepaidAt, bankAccountId: "dollars" });
      const owed = document("X", "ACCREC", asText(total), [line("sales", asText(total))], { currencyCode: "USD", currencyRate: rateOfOne });
      const uses = amounts.map((amount, ordinal) => allocation("P", "X", asText(amount), { id: `use-${ordinal}`, sourceKind: "prepayment", ordinal }));
      const entries = [rules.bankTransaction(prepaid, books, rules), ...uses.map((use) => rules.allocation(use, party(prepaid, ...uses), party(owed, ...uses), books, rules))].map(({ entry }) => entry);
      const posted = entries.flatMap((entry) => entry?.lines ?? []);
      expect(entries.every((entry) => isBalanced(entry?.lines ?? []))).toBe(true);
      expect(["deposits", "fees", "gst", "rounding"].map((account) => amountOn(account, posted))).toEqual([0n, 0n, 0n, 0n]);
    }),
  );
});
