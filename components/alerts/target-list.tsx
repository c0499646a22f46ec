import { figureInSentence } from "#lib/reports/figure-words.ts";
import type { Unit } from "#lib/reports/unit.ts";

export type TargetOf = { kpi: string; label: string; unit: Unit; value: string };

export function TargetList({ targets }: { targets: readonly TargetOf[] }) {
  return (
    <dl className="grid gap-y-1.5">
      {targets.map(({ kpi, label, unit, value }) => (
        <div key={kpi} className="flex flex-wrap justify-between gap-x-4">
          <dt>{label}</dt>
          <dd className="figures">{figureInSentence(value, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}
