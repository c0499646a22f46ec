import { accountLabel } from "#components/transactions/words.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { dayLabel } from "#lib/day-label.ts";
import { type Money, sum } from "#lib/money.ts";
import type { Posting } from "#lib/transactions/open-document.ts";

type Props = { postings: readonly Posting[]; currency: string };

/** What the ledger made of a document: debits and credits, an entry at a time, reversals included. What it made on cash basis unfolds beneath. */
export function Journal({ postings, currency }: Props) {
  const [accrual, cash] = [postings.filter(({ basis }) => basis === "accrual"), postings.filter(({ basis }) => basis === "cash")];
  return (
    <>
      {accrual.length > 0 && <Entries caption={`Journal, ${currency}`} postings={accrual} currency={currency} />}
      {cash.length > 0 && (
        <details className="border-t border-line" open={accrual.length === 0}>
          <summary className="mx-4 my-2 w-fit rounded-sm text-sm text-muted hover:text-ink sm:mx-5">On cash basis</summary>
          <Entries caption={`Journal on cash basis, ${currency}`} postings={cash} currency={currency} />
        </details>
      )}
    </>
  );
}

function Entries({ caption, postings, currency }: Props & { caption: string }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeadCell>Date</HeadCell>
          <HeadCell>Account</HeadCell>
          <HeadCell numeric>Debit, {currency}</HeadCell>
          <HeadCell numeric>Credit, {currency}</HeadCell>
        </tr>
      </thead>
      {postings.map((posting) => (
        <Entry key={posting.id} posting={posting} />
      ))}
    </Table>
  );
}

function Entry({ posting: { date, narration, isReversal, unproven, lines } }: { posting: Posting }) {
  return (
    <tbody>
      {lines.map((line, index) => (
        <tr key={line.lineNumber}>
          <RowHead className="font-normal whitespace-nowrap">{index === 0 ? dayLabel(date) : <span className="sr-only">{dayLabel(date)}</span>}</RowHead>
          <Cell>
            {accountLabel(line.account)}
            {index === 0 && isReversal && <Badge className="ml-2">Reversal</Badge>}
            {index === 0 && unproven && <Badge tone="warning" className="ml-2">Unproven rule</Badge>}
          </Cell>
          <Cell numeric>{side(line.debit)}</Cell>
          <Cell numeric>{side(line.credit)}</Cell>
        </tr>
      ))}
      <tr className="font-semibold">
        <Cell />
        <Cell>
          Sum {narration && <span className="ml-1 font-normal text-muted">{narration}</span>}
        </Cell>
        <Cell numeric>{amountInColumn(sum(lines.map(({ debit }) => debit)))}</Cell>
        <Cell numeric>{amountInColumn(sum(lines.map(({ credit }) => credit)))}</Cell>
      </tr>
    </tbody>
  );
}

/** The other side of a line is empty rather than nil. */
function side(amount: Money): string {
  return amount === 0n ? "" : amountInColumn(amount);
}
