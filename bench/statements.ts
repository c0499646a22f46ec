// Statements against one group-by over all their lines: the figures alone, the whole report with its proofs and tie-out, and the stored one.
import { read } from "#db/index.ts";
import { addToMonth, type Day, firstDayOf, lastDayOf, type Month, monthOf } from "#lib/day.ts";
import { type Money, money } from "#lib/money.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { kindOf } from "#lib/reports/kinds.ts";
import { readMovements, readOrganisation } from "#lib/reports/read-books.ts";
import type { Report } from "#lib/reports/report.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import { type Anchor, amountOf } from "./anchor.ts";
import { bank, chart } from "./books.ts";
import { contest, type Metric, type Stage } from "./measure.ts";

type Figures = Map<string, Money>;

const inProfit = new Set(chart.filter(({ class: of }) => of === "REVENUE" || of === "EXPENSE").map(({ id }) => id));
const wanted = { database: "≥ 50 at 1 M", stored: "one row read" };

export const profitAndLossFigures: Metric = ({ books: { scope, today }, anchor }) => {
  const months = yearOf(today).map((month) => ({ start: firstDayOf(month), end: lastDayOf(month) }));
  return contest({
    metric: "P&L by month, its figures",
    goal: wanted.database,
    anchor: () => sumsByMonth(anchor, scope.tenantId, yearOf(today)),
    ours: () => read(scope, (q) => readMovements(q, "accrual", months, null)),
    figures: (expected, found) => [expected, new Map(found.map(({ accountId, start, net }) => [`${accountId} ${monthOf(start)}`, net]))],
  });
};

export const profitAndLoss: Metric = (stage) =>
  contest({ metric: "P&L by month, the whole report", goal: wanted.database, ...profitAndLossBy(stage, () => computed(stage, "PROFIT_LOSS", wishesOf(stage))) });

export const profitAndLossAgain: Metric = (stage) => {
  const order = { type: "PROFIT_LOSS", name: null, wishes: wishesOf(stage) } as const;
  return contest({ metric: "P&L by month, asked for again", goal: wanted.stored, ...profitAndLossBy(stage, async () => (await makeReport(stage.books.scope, order)).data) });
};

export const balanceSheet: Metric = (stage) => {
  const { books: { scope, today }, anchor } = stage;
  return contest({
    metric: "balance sheet as at today, the whole report",
    goal: wanted.database,
    anchor: () => sumsUpTo(anchor, scope.tenantId, today),
    ours: () => computed(stage, "BALANCE_SHEET", { asAt: today, columns: "total" }),
    figures: (expected, found) => [new Map([...expected].filter(([id]) => !inProfit.has(id))), accountFigures(found, false)],
  });
};

export const trialBalance: Metric = (stage) => {
  const { books: { scope, today }, anchor } = stage;
  return contest({
    metric: "trial balance as at today, the whole report",
    goal: wanted.database,
    anchor: () => sumsUpTo(anchor, scope.tenantId, today),
    ours: () => computed(stage, "CUSTOM", { layout: "trialBalance", asAt: today }),
    figures: (expected, found) => [new Map([...expected].filter(([id]) => !inProfit.has(id))), balancesToDate(found)],
  });
};

export const cashFlow: Metric = (stage) => {
  const { books: { scope, today }, anchor } = stage;
  return contest({
    metric: "cash flow by month, the whole report",
    goal: wanted.database,
    anchor: () => sumsByMonth(anchor, scope.tenantId, yearOf(today)),
    ours: () => computed(stage, "CASH_FLOW", wishesOf(stage)),
    figures: (expected, found) => {
      const change = found.rows.find(({ id }) => id === "total:netChange")?.cells.find(({ column }) => column === "total");
      return [[...expected].reduce((sum, [key, net]) => sum + (key.startsWith(bank.id) ? net : 0n), 0n), money(change?.value ?? "0")];
    },
  });
};

/** Computed from the database, whatever is stored. */
export function computed({ books: { scope } }: Stage, type: ReportableType, wishes: object): Promise<Report> {
  return read(scope, async (q) => (await kindOf(type, { ...wishes }).plan(wishes, await readOrganisation(q), q)).compute(q));
}

/** Account and month → debit less credit. */
export async function sumsByMonth(anchor: Anchor, tenantId: string, months: readonly Month[]): Promise<Figures> {
  const [from, to] = [firstDayOf(months.at(0) ?? ""), lastDayOf(months.at(-1) ?? "")];
  const rows = await anchor.rows(`select "accountId", substr(cast("date" as text), 1, 7), sum("debit"), sum("credit") from "JournalLines" where "tenantId" = ?1 and "date" between ?2 and ?3 group by 1, 2`, tenantId, from, to);
  return new Map(rows.map(([accountId, month, debit, credit]) => [`${accountId} ${month}`, amountOf(debit) - amountOf(credit)]));
}

async function sumsUpTo(anchor: Anchor, tenantId: string, day: Day): Promise<Figures> {
  const rows = await anchor.rows(`select "accountId", sum("debit"), sum("credit") from "JournalLines" where "tenantId" = ?1 and "date" <= ?2 group by 1`, tenantId, day);
  return new Map(rows.map(([accountId, debit, credit]) => [String(accountId), amountOf(debit) - amountOf(credit)]));
}

function profitAndLossBy({ books: { scope, today }, anchor }: Stage, ours: () => Promise<Report>) {
  return {
    anchor: () => sumsByMonth(anchor, scope.tenantId, yearOf(today)),
    ours,
    figures: (expected: Figures, found: Report): [Figures, Figures] => [new Map([...expected].filter(([key]) => inProfit.has(key.split(" ")[0] ?? ""))), accountFigures(found, true)],
  };
}

/** Each account's cells, as debit less credit; by month where there is a column for each. */
function accountFigures({ rows, columns }: Report, byMonth: boolean): Figures {
  const months = new Map(columns.flatMap(({ id, kind, end }) => (byMonth && kind === "total" ? [] : [[id, monthOf(end)] as const])));
  return new Map(
    rows.flatMap(({ accountId, sign, cells }) => {
      if (accountId === null) return [];
      const shown = cells.filter(({ column }) => months.has(column));
      return shown.map(({ column, value }) => [byMonth ? `${accountId} ${months.get(column)}` : accountId, money(value ?? "0") * BigInt(sign)] as const);
    }),
  );
}

/** Of accounts that no year's end empties, debit less credit. */
function balancesToDate({ rows }: Report): Figures {
  const valueIn = (cells: Report["rows"][number]["cells"], id: string) => money(cells.find(({ column }) => column === id)?.value ?? "0");
  return new Map(rows.flatMap(({ accountId, cells }) => (accountId === null || inProfit.has(accountId) ? [] : [[accountId, valueIn(cells, "ytdDebit") - valueIn(cells, "ytdCredit")] as const])));
}

/** The months before the one that runs, a year of them unless more are asked for. */
export function wishesOf({ books: { today } }: Pick<Stage, "books">, count = 12) {
  const months = closedMonths(today, count);
  return { from: firstDayOf(months.at(0) ?? ""), to: lastDayOf(months.at(-1) ?? ""), columns: "month" };
}

function yearOf(today: Day): Month[] {
  return closedMonths(today, 12);
}

/** So many months before the one that runs. */
export function closedMonths(today: Day, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addToMonth(monthOf(today), index - count));
}
