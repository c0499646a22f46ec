import "#components/reports/statement.css";
import { statementBlocks } from "#components/reports/statement-blocks.ts";
import { SectionRow, StatementRow } from "#components/reports/statement-row.tsx";
import { classes } from "#components/ui/classes.ts";
import type { ReactNode } from "react";
import { columnWords, isBeside } from "#lib/reports/column-words.ts";
import type { Column, Report } from "#lib/reports/report.ts";

/** What a statement draws; more than that need not be there. */
type Drawn = Pick<Report, "title" | "tenant" | "currency" | "basis" | "columns" | "rows">;

type Props = {
  report: Drawn;
  /** Where the proof of a cell, "row|column", is. */
  hrefOf: (cell: string) => string;
  openCell: string | undefined;
  /** Beneath a row's label, by the row. */
  notes?: ReadonlyMap<string, string>;
};

/** A statement as a real table: caption, heads for rows and columns, and a link behind every figure. */
export function Statement({ report, hrefOf, openCell, notes }: Props) {
  const { columns, rows } = report;
  return (
    <StatementFrame report={report} columns={columns} rowsAre="Account">
      {statementBlocks(rows).map(({ section, rows: within }) => (
        <tbody key={section?.id ?? within[0]?.id} className={section ? "statement-fold" : undefined}>
          {section && <SectionRow row={section} columns={columns} />}
          {within.map((row) => (
            <StatementRow key={row.id} row={row} columns={columns} hrefOf={hrefOf} openCell={openCell} note={notes?.get(row.id)} className={section ? "statement-folded" : undefined} />
          ))}
        </tbody>
      ))}
    </StatementFrame>
  );
}

type FrameProps = { report: Drawn; columns: readonly Column[]; rowsAre: string; children: ReactNode };

/** The table around the bodies of a report: what it is of, and its heads. */
export function StatementFrame({ report, columns, rowsAre, children }: FrameProps) {
  const caption = captionOf(report);
  return (
    <section
      aria-label={caption}
      tabIndex={0}
      className={classes("statement overflow-auto rounded-lg border border-line bg-surface print:overflow-visible print:border-0", columns.length > 5 && "statement-wide", columns.length > 14 && "statement-widest")}
    >
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="statement-corner border-b border-line px-4 py-2 text-left text-sm font-medium text-muted">
              <span className="sr-only">{rowsAre}</span>
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.id} words={columnWords(column, columns, report.currency)} isMuted={isBeside(column) && column.kind !== "compare"} />
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}

function ColumnHead({ words: { of, counts }, isMuted }: { words: ReturnType<typeof columnWords>; isMuted: boolean }) {
  return (
    <th
      scope="col"
      className={classes("min-w-24 border-b border-line px-3 py-2 text-right align-bottom text-sm font-semibold", isMuted && "font-medium text-muted")}
    >
      <span className="ml-auto block max-w-28 pr-1.5 text-balance">{of}</span>
      <span className="block pr-1.5 text-xs font-normal text-muted">{counts}</span>
    </th>
  );
}

function captionOf({ title, tenant, currency, basis }: Drawn): string {
  return `${title} of ${tenant.name}, ${basis} basis, whole ${currency}`;
}
