import { expect, test } from "vitest";
import { cashAhead, expectations, expectedOn, lowPoint, type OpenAmount, type PaidDocument, usualLateness, weeksAhead, weeksBack } from "#lib/cash-ahead/cash-ahead.ts";
import { decimal, money } from "#lib/money.ts";

/** A Wednesday. */
const today = "2026-11-25";
const invoice = (dueDate: string, amount: string, contactId = "kauri"): OpenAmount => ({ isBill: false, contactId, date: "2026-10-01", dueDate, plannedPaymentDate: null, amount: money(amount) });
const bill = (dueDate: string, amount: string): OpenAmount => ({ ...invoice(dueDate, amount, "landlord"), isBill: true });
const paid = (dueDate: string, paidOn: string, contactId = "kauri"): PaidDocument => ({ isBill: false, contactId, date: "2026-01-01", dueDate, paidOn });

function aheadOf(cash: string, open: readonly OpenAmount[], payments: readonly PaidDocument[] = []) {
  const weeks = cashAhead(money(cash), expectations(open, payments, today), today);
  return { weeks: weeks.map(({ closing }) => decimal(closing)), low: lowPoint(money(cash), weeks, today) };
}

test("weeks run from Monday to Sunday, thirteen whole ones back and thirteen ahead, the first from today", () => {
  expect([weeksBack(today).length, weeksBack(today).at(0), weeksBack(today).at(-1)]).toEqual([13, { start: "2026-08-24", end: "2026-08-30" }, { start: "2026-11-16", end: "2026-11-22" }]);
  expect([weeksAhead(today).length, ...weeksAhead(today).slice(0, 2), weeksAhead(today).at(-1)]).toEqual([13, { start: today, end: "2026-11-29" }, { start: "2026-11-30", end: "2026-12-06" }, { start: "2027-02-15", end: "2027-02-21" }]);
  expect([weeksAhead("2026-11-29")[0], weeksAhead("2026-11-30")[0]]).toEqual([
    { start: "2026-11-29", end: "2026-11-29" },
    { start: "2026-11-30", end: "2026-12-06" },
  ]);
});

test("without open documents cash stays where it is", () => {
  expect(aheadOf("500", []).low).toEqual({ amount: money("500"), day: today });
});

test("each week begins with what the last one left, and a bill before the money for it makes the low point", () => {
  // 1,000; 700 go in the week to 6 December, 900 come in the one to the 13th, 400 go in the one to the 20th: 300, 1,200, 800.
  const { weeks, low } = aheadOf("1000", [bill("2026-12-05", "700"), invoice("2026-12-10", "900"), bill("2026-12-20", "400")]);
  expect(weeks.slice(0, 5)).toEqual(["1000.00", "300.00", "1200.00", "800.00", "800.00"]);
  expect(low).toEqual({ amount: money("300"), day: "2026-12-06" });
});

test("who always pays twenty days late is not expected earlier, and cash goes below nothing meanwhile", () => {
  // Due on 1 December, paid 20 days later in the past: after the bill of the 5th, not before it.
  const open = [invoice("2026-12-01", "900"), bill("2026-12-05", "700")];
  expect(aheadOf("100", open).low).toEqual({ amount: money("100"), day: today });
  const late = [paid("2026-06-01", "2026-06-21"), paid("2026-07-01", "2026-07-21"), paid("2026-08-01", "2026-08-22")];
  expect(aheadOf("100", open, late).low).toEqual({ amount: money("-600"), day: "2026-12-06" });
});

test("lateness is the middle of a contact's own payments, of everybody's on its side where it has fewer than three, and each side has its own", () => {
  const ownHabit = [paid("2026-06-01", "2026-06-03"), paid("2026-07-01", "2026-07-11"), paid("2026-08-01", "2026-12-01")];
  const late = usualLateness([...ownHabit, paid("2026-06-01", "2026-06-02", "rata"), { ...paid("2026-06-01", "2026-05-30"), isBill: true }]);
  const of = (isBill: boolean, contactId: string) => late({ isBill, contactId });
  // kauri: 2, 10, 122. All customers: 1, 2, 10, 122, the later one in the middle. Suppliers: two days early.
  expect([of(false, "kauri"), of(false, "rata"), of(false, "nobody"), of(true, "kauri"), of(true, "rata")]).toEqual([10, 10, 10, -2, -2]);
  expect(usualLateness([])({ isBill: false, contactId: "kauri" })).toBe(0);
});

test("a day that is planned or expected in Xero wins over every habit, until it is over", () => {
  const late = [paid("2026-06-01", "2026-06-21"), paid("2026-07-01", "2026-07-21"), paid("2026-08-01", "2026-08-21")];
  const expectedOf = (document: OpenAmount) => expectations([document], late, today).map(({ on, late: days }) => [on, days]);
  const promised = (plannedPaymentDate: string) => ({ ...invoice("2026-12-01", "900"), plannedPaymentDate });
  expect(expectedOf(promised("2027-01-15"))).toEqual([["2027-01-15", null]]);
  expect(expectedOf(promised(today))).toEqual([[today, null]]);
  // Promised for yesterday: due on 1 December, and usually twenty days late.
  expect(expectedOf(promised("2026-11-24"))).toEqual([["2026-12-21", 20]]);
  expect(expectedOf({ ...bill("2026-12-05", "700"), plannedPaymentDate: "2026-12-30" })).toEqual([["2026-12-30", null]]);
  // A promise of what nobody would count on any more counts.
  expect(expectedOf({ ...invoice("2026-01-31", "5"), plannedPaymentDate: "2026-12-24" })).toEqual([["2026-12-24", null]]);
});

test("a customer beyond their day pays within seven days and one ninety days beyond their habit not at all; a bill that is overdue goes in the first week", () => {
  expect(expectedOn(invoice("2026-11-20", "1"), 0, today)).toBe("2026-12-02");
  expect(expectedOn(invoice("2026-08-27", "1"), 0, today)).toBe("2026-12-02");
  expect(expectedOn(invoice("2026-08-26", "1"), 0, today)).toBeNull();
  expect(expectedOn(bill("2026-01-31", "1"), 0, today)).toBe(today);
});

test("what lies beyond thirteen weeks plays no part", () => {
  expect(aheadOf("50", [bill("2027-02-22", "80")]).low.amount).toBe(money("50"));
  expect(aheadOf("50", [bill("2027-02-21", "80")]).low.amount).toBe(money("-30"));
});
