// How the accounts of the profit and loss moved from the month that is compared with to the last one, read from the stored report.
import { comparedIn, type DrawnReport, valueIn } from "#lib/kpis/drawn-report.ts";
import { absolute, largerFirst, type Money, money } from "#lib/money.ts";

/** `effect` is what the change does to the profit; `cell` is "row|column" of the last month. Amounts are positive for what the account is for. */
export type AccountChange = { id: string; label: string; isIncome: boolean; amount: Money; before: Money; effect: Money; cell: string };

/** None where nothing is compared. */
export function accountChanges(report: DrawnReport): AccountChange[] {
  const { last, before } = comparedIn(report);
  if (!last || !before) return [];
  const accounts = report.rows.filter(({ parent }) => parent === "section:accounts");
  return accounts.map((row) => {
    const [amount, then] = [money(valueIn(row, last.id) ?? "0"), money(valueIn(row, before.id) ?? "0")];
    const isIncome = row.sign === -1;
    return { id: row.id, label: row.label, isIncome, amount, before: then, effect: isIncome ? amount - then : then - amount, cell: `${row.id}|${last.id}` };
  });
}

/** The largest change first, whichever way it went. */
export function byEffect(one: AccountChange, other: AccountChange): number {
  return largerFirst(absolute(one.effect), absolute(other.effect));
}
