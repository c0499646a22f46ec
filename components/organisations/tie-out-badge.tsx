import { Check, TriangleAlert } from "lucide-react";
import { amountInSentence, countInWords } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { TieOutSummary } from "#lib/jobs/tie-out-summary.ts";

type Props = { tieOut: TieOutSummary; brief?: boolean; meaning?: string };

/** Green only where every difference is explained: a difference may be known and still be one, and what nobody checked is not green.
 * `brief` where a column's head already says what is compared; what differs then stands beneath. `meaning` is of the amount. */
export function TieOutBadge({ tieOut, brief = false, meaning = ofAllMonths }: Props) {
  if (!tieOut) return <Badge>Not compared{brief ? "" : " with Xero"} yet</Badge>;
  const isGreen = tieOut.ties && tieOut.current;
  const differences = tieOut.differing > 0 && <Differences tieOut={tieOut} />;
  return (
    <>
      <Badge tone={isGreen ? "success" : "warning"} title={tieOut.differing > 0 ? meaning : undefined} className={brief && tieOut.current ? "whitespace-nowrap" : ""}>
        {isGreen ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
        <span>
          {!brief && "Ties to Xero: "}
          {countInWords(tieOut.accounts - tieOut.differing)} of {countInWords(tieOut.accounts)} accounts
          {!brief && differences && <>; {differences}</>}
          {!tieOut.current && "; not checked since the books changed"}
        </span>
      </Badge>
      {brief && differences && <span className="mt-1 block text-sm text-muted">{differences}</span>}
    </>
  );
}

const ofAllMonths = "The differences of all months that were compared, added up without sign. The tie-out has them month by month.";

function Differences({ tieOut: { differing, amount, ties } }: { tieOut: NonNullable<TieOutSummary> }) {
  return (
    <>
      {countInWords(differing)} {differing === 1 ? "differs" : "differ"} by <span className="figures">{amountInSentence(amount)}</span>
      {ties && ", explained"}
    </>
  );
}
