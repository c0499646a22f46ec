import { amountInColumn } from "#lib/amount-label.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { Money } from "#lib/money.ts";
import type { Document } from "#lib/transactions/open-document.ts";

type Props = { document: Document };

/** What a document comes to, and what of that is settled, added up as on paper. */
export function DocumentAmounts({ document: { transaction, baseCurrency } }: Props) {
  const { type, currencyCode, subTotal, totalTax, amount, amountPaid, amountCredited, amountDue, remainingCredit, baseAmount } = transaction;
  const isOwed = type === "INVOICE" || type === "BILL";
  // A payment and a transfer move what other documents state.
  const isMoved = type === "PAYMENT" || type === "TRANSFER";
  return (
    <Table caption={`Amounts, ${currencyCode}`} className="[&_:is(td,th)]:border-b-0 [&_:is(td,th)]:py-1">
      <thead>
        <tr>
          <HeadCell>
            <span className="sr-only">Amount</span>
          </HeadCell>
          <HeadCell numeric>{currencyCode}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {!isMoved && <Line label="Net" amount={subTotal} />}
        {!isMoved && <Line label="Tax" amount={totalTax} />}
        <Line label="Total" amount={amount} isSum={!isMoved} />
        {isOwed && <Line label="Paid" amount={-amountPaid} />}
        {isOwed && <Line label="Credited" amount={-amountCredited} />}
        {isOwed && <Line label="Due" amount={amountDue} isSum />}
        {remainingCredit !== null && remainingCredit !== 0n && <Line label="Not used yet" amount={remainingCredit} />}
        {currencyCode !== baseCurrency && <Line label={`Total in ${baseCurrency}`} amount={baseAmount} />}
      </tbody>
    </Table>
  );
}

function Line({ label, amount, isSum = false }: { label: string; amount: Money; isSum?: boolean }) {
  return (
    <tr>
      <RowHead className={isSum ? undefined : "font-normal"}>{label}</RowHead>
      <Cell numeric>
        <span className={isSum ? "block border-t border-ink font-semibold" : undefined}>{amountInColumn(amount)}</span>
      </Cell>
    </tr>
  );
}
