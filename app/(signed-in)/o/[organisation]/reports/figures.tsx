import Link from "next/link";
import type { ReactNode } from "react";
import type { Addresses, View } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { AgedTable } from "#components/reports/aged-table.tsx";
import { Statement } from "#components/reports/statement.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { dashboardTables } from "#lib/reports/dashboard-tables.ts";
import type { Report } from "#lib/reports/report.ts";
import { targetWords } from "#lib/reports/target-words.ts";
import { hiddenCount, visibleColumns, visibleRows } from "#lib/reports/visible-rows.ts";

type Props = { report: Report; view: View; addresses: Addresses; openCell: string | undefined; organisation: string; notes?: ReadonlyMap<string, string> };

/** The table of a report, each type in its own way, with what more of it can be shown. `notes` stand beneath the labels of their rows, by these. */
export function Figures({ report, view, addresses, openCell, organisation, notes }: Props) {
  if ("control" in report) {
    const documentHref = (id: string) => `/o/${organisation}/transactions/${id}`;
    const links = { hrefOf: addresses.cell, openCell, documentHref };
    const hasDocuments = report.rows.some(({ kind }) => kind === "document");
    return (
      <>
        {hasDocuments && <Toggle href={addresses.toggleDocuments}>{view.documents ? "Fold all documents" : "Show all documents"}</Toggle>}
        <AgedTable key={String(view.documents)} report={report} showDocuments={view.documents} openContact={view.contact} {...links} />
      </>
    );
  }
  const { months, weeks } = dashboardTables(report);
  const count = hiddenCount(months.rows);
  return (
    <>
      {count > 0 && (
        <Toggle href={addresses.toggleZero}>
          {view.zero ? "Hide" : "Show"} {count} {hiddenWords(months.rows, count)}
        </Toggle>
      )}
      <Statement report={{ ...months, columns: visibleColumns(months.columns), rows: visibleRows(months.rows, view.zero) }} hrefOf={addresses.cell} openCell={openCell} notes={new Map([...targetWords(report), ...(notes ?? [])])} />
      {weeks && (
        <div className="mt-6">
          <Statement report={weeks} hrefOf={addresses.cell} openCell={openCell} />
        </div>
      )}
    </>
  );
}

function hiddenWords(rows: Report["rows"], count: number): string {
  if (rows.some(({ kind }) => kind === "measure")) return "figures that these are computed from";
  return `${count === 1 ? "account" : "accounts"} without amounts`;
}

function Toggle({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="mb-1.5 -ml-2.5 print:hidden">
      <Link href={href} prefetch={false} scroll={false} className={buttonClasses({ variant: "quiet", size: "small" })}>
        {children}
      </Link>
    </p>
  );
}
