// The tie-out of a stored report in a sentence, with the words of its badge.
import { amountInSentence, countInWords } from "#lib/amount-label.ts";
import { dayLabel } from "#lib/day-label.ts";
import { money } from "#lib/money.ts";
import type { Report } from "#lib/reports/report.ts";
import { isOfSome } from "#lib/reports/tracking/tracking-words.ts";

export type TieOutWords = { tone: "neutral" | "success" | "warning"; sentence: string };

/** Green only while it ties and nothing changed since; never when unchecked, nor where it is of a part that Xero's trial balance does not know. */
export function tieOutSentence({ tieOut, quality, parameters }: Pick<Report, "tieOut" | "quality" | "parameters">): TieOutWords {
  const { asAt, accounts, differing, amount } = tieOut;
  const isOnCash = "basis" in parameters && parameters.basis === "cash";
  const reason = whyNotCompared(parameters);
  if (reason !== null) return { tone: "neutral", sentence: reason };
  if (asAt === null) return { tone: "neutral", sentence: isOnCash ? "On cash basis Xero was not asked for this day" : "Not compared with Xero yet" };
  const agreeing = `Ties to Xero: ${countInWords(accounts - differing)} of ${countInWords(accounts)} accounts`;
  const differ = differing === 0 ? "" : `; ${countInWords(differing)} ${differing === 1 ? "differs" : "differ"} by ${amountInSentence(money(amount))}`;
  const explained = money(quality.unexplained) === 0n;
  const known = differing > 0 && explained ? ", explained" : "";
  const since = quality.checkedSinceChange ? "" : "; not checked since the books changed";
  return { tone: quality.tiesToXero ? "success" : "warning", sentence: `${agreeing}${differ}${known}, ${isOnCash ? "as at" : "up to"} ${dayLabel(asAt)}${since}` };
}

function whyNotCompared(parameters: Report["parameters"]): string | null {
  if (isOfSome(parameters)) return "Filtered by tracking: not compared with Xero";
  if ("knownOn" in parameters && parameters.knownOn) return `As known on ${dayLabel(parameters.knownOn)}: not compared with Xero`;
  return null;
}
