// Every type of report that can be made, each with what makes it.
import { dashboardKind } from "#lib/kpis/dashboard-kind.ts";
import { agedKind } from "#lib/reports/aged/aged-kind.ts";
import { varianceKind } from "#lib/reports/budget/variance-kind.ts";
import { cashFlowKind } from "#lib/reports/cash-flow/cash-flow-kind.ts";
import { customKind } from "#lib/reports/custom/custom-kind.ts";
import type { ReportKind } from "#lib/reports/kind.ts";
import { namedKindOf } from "#lib/reports/named/named-kind.ts";
import { customType, type ReportableType } from "#lib/reports/report-types.ts";
import { statementKind } from "#lib/reports/statement-kind.ts";

const kinds: Record<ReportableType, ReportKind> = {
  PROFIT_LOSS: statementKind("PROFIT_LOSS"),
  BALANCE_SHEET: statementKind("BALANCE_SHEET"),
  CASH_FLOW: cashFlowKind,
  AGED_RECEIVABLES: agedKind("AGED_RECEIVABLES", "receivables"),
  AGED_PAYABLES: agedKind("AGED_PAYABLES", "payables"),
  BUDGET_VARIANCE: varianceKind,
  KPI_DASHBOARD: dashboardKind,
  CUSTOM: customKind,
};

/** A custom report may name its layout instead of rows. */
export function kindOf(type: ReportableType, wishes: Record<string, unknown>): ReportKind {
  return type === customType && "layout" in wishes ? namedKindOf(wishes["layout"]) : kinds[type];
}
