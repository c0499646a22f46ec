import Link from "next/link";
import { amountInColumn, amountInSentence } from "#components/ui/amount.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { money } from "#lib/money.ts";
import type { Input } from "#lib/reports/proof.ts";

type Props = { inputs: readonly Input[]; total: string; currency: string; hrefOf: (cell: string) => string };

/** The figures a figure is summed from, each leading on to its own proof; differences show both trial balances and what is known of them. */
export function ProofInputs({ inputs, total, currency, hrefOf }: Props) {
  return (
    <Table caption={`What it is summed from, ${currency}`} showCaption>
      <thead>
        <tr>
          <HeadCell>Part</HeadCell>
          <HeadCell numeric>{currency}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {inputs.map((input) => (
          <tr key={`${input.cell ?? ""} ${input.label}`} className="align-top">
            <RowHead className="font-normal">
              {input.factor === -1 && "less "}
              {input.cell === null ? input.label : <InputLink input={input} href={hrefOf(input.cell)} />}
              <BothSides input={input} />
            </RowHead>
            <Cell numeric>{amountInColumn(input.factor === 1 ? money(input.amount) : -money(input.amount))}</Cell>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <RowHead className="border-b-0">Sum</RowHead>
          <Cell numeric className="border-b-0">{amountInColumn(money(total))}</Cell>
        </tr>
      </tfoot>
    </Table>
  );
}

function InputLink({ input, href }: { input: Input; href: string }) {
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
