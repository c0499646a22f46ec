// Which report under one of Xero's names is asked for, and what makes it.
import { z } from "zod";
import type { ReportKind } from "#lib/reports/kind.ts";
import { bankSummaryKind } from "#lib/reports/named/bank-summary-kind.ts";
import { executiveSummaryKind } from "#lib/reports/named/executive-summary-kind.ts";
import { dataQualityKind } from "#lib/reports/named/data-quality-kind.ts";
import { fxExposureKind } from "#lib/reports/named/fx-exposure-kind.ts";
import { generalLedgerKind } from "#lib/reports/named/general-ledger-kind.ts";
import { isLayout, type Layout, layouts } from "#lib/reports/named/layouts.ts";
import { taxSummaryKind } from "#lib/reports/named/tax-summary-kind.ts";
import { trialBalanceKind } from "#lib/reports/named/trial-balance-kind.ts";
import { refuse } from "#lib/refusal.ts";

const namedKinds: Record<Layout, ReportKind> = {
  trialBalance: trialBalanceKind,
  bankSummary: bankSummaryKind,
  executiveSummary: executiveSummaryKind,
  taxSummary: taxSummaryKind,
  generalLedger: generalLedgerKind,
  fxExposure: fxExposureKind,
  dataQuality: dataQualityKind,
};

const sentence = `There is no report with this layout. Ask for ${layouts.join(", ")}, or give rows and no layout.`;

/** Of a layout that nobody knows, the wishes say so. */
export function namedKindOf(asked: unknown): ReportKind {
  return isLayout(asked) ? namedKinds[asked] : unknownLayout;
}

const unknownLayout: ReportKind = {
  wishes: z.looseObject({ layout: z.enum(layouts, { error: sentence }) }),
  plan: () => refuse("invalid", sentence),
};
