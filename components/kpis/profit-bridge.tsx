import type { Series } from "#components/charts/chart.ts";
import { ChartCard } from "#components/charts/chart-card.tsx";
import type { BridgeStep } from "#lib/kpis/profit-bridge.ts";

type Props = { steps: readonly BridgeStep[]; currency: string; proofs: string };

const roomBeneath = 9;

/** What has room beneath a column; the whole name is a hover away, and in the table. */
function clipped(label: string): string {
  return label.length > roomBeneath ? `${label.slice(0, roomBeneath - 1).trimEnd()}…` : label;
}

/** What moved the profit from one month to the other, most first. */
export function ProfitBridge({ steps, currency, proofs }: Props) {
  const places = steps.map(({ id, label }) => ({ id, label, short: clipped(label.replace("Net profit, ", "")), narrow: "" }));
  const moved: Series = { label: "Net profit", look: "strong", values: steps.map(({ value }) => value), cells: steps.map(({ cell }) => cell) };
  return (
    <ChartCard title="What moved the profit" currency={currency} by="account" places={places} arrangement="waterfall" columns={[moved]} proofs={proofs} />
  );
}
