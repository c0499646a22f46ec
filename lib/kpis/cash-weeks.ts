// Cash week by week: thirteen whole weeks back from the ledger, thirteen ahead from what is open. Each week begins with what the one before it
// left, so that the last one walks back, week by week, to the balance of today.
import { cashAhead, type Expected, lowPoint, type Week, type WeekAhead, weeksAhead, weeksBack } from "#lib/cash-ahead/cash-ahead.ts";
import type { OpenDue } from "#lib/cash-ahead/read-cash-ahead.ts";
import { addDays, type Day } from "#lib/day.ts";
import { dayLabel, shortDayLabel } from "#lib/day-label.ts";
import { documentsFigure } from "#lib/kpis/documents-figure.ts";
import type { MeasureFigure } from "#lib/kpis/measure-figures.ts";
import { decimal, money } from "#lib/money.ts";
import type { Cell, Column, Proof, Row } from "#lib/reports/report.ts";
import { heading, written } from "#lib/reports/statement.ts";

/** What a bar keeps one by one: there are few weeks, and who asks about one wants to see who is meant. */
const documentsKept = 50;

/** `value` and how it is proved. */
type Proved = Pick<MeasureFigure, "value" | "proof">;
export type CashWeeks = {
  today: Day;
  /** All bank accounts together at the end of a day, up to today. */
  balanceAt: (day: Day) => Proved;
  expected: readonly Expected<OpenDue>[];
};

export function weekColumns(today: Day): Column[] {
  const past = weeksBack(today).map(({ start, end }) => ({ id: idOf(start), kind: "week" as const, label: `Week to ${dayLabel(end)}`, start, end }));
  const ahead = weeksAhead(today).map(({ start, end }, place) => {
    const label = place === 0 ? `This week, from ${shortDayLabel(start)}` : `Week to ${dayLabel(end)}`;
    return { id: idOf(start), kind: "forecast" as const, label, start, end };
  });
  return [...past, ...ahead];
}

export const weekRowIds = { opening: "week:opening", receipts: "week:receipts", payments: "week:payments", net: "week:net", closing: "week:closing", billsDue: "week:billsDue" } as const;
type WeekRow = keyof typeof weekRowIds;

const labels: Record<WeekRow, string> = {
  opening: "Cash before",
  receipts: "Expected from customers",
  payments: "Expected to suppliers",
  net: "What the week brings",
  closing: "Cash after",
  billsDue: "Bills by the day they are due",
};

export function weekRows(weeks: CashWeeks): Row[] {
  const ahead = aheadOf(weeks);
  const columns = weekColumns(weeks.today);
  const cells = columns.map((column, place) => (column.kind === "week" ? pastCells(weeks, column) : aheadCells(weeks, ahead, column, columns[place - 1])));
  const rowOf = (name: WeekRow): Row => ({ id: weekRowIds[name], parent: "section:weeks", kind: "measure", label: labels[name], level: 1, accountId: null, accountCode: null, sign: 1, cells: cells.flatMap((of) => of[name] ?? []) });
  const names = Object.keys(weekRowIds) as WeekRow[];
  return [written(heading("section:weeks", "Cash, week by week", null, 0), []), ...names.map(rowOf)];
}

/** The lowest of today and the weeks to come, and which cell says so. */
export function lowestAhead(weeks: CashWeeks): MeasureFigure {
  const ahead = aheadOf(weeks);
  const cash = money(weeks.balanceAt(weeks.today).value);
  const { amount } = lowPoint(cash, ahead, weeks.today);
  const week = amount < cash ? ahead.find(({ closing }) => closing === amount) : undefined;
  const [row, column] = week ? [weekRowIds.closing, week.start] : [weekRowIds.opening, weeks.today];
  return { value: decimal(amount), unit: "money", proof: { kind: "cell", row, column: idOf(column) } };
}

type Ahead = readonly WeekAhead<OpenDue>[];
type Cells = Partial<Record<WeekRow, Cell>>;

function aheadOf({ today, balanceAt, expected }: CashWeeks): Ahead {
  return cashAhead(money(balanceAt(today).value), expected, today);
}

function idOf(start: Day): string {
  return `week:${start}`;
}

function pastCells({ balanceAt }: CashWeeks, { id, start, end }: Column): Cells {
  const [before, after] = [balanceAt(addDays(start ?? end, -1)), balanceAt(end)];
  const inputs = [{ name: "after", row: weekRowIds.closing }, { name: "before", row: weekRowIds.opening }];
  const net = { value: decimal(money(after.value) - money(before.value)), proof: { kind: "formula" as const, formula: "after - before", inputs } };
  return { opening: cell(id, before), net: cell(id, net), closing: cell(id, after) };
}

function aheadCells({ today, balanceAt, expected }: CashWeeks, ahead: Ahead, { id, start, end }: Column, before: Column | undefined): Cells {
  const week = ahead.find((each) => each.end === end);
  if (!week) return {};
  const opening: Proved = start === today ? balanceAt(today) : { value: decimal(week.opening), proof: { kind: "cell" as const, row: weekRowIds.closing, column: before?.id ?? "" } };
  const [receipts, payments] = [heapOf(week.receipts), heapOf(week.payments)];
  return {
    opening: cell(id, opening),
    receipts: cell(id, receipts),
    payments: cell(id, payments),
    net: cell(id, { value: decimal(week.closing - week.opening), proof: sumOf([[weekRowIds.receipts, 1], [weekRowIds.payments, -1]]) }),
    closing: cell(id, { value: decimal(week.closing), proof: sumOf([[weekRowIds.opening, 1], [weekRowIds.net, 1]]) }),
    billsDue: cell(id, heapOf(expected.filter(({ document }) => document.isBill && isDueIn(document, week, today)))),
  };
}

/** What is overdue is due at once. */
function isDueIn({ dueDate, date }: OpenDue, { start, end }: Week, today: Day): boolean {
  const due = dueDate ?? date;
  return due <= end && (due >= start || start === today);
}

function heapOf(expected: readonly Expected<OpenDue>[]): Proved {
  return documentsFigure(expected.map(({ document, on, late }) => ({ id: document.id, label: () => labelOf(document, on, late), amount: document.amount })), "amount", documentsKept);
}

function labelOf({ number, contactName, dueDate, date }: OpenDue, on: Day, late: number | null): string {
  const due = `due ${dayLabel(dueDate ?? date)}`;
  const why = late === null ? "as planned in Xero" : habit(late);
  return [number ?? "Without a number", contactName, `${due}, expected ${dayLabel(on)} (${why})`].filter(Boolean).join(", ");
}

function habit(late: number): string {
  if (late === 0) return "usually paid on the day";
  const days = Math.abs(late) === 1 ? "day" : "days";
  return `usually ${Math.abs(late)} ${days} ${late > 0 ? "late" : "early"}`;
}

function sumOf(rows: readonly (readonly [row: string, factor: 1 | -1])[]): Proof {
  return { kind: "sum", of: rows.map(([row, factor]) => ({ row, factor })) };
}

function cell(column: string, { value, proof }: Proved): Cell {
  return { column, value, reason: null, unit: "money", proof };
}
