import { accountLabel } from "#components/transactions/words.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { amountInColumn, countInWords } from "#lib/amount-label.ts";
import type { Stock } from "#lib/items/open-stock.ts";

type Props = { accounts: readonly Stock[]; currency: string; asAt: string };

/** The stock that Xero keeps against the accounts it stands on. */
export function StockTable({ accounts, currency, asAt }: Props) {
  return (
    <Table caption={`Stock by account, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Account</HeadCell>
          <HeadCell numeric>Tracked items</HeadCell>
          <HeadCell numeric>Worth by items</HeadCell>
          <HeadCell numeric>Xero&apos;s trial balance, {asAt}</HeadCell>
          <HeadCell numeric>Apart</HeadCell>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ account, items, totalCost, balance }) => (
          <tr key={account.id}>
            <RowHead>{accountLabel(account)}</RowHead>
            <Cell numeric>{countInWords(items)}</Cell>
            <Cell numeric>{amountInColumn(totalCost)}</Cell>
            <Cell numeric>{balance === null ? "not read yet" : amountInColumn(balance)}</Cell>
            <Cell numeric>{balance === null ? "" : amountInColumn(totalCost - balance)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
