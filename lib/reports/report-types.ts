// The types of report that can be made, and what is printed on top of each.
import { z } from "zod";

export const statementTypes = ["PROFIT_LOSS", "BALANCE_SHEET"] as const;
export type StatementType = (typeof statementTypes)[number];

export const agedTypes = ["AGED_RECEIVABLES", "AGED_PAYABLES"] as const;
export type AgedType = (typeof agedTypes)[number];

export const varianceType = "BUDGET_VARIANCE";
export const cashFlowType = "CASH_FLOW";
export const dashboardType = "KPI_DASHBOARD";
export const customType = "CUSTOM";

export const reportableTypes = [...statementTypes, cashFlowType, ...agedTypes, varianceType, dashboardType, customType] as const;
export type ReportableType = (typeof reportableTypes)[number];

export const titles: Record<ReportableType, string> = {
  PROFIT_LOSS: "Profit and Loss",
  BALANCE_SHEET: "Balance Sheet",
  CASH_FLOW: "Statement of Cash Flows",
  AGED_RECEIVABLES: "Aged Receivables",
  AGED_PAYABLES: "Aged Payables",
  BUDGET_VARIANCE: "Budget Variance",
  KPI_DASHBOARD: "KPI Dashboard",
  CUSTOM: "Custom Report",
};

export const typeSchema = z.enum(reportableTypes, { error: `This kind of report cannot be made yet. Ask for ${reportableTypes.slice(0, -1).join(", ")} or ${reportableTypes.at(-1)}.` });
