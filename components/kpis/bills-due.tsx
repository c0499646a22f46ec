import { ChartCard } from "#components/charts/chart-card.tsx";
import { weekPlaces } from "#components/kpis/week-places.ts";
import type { DrawnWeek } from "#lib/kpis/drawn-weeks.ts";

type Props = { weeks: readonly DrawnWeek[]; currency: string; proofs: string };

/** Of the weeks to come; what is overdue stands in this one. */
export function BillsDue({ weeks, currency, proofs }: Props) {
  return (
    <ChartCard
      title="Bills by the week they are due"
      currency={currency}
      by="week"
      places={weekPlaces(weeks)}
      proofs={proofs}
      columns={[{ label: "Bills due", look: "plain", values: weeks.map(({ billsDue }) => billsDue.value), cells: weeks.map(({ billsDue }) => billsDue.cell) }]}
    />
  );
}
