// From the profit of the month that is compared with to that of the last one, by what moved it most. The steps add up to the cent: the profit is
// the sum of its accounts, what Xero has besides included.
import { accountChanges, byEffect } from "#lib/kpis/account-changes.ts";
import { measureRowId } from "#lib/kpis/figure-rows.ts";
import { comparedIn, type DrawnReport, valueIn } from "#lib/kpis/drawn-report.ts";
import { decimal, sum } from "#lib/money.ts";

/** `cell` is "row|column" of the proof; null for what is many accounts together. */
export type BridgeStep = { id: string; label: string; value: string; cell: string | null };

const mostDrivers = 5;

/** A level, steps, a level; empty where there is nothing to compare with. */
export function profitBridge(report: DrawnReport): BridgeStep[] {
  const { last, before } = comparedIn(report);
  const profit = report.rows.find(({ id }) => id === measureRowId("netProfit"));
  const [from, to] = [before && profit && valueIn(profit, before.id), last && profit && valueIn(profit, last.id)];
  if (!last || !before || !profit || !from || !to) return [];
  const changes = accountChanges(report);
  if (changes.length === 0) return [];
  const moved = changes.filter(({ effect }) => effect !== 0n).toSorted(byEffect);
  const drivers = moved.slice(0, mostDrivers).map(({ id, label, effect, cell }) => ({ id, label, value: decimal(effect), cell }));
  const rest = moved.slice(mostDrivers);
  const others = rest.length === 0 ? [] : [{ id: "others", label: `${rest.length} other ${rest.length === 1 ? "account" : "accounts"}`, value: decimal(sum(rest.map(({ effect }) => effect))), cell: null }];
  const levelOf = (column: typeof last, value: string) => ({ id: column.id, label: `Net profit, ${column.label}`, value, cell: `${profit.id}|${column.id}` });
  return [levelOf(before, from), ...drivers, ...others, levelOf(last, to)];
}
