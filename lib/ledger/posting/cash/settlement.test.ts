import fc from "fast-check";
import { expect, test } from "vitest";
import { isBalanced } from "#lib/ledger/entry.ts";
import type { Document, Settlement } from "#lib/ledger/posting/document.ts";
import { postingRules as rules } from "#lib/ledger/posting/rules.ts";
import { amountOn, books, document, figures, inDollars, line, party, settlement } from "#lib/ledger/testing/books.ts";
import { decimal, rate } from "#lib/money.ts";

const credited = (from: string, to: string, amount: string, more: Partial<Settlement> = {}) => settlement(from, to, amount, { sourceKind: "creditNote", bankAccountId: null, bankAmount: null, ...more });
const paidOn = (day: string, id: string, to: string, amount: string, more: Partial<Settlement> = {}) => settlement(id, to, amount, { date: day, ...more });

/** What each of some payments of a document posts on cash basis. */
function payments(of: Document, ...settlements: Settlement[]) {
  return settlements.map((each) => rules.cashPayment(each, party(of, ...settlements), books, rules).entry);
}

test("an invoice counts when it is paid, with its tax, on the day of the payment", () => {
  const invoice = document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")]);
  const [entry] = payments(invoice, paidOn("2025-06-03", "P-1", "INV-1", "115.00"));
  expect([entry?.date, figures(entry ?? null)]).toEqual(["2025-06-03", { bank: "115.00", sales: "-100.00", gst: "-15.00" }]);
  expect(entry?.lines.find(({ accountId }) => accountId === "sales")).toMatchObject({ taxType: "GST15", taxAmount: -150_000n });
});

test("a bill paid in part counts in that part, and the rest when the rest is paid", () => {
  const bill = document("B-1", "ACCPAY", "46.00", [line("rent", "30.00", "4.50"), line("travel", "10.00", "1.50")]);
  const entries = payments(bill, paidOn("2025-05-01", "P-1", "B-1", "23.00"), paidOn("2025-06-01", "P-2", "B-1", "23.00"));
  expect(entries.map((entry) => figures(entry))).toEqual([
    { bank: "-23.00", rent: "15.00", travel: "5.00", gst: "3.00" },
    { bank: "-23.00", rent: "15.00", travel: "5.00", gst: "3.00" },
  ]);
});

test("tax of 13.04 paid in three thirds is 13.04, counted from the beginning each time", () => {
  // 99.98 in parts of 33.33, 33.33 and 33.32: tax so far 4.35 (4.3471…), 8.69 (8.6943…), 13.04.
  const invoice = document("INV-2", "ACCREC", "99.98", [line("sales", "86.94", "13.04")]);
  const entries = payments(invoice, paidOn("2025-05-01", "P-1", "INV-2", "33.33"), paidOn("2025-05-02", "P-2", "INV-2", "33.33"), paidOn("2025-05-03", "P-3", "INV-2", "33.32"));
  expect(entries.map((entry) => figures(entry))).toEqual([
    { bank: "33.33", sales: "-28.98", gst: "-4.35" },
    { bank: "33.33", sales: "-28.99", gst: "-4.34" },
    { bank: "33.32", sales: "-28.97", gst: "-4.35" },
  ]);
});

test("parts of different tracking are told apart first", () => {
  // 230 of 345: two thirds of North's 115 are 76.67, of South's 230 153.33; tax of each is 10 and 20.
  const invoice = document("INV-3", "ACCREC", "345.00", [line("sales", "100.00", "15.00", { trackingSetId: "north" }), line("sales", "200.00", "30.00", { trackingSetId: "south" })]);
  const [entry] = payments(invoice, paidOn("2025-05-01", "P-1", "INV-3", "230.00"));
  const own = entry?.lines.filter(({ accountId }) => accountId === "sales").map(({ trackingSetId, amount }) => [trackingSetId, decimal(amount)]);
  expect(own).toEqual([["north", "-66.67"], ["south", "-133.33"]]);
  expect(decimal(amountOn("gst", entry?.lines ?? []))).toBe("-30.00");
});

test("a dollar invoice counts at the rate of its payment, and no gain is realised", () => {
  // USD 100 at 0.5 would be 200.00; the bank received 210.00.
  const dollars = document("INV-4", "ACCREC", "100.00", [line("sales", "80.00", "12.00"), line("consulting", "8.00")], inDollars("0.5"));
  const [entry] = payments(dollars, paidOn("2025-05-01", "P-1", "INV-4", "100.00", { bankAmount: 2_100_000n, currencyRate: rate("0.476190") }));
  expect(figures(entry ?? null)).toEqual({ bank: "210.00", sales: "-168.00", gst: "-25.20", consulting: "-16.80" });
});

