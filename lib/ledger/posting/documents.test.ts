import { expect, test } from "vitest";
import { postingRules as rules } from "#lib/ledger/posting/rules.ts";
import { books, booksOf, document, figures, inDollars, line, manualJournal } from "#lib/ledger/testing/books.ts";
import { money, rateOfOne } from "#lib/money.ts";

test("an invoice is a debit on receivables, its lines and tax the credits", () => {
  const invoice = document("INV-1", "ACCREC", "172.50", [line("sales", "100.00", "15.00"), line("consulting", "50.00", "7.50")]);
  expect(figures(rules.invoice(invoice, books, rules).entry)).toEqual({ receivable: "172.50", sales: "-100.00", consulting: "-50.00", gst: "-22.50" });
});

test("a bill with inclusive amounts is posted without the tax that its line amounts hold", () => {
  const bill = document("B-1", "ACCPAY", "115.00", [line("rent", "115.00", "15.00")], { lineAmountTypes: "Inclusive" });
  expect(figures(rules.invoice(bill, books, rules).entry)).toEqual({ payable: "-115.00", rent: "100.00", gst: "15.00" });
});

test("amounts without tax post no tax, whatever the line says", () => {
  const bill = document("B-2", "ACCPAY", "80.00", [line("rent", "80.00", "12.00")], { lineAmountTypes: "NoTax" });
  expect(figures(rules.invoice(bill, books, rules).entry)).toEqual({ payable: "-80.00", rent: "80.00" });
});

test("a foreign invoice is converted by groups of lines, and the cent left over is rounding", () => {
  // USD 100.00 at 0.61: 163.934… → 163.93. Three groups of 33.33, 33.33, 33.34 → 54.64, 54.64, 54.66 = 163.94.
  const lines = [line("sales", "33.33"), line("consulting", "33.33"), line("fees", "33.34")];
  const invoice = document("INV-2", "ACCREC", "100.00", lines, inDollars("0.61"));
  const { entry } = rules.invoice(invoice, books, rules);
  expect(figures(entry)).toEqual({ receivable: "163.93", sales: "-54.64", consulting: "-54.64", fees: "-54.66", rounding: "0.01" });
  expect(entry?.lines[0]).toMatchObject({ currencyCode: "USD", currencyAmount: 1_000_000n, rate: 6_100_000_000n });
});

test("lines of one account, tax type and tracking are converted together", () => {
  // 0.33 + 0.33 at 0.61 is 0.66 ÷ 0.61 = 1.08, not 0.54 + 0.54 = 1.08; 0.35 + 0.35 is 1.15, not 0.57 + 0.57 = 1.14.
  const invoice = document("INV-3", "ACCREC", "0.70", [line("sales", "0.35"), line("sales", "0.35")], inDollars("0.61"));
  expect(figures(rules.invoice(invoice, books, rules).entry)).toEqual({ receivable: "1.15", sales: "-1.15" });
});

test("lines with different tracking stay apart", () => {
  const invoice = document("INV-4", "ACCREC", "30.00", [line("sales", "10.00", "0", { trackingSetId: "north" }), line("sales", "20.00", "0", { trackingSetId: "south" })]);
  const { entry } = rules.invoice(invoice, books, rules);
  expect(entry?.lines.map((each) => [each.accountId, each.trackingSetId, each.amount])).toEqual([["receivable", null, 300_000n], ["sales", "north", -100_000n], ["sales", "south", -200_000n]]);
});

test("tax that nobody gives back stays with the account of its line", () => {
  const partly = { ...books, notRecoverable: new Map([["GST15", { part: 1n, whole: 3n }]]) };
  const bill = document("B-3", "ACCPAY", "115.00", [line("rent", "100.00", "15.00")]);
  expect(figures(rules.invoice(bill, partly, rules).entry)).toEqual({ payable: "-115.00", rent: "105.00", gst: "10.00" });
});

test("a credit note is an invoice the other way round", () => {
  const forCustomer = document("CN-1", "ACCRECCREDIT", "115.00", [line("sales", "100.00", "15.00")]);
  const fromSupplier = document("CN-2", "ACCPAYCREDIT", "115.00", [line("rent", "100.00", "15.00")]);
  expect(figures(rules.creditNote(forCustomer, books, rules).entry)).toEqual({ receivable: "-115.00", sales: "100.00", gst: "15.00" });
  expect(figures(rules.creditNote(fromSupplier, books, rules).entry)).toEqual({ payable: "115.00", rent: "-100.00", gst: "-15.00" });
});

test("money spent and received goes to and from the bank", () => {
  const spent = document("S-1", "SPEND", "46.00", [line("travel", "40.00", "6.00")]);
  const received = document("R-1", "RECEIVE", "23.00", [line("sales", "20.00", "3.00")]);
  expect(figures(rules.bankTransaction(spent, books, rules).entry)).toEqual({ bank: "-46.00", travel: "40.00", gst: "6.00" });
  expect(figures(rules.bankTransaction(received, books, rules).entry)).toEqual({ bank: "23.00", sales: "-20.00", gst: "-3.00" });
});

