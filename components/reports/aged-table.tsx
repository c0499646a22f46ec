import Link from "next/link";
import { blocksOf } from "#components/reports/aged-blocks.ts";
import { ageInWords } from "#lib/reports/aged/aged-words.ts";
import { StatementFrame } from "#components/reports/statement.tsx";
import { FigureCell, looks, StatementRow, StatementRowHead } from "#components/reports/statement-row.tsx";
import { amountInSentence, countInWords } from "#lib/amount-label.ts";
import { money } from "#lib/money.ts";
import type { AgedReport, Column, OpenDocumentFacts, Row } from "#lib/reports/report.ts";

type Links = { hrefOf: (cell: string) => string; openCell: string | undefined; documentHref: (id: string) => string };
type Folds = { showDocuments: boolean; openContact: string | undefined };
type Props = Links & Folds & { report: AgedReport };

/** Contacts by name, each with its documents folded beneath it. Folding is the browser's own and needs no scripts. */
export function AgedTable({ report, showDocuments, openContact, ...links }: Props) {
  const { columns, currency } = report;
  return (
    <StatementFrame report={report} columns={columns} rowsAre="Contact">
      {blocksOf(report.rows).map((block) => {
        if ("rows" in block) return <Plain key={block.rows[0]?.id} rows={block.rows} columns={columns} {...links} />;
        const { contact, documents } = block;
        const isOpen = showDocuments || contact.id === openContact || documents.some(({ id }) => links.openCell?.startsWith(`${id}|`));
        return <Fold key={contact.id} contact={contact} documents={documents} isOpen={isOpen} columns={columns} currency={currency} {...links} />;
      })}
    </StatementFrame>
  );
}

function Plain({ rows, columns, hrefOf, openCell }: Links & { rows: readonly Row[]; columns: readonly Column[] }) {
  return (
    <tbody>
      {rows.map((row) => (
        <StatementRow key={row.id} row={row} columns={columns} hrefOf={hrefOf} openCell={openCell} />
      ))}
    </tbody>
  );
}

type FoldProps = Links & { contact: Row; documents: readonly Row[]; isOpen: boolean; columns: readonly Column[]; currency: string };

function Fold({ contact, documents, isOpen, columns, currency, ...links }: FoldProps) {
  return (
    <tbody className="statement-fold">
      <tr className={looks.contact}>
        <StatementRowHead row={contact}>
          <details open={isOpen}>
            <summary className="ml-4 cursor-pointer list-outside rounded-sm marker:text-muted">
              {contact.label} <span className="text-xs font-normal text-muted">{countInWords(documents.length)}</span>
              <span className="sr-only"> {documents.length === 1 ? "document" : "documents"}</span>
            </summary>
          </details>
        </StatementRowHead>
        <Figures row={contact} columns={columns} {...links} />
      </tr>
      {documents.map((row) => (
        <tr key={row.id} className={`statement-folded ${looks.document}`}>
          <StatementRowHead row={row}>{row.document && <Named row={row} document={row.document} currency={currency} href={links.documentHref(row.document.id)} />}</StatementRowHead>
          <Figures row={row} columns={columns} {...links} />
        </tr>
      ))}
    </tbody>
  );
}

function Figures({ row, columns, hrefOf, openCell }: Links & { row: Row; columns: readonly Column[] }) {
  return columns.map((column) => <FigureCell key={column.id} row={row} column={column} hrefOf={hrefOf} openCell={openCell} />);
}

function Named({ row, document, currency, href }: { row: Row; document: OpenDocumentFacts; currency: string; href: string }) {
  return (
    <>
      <Link href={href} prefetch={false} className="text-accent-strong underline-offset-4 hover:underline">
        {row.label}
      </Link>
      <span className="block text-xs leading-4">
        {ageInWords(document)}
        {document.currency !== currency && (
          <span className="figures">
            {" · "}
            {document.currency} {amountInSentence(money(document.outstanding))}
          </span>
        )}
      </span>
    </>
  );
}
