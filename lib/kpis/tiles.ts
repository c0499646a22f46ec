// The eight figures a dashboard shows first, read from the stored report: this month, what it is compared with, twelve months of history, what
// belongs beside them, and what to know before trusting them.
import { kpisById } from "#lib/kpis/definitions.ts";
import { kpiRowId } from "#lib/kpis/figure-rows.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import type { DrawnReport, DrawnRow } from "#lib/kpis/drawn-report.ts";
import { accountChanges, byEffect } from "#lib/kpis/account-changes.ts";
import { debtorsOf } from "#lib/kpis/debtors.ts";
import { weeksOf } from "#lib/kpis/drawn-weeks.ts";
import { dayLabel } from "#lib/day-label.ts";
import { type TargetBeside, targetBeside } from "#lib/kpis/target.ts";
import type { Column } from "#lib/reports/report.ts";
import type { Unit } from "#lib/reports/unit.ts";

type Figure = { label: string; value: string | null; unit: Unit };
export type Mark = "unreconciled" | "drafts" | "unexplained" | "notFinal";
export type Tile = {
  id: string;
  label: string;
  unit: Unit;
  value: string | null;
  reason: string | null;
  before: string | null;
  good: Kpi["good"];
  target: TargetBeside | null;
  /** Month by month, the oldest first; or week by week, where it looks ahead. */
  history: (string | null)[];
  looksAhead: boolean;
  beside: Figure[];
  /** Who or what the figure is mostly about, if anybody. */
  mostly: { label: string; words: string } | null;
  marks: Mark[];
  /** "row|column" of the proof. */
  cell: string;
};
type Choice = { id: string; beside?: readonly string[]; looksAhead?: boolean; marks: readonly Mark[] };

const ofLedger = ["drafts", "unexplained", "notFinal"] as const;

/** In the order they are shown. */
const choices: readonly Choice[] = [
  { id: "cashAtBank", marks: ["unreconciled", "unexplained", "notFinal"] },
  { id: "lowestCash", looksAhead: true, marks: ["unreconciled", "unexplained", "notFinal"] },
  { id: "revenue", marks: ofLedger },
  { id: "grossMarginPercent", marks: ofLedger },
  { id: "operatingProfit", marks: ofLedger },
  { id: "netProfit", marks: ofLedger },
  { id: "receivables", beside: ["overdueReceivablesPercent", "debtorDays"], marks: ofLedger },
  { id: "payables", beside: ["overduePayablesPercent", "creditorDays"], marks: ofLedger },
];

export function tilesOf(report: DrawnReport): Tile[] {
  const last = monthsOf(report).at(-1);
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  return choices.flatMap((choice) => {
    const row = rows.get(kpiRowId(choice.id));
    return row && last ? [tileOf(report, choice, row, last, rows)] : [];
  });
}

export function monthsOf({ columns }: Pick<DrawnReport, "columns">): Column[] {
  return columns.filter(({ kind }) => kind === "period");
}

/** A row month by month, the oldest first. */
export function historyOf(report: DrawnReport, rowId: string): (string | null)[] {
  const row = report.rows.find(({ id }) => id === rowId);
  return monthsOf(report).map(({ id }) => (row && cellIn(row, id)?.value) ?? null);
}

function tileOf(report: DrawnReport, { id, beside = [], looksAhead = false, marks }: Choice, row: DrawnRow, last: Column, rows: ReadonlyMap<string, DrawnRow>): Tile {
  const cell = cellIn(row, last.id);
  const compared = report.columns.find(({ kind }) => kind === "compare");
  return {
    id,
    label: row.label,
    unit: cell?.unit ?? "money",
    value: cell?.value ?? null,
    reason: cell?.reason ?? null,
    before: (compared && cellIn(row, compared.id)?.value) ?? null,
    good: kpisById.get(id)?.good ?? "neither",
    target: targetBeside(report.targets ?? [], id, cell?.value ?? null),
    history: looksAhead ? weeksOf(report).filter(({ isAhead }) => isAhead).map(({ closing }) => closing.value) : historyOf(report, row.id),
    looksAhead,
    mostly: mostlyOf(id, report, cell?.value ?? null),
    beside: beside.flatMap((other) => figureOf(rows.get(kpiRowId(other)), last.id)),
    marks: marks.filter((mark) => applies(mark, report)),
    cell: `${row.id}|${last.id}`,
  };
}

/** When cash is lowest, who owes most, which cost rose most. */
function mostlyOf(id: string, report: DrawnReport, value: string | null): Tile["mostly"] {
  if (id === "lowestCash") {
    const week = weeksOf(report).find(({ isAhead, closing }) => isAhead && closing.value === value);
    return week ? { label: "In the week to", words: dayLabel(week.end) } : null;
  }
  if (id === "receivables") {
    const [debtor] = debtorsOf(report);
    return debtor ? { label: "Owes most", words: debtor.name } : null;
  }
  const risen = id === "operatingProfit" ? accountChanges(report).filter(({ isIncome, effect }) => !isIncome && effect < 0n).toSorted(byEffect).at(0) : undefined;
  return risen ? { label: "Rose most", words: risen.label } : null;
}

function figureOf(row: DrawnRow | undefined, column: string): Figure[] {
  const cell = row && cellIn(row, column);
  return row && cell ? [{ label: row.label, value: cell.value, unit: cell.unit }] : [];
}

function applies(mark: Mark, { quality }: DrawnReport): boolean {
  if (mark === "unreconciled") return quality.unreconciled.count > 0;
  if (mark === "drafts") return quality.drafts.count > 0;
  return mark === "notFinal" ? !quality.final : !quality.tiesToXero;
}

function cellIn(row: DrawnRow, column: string) {
  return row.cells.find((cell) => cell.column === column);
}
