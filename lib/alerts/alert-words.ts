// An alert in words: what it is of, what the figure or the document has come to, and how it ended.
import { documentTitle } from "#lib/transactions/document-words.ts";
import type { AlertEnding, AlertSide } from "#db/vocabulary.ts";
import type { Alert, AlertRule, FigureFacts, LockedChangeFacts } from "#lib/alerts/alert.ts";
import { amountInSentence } from "#lib/amount-label.ts";
import { dayLabel } from "#lib/day-label.ts";
import { money } from "#lib/money.ts";
import { figureInSentence, writtenIn } from "#lib/reports/figure-words.ts";
import type { Unit } from "#lib/reports/unit.ts";

export function alertTitle({ facts }: Pick<Alert, "facts">): string {
  if (facts.kind === "figure") return `${facts.label} ${facts.side} ${figureInSentence(facts.threshold, facts.unit)}`;
  return `${documentTitle(facts.document)} ${changeWords(facts)} in ${isLocked(facts) ? "locked books" : "a month that was issued"}`;
}

export function alertDetail({ facts }: Pick<Alert, "facts">): string {
  return facts.kind === "figure" ? figureDetail(facts) : changeDetail(facts);
}

function figureDetail({ latest, raisedBy, unit, currency }: FigureFacts): string {
  const figure = (value: string) => inUnits(value, unit, currency);
  const before = latest.figure === raisedBy.figure ? "" : ` It was ${figure(raisedBy.figure)} when this was raised.`;
  return `${figure(latest.figure)} at ${dayLabel(latest.asAt)}.${before}`;
}

function changeDetail(facts: LockedChangeFacts): string {
  const { currency, before, after, document: { contactName } } = facts;
  const standing = ({ date, amount }: { date: string; amount: string }) => `${currency} ${amountInSentence(money(amount))} on ${dayLabel(date)}`;
  const words = [before && `was ${standing(before)}`, after ? `is ${standing(after)}` : "counts for nothing now"].filter(Boolean).join(", ");
  return `${contactName ? `${contactName}: ` : ""}${words}. ${closedWords(facts)}`;
}

function closedWords({ lockedTo, issued }: LockedChangeFacts): string {
  const closed = [lockedTo && `Locked to ${dayLabel(lockedTo)}.`, issued && `“${issued.name}” was issued to ${dayLabel(issued.to)}.`];
  return closed.filter(Boolean).join(" ");
}

/** By the first of the days that it changed. */
function isLocked({ lockedTo, before, after }: LockedChangeFacts): boolean {
  const [first = ""] = [before, after].flatMap((standing) => standing?.date ?? []).toSorted();
  return lockedTo !== null && first <= lockedTo;
}

function changeWords({ before, after }: LockedChangeFacts): string {
  if (!before) return "was added";
  return after ? "was changed" : "was taken back";
}

/** "below 20,000.00", and where its alert ends. */
export function ruleWords({ side, threshold, band, unit }: Pick<AlertRule, "side" | "threshold" | "band" | "unit">): { raised: string; ends: string } {
  const end = writtenIn(unit, side === "below" ? money(threshold) + money(band) : money(threshold) - money(band));
  return { raised: `${sideWords[side]} ${figureInSentence(threshold, unit)}`, ends: `${figureInSentence(end, unit)} or ${side === "below" ? "more" : "less"}` };
}

function inUnits(value: string, unit: Unit, currency: string): string {
  return `${unit === "money" ? `${currency} ` : ""}${figureInSentence(value, unit)}`;
}

export const sideWords: Record<AlertSide, string> = { below: "Below", above: "Above" };
export const endingWords: Record<AlertEnding, string> = { figure: "The figure came back", ruleChanged: "The rule was changed", ruleRemoved: "The rule was removed", acknowledged: "Acknowledged" };
