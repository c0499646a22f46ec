import { accountLabel } from "#components/transactions/words.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { Cell, HeadCell, Table } from "#components/ui/table.tsx";
import type { DocumentLine } from "#lib/transactions/open-document.ts";

type Props = { lines: readonly DocumentLine[]; currency: string };

export function DocumentLines({ lines, currency }: Props) {
  return (
    <Table caption={`Lines, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Description</HeadCell>
          <HeadCell>Account</HeadCell>
          <HeadCell>Tax type</HeadCell>
          <HeadCell numeric>Amount, {currency}</HeadCell>
          <HeadCell numeric>Tax, {currency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.lineNumber}>
            <Cell>{line.description ?? "–"}</Cell>
            <Cell>{line.account ? accountLabel(line.account) : "No account"}</Cell>
            <Cell>{line.taxType ?? "–"}</Cell>
            <Cell numeric>{amountInColumn(line.lineAmount)}</Cell>
            <Cell numeric>{amountInColumn(line.taxAmount)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
