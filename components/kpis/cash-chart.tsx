import { ChartCard } from "#components/charts/chart-card.tsx";
import type { Series } from "#components/charts/chart.ts";
import { weekPlaces } from "#components/kpis/week-places.ts";
import type { DrawnWeek } from "#lib/kpis/drawn-weeks.ts";

type Props = { weeks: readonly DrawnWeek[]; lowest: string | null; currency: string; proofs: string };

/** Cash at the end of each week: as it was, and as open documents will have it. */
export function CashChart({ weeks, lowest, currency, proofs }: Props) {
  const seriesOf = (label: string, of: "receipts" | "payments", look: Series["look"], sign: "" | "-"): Series => ({
    label,
    look,
    values: weeks.map((week) => signed(week[of].value, sign)),
    cells: weeks.map((week) => week[of].cell),
  });
  const closing = (label: string, isShown: (week: DrawnWeek) => boolean): Omit<Series, "look"> => ({
    label,
    values: weeks.map((week) => (isShown(week) ? week.closing.value : null)),
    cells: weeks.map(({ closing: { cell } }) => cell),
  });
  return (
    <ChartCard
      title="Cash, 13 weeks back and 13 ahead"
      currency={currency}
      by="week"
      places={weekPlaces(weeks)}
      proofs={proofs}
      arrangement="stacked"
      columns={[seriesOf("Expected from customers", "receipts", "strong", ""), seriesOf("Expected to suppliers", "payments", "plain", "-")]}
      lines={[
        { ...closing("Cash after the week", ({ isAhead }) => !isAhead), look: "plain" },
        { ...closing("Cash after, if all is paid as usual", ({ isAhead }) => isAhead), look: "plain", dashed: true },
      ]}
      {...(lowest === null ? {} : { minimum: { label: "Lowest", value: lowest } })}
      today={weeks.findIndex(({ isAhead }) => isAhead)}
    />
  );
}

/** What goes is drawn downwards. */
function signed(value: string | null, sign: "" | "-"): string | null {
  return value === null || value === "0.00" ? value : `${sign}${value}`;
}
