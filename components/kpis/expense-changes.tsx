import Link from "next/link";
import { amountInColumn } from "#lib/amount-label.ts";
import { Card } from "#components/ui/card.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { AccountChange } from "#lib/kpis/account-changes.ts";

type Props = { changes: readonly AccountChange[]; month: string; comparedWith: string; currency: string; proofOf: (cell: string) => string };

/** Costs by account, the largest change first; less spent is favourable. */
export function ExpenseChanges({ changes, month, comparedWith, currency, proofOf }: Props) {
  return (
    <Card title="Costs that changed most" description={`${currency}, ${month} against ${comparedWith}.`} flush>
      {changes.length === 0 && <p className="px-4 pb-5 text-muted sm:px-5">There were no costs in either month.</p>}
      {changes.length > 0 && (
        <Table caption={`Costs that changed most, ${currency}`} className="text-sm [&_tbody_:is(td,th)]:py-1.5">
          <thead>
            <tr>
              <HeadCell>Account</HeadCell>
              <HeadCell numeric>{month}</HeadCell>
              <HeadCell numeric>{comparedWith}</HeadCell>
              <HeadCell numeric>Change</HeadCell>
              <HeadCell>
                <span className="sr-only">Judgement</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeRow key={change.id} change={change} href={proofOf(change.cell)} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function ChangeRow({ change: { label, amount, before, effect }, href }: { change: AccountChange; href: string }) {
  return (
    <tr>
      <RowHead className="font-normal break-words">{label}</RowHead>
      <Cell numeric>
        <Link href={href} prefetch={false} className="underline-offset-4 hover:underline">
          {amountInColumn(amount)}
        </Link>
      </Cell>
      <Cell numeric className="text-muted">
        {amountInColumn(before)}
      </Cell>
      <Cell numeric>{amountInColumn(amount - before)}</Cell>
      <Cell className={effect < 0n ? "text-critical" : effect > 0n ? "text-positive" : "text-muted"}>{effect < 0n ? "adverse" : effect > 0n ? "favourable" : "level"}</Cell>
    </tr>
  );
}
