// The reports that Xero has under a name of its own. They are kept as custom reports whose parameters name their layout, see
// docs/decisions/056-reports-under-xeros-names.md.

export const layouts = ["trialBalance", "bankSummary", "executiveSummary", "taxSummary", "generalLedger", "fxExposure", "dataQuality"] as const;
export type Layout = (typeof layouts)[number];

export const layoutTitles: Record<Layout, string> = {
  trialBalance: "Trial Balance",
  bankSummary: "Bank Summary",
  executiveSummary: "Executive Summary",
  taxSummary: "Tax Summary",
  generalLedger: "General Ledger",
  fxExposure: "FX Exposure",
  dataQuality: "Data Quality",
};

export function isLayout(name: unknown): name is Layout {
  return layouts.some((layout) => layout === name);
}

const inForms = "named:";

/** How a form calls it among the types of report: "named:trialBalance". */
export function formTypeOf(layout: Layout): string {
  return `${inForms}${layout}`;
}

/** Null for what is no report under one of Xero's names. */
export function layoutOfForm(type: string | undefined): Layout | null {
  return layouts.find((layout) => formTypeOf(layout) === type) ?? null;
}
