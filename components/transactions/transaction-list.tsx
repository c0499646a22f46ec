import Link from "next/link";
import { isBankMovement, isCancelled, statusWords } from "#components/transactions/words.ts";
import { documentTitle } from "#lib/transactions/document-words.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import { classes } from "#components/ui/classes.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { dayLabel } from "#lib/day-label.ts";
import { absolute } from "#lib/money.ts";
import type { ListedTransaction } from "#lib/transactions/listing-queries.ts";

type Row = ListedTransaction["transaction"];
type Props = {
  transactions: readonly Row[];
  /** In words, for the caption. */
  order: string;
  baseCurrency: string;
  accounts: readonly { id: string; name: string }[];
  hrefOf: (id: string) => string;
};

/** A line a document. On a phone everything but the amount stands beneath its name. */
export function TransactionList({ transactions, order, baseCurrency, accounts, hrefOf }: Props) {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <Table caption={`Transactions, ${order}`}>
      <thead>
        <tr>
          <HeadCell className="max-sm:hidden">Date</HeadCell>
          <HeadCell>Transaction</HeadCell>
          <HeadCell className="max-sm:hidden">Contact</HeadCell>
          <HeadCell className="max-sm:hidden">Status</HeadCell>
          <HeadCell numeric>Amount, {baseCurrency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {transactions.map((row) => (
          <tr key={row.id} className="align-top">
            <Cell className="whitespace-nowrap max-sm:hidden">{dayLabel(row.date)}</Cell>
            <RowHead className="max-sm:w-full">
              <Link href={hrefOf(row.id)} prefetch={false} className="break-words text-accent-strong underline underline-offset-4 hover:decoration-2">
                {documentTitle(row)}
              </Link>
              <About row={row} />
              <span className="mt-0.5 block text-sm font-normal sm:hidden">
                {[dayLabel(row.date), partyOf(row, names)].filter(Boolean).join(" · ")}
                <States row={row} />
              </span>
            </RowHead>
            <Cell className="max-sm:hidden">{partyOf(row, names)}</Cell>
            <Cell className="max-sm:hidden">
              <States row={row} />
            </Cell>
            <Cell numeric>
              <Amount row={row} baseCurrency={baseCurrency} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What its name and its contact do not say. */
function About({ row: { number, reference, contactName, description } }: { row: Row }) {
  const isNews = (text: string | null) => text !== null && text !== number && text !== contactName;
  const words = [number === null ? null : reference, description].filter(isNews).join(" · ");
  return words && <span className="mt-0.5 line-clamp-2 text-sm font-normal break-words text-muted">{words}</span>;
}

function States({ row: { type, status, isReconciled } }: { row: Row }) {
  return (
    <span className="flex flex-wrap gap-1.5 max-sm:mt-1.5">
      <Badge>{statusWords(status)}</Badge>
      {isBankMovement(type) && !isCancelled(status) && <Badge tone={isReconciled ? "success" : "warning"}>{isReconciled ? "Reconciled" : "Not reconciled"}</Badge>}
    </span>
  );
}

/** As the document states it; where that is not in base currency, in both. */
function Amount({ row: { amount, currencyCode, baseAmount, status }, baseCurrency }: { row: Row; baseCurrency: string }) {
  const isForeign = currencyCode !== baseCurrency;
  return (
    <span className={classes("block", isCancelled(status) && "text-muted line-through")}>
      {isForeign && <span className="text-sm text-muted">{currencyCode} </span>}
      {amountInColumn(amount)}
      {isForeign && (
        <span className="block text-sm text-muted">
          {baseCurrency} {amountInColumn(absolute(baseAmount))}
        </span>
      )}
    </span>
  );
}

/** With whom; of a transfer, between which accounts. */
function partyOf({ type, contactName, bankAccountId, toBankAccountId }: Row, names: ReadonlyMap<string, string>): string | null {
  if (type !== "TRANSFER") return contactName;
  return `${names.get(bankAccountId ?? "") ?? "An account"} to ${names.get(toBankAccountId ?? "") ?? "an account"}`;
}
