import { isCancelled, statusWords } from "#components/transactions/words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { classes } from "#components/ui/classes.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { amountInColumn, amountInSentence } from "#lib/amount-label.ts";
import { dayLabel } from "#lib/day-label.ts";
import { documentTitle } from "#lib/transactions/document-words.ts";
import type { InBatch } from "#lib/transactions/open-document.ts";

type Props = { inBatch: InBatch; currency: string; ownId: string; hrefOf: (id: string) => string };

/** The line of the bank statement that a payment is part of, and the payments that make it up. Each of them posts by itself. */
export function BatchPayment({ inBatch: { batch, payments, sum }, currency, ownId, hrefOf }: Props) {
  const ofBatch = batch?.currencyCode ?? currency;
  return (
    <Card title="Batch payment" description={batch ? describe(batch, ofBatch) : "These payments are one line of the bank statement. The next sync fetches what it says."} flush>
      <Table caption={`Payments of the batch, ${currency}`}>
        <thead>
          <tr>
            <HeadCell>Payment</HeadCell>
            <HeadCell>Contact</HeadCell>
            <HeadCell>Status</HeadCell>
            <HeadCell numeric>Amount, {currency}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <Payment key={payment.id} payment={payment} href={payment.id === ownId ? null : hrefOf(payment.id)} />
          ))}
        </tbody>
        {batch && (
          <tfoot>
            <tr className="font-semibold">
              <RowHead colSpan={3}>Bank statement</RowHead>
              <Cell numeric>
                {ofBatch !== currency && `${ofBatch} `}
                {amountInColumn(batch.amount)}
              </Cell>
            </tr>
          </tfoot>
        )}
      </Table>
      {batch && sum !== null && sum !== batch.amount && (
        <p className="border-t border-line px-4 py-3 text-sm text-warning sm:px-5">
          The payments fetched so far come to {amountInSentence(sum)}, not to what Xero states for the batch. A full sync reads all of them again.
        </p>
      )}
    </Card>
  );
}

/** `href` is null for the payment whose page this is. */
function Payment({ payment, href }: { payment: InBatch["payments"][number]; href: string | null }) {
  const title = documentTitle(payment);
  return (
    <tr>
      <RowHead className="font-normal">{href === null ? <span aria-current="true">{title}, this one</span> : <TextLink href={href}>{title}</TextLink>}</RowHead>
      <Cell>{payment.contactName ?? "–"}</Cell>
      <Cell>
        <Badge>{statusWords(payment.status)}</Badge>
      </Cell>
      <Cell numeric>
        <span className={classes(isCancelled(payment.status) && "text-muted line-through")}>{amountInColumn(payment.amount)}</span>
      </Cell>
    </tr>
  );
}

function describe({ date, amount, reference, statementText, status, isReconciled }: NonNullable<InBatch["batch"]>, currency: string): string {
  const line = `One line of ${currency} ${amountInSentence(amount)} on the bank statement of ${dayLabel(date)}`;
  const words = [reference, statementText].filter(Boolean).join(", ");
  const state = isCancelled(status) ? "The batch was deleted, and its payments with it." : isReconciled ? "It is reconciled." : "It is not reconciled yet.";
  return `${words ? `${line}: ${words}` : line}. ${state}`;
}
