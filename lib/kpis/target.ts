// What a key figure is to come to, and whether it does: the definition says which side is good.
import { kpisById } from "#lib/kpis/definitions.ts";
import type { TargetRow } from "#lib/kpis/queries.ts";
import { money } from "#lib/money.ts";
import { writtenIn } from "#lib/reports/figure-words.ts";

/** In the unit of the key figure. */
export type StatedTarget = { kpi: string; value: string };
/** `met` is null where the figure is not meaningful, or neither direction of it is good. */
export type TargetBeside = { value: string; met: boolean | null };

/** None of those that were taken away. */
export function statedTargets(rows: readonly TargetRow[]): StatedTarget[] {
  return rows.flatMap(({ kpi, value }) => (value === null ? [] : [{ kpi, value: writtenIn(kpisById.get(kpi)?.unit ?? "ratio", value) }]));
}

/** Null where there is none. */
export function targetBeside(targets: readonly StatedTarget[], kpi: string, figure: string | null): TargetBeside | null {
  const target = targets.find((candidate) => candidate.kpi === kpi);
  return target ? { value: target.value, met: figure === null ? null : isMet(kpi, money(figure), money(target.value)) } : null;
}

function isMet(kpi: string, figure: bigint, target: bigint): boolean | null {
  const good = kpisById.get(kpi)?.good ?? "neither";
  if (good === "neither") return null;
  return good === "up" ? figure >= target : figure <= target;
}
