import type { DifferingAccount } from "#components/tie-out/tie-out.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Props = { caption: string; accounts: readonly DifferingAccount[]; currency: string };

/** The largest difference first, each with what explains it. */
export function DifferingAccountsTable({ caption, accounts, currency }: Props) {
  return (
    <Table caption={`${caption}, ${currency}`}>
      <thead>
        <tr>
          <HeadCell>Account</HeadCell>
          <HeadCell numeric>Ledger</HeadCell>
          <HeadCell numeric>Xero</HeadCell>
          <HeadCell numeric>Explained</HeadCell>
          <HeadCell numeric>Unexplained</HeadCell>
          <HeadCell>Evidence</HeadCell>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <RowHead>
              {account.code && <span className="figures mr-2 font-normal text-muted">{account.code}</span>}
              {account.name}
            </RowHead>
            <Cell numeric>{amountInColumn(account.ledger)}</Cell>
            <Cell numeric>{amountInColumn(account.xero)}</Cell>
            <Cell numeric>{amountInColumn(account.identified)}</Cell>
            <Cell numeric className={account.unexplained === 0n ? undefined : "font-semibold text-warning"}>
              {amountInColumn(account.unexplained)}
            </Cell>
            <Cell className="max-w-md min-w-56 text-sm">{account.evidence ?? <span className="text-muted">None found</span>}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
