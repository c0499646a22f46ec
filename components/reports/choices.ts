// What can be chosen when a report is asked for, in the words of its forms.

export const types = [
  { value: "PROFIT_LOSS", label: "Profit and Loss" },
  { value: "BALANCE_SHEET", label: "Balance Sheet" },
  { value: "CASH_FLOW", label: "Statement of Cash Flows" },
  { value: "BUDGET_VARIANCE", label: "Budget Variance" },
  { value: "AGED_RECEIVABLES", label: "Aged Receivables" },
  { value: "AGED_PAYABLES", label: "Aged Payables" },
  { value: "named:trialBalance", label: "Trial Balance" },
  { value: "named:generalLedger", label: "General Ledger" },
  { value: "named:bankSummary", label: "Bank Summary" },
  { value: "named:executiveSummary", label: "Executive Summary" },
  { value: "named:taxSummary", label: "Tax Summary (GST, VAT)" },
  { value: "named:fxExposure", label: "FX Exposure" },
  { value: "named:dataQuality", label: "Data Quality" },
];

export const periods = [
  { value: "yearToLastMonth", label: "Financial year to last month" },
  { value: "lastMonth", label: "Last month" },
  { value: "thisMonth", label: "This month, so far" },
  { value: "lastQuarter", label: "Last quarter" },
  { value: "thisQuarter", label: "This quarter, so far" },
  { value: "yearToDate", label: "Financial year to date" },
  { value: "lastYear", label: "Last financial year" },
  { value: "rollingTwelve", label: "Last twelve months" },
];

export const columns = [
  { value: "month", label: "A column a month" },
  { value: "quarter", label: "A column a quarter" },
  { value: "year", label: "A column a financial year" },
  { value: "total", label: "One column" },
];

export const bases = [
  { value: "accrual", label: "Accrual: when it is invoiced" },
  { value: "cash", label: "Cash: when it is paid" },
];

export const comparisons = [
  { value: "none", label: "Nothing" },
  { value: "previousPeriod", label: "The period before" },
  { value: "previousYear", label: "The same period last year" },
];

/** Of a profit and loss. */
export const statementComparisons = [...comparisons, { value: "budget", label: "A budget" }];

/** Of a tax summary. */
export const taxBases = [
  { value: "organisation", label: "As in Xero: by invoices or by payments" },
  { value: "accrual", label: "By invoices" },
  { value: "cash", label: "By payments" },
];

export const methods = [
  { value: "indirect", label: "Indirect: from the profit" },
  { value: "direct", label: "Direct: received and paid" },
];

export const ages = [
  { value: "dueDate", label: "Due date" },
  { value: "invoiceDate", label: "Invoice date" },
];

export const buckets = [
  { value: "days", label: "By days: 30, 60, 90" },
  { value: "xeroMonths", label: "By months, as in Xero" },
];
