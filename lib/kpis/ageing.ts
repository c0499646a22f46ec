// How old what is owed is, read from the stored report: for each bucket, what customers owe and what is owed to suppliers.
import { measureRowId } from "#lib/kpis/figure-rows.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import type { DrawnReport } from "#lib/kpis/drawn-report.ts";
import { monthsOf } from "#lib/kpis/tiles.ts";
import type { Side } from "#lib/ageing/side.ts";
import { agedColumns } from "#lib/reports/aged/buckets.ts";

export type AgeingFigures = { buckets: { id: string; label: string }[] } & Record<Side, { value: string | null; cell: string }[]>;

/** Null for a dashboard from before there were such figures. */
export function ageingOf(report: DrawnReport): AgeingFigures | null {
  const last = monthsOf(report).at(-1);
  if (!last) return null;
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  const buckets = agedColumns({ buckets: "days", asAt: last.end }).filter(({ kind }) => kind === "bucket");
  const of = (side: Side) =>
    buckets.flatMap((bucket) => {
      const row = rows.get(rowOf(side, bucket.id));
      const value = row?.cells.find(({ column }) => column === last.id)?.value ?? null;
      return row ? [{ value, cell: `${row.id}|${last.id}` }] : [];
    });
  const [receivables, payables] = [of("receivables"), of("payables")];
  return receivables.length === buckets.length ? { buckets: buckets.map(({ id, label }) => ({ id, label })), receivables, payables } : null;
}

function rowOf(side: Side, bucket: string): string {
  const measure = definitions.measures.find((each) => each.kind === "aged" && each.side === side && each.bucket === bucket);
  return measureRowId(measure?.id ?? "");
}
