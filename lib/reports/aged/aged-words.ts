// How an aged report says what was asked of it, how old a debt is, and how well it ties to the account its documents stand on.
import { amountInSentence } from "#lib/amount-label.ts";
import type { TieOutWords } from "#lib/reports/tie-out-words.ts";
import { dayLabel } from "#lib/day-label.ts";
import { absolute, money } from "#lib/money.ts";
import type { AgedParameters, AgedReport, OpenDocumentFacts } from "#lib/reports/report.ts";

export function agedChoices({ ageBy, buckets, showCredits }: AgedParameters): string[] {
  return [ageBy === "dueDate" ? "by due date" : "by invoice date", ...(buckets === "xeroMonths" ? ["in months"] : []), ...(showCredits ? [] : ["credits apart"])];
}

/** "due 20 Oct 2026, 11 days ago"; a credit is due to nobody and has an age only. */
export function ageInWords({ type, dueDate, date, days, agedFrom }: OpenDocumentFacts): string {
  const isOwed = type === "INVOICE" || type === "BILL";
  const of = isOwed && dueDate !== null && agedFrom === dueDate ? `due ${dayLabel(dueDate)}` : `of ${dayLabel(date)}`;
  return days > 0 ? `${of}, ${days} ${days === 1 ? "day" : "days"} ago` : of;
}

/** Green only when nothing differs; cents of other currencies are said and are no alarm. */
export function controlWords({ accountName, difference, allowed }: NonNullable<AgedReport["control"]>): TieOutWords {
  const lack = absolute(money(difference));
  if (lack === 0n) return { tone: "success", sentence: `Ties to ${accountName}` };
  const sentence = `Differs from ${accountName} by ${amountInSentence(lack)}`;
  return lack <= money(allowed) ? { tone: "neutral", sentence: `${sentence}, cents of other currencies` } : { tone: "warning", sentence };
}
