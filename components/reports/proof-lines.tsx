import Link from "next/link";
import { documentName } from "#lib/transactions/document-words.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { Cell, HeadCell, Table } from "#components/ui/table.tsx";
import { money } from "#lib/money.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { ProofDocument, ProofLine } from "#lib/reports/prove-cell.ts";

type Props = { lines: readonly ProofLine[]; currency: string; showAccounts: boolean; moreHref: string | null; documentHref: (id: string) => string };

/** The journal lines behind a figure, oldest first; the last running total is the figure. */
export function ProofLines({ lines, currency, showAccounts, moreHref, documentHref }: Props) {
  if (lines.length === 0) return <p className="text-muted">No journal line was posted here in these days.</p>;
  return (
    <>
      <Table caption={`Journal lines, ${currency}`} showCaption>
        <thead>
          <tr>
            <HeadCell className="max-sm:hidden">Date</HeadCell>
            <HeadCell className="max-sm:pl-4">Document</HeadCell>
            <HeadCell numeric>Amount</HeadCell>
            <HeadCell numeric>Running total</HeadCell>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.entryId} ${line.lineNumber}`} className="align-top">
              <Cell className="whitespace-nowrap max-sm:hidden">{dayLabel(line.date)}</Cell>
              <Cell className="max-sm:pl-4">
                <Document line={line} showAccount={showAccounts} documentHref={documentHref} />
              </Cell>
              <Cell numeric>{amountInColumn(money(line.amount))}</Cell>
              <Cell numeric>{amountInColumn(money(line.runningTotal))}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {moreHref && (
        <p className="mt-4 text-center">
          <Link href={moreHref} scroll={false} className={buttonClasses({ size: "small" })}>
            Next lines
          </Link>
        </p>
      )}
    </>
  );
}

function Document({ line, showAccount, documentHref }: { line: ProofLine; showAccount: boolean; documentHref: (id: string) => string }) {
  const { document, narration, unproven, accountName } = line;
  return (
    <>
      {document ? <DocumentName document={document} documentHref={documentHref} /> : (narration ?? "A journal Xero made by itself")}
      {showAccount && <span className="block text-sm text-muted">{accountName}</span>}
      <span className="block text-sm text-muted sm:hidden">{dayLabel(line.date)}</span>
      {document && (
        <span className="flex flex-wrap gap-x-3 text-sm text-muted">
          {document.contactName}
          <XeroLink document={document} />
        </span>
      )}
      {unproven && <span className="block text-sm text-warning">Posted by a rule that no real books have proven yet</span>}
    </>
  );
}

function XeroLink({ document: { url, type, number } }: { document: ProofDocument }) {
  if (!url) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="text-accent-strong underline underline-offset-4">
      Open in Xero<span className="sr-only">: {documentName(type, number)}</span>
    </a>
  );
}

function DocumentName({ document, documentHref }: { document: ProofDocument; documentHref: (id: string) => string }) {
  const words = documentName(document.type, document.number);
  if (document.id === null) return words;
  return (
    <Link href={documentHref(document.id)} prefetch={false} className={classes("text-accent-strong underline underline-offset-4", words.length < 24 && "whitespace-nowrap")}>
      {words}
    </Link>
  );
}
