// A measure of lines added up by contact: the largest, those that come again month after month, or what names nobody. Its proof names the contacts that it
// takes, so that it stays provable whoever is the largest by then.
import { addToMonth, type Day, firstDayOf, type Month, monthOf, monthsFrom } from "#lib/day.ts";
import type { ContactsMeasure } from "#lib/kpis/definition.ts";
import type { MeasureFigure, Stretch } from "#lib/kpis/measure-figures.ts";
import { decimal, largerFirst, type Money, squared, sum } from "#lib/money.ts";
import type { LineFilter } from "#lib/reports/cell-proof.ts";
import { signed } from "#lib/reports/statement.ts";

/** Debit less credit of an account's posted lines with a contact, or without one, in a month. */
export type ContactMovement = { accountId: string; contactId: string | null; month: Month; net: Money };
/** By the last day of a column: month by month, what was posted up to that day. */
export type ByContact = ReadonlyMap<Day, ReadonlyMap<Month, readonly ContactMovement[]>>;

/** How many contacts of a proof are called by their names. */
export const fewNamed = 5;

type Amount = { contactId: string; amount: Money };

/** `accounts` are those that it takes, by id. */
export function contactsFigure({ of, sign }: Pick<ContactsMeasure, "of" | "sign">, accounts: readonly string[], byContact: ByContact, { start, end }: Stretch): MeasureFigure {
  const months = byContact.get(end) ?? new Map<Month, readonly ContactMovement[]>();
  const within = movementsIn(months, monthsFrom(monthOf(start), monthOf(end)), new Set(accounts));
  const lines = { accounts: accounts.filter((id) => within.some(({ accountId }) => accountId === id)), from: start, to: end };
  const amounts = amountsOf(within, sign);
  if (of === "squares") return squaresFigure(amounts.filter(isPositive), lines);
  const taken = (amount: Money, only: LineFilter): MeasureFigure => ({ value: decimal(amount), unit: "money", proof: { kind: "lines", ...lines, only } });
  if (of === "named") return taken(sum(amounts.map(({ amount }) => amount)), { hasContact: true });
  if (of === "unnamed") return taken(signed(sign, sum(within.filter(({ contactId }) => contactId === null).map(({ net }) => net))), { hasContact: false });
  const chosen = chosenOf(of, amounts, () => regulars(of, months, accounts, monthOf(end), sign));
  return taken(sum(chosen.map(({ amount }) => amount)), { contacts: chosen.map(({ contactId }) => contactId) });
}

/** The first day that has to be read for a column that begins on such a day. */
export function readFrom(measures: readonly ContactsMeasure[], start: Day): Day {
  return firstDayOf(addToMonth(monthOf(start), -Math.max(0, ...measures.map(monthsBefore))));
}

/** How many months before its own a column looks at. */
function monthsBefore({ of }: Pick<ContactsMeasure, "of">): number {
  return typeof of === "object" && "monthsInARow" in of ? of.monthsInARow - 1 : 0;
}

function movementsIn(byMonth: ReadonlyMap<Month, readonly ContactMovement[]>, months: readonly Month[], accounts: ReadonlySet<string>): ContactMovement[] {
  return months.flatMap((month) => (byMonth.get(month) ?? []).filter(({ accountId }) => accounts.has(accountId)));
}

/** The largest first. */
function amountsOf(movements: readonly ContactMovement[], sign: 1 | -1): Amount[] {
  const sums = new Map<string, Money>();
  for (const { contactId, net } of movements) if (contactId !== null) sums.set(contactId, (sums.get(contactId) ?? 0n) + signed(sign, net));
  return [...sums].map(([contactId, amount]) => ({ contactId, amount })).toSorted((one, other) => largerFirst(one.amount, other.amount) || (one.contactId < other.contactId ? -1 : 1));
}

type ByChoice = Exclude<ContactsMeasure["of"], "named" | "unnamed" | "squares">;

function chosenOf(of: ByChoice, amounts: readonly Amount[], comeAgain: () => ReadonlySet<string>): Amount[] {
  if (of === "belowNothing") return amounts.filter(({ amount }) => amount < 0n);
  if ("largest" in of) return amounts.filter(isPositive).slice(0, of.largest);
  const regular = comeAgain();
  return amounts.filter(({ contactId }) => regular.has(contactId));
}

/** With something above nothing in each of the months. */
function regulars(of: ByChoice, byMonth: ReadonlyMap<Month, readonly ContactMovement[]>, accounts: readonly string[], last: Month, sign: 1 | -1): ReadonlySet<string> {
  const months = monthsFrom(addToMonth(last, -monthsBefore({ of })), last);
  const known = new Set(accounts);
  const each = months.map((month) => new Set(amountsOf(movementsIn(byMonth, [month], known), sign).filter(isPositive).map(({ contactId }) => contactId)));
  return each.reduce((those, these) => those.intersection(these));
}

function isPositive({ amount }: Amount): boolean {
  return amount > 0n;
}

function squaresFigure(amounts: readonly Amount[], lines: { accounts: string[]; from: Day; to: Day }): MeasureFigure {
  const [largest, others] = [amounts.slice(0, fewNamed), amounts.slice(fewNamed)];
  const squares = (some: readonly Amount[]) => decimal(sum(some.map(({ amount }) => squared(amount))));
  const named = largest.map(({ contactId, amount }) => ({ contact: contactId, amount: decimal(amount) }));
  return { value: squares(amounts), unit: "ratio", proof: { kind: "squares", ...lines, largest: named, others: { count: others.length, amount: squares(others) } } };
}
