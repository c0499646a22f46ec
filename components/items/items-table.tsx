import { accountLabel } from "#components/transactions/words.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { amountInColumn, priceInColumn } from "#lib/amount-label.ts";
import type { Item } from "#lib/items/item.ts";

type Props = { items: readonly Item[]; currency: string };

/** Prices are the usual ones of an item; what was charged stands on each document. On a phone the table scrolls. */
export function ItemsTable({ items, currency }: Props) {
  const prices = items.flatMap(({ sales, purchases }) => [sales?.unitPrice ?? 0n, purchases?.unitPrice ?? 0n]);
  const decimals = prices.some((price) => price % 100n !== 0n) ? 4 : 2;
  return (
    <Table caption={`Items, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Item</HeadCell>
          <HeadCell>Sold to</HeadCell>
          <HeadCell numeric>Price</HeadCell>
          <HeadCell>Bought to</HeadCell>
          <HeadCell numeric>Price</HeadCell>
          <HeadCell numeric>On hand</HeadCell>
          <HeadCell numeric>Worth, {currency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} className="align-top">
            <RowHead>
              {item.code}
              <span className="mt-0.5 block text-sm font-normal text-muted">{item.name ?? item.sales?.description ?? item.purchases?.description}</span>
            </RowHead>
            <Side account={item.sales?.account ?? null} price={item.sales?.unitPrice ?? null} decimals={decimals} />
            <Side account={item.purchases?.account ?? item.stock?.account ?? null} price={item.purchases?.unitPrice ?? null} decimals={decimals} />
            <Cell numeric>{item.stock?.quantityOnHand}</Cell>
            <Cell numeric>{item.stock?.totalCost == null ? "" : amountInColumn(item.stock.totalCost)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type SideProps = { account: { code: string | null; name: string } | null; price: bigint | null; decimals: 2 | 4 };

function Side({ account, price, decimals }: SideProps) {
  return (
    <>
      <Cell>{account && accountLabel(account)}</Cell>
      <Cell numeric>{price === null ? "" : priceInColumn(price, decimals)}</Cell>
    </>
  );
}
