import Link from "next/link";
import { inUnit } from "#lib/reports/figure-words.ts";
import { amountInColumn, amountInSentence } from "#lib/amount-label.ts";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { money } from "#lib/money.ts";
import type { Input } from "#lib/reports/proof.ts";

type Props = {
  inputs: readonly Input[];
  /** Null where the inputs are not summed, but are what a formula or a share names. */
  total: string | null;
  currency: string;
  hrefOf: (cell: string) => string;
  documentHref: (id: string) => string;
};

/** The figures a figure is made of, each leading on to its own proof or to its document; differences show both trial balances and what is known of them. */
export function ProofInputs({ inputs, total, currency, hrefOf, documentHref }: Props) {
  const isSummed = total !== null;
  const unit = inputs.at(0)?.unit ?? "money";
  return (
    <Table caption={isSummed ? `What it is summed from${unit === "money" ? `, ${currency}` : ""}` : "What it is computed from"} showCaption>
      <thead>
        <tr>
          <HeadCell>{isSummed ? "Part" : "Figure"}</HeadCell>
          <HeadCell numeric>{isSummed && unit === "money" ? currency : "Value"}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {inputs.map((input) => (
          <tr key={`${input.cell ?? input.documentId ?? ""} ${input.label}`} className="align-top">
            <RowHead className="font-normal">
              {input.factor === -1 && "less "}
              <InputName input={input} hrefOf={hrefOf} documentHref={documentHref} />
              <BothSides input={input} />
            </RowHead>
            <Cell numeric>{writtenAmount(input, isSummed ? "" : `${currency} `)}</Cell>
          </tr>
        ))}
      </tbody>
      {isSummed && (
        <tfoot>
          <tr className="font-semibold">
            <RowHead className="border-b-0">Sum</RowHead>
            <Cell numeric className="border-b-0">
              {unit === "money" ? amountInColumn(money(total)) : inUnit(total, unit)}
            </Cell>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

/** Where several units meet, an amount says its currency. */
function writtenAmount({ amount, factor, unit }: Input, currency: string): string {
  return unit === "money" ? `${currency}${amountInColumn(factor === 1 ? money(amount) : -money(amount))}` : inUnit(amount, unit);
}

function InputName({ input, hrefOf, documentHref }: { input: Input } & Pick<Props, "hrefOf" | "documentHref">) {
  if (input.cell !== null) return <InputLink input={input} href={hrefOf(input.cell)} />;
  return input.documentId === null ? input.label : <InputLink input={input} href={documentHref(input.documentId)} />;
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
