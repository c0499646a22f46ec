import Link from "next/link";
import { amountInColumn } from "#lib/amount-label.ts";
import { Card } from "#components/ui/card.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { money } from "#lib/money.ts";
import type { Debtor } from "#lib/kpis/debtors.ts";

type Props = { debtors: readonly Debtor[]; currency: string; asAt: string; proofOf: (cell: string) => string };

/** The most that anybody owes, by contact. */
export function LargestDebtors({ debtors, currency, asAt, proofOf }: Props) {
  return (
    <Card title="Who owes most" description={`${currency}, on ${asAt}, credits set off.`} flush>
      {debtors.length === 0 && <p className="px-4 pb-5 text-muted sm:px-5">Nobody owes anything.</p>}
      {debtors.length > 0 && (
        <Table caption={`Largest debtors, ${currency}`} className="text-sm [&_tbody_:is(td,th)]:py-1.5">
          <thead>
            <tr>
              <HeadCell>Customer</HeadCell>
              <HeadCell numeric>Owes</HeadCell>
            </tr>
          </thead>
          <tbody>
            {debtors.map(({ id, name, owes, cell }) => (
              <tr key={id}>
                <RowHead className="font-normal break-words">{name}</RowHead>
                <Cell numeric>
                  <Link href={proofOf(cell)} prefetch={false} className="underline-offset-4 hover:underline">
                    {amountInColumn(money(owes))}
                  </Link>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
