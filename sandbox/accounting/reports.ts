// The three reports, asked for as Xero is asked: dates as YYYY-MM-DD, periods and timeframe for comparative columns,
// paymentsOnly for cash basis, which is the same reports over another ledger.

import type { Clock } from "../clock.ts";
import { type Day, monthEnd, readDay } from "../exact/day.ts";
import type { JsonObject } from "../exact/json.ts";
import type { Ask } from "../http.ts";
import type { Books } from "../reports/balances.ts";
import { balanceSheet } from "../reports/balance-sheet.ts";
import { daysBack, isTimeframe, monthOf, rangesBack, type Timeframe } from "../reports/periods.ts";
import { profitAndLoss, profitAndLossOf } from "../reports/profit-and-loss.ts";
import { longDate, type Report } from "../reports/rows.ts";
import { trackingColumns } from "../reports/tracking-columns.ts";
import { trialBalance } from "../reports/trial-balance.ts";
import type { Living } from "../store.ts";
import { wireInstant } from "./wire.ts";

export const REPORT_SCOPES: Readonly<Record<string, string>> = {
  TrialBalance: "accounting.reports.trialbalance.read",
  ProfitAndLoss: "accounting.reports.profitandloss.read",
  BalanceSheet: "accounting.reports.balancesheet.read",
};

export function answerReport(name: string, living: Living, ask: Ask, clock: Clock): JsonObject | string {
  const today = clock.today(living.books.Organisation.Timezone);
  const onCash = ask.query.get("paymentsOnly")?.toLowerCase() === "true";
  const { view } = living;
  const report = reportNamed(name, { view, ledger: onCash ? living.cashLedger() : living.ledger }, ask, today);
  return typeof report === "string" ? report : shown(report, today, clock.now());
}

function reportNamed(name: string, books: Books, ask: Ask, today: Day): Report | string {
  const columns = columnsAsked(ask);
  if (typeof columns === "string") return columns;
  const { periods, timeframe } = columns;
  if (name === "ProfitAndLoss") {
    const { from, to } = monthOf(today);
    const range = { from: dayAsked(ask, "fromDate", from), to: dayAsked(ask, "toDate", to) };
    if (range.from > range.to) return "fromDate is after toDate.";
    const category = ask.query.get("trackingCategoryID")?.toLowerCase();
    if (!category) return profitAndLoss(books, rangesBack(range, periods, timeframe));
    const option = ask.query.get("trackingOptionID")?.toLowerCase() ?? null;
    return profitAndLossOf(books, trackingColumns(books, category, option, range), range);
  }
  const day = dayAsked(ask, "date", name === "BalanceSheet" ? monthEnd(today) : today);
  return name === "BalanceSheet" ? balanceSheet(books, daysBack(day, periods, timeframe)) : trialBalance(books, day);
}

function columnsAsked(ask: Ask): { readonly periods: number; readonly timeframe: Timeframe } | string {
  const periods = Number(ask.query.get("periods") ?? "0");
  const timeframe = (ask.query.get("timeframe") ?? "MONTH").toUpperCase();
  if (!Number.isInteger(periods) || periods < 0 || periods > 12) return "periods should be a number from 1 to 12.";
  return isTimeframe(timeframe) ? { periods, timeframe } : "timeframe should be MONTH, QUARTER or YEAR.";
}

function dayAsked(ask: Ask, name: string, otherwise: Day): Day {
  return readDay(ask.query.get(name) ?? "") ?? otherwise;
}

function shown(report: Report, today: Day, now: number): JsonObject {
  return {
    ReportID: report.id,
    ReportName: report.name,
    ReportType: report.id,
    ReportTitles: report.titles,
    ReportDate: longDate(today),
    UpdatedDateUTC: wireInstant(now),
    Fields: [],
    Rows: report.rows,
  };
}
