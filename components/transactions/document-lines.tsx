import { accountLabel } from "#components/transactions/words.ts";
import { amountInColumn, amountInSentence, priceInColumn, quantityInColumn } from "#lib/amount-label.ts";
import { Cell, HeadCell, Table } from "#components/ui/table.tsx";
import type { DocumentLine } from "#lib/transactions/open-document.ts";

type Props = { lines: readonly DocumentLine[]; currency: string };

/** Quantity and price have columns where a line has them. */
export function DocumentLines({ lines, currency }: Props) {
  const isPriced = lines.some(({ quantity, unitAmount }) => quantity !== null || unitAmount !== null);
  const decimals = lines.some(({ unitAmount }) => unitAmount !== null && unitAmount % 100n !== 0n) ? 4 : 2;
  return (
    <Table caption={`Lines, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Description</HeadCell>
          <HeadCell>Account</HeadCell>
          <HeadCell>Tax type</HeadCell>
          {isPriced && <HeadCell numeric>Quantity</HeadCell>}
          {isPriced && <HeadCell numeric>Unit price, {currency}</HeadCell>}
          <HeadCell numeric>Amount, {currency}</HeadCell>
          <HeadCell numeric>Tax, {currency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.lineNumber} className="align-top">
            <Cell>
              {line.description ?? "–"}
              <Item line={line} />
            </Cell>
            <Cell>{line.account ? accountLabel(line.account) : "No account"}</Cell>
            <Cell>{line.taxType ?? "–"}</Cell>
            {isPriced && <Cell numeric>{line.quantity === null ? "" : quantityInColumn(line.quantity)}</Cell>}
            {isPriced && (
              <Cell numeric>
                {line.unitAmount === null ? "" : priceInColumn(line.unitAmount, decimals)}
                <Discount line={line} />
              </Cell>
            )}
            <Cell numeric>{amountInColumn(line.lineAmount)}</Cell>
            <Cell numeric>{amountInColumn(line.taxAmount)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Item({ line: { item } }: { line: DocumentLine }) {
  if (item === null) return null;
  return <span className="mt-0.5 block text-sm text-muted">{["Item", item.code, item.name].filter(Boolean).join(" ")}</span>;
}

/** Why the amount is less than quantity × price. */
function Discount({ line: { discountRate, discountAmount } }: { line: DocumentLine }) {
  if (!discountRate && !discountAmount) return null;
  return <span className="block text-sm text-muted">less {discountRate ? `${quantityInColumn(discountRate)}%` : amountInSentence(discountAmount ?? 0n)}</span>;
}
