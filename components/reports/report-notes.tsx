import { amountInSentence, countInWords } from "#components/ui/amount.ts";
import { money } from "#lib/money.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { Report } from "#lib/reports/report.ts";

type Props = { report: Report; contentHash: string };

/** Beneath a statement: what is not in it, what to keep in mind, and by what it can be recognised. */
export function ReportNotes({ report, contentHash }: Props) {
  const notes = [...openMatters(report), ...report.quality.notes];
  return (
    <div className="mt-4 max-w-3xl text-sm text-muted">
      {notes.length > 0 && (
        <ul className="list-disc pl-5">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="mt-2 break-all">SHA-256 {contentHash}</p>
    </div>
  );
}

function openMatters({ currency, quality, period }: Report): string[] {
  const { drafts, unreconciled, hiddenAccounts, lockedTo } = quality;
  return [
    drafts.count > 0 && `Not in these figures: ${countInWords(drafts.count)} draft or submitted ${drafts.count === 1 ? "document" : "documents"} of ${currency} ${amountInSentence(money(drafts.amount))}.`,
    unreconciled.count > 0 &&
      `${countInWords(unreconciled.count)} bank ${unreconciled.count === 1 ? "transaction" : "transactions"} of ${currency} ${amountInSentence(money(unreconciled.amount))} ${unreconciled.count === 1 ? "is" : "are"} not reconciled.`,
    hiddenAccounts > 0 && `${countInWords(hiddenAccounts)} ${hiddenAccounts === 1 ? "account" : "accounts"} without any amount ${hiddenAccounts === 1 ? "was" : "were"} left out.`,
    lockedTo !== null && period.end <= lockedTo && `Locked in Xero to ${dayLabel(lockedTo)}.`,
  ].filter((note) => note !== false);
}
