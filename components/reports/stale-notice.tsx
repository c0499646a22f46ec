import Link from "next/link";
import type { ReactNode } from "react";
import { inFull } from "#components/reports/figures.ts";
import { countInWords } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { dayLabel } from "#lib/day-label.ts";
import { money } from "#lib/money.ts";
import type { Changes, DocumentChange } from "#lib/reports/changes/changes.ts";

type Props = { changes: Changes; currency: string; documentHref: (id: string) => string; cellHref: (cell: string) => string; children: ReactNode };

const mostShown = 10;

/** By what a stored report turned stale: the documents, and the cells that would be others today. */
export function StaleNotice({ changes, currency, documentHref, cellHref, children }: Props) {
  const { documents, cells, newAccounts } = changes;
  return (
    <Notice tone="warning" title={titleOf(changes)} className="mb-5 print:hidden">
      <p>{documents.length === 0 ? "Nothing was posted on its days and accounts since it was made." : "Its figures and their proof stay as they were. Since it was made:"}</p>
      {documents.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1">
          {documents.slice(0, mostShown).map((change) => (
            <li key={`${change.type} ${change.number} ${change.what} ${change.date}`}>
              <DocumentLine change={change} documentHref={documentHref} />
            </li>
          ))}
          {documents.length > mostShown && <li>and {countInWords(documents.length - mostShown)} more</li>}
        </ul>
      )}
      {newAccounts > 0 && <p className="mt-2">{newAccounts === 1 ? "An account that had" : `${countInWords(newAccounts)} accounts that had`} no amount then would have a row of {newAccounts === 1 ? "its" : "their"} own now.</p>}
      {cells && cells.length > 0 && (
        <details className="mt-2">
          <summary className="w-fit rounded-sm font-medium text-accent-strong">Which cells</summary>
          <MovedCells cells={cells} currency={currency} cellHref={cellHref} />
        </details>
      )}
      {children}
    </Notice>
  );
}

function titleOf({ documents, cells }: Changes): string {
  if (documents.length === 0) return "The books have changed since, but not on the days and accounts of this report";
  const by = documents.length === 1 ? "one document" : `${countInWords(documents.length)} documents`;
  if (cells === null) return `The books of this report have changed since, by ${by}`;
  if (cells.length === 0) return "The books have changed since, but no figure of this report has moved";
  return `${countInWords(cells.length)} ${cells.length === 1 ? "cell has" : "cells have"} changed since, by ${by}`;
}

/** What happened to a document, and on which day. */
export function DocumentLine({ change: { id, number, contactName, what, date, dateBefore, isLocked, type }, documentHref }: { change: DocumentChange; documentHref: Props["documentHref"] }) {
  const name = [typeWords[type ?? ""] ?? "Journal", number].filter(Boolean).join(" ");
  return (
    <>
      {id ? (
        <Link href={documentHref(id)} prefetch={false} className="font-medium text-accent-strong underline underline-offset-4">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      {contactName && `, ${contactName}`}: {whatWords[what]}, {dateBefore ? `moved from ${dayLabel(dateBefore)} to ${dayLabel(date)}` : `dated ${dayLabel(date)}`}
      {isLocked && (
        <Badge tone="error" className="ml-2">
          Below the lock date
        </Badge>
      )}
    </>
  );
}

function MovedCells({ cells, currency, cellHref }: { cells: NonNullable<Changes["cells"]>; currency: string; cellHref: Props["cellHref"] }) {
  return (
    <Table caption={`Cells that have changed, ${currency}`} className="mt-2">
      <thead>
        <tr>
          <HeadCell>Row</HeadCell>
          <HeadCell>Column</HeadCell>
          <HeadCell numeric>Was</HeadCell>
          <HeadCell numeric>Would be now</HeadCell>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ row, column, label, columnLabel, before, after }) => (
          <tr key={`${row}|${column}`}>
            <RowHead>
              <Link href={cellHref(`${row}|${column}`)} prefetch={false} scroll={false} className="underline-offset-4 hover:underline">
                {label}
              </Link>
            </RowHead>
            <Cell>{columnLabel}</Cell>
            <Cell numeric>{inFull(money(before))}</Cell>
            <Cell numeric>{inFull(money(after))}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const whatWords: Record<DocumentChange["what"], string> = { added: "new", changed: "changed", voided: "voided", deleted: "deleted", takenBack: "taken back" };

const typeWords: Record<string, string> = { INVOICE: "Invoice", BILL: "Bill", CREDIT_NOTE: "Credit note", PAYMENT: "Payment", SPEND: "Spend", RECEIVE: "Receive", TRANSFER: "Transfer" };
