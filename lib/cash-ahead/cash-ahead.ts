// Where cash goes in the next thirteen weeks, by nothing but the documents that are open today: each is taken to be paid on the day that somebody plans or
// expects it in Xero, else as late as its contact usually pays. What should have been paid already goes out in the first week, what should have come comes
// within seven days; what a customer is more than ninety days beyond their own habit with is not counted on. Wages, taxes and what nobody has invoiced yet are not in it, which whoever shows it has to say.
import { addDays, type Day, daysBetween, weekdayOf } from "#lib/day.ts";
import { type Money, sum } from "#lib/money.ts";

export type OpenAmount = { isBill: boolean; contactId: string | null; date: Day; dueDate: Day | null; plannedPaymentDate: Day | null; amount: Money };
/** A payment of the past: of whom, when the document was due, and when it was paid. */
export type PaidDocument = { isBill: boolean; contactId: string | null; date: Day; dueDate: Day | null; paidOn: Day };
/** Days, both included. */
export type Week = { start: Day; end: Day };
/** `late` is how many days after its due day it is usual, a negative number early; null where the day is planned. */
export type Expected<Document extends OpenAmount> = { document: Document; on: Day; late: number | null };
/** Balances before its first day and after its last, and what comes and goes between them; amounts are positive. */
export type WeekAhead<Document extends OpenAmount> = Week & { opening: Money; receipts: Expected<Document>[]; payments: Expected<Document>[]; closing: Money };
/** `day` is the last one of a week, or today where nothing takes cash lower than it is. */
export type LowPoint = { amount: Money; day: Day };

export const weeksShown = 13;
const withinAWeek = 7;
const nobodyCountsOn = 90;
/** Of fewer payments nobody can say what a contact usually does. */
const fewestPayments = 3;

/** Calendar weeks from Monday to Sunday; the first begins today. */
export function weeksAhead(today: Day): Week[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  return Array.from({ length: weeksShown }, (_, week) => ({ start: week === 0 ? today : addDays(monday, 7 * week), end: addDays(monday, 7 * week + 6) }));
}

/** The whole weeks before the one that runs, the oldest first. */
export function weeksBack(today: Day): Week[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  return Array.from({ length: weeksShown }, (_, week) => addDays(monday, 7 * (week - weeksShown))).map((start) => ({ start, end: addDays(start, 6) }));
}

/** Documents that something is expected of, in the order of the days. */
export function expectations<Document extends OpenAmount>(open: readonly Document[], paid: readonly PaidDocument[], today: Day): Expected<Document>[] {
  const usual = usualLateness(paid);
  const expected = open.flatMap((document): Expected<Document>[] => {
    const planned = plannedOn(document, today);
    if (planned) return [{ document, on: planned, late: null }];
    const late = usual(document);
    const on = expectedOn(document, late, today);
    return on === null ? [] : [{ document, on, late }];
  });
  return expected.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** `cash` is today's. */
export function cashAhead<Document extends OpenAmount>(cash: Money, expected: readonly Expected<Document>[], today: Day): WeekAhead<Document>[] {
  let opening = cash;
  return weeksAhead(today).map((week) => {
    const within = expected.filter(({ on }) => on >= week.start && on <= week.end);
    const [receipts, payments] = [within.filter(({ document }) => !document.isBill), within.filter(({ document }) => document.isBill)];
    const closing = opening + amountOf(receipts) - amountOf(payments);
    const ahead = { ...week, opening, receipts, payments, closing };
    opening = closing;
    return ahead;
  });
}

/** The lowest cash of today and of the ends of the weeks, and the first such day. */
export function lowPoint(cash: Money, weeks: readonly { end: Day; closing: Money }[], today: Day): LowPoint {
  return weeks.reduce<LowPoint>((low, { end, closing }) => (closing < low.amount ? { amount: closing, day: end } : low), { amount: cash, day: today });
}

/** A plan whose day is over was not kept. */
function plannedOn({ plannedPaymentDate }: OpenAmount, today: Day): Day | null {
  return plannedPaymentDate !== null && plannedPaymentDate >= today ? plannedPaymentDate : null;
}

/** By habit alone; null for what nobody counts on any more. */
export function expectedOn({ isBill, date, dueDate }: OpenAmount, late: number, today: Day): Day | null {
  const usual = addDays(dueDate ?? date, late);
  if (usual > today) return usual;
  if (isBill) return today;
  return daysBetween(usual, today) > nobodyCountsOn ? null : addDays(today, withinAWeek);
}

/** Days after the due day that a contact usually pays, or is paid: the middle one of its payments, or of everybody's on that side where it has too few. */
export function usualLateness(paid: readonly PaidDocument[]): (of: Pick<OpenAmount, "isBill" | "contactId">) => number {
  const byContact = Map.groupBy(paid, contactOf);
  const bySide = Map.groupBy(paid, ({ isBill }) => isBill);
  const middle = new Map([...byContact].filter(([, payments]) => payments.length >= fewestPayments).map(([contact, payments]) => [contact, medianOf(payments)]));
  const ofSide = new Map([...bySide].map(([isBill, payments]) => [isBill, medianOf(payments)]));
  return (of) => middle.get(contactOf(of)) ?? ofSide.get(of.isBill) ?? 0;
}

function contactOf({ isBill, contactId }: Pick<OpenAmount, "isBill" | "contactId">): string {
  return `${isBill ? "bill" : "invoice"} ${contactId ?? ""}`;
}

/** Of an even number, the later of the two in the middle. */
function medianOf(payments: readonly PaidDocument[]): number {
  const days = payments.map(({ date, dueDate, paidOn }) => daysBetween(dueDate ?? date, paidOn)).toSorted((one, other) => one - other);
  return days[Math.floor(days.length / 2)] ?? 0;
}

function amountOf(expected: readonly Expected<OpenAmount>[]): Money {
  return sum(expected.map(({ document }) => document.amount));
}
