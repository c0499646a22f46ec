// What was chosen for a report besides its days and its basis, as its head says it on screen, on paper and in a file.
import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import { agedChoices } from "#lib/reports/aged/aged-words.ts";
import { knownOnWords } from "#lib/reports/known-on-words.ts";
import { trackingWords } from "#lib/reports/tracking/tracking-words.ts";
import type { HeldAgainst, Report } from "#lib/reports/report.ts";

export function choiceWords(report: Report): string[] {
  return [...trackingWords(report), ...comparisonWords(report), ...budgetWords(report), ...("knownOn" in report.parameters ? knownOnWords(report.parameters.knownOn) : []), ...("ageBy" in report.parameters ? [agedChoices(report.parameters).join(", ")] : [])];
}

/** The budget that the statement is held against. */
export function budgetOf(report: Report): HeldAgainst | undefined {
  return "budget" in report && report.type !== "KPI_DASHBOARD" ? report.budget : undefined;
}

function comparisonWords({ type, comparison }: Report): string[] {
  if (!comparison || comparison.kind === "budget") return [];
  const { start, end } = comparison;
  return [`compared with ${start === null || type === "BALANCE_SHEET" ? dayLabel(end) : rangeLabel(start, end)}`];
}

function budgetWords(report: Report): string[] {
  const budget = budgetOf(report);
  if (!budget) return [];
  return [`against the budget “${budget.name}”, ${budget.source === "xero" ? "from Xero" : `imported${budget.fileName ? ` from ${budget.fileName}` : ""}`}`];
}