test("an overpayment lies on the control account, without tax, and says it is unproven", () => {
  const fromCustomer = document("O-1", "RECEIVE-OVERPAYMENT", "50.00", [line("receivable", "50.00")]);
  const toSupplier = document("O-2", "SPEND-OVERPAYMENT", "20.00", [line("payable", "20.00")]);
  const { entry } = rules.bankTransaction(fromCustomer, books, rules);
  expect(figures(entry)).toEqual({ bank: "50.00", receivable: "-50.00" });
  expect(entry?.unproven).toBe(true);
  expect(figures(rules.bankTransaction(toSupplier, books, rules).entry)).toEqual({ bank: "-20.00", payable: "20.00" });
});

test("a prepayment is posted to its line's account and tax, and says it is unproven", () => {
  const prepayment = document("P-1", "RECEIVE-PREPAYMENT", "115.00", [line("deposits", "100.00", "15.00")]);
  const { entry } = rules.bankTransaction(prepayment, books, rules);
  expect(figures(entry)).toEqual({ bank: "115.00", deposits: "-100.00", gst: "-15.00" });
  expect(entry?.unproven).toBe(true);
});

test("a transfer moves money once: the two bank transactions that repeat it post nothing", () => {
  const transfer = document("T-1", "TRANSFER", "500.00", [], { toBankAccountId: "savings" });
  expect(figures(rules.transfer(transfer, books, rules).entry)).toEqual({ bank: "-500.00", savings: "500.00" });
  for (const twin of ["SPEND-TRANSFER", "RECEIVE-TRANSFER"]) expect(rules.bankTransaction(document("T-2", twin, "500.00", [line("savings", "500.00")]), books, rules)).toEqual({ entry: null, warning: null });
});

test("a transfer that arrives as another amount leaves the difference as a bank currency gain or loss", () => {
  const arrival = { xeroType: "RECEIVE-TRANSFER", status: "AUTHORISED", amount: money("205.10"), currencyCode: "NZD", currencyRate: rateOfOne };
  const transfer = document("T-1", "TRANSFER", "130.00", [], { bankAccountId: "dollars", toBankAccountId: "savings", ...inDollars("0.65"), arrival });
  // 130.00 ÷ 0.65 = 200.00 left; 205.10 arrived.
  expect(figures(rules.transfer(transfer, books, rules).entry)).toEqual({ dollars: "-200.00", savings: "205.10", bankGains: "-5.10" });
});

test("a manual journal is posted as given, with one line of tax for each tax type", () => {
  const journal = manualJournal("M-1", [line("rent", "100.00", "15.00"), line("travel", "20.00", "3.00"), line("bank", "-138.00")], { lineAmountTypes: "Exclusive" });
  const { entry } = rules.manualJournal(journal, books, rules);
  expect(figures(entry)).toEqual({ rent: "100.00", travel: "20.00", bank: "-138.00", gst: "18.00" });
  expect(entry?.lines.filter((each) => each.accountId === "gst")).toHaveLength(1);
});

test("a manual journal that does not sum to zero is left out with a sentence", () => {
  const { entry, warning } = rules.manualJournal(manualJournal("M-2", [line("rent", "100.00"), line("bank", "-90.00")]), books, rules);
  expect(entry).toBeNull();
  expect(warning).toContain("does not balance");
});

test("drafts, submitted, voided, deleted and unheard-of documents stay out of the ledger", () => {
  for (const status of ["DRAFT", "SUBMITTED", "VOIDED", "DELETED", "PONDERED"]) {
    const invoice = document("INV-5", "ACCREC", "10.00", [line("sales", "10.00")], { status });
    const spent = document("S-2", "SPEND", "10.00", [line("rent", "10.00")], { status });
    expect([rules.invoice(invoice, books, rules), rules.bankTransaction(spent, books, rules), rules.manualJournal(manualJournal("M-3", [], { status }), books, rules)]).toEqual(Array(3).fill({ entry: null, warning: null }));
  }
});

test("a document with an unknown account is left out whole and named, never plugged", () => {
  for (const accountId of [null, "unheard-of"]) {
    const { entry, warning } = rules.invoice(document("INV-6", "ACCREC", "30.00", [line("sales", "10.00"), line(accountId, "20.00")]), books, rules);
    expect(entry).toBeNull();
    expect(warning).toBe("ACCREC INV-6 was left out of the ledger: a line has no account that is known.");
  }
});

test("a document whose lines miss its total by more than cents is left out", () => {
  const { entry, warning } = rules.invoice(document("INV-7", "ACCREC", "30.00", [line("sales", "25.00")]), books, rules);
  expect(entry).toBeNull();
  expect(warning).toContain("do not add up");
});

test("books without a tax or control account leave out what would need it", () => {
  const taxed = document("INV-8", "ACCREC", "11.50", [line("sales", "10.00", "1.50")]);
  expect(rules.invoice(taxed, booksOf(["receivable", "sales"]), rules).warning).toContain("no tax account");
  expect(rules.invoice(taxed, booksOf(["sales", "gst"]), rules).warning).toContain("no control account");
});
