import { ChartCard } from "#components/charts/chart-card.tsx";
import type { BridgeStep } from "#lib/kpis/profit-bridge.ts";

type Props = { steps: readonly BridgeStep[]; currency: string; proofOf: (cell: string) => string };

/** What moved the profit from one month to the other, most first. */
export function ProfitBridge({ steps, currency, proofOf }: Props) {
  const places = steps.map(({ id, label }) => ({ id, label, short: label.replace("Net profit, ", ""), narrow: "" }));
  const hrefs = steps.map(({ cell }) => (cell === null ? "" : proofOf(cell)));
  return (
    <ChartCard title="What moved the profit" currency={currency} by="account" places={places} arrangement="waterfall" columns={[{ label: "Net profit", look: "strong", values: steps.map(({ value }) => value), hrefs }]} />
  );
}
