import { Part, Specimen } from "#app/design/specimen.tsx";
import type { ChartPlace, Plot } from "#components/charts/chart.ts";
import { ChartCard } from "#components/charts/chart-card.tsx";

const months = placesOf(["May 2026", "Jun 2026", "Jul 2026", "Aug 2026", "Sep 2026", "Oct 2026"]);
const steps = placesOf(["Sep 2026", "Revenue", "Direct costs", "Overheads", "Oct 2026"]);
const weeks = Array.from({ length: 26 }, (_, week) => ({ id: `w${week}`, label: `Week ${week - 12}`, short: `${week - 12}`, narrow: `${week - 12}` }));
const cells = months.map(({ id }) => id);

const income = { label: "Income", look: "strong", values: ["41200.00", "38950.50", "44100.00", "47800.25", "45000.00", "52310.75"], cells } as const;
const costs = { label: "Costs", look: "plain", values: ["36800.00", "41020.10", "39900.00", "40210.00", "43700.00", "42100.40"], cells } as const;
const profit = { label: "Net profit", look: "plain", values: ["4400.00", "-2069.60", "4200.00", "7590.25", "1300.00", "10210.35"], cells } as const;
const paid = { label: "Paid back", look: "third", values: ["-5000.00", "0.00", "-5000.00", null, "-5000.00", "-12000.00"] } as const;
const swing = [0, 3_800, 6_900, 8_700, 8_900, 7_400, 4_600, 900, -3_000, -6_300, -8_400, -9_000, -7_900];
const balance = weeks.map((_, week) => `${61_500 + (swing[week % swing.length] ?? 0) - week * 1_450}.00`);

const charts: readonly (Plot & { title: string; by?: string })[] = [
  { title: "Columns with a line", places: months, columns: [income, costs], lines: [profit] },
  { title: "Stacked, some below zero", places: months, arrangement: "stacked", columns: [income, costs, paid] },
  { title: "Waterfall", by: "step", places: steps, arrangement: "waterfall", columns: [{ label: "Net profit", look: "strong", values: ["1300.00", "7310.75", "-2100.40", "3700.00", "10210.35"] }] },
  {
    title: "Line: behind and ahead of today, over a minimum",
    by: "week",
    places: weeks,
    lines: [
      { label: "Cash", look: "strong", values: balance.map((value, week) => (week <= 12 ? value : null)) },
      { label: "Forecast", look: "plain", dashed: true, values: balance.map((value, week) => (week >= 12 ? value : null)) },
    ],
    minimum: { label: "Minimum", value: "30000.00" },
    today: 12,
  },
  {
    title: "Bullet",
    places: months,
    columns: [{ ...income, label: "Revenue" }],
    target: { label: "Budget", values: ["40000.00", "42000.00", "42000.00", "46000.00", "46000.00", "50000.00"] },
    ranges: [
      { label: "Poor", values: months.map(() => "30000.00") },
      { label: "Fair", values: months.map(() => "42000.00") },
      { label: "Good", values: months.map(() => "56000.00") },
    ],
  },
  { title: "One place", places: months.slice(-1), columns: [{ ...income, values: ["52310.75"] }], lines: [{ ...profit, values: ["10210.35"] }] },
  { title: "Nothing but zero", places: months, columns: [{ ...income, values: months.map(() => "0.00") }] },
  { title: "No figure", places: months, columns: [{ ...income, values: months.map(() => null) }] },
];

/** Each kind of chart, and the ends of what they must bear. */
export function Charts() {
  return (
    <Part title="Charts">
      <Specimen name="Each with its table; a chart that is pointed at or focused says its figures">
        <div className="grid gap-6 lg:grid-cols-2">
          {charts.map(({ title, by = "month", ...plot }) => (
            <ChartCard key={title} title={title} currency="NZD" by={by} proofs="/design?drawer=open#" {...plot} />
          ))}
        </div>
      </Specimen>
    </Part>
  );
}

function placesOf(labels: readonly string[]): ChartPlace[] {
  return labels.map((label) => ({ id: label, label, short: label.replace(" 2026", ""), narrow: label.replace(" 2026", "") }));
}
