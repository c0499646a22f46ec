import Link from "next/link";
import type { Reading } from "#components/tie-out/tie-out.ts";
import { amountInColumn, countInWords } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Props = { readings: readonly Reading[]; currency: string; shown: string | undefined };

/** The newest first; the one whose accounts are shown beside is marked. */
export function ReadingsTable({ readings, currency, shown }: Props) {
  return (
    <Table caption={`Differences to Xero's trial balance by month, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Month</HeadCell>
          <HeadCell numeric>Accounts</HeadCell>
          <HeadCell numeric>Differing</HeadCell>
          <HeadCell numeric>Explained, {currency}</HeadCell>
          <HeadCell numeric>Unexplained, {currency}</HeadCell>
          <HeadCell>State</HeadCell>
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <tr key={reading.asAt} className={reading.asAt === shown ? "bg-accent-soft" : undefined}>
            <RowHead className="whitespace-nowrap">
              <Link href={reading.href} aria-current={reading.asAt === shown || undefined} className="text-accent-strong underline-offset-4 hover:underline">
                {reading.label}
              </Link>
            </RowHead>
            <Cell numeric>{countInWords(reading.accounts)}</Cell>
            <Cell numeric>{countInWords(reading.differing)}</Cell>
            <Cell numeric>{amountInColumn(reading.identified)}</Cell>
            <Cell numeric>{amountInColumn(reading.unexplained)}</Cell>
            <Cell className="whitespace-nowrap">
              <State reading={reading} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ reading }: { reading: Reading }) {
  if (reading.unexplained !== 0n) return <Badge tone="warning">Unexplained</Badge>;
  return <Badge tone="success">{reading.differing === 0 ? "Ties" : "Ties, explained"}</Badge>;
}