test("a credit note used on an invoice counts on the later day of both, with opposite signs, and nothing before", () => {
  const invoice = document("INV-5", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-05-10" });
  const credit = document("CN-1", "ACCRECCREDIT", "46.00", [line("consulting", "40.00", "6.00")], { date: "2025-06-20" });
  const used = credited("CN-1", "INV-5", "23.00", { date: "2025-06-25" });
  const { entry } = rules.cashAllocation(used, party(credit, used), party(invoice, used), books, rules);
  expect([entry?.date, figures(entry)]).toEqual(["2025-06-20", { consulting: "20.00", sales: "-20.00" }]);
});

test("a credit note paid back takes its lines back", () => {
  const credit = document("CN-2", "ACCRECCREDIT", "23.00", [line("sales", "20.00", "3.00")]);
  expect(payments(credit, paidOn("2025-05-01", "P-1", "CN-2", "23.00")).map((entry) => figures(entry))).toEqual([{ bank: "-23.00", sales: "20.00", gst: "3.00" }]);
});

test("an overpayment stays on the control account until it is used, and then the invoice counts", () => {
  const over = document("R-1", "RECEIVE-OVERPAYMENT", "50.00", [line(null, "50.00")], { creditXeroId: "OP-1" });
  const invoice = document("INV-6", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-07-01" });
  expect(figures(rules.bankTransaction(over, books, rules).entry)).toEqual({ bank: "50.00", receivable: "-50.00" });
  const used = credited("OP-1", "INV-6", "50.00", { sourceKind: "overpayment", date: "2025-07-02" });
  const { entry } = rules.cashAllocation(used, party(over, used), party(invoice, used), books, rules);
  // 50 of 115: tax 6.52 (6.5217…), the rest 43.48.
  expect([entry?.date, figures(entry)]).toEqual(["2025-07-01", { receivable: "50.00", sales: "-43.48", gst: "-6.52" }]);
});

test("a prepayment lies where it was posted until it is used", () => {
  const before = document("R-2", "RECEIVE-PREPAYMENT", "57.50", [line("deposits", "50.00", "7.50")], { creditXeroId: "PP-1" });
  const invoice = document("INV-7", "ACCREC", "57.50", [line("sales", "50.00", "7.50")], { date: "2025-07-01" });
  const used = credited("PP-1", "INV-7", "57.50", { sourceKind: "prepayment", date: "2025-07-02" });
  const { entry } = rules.cashAllocation(used, party(before, used), party(invoice, used), books, rules);
  expect(figures(entry)).toEqual({ deposits: "50.00", sales: "-50.00" });
});

test("a payment of a voided invoice, and a deleted one, post nothing", () => {
  const invoice = document("INV-8", "ACCREC", "115.00", [line("sales", "100.00", "15.00")]);
  const paid = paidOn("2025-05-01", "P-1", "INV-8", "115.00");
  expect(rules.cashPayment(paid, party({ ...invoice, status: "VOIDED" }, paid), books, rules)).toEqual({ entry: null, warning: null });
  expect(rules.cashPayment({ ...paid, status: "DELETED" }, party(invoice), books, rules)).toEqual({ entry: null, warning: null });
});

test("a settlement of a document that comes to nothing is left out with a sentence, and stops nothing", () => {
  const empty = document("INV-0", "ACCREC", "0.00", [line("sales", "10.00"), line("fees", "-10.00")]);
  const paid = paidOn("2025-05-01", "P-1", "INV-0", "5.00");
  expect(rules.cashPayment(paid, party(empty, paid), books, rules)).toMatchObject({ entry: null, warning: expect.stringContaining("INV-0") });
});

test("a document whose account is not known is left out with a sentence", () => {
  const invoice = document("INV-9", "ACCREC", "100.00", [line("nowhere", "100.00")]);
  const paid = paidOn("2025-05-01", "P-1", "INV-9", "100.00");
  expect(rules.cashPayment(paid, party(invoice, paid), books, rules).warning).toBe("The payment of ACCREC INV-9 was left out of the ledger: an account of it is not known.");
});

test("however a document is paid, each entry balances, nothing stays on a control account, and in full all of its lines have counted", () => {
  const cents = fc.integer({ min: 1, max: 900_000 }).map((each) => BigInt(each) * 100n);
  const track = fc.constantFrom(null, "north", "south");
  const lineOf = fc.record({ account: fc.constantFrom("sales", "consulting", "fees"), net: cents, tax: fc.integer({ min: 0, max: 15 }), trackingSetId: track });
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }), (lines, cuts) => {
      const taxOf = ({ net, tax }: { net: bigint; tax: number }) => ((net * BigInt(tax)) / 10_000n) * 100n;
      const own = lines.map((each) => line(each.account, decimal(each.net), decimal(taxOf(each)), { trackingSetId: each.trackingSetId }));
      const total = lines.reduce((all, each) => all + each.net + taxOf(each), 0n);
      const invoice = document("INV", "ACCREC", decimal(total), own);
      const marks = [...new Set(cuts.map((cut) => ((total * BigInt(cut)) / 10_000n) * 100n))].filter((mark) => mark > 0n && mark < total).sort((one, other) => Number(one - other));
      const amounts = [...marks, total].map((mark, index) => mark - (marks[index - 1] ?? 0n));
      const entries = payments(invoice, ...amounts.map((amount, index) => paidOn(`2025-05-0${index + 1}`, `P-${index}`, "INV", decimal(amount))));
      const all = entries.flatMap((entry) => entry?.lines ?? []);
      for (const entry of entries) expect(isBalanced(entry?.lines ?? [])).toBe(true);
      expect([amountOn("receivable", all), amountOn("bank", all), amountOn("gst", all)]).toEqual([0n, total, -lines.reduce((tax, each) => tax + taxOf(each), 0n)]);
      for (const account of ["sales", "consulting", "fees"]) {
        for (const trackingSetId of [null, "north", "south"]) {
          const counted = all.filter((each) => each.accountId === account && each.trackingSetId === trackingSetId).reduce((sum, each) => sum + each.amount, 0n);
          const said = lines.filter((each) => each.account === account && each.trackingSetId === trackingSetId).reduce((sum, each) => sum + each.net, 0n);
          expect(counted).toBe(-said);
        }
      }
    }),
    { numRuns: 60 },
  );
});
