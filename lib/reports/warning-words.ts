// What a reader must know before any figure of a report, in a few words each.
import { shortDayLabel } from "#lib/day-label.ts";
import { budgetOf } from "#lib/reports/choice-words.ts";
import type { Report } from "#lib/reports/report.ts";

export function warningWords(report: Report): string[] {
  const missing = budgetOf(report)?.missingMonths ?? 0;
  return [
    ...(missing > 0 ? [`${missing === 1 ? "1 month of an account has" : `${missing} months of accounts have`} no budget`] : []),
    ...(report.period.complete ? [] : [`Incomplete: to ${shortDayLabel(report.period.end)}`]),
    ...(report.quality.final ? [] : ["Not final: before the first complete sync"]),
  ];
}

export const staleWords = "The books have changed since this report was made.";
