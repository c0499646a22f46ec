// What statements are computed from, as plain values: accounts, their movements, and where Xero's trial balance moved otherwise. A movement
// covers whole days (a month or a single day); a stretch of days is summed from those that lie within it, and none may cross its edge.
import { type Day, firstDayOf, monthOf } from "#lib/day.ts";
import { type Money, sum } from "#lib/money.ts";
import { type Account, type Section, sectionOf } from "#lib/reports/sections.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

/** `net` is debit less credit; `tracking` is the option it is of, where movements were read by a category. */
export type Movement = { accountId: string; start: Day; end: Day; net: Money; tracking?: string };

/** A trial balance that moved otherwise than the ledger, from one reading to the next. Debit less credit; xero − ledger = identified + unexplained. */
export type Residual = {
  accountId: string;
  start: Day;
  end: Day;
  ledger: Money;
  xero: Money;
  identified: Money;
  unexplained: Money;
  evidence: string | null;
};

export type Books = { accounts: readonly Account[]; movements: readonly Movement[]; residuals: readonly Residual[] };

/** Days, both included; a start of null is the beginning of the books. With `tracking` only what is of one of these options. */
export type Span = { start: Day | null; end: Day; tracking?: readonly string[] | undefined };

export type Ledger = {
  accountsIn: (section: Section) => readonly Account[];
  /** Debit less credit. */
  net: (accountId: string, span: Span) => Money;
  residuals: (accountId: string, span: Span) => readonly Residual[];
  /** Whether anything at all moved, be it back and forth. */
  hasMoved: (accountId: string, span: Span) => boolean;
};

/** As people list names, whatever the database would say. */
export const alphabetical = new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare;

/** The books, opened by account. An amount on an account that the chart does not have is an Error: it would be missing from the statement. */
export function openBooks({ accounts, movements, residuals }: Books): Ledger {
  const known = new Map(accounts.map((account) => [account.id, account]));
  const stray = [...movements, ...residuals].find(({ accountId }) => !known.has(accountId));
  if (stray) throw new Error(`The account ${stray.accountId} has amounts but is not in the chart of accounts.`);
  const sections = Map.groupBy(accounts.toSorted(byName), sectionOf);
  const movementsOf = Map.groupBy(movements, ({ accountId }) => accountId);
  const residualsOf = Map.groupBy(residuals, ({ accountId }) => accountId);
  const movementsIn = (accountId: string, span: Span) => (movementsOf.get(accountId) ?? []).filter((movement) => isTracked(span, movement.tracking) && liesWithin(movement, span));
  return {
    accountsIn: (section) => sections.get(section) ?? [],
    net: (accountId, span) => sum(movementsIn(accountId, span).map(({ net }) => net)),
    residuals: (accountId, span) => (residualsOf.get(accountId) ?? []).filter((residual) => isTracked(span, unassigned) && wasReadWithin(residual, span)),
    hasMoved: (accountId, span) => movementsIn(accountId, span).length > 0,
  };
}

export function byLabel(one: { label: string }, other: { label: string }): number {
  return alphabetical(one.label, other.label);
}

function byName(one: Account, other: Account): number {
  return alphabetical(one.name, other.name) || alphabetical(one.code ?? "", other.code ?? "");
}

/** What Xero's trial balance has besides carries no option. */
function isTracked({ tracking }: Span, option: string = unassigned): boolean {
  return tracking === undefined || tracking.includes(option);
}

function liesWithin(movement: Movement, { start, end }: Span): boolean {
  const from = start ?? movement.start;
  if (movement.end < from || movement.start > end) return false;
  if (movement.start >= from && movement.end <= end) return true;
  throw new RangeError(`A movement of ${movement.start} to ${movement.end} crosses the edge of ${from} to ${end}.`);
}

/** A reading belongs to the stretch that contains its day; what lies after the last reading is not compared yet. */
function wasReadWithin(residual: Residual, { start, end }: Span): boolean {
  return residual.end <= end && (start === null || (residual.end >= start && !isCut(residual, start)));
}

/** Whether a stretch begins within the month of a reading: nobody can tell how much of the difference arose before. */
export function isCut({ start: since, end }: Residual, start: Day): boolean {
  return firstDayOf(monthOf(end)) < start && since < start && start <= end;
}
