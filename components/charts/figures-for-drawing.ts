// Figures become floating-point numbers here, to be drawn and for nothing else: a pixel does not know cents.
import { figuresOf, type Plot } from "#components/charts/chart.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { money } from "#lib/money.ts";

/** Null where there is no figure. */
export function drawn(value: string | null): number | null {
  return value === null ? null : Number(value);
}

/** "120K", "−1.5M": enough for an axis. */
export function onAxis(value: number): string {
  return new Intl.NumberFormat("en-NZ", { notation: "compact", maximumFractionDigits: 1 }).format(value).replace("-", "−");
}

/** As the table beneath a chart has it: "(1,234.50)", and "n/m" where there is no figure. */
export function written(value: string | null): string {
  return value === null ? "n/m" : amountInColumn(money(value));
}

export type AnsweringPlace = { label: string; figures: readonly (number | null)[] };

/** What the chart that answers is given: at each place the figures of the table's row. */
export function answers(plot: Plot): AnsweringPlace[] {
  const series = figuresOf(plot);
  return plot.places.map(({ label }, place) => ({ label, figures: series.map(({ values }) => drawn(values[place] ?? null)) }));
}
