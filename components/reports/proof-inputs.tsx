import Link from "next/link";
import { amountInColumn, amountInSentence } from "#components/ui/amount.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { money } from "#lib/money.ts";
import type { Input } from "#lib/reports/proof.ts";

type Props = {
  inputs: readonly Input[];
  /** Null where they are no summands. */
  total: string | null;
  currency: string;
  hrefOf: (cell: string) => string;
  documentHref: (id: string) => string;
};

/** The figures a figure is made from, each leading on to its own proof or to its document; differences show both trial balances and what is known of them. */
export function ProofInputs({ inputs, total, currency, hrefOf, documentHref }: Props) {
  return (
    <Table caption={`${total === null ? "What it is made of" : "What it is summed from"}, ${currency}`} showCaption>
      <thead>
        <tr>
          <HeadCell>Part</HeadCell>
          <HeadCell numeric>{currency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {inputs.map((input) => (
          <tr key={`${input.cell ?? input.documentId ?? ""} ${input.label}`} className="align-top">
            <RowHead className="font-normal">
              {input.factor === -1 && "less "}
              <Named input={input} href={input.cell === null ? input.documentId && documentHref(input.documentId) : hrefOf(input.cell)} />
              <BothSides input={input} />
            </RowHead>
            <Cell numeric>{amountInColumn(input.factor === 1 ? money(input.amount) : -money(input.amount))}</Cell>
          </tr>
        ))}
      </tbody>
      {total !== null && (
        <tfoot>
          <tr className="font-semibold">
            <RowHead className="border-b-0">Sum</RowHead>
            <Cell numeric className="border-b-0">{amountInColumn(money(total))}</Cell>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function Named({ input, href }: { input: Input; href: string | null }) {
  if (href === null) return input.label;
  return (
    <Link href={href} prefetch={false} scroll={false} className="text-accent-strong underline underline-offset-4">
      {input.label}
    </Link>
  );
}

function BothSides({ input: { ledger, xero, evidence } }: { input: Input }) {
  if (ledger === null || xero === null) return null;
  return (
    <span className="mt-0.5 block text-sm text-muted">
      Xero {amountInSentence(money(xero))}, ledger here {amountInSentence(money(ledger))}. {evidence ?? "Nothing explains it yet."}
    </span>
  );
}
