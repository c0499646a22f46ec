import { expect, test } from "vitest";
import { expectedOn, lowPoint, type OpenAmount, type PaidDocument, usualLateness } from "#lib/portfolio/cash-ahead.ts";
import { money } from "#lib/money.ts";

const today = "2026-11-25";
const invoice = (dueDate: string, amount: string, contactId = "kauri"): OpenAmount => ({ isBill: false, contactId, date: "2026-10-01", dueDate, amount: money(amount) });
const bill = (dueDate: string, amount: string): OpenAmount => ({ ...invoice(dueDate, amount, "landlord"), isBill: true });
const paid = (dueDate: string, paidOn: string, contactId = "kauri"): PaidDocument => ({ isBill: false, contactId, date: "2026-01-01", dueDate, paidOn });

test("without open documents cash stays where it is", () => {
  expect(lowPoint(money("500"), [], [], today)).toEqual({ amount: money("500"), day: today });
});

test("a bill before the money for it makes the low point, on the bill's day", () => {
  // 1,000; 700 go on 5 December, 900 come on the 10th, 400 go on the 20th: 300, 1,200, 800.
  const open = [bill("2026-12-05", "700"), invoice("2026-12-10", "900"), bill("2026-12-20", "400")];
  expect(lowPoint(money("1000"), open, [], today)).toEqual({ amount: money("300"), day: "2026-12-05" });
});

test("who always pays twenty days late is not expected earlier, and cash goes below nothing meanwhile", () => {
  // Due on 1 December, paid 20 days later in the past: after the bill of the 5th, not before it.
  const open = [invoice("2026-12-01", "900"), bill("2026-12-05", "700")];
  expect(lowPoint(money("100"), open, [], today)).toEqual({ amount: money("100"), day: today });
  const late = [paid("2026-06-01", "2026-06-21"), paid("2026-07-01", "2026-07-21"), paid("2026-08-01", "2026-08-22")];
  expect(lowPoint(money("100"), open, late, today)).toEqual({ amount: money("-600"), day: "2026-12-05" });
});

test("lateness is the middle of a contact's own payments, and each side has its own", () => {
  const late = usualLateness([paid("2026-06-01", "2026-06-03"), paid("2026-07-01", "2026-07-11"), paid("2026-08-01", "2026-12-01"), { ...paid("2026-06-01", "2026-05-30"), isBill: true }, paid("2026-06-01", "2026-06-02", "rata")]);
  expect(Object.fromEntries(late)).toEqual({ "invoice kauri": 10, "bill kauri": -2, "invoice rata": 1 });
});

test("what is beyond its day comes within a week; a customer ninety days beyond their habit is not counted on, a supplier is", () => {
  expect(expectedOn(invoice("2026-11-20", "1"), 0, today)).toBe("2026-12-02");
  expect(expectedOn(invoice("2026-08-27", "1"), 0, today)).toBe("2026-12-02");
  expect(expectedOn(invoice("2026-08-26", "1"), 0, today)).toBeNull();
  expect(expectedOn(bill("2026-01-31", "1"), 0, today)).toBe("2026-12-02");
});

test("what lies beyond thirteen weeks plays no part", () => {
  // 91 days from 25 November are 24 February.
  expect(lowPoint(money("50"), [bill("2027-02-25", "80")], [], today).amount).toBe(money("50"));
  expect(lowPoint(money("50"), [bill("2027-02-24", "80")], [], today).amount).toBe(money("-30"));
});
