import Link from "next/link";
import { statusWords } from "#components/transactions/words.ts";
import { documentName } from "#lib/transactions/document-words.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { dayLabel } from "#lib/day-label.ts";
import type { Settlement } from "#lib/transactions/open-document.ts";

type Props = { settlements: readonly Settlement[]; currency: string; hrefOf: (id: string) => string };

/** Payments and credits, from whichever side this document is on. */
export function Settlements({ settlements, currency, hrefOf }: Props) {
  return (
    <Table caption={`Payments and credits, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Date</HeadCell>
          <HeadCell>With</HeadCell>
          <HeadCell>As</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell numeric>Amount, {currency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {settlements.map(({ id, date, kind, amount, status, other }) => (
          <tr key={id}>
            <RowHead className="font-normal whitespace-nowrap">{dayLabel(date)}</RowHead>
            <Cell>
              {other ? (
                <Link href={hrefOf(other.id)} prefetch={false} className="text-accent-strong underline underline-offset-4">
                  {documentName(other.type, other.number)}
                </Link>
              ) : (
                "A document not fetched yet"
              )}
            </Cell>
            <Cell>{words[kind] ?? kind}</Cell>
            <Cell>{statusWords(status)}</Cell>
            <Cell numeric>{amountInColumn(amount)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const words: Record<string, string> = { payment: "Payment", creditNote: "Credit note", overpayment: "Overpayment", prepayment: "Prepayment" };
