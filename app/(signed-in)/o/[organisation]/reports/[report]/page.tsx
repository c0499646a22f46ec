import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { makeAgain } from "#app/(signed-in)/o/[organisation]/reports/actions.ts";
import { addressesOf, first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { OpenProof } from "#app/(signed-in)/o/[organisation]/reports/[report]/open-proof.tsx";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { PrintButton } from "#components/reports/print-button.tsx";
import { ReportHead } from "#components/reports/report-head.tsx";
import { ReportNotes } from "#components/reports/report-notes.tsx";
import { Statement } from "#components/reports/statement.tsx";
import { hiddenCount } from "#components/reports/visible-rows.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { read } from "#db/index.ts";
import { openReport } from "#lib/reports/open-report.ts";
import { allows, permit } from "#lib/scope.ts";

type Asked = { cell?: string | string[]; cursor?: string | string[]; zero?: string | string[] };
type Props = { params: Promise<{ organisation: string; report: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation, report } = await params;
  const { cell, cursor } = await searchParams;
  return { title: (await opened(organisation, report, first(cell), first(cursor))).report.name };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { organisation, report: id } = await params;
  const { cell, cursor, zero } = await searchParams;
  const scope = await requireScope(organisation);
  const { report, open, isOutdated } = await opened(organisation, id, first(cell), first(cursor));
  const showZero = first(zero) === "show";
  const addresses = addressesOf(`/o/${organisation}/reports/${id}`, showZero);
  const { timezone } = await organisationAt(organisation);
  return (
    <>
      <ReportHead report={report.data} name={report.name} timeZone={timezone ?? "UTC"} actions={<PrintButton />} />
      {isOutdated && (
        <Notice tone="warning" title="The books have changed since this report was made" className="mb-5 print:hidden">
          <p>Its figures and their proof stay as they were.</p>
          {allows(scope, "reports:write") && (
            <ActionForm action={makeAgain.bind(null, organisation)} hidden={{ tenantId: organisation, id }} className="mt-2">
              <SubmitButton size="small" pendingLabel="Making it again">
                Make it again
              </SubmitButton>
            </ActionForm>
          )}
        </Notice>
      )}
      <Hidden count={hiddenCount(report.data.rows)} type={report.type} showZero={showZero} href={addresses.toggleZero} />
      <Statement report={report.data} showZero={showZero} hrefOf={addresses.cell} openCell={first(cell)} />
      <ReportNotes report={report.data} contentHash={report.contentHash} />
      {open && <OpenProof open={open} report={report.data} organisation={organisation} addresses={addresses} />}
    </>
  );
}

function Hidden({ count, type, showZero, href }: { count: number; type: string; showZero: boolean; href: string }) {
  if (count === 0) return null;
  const what = type === "KPI_DASHBOARD" ? "figures that these are computed from" : `${count === 1 ? "account" : "accounts"} without amounts`;
  return (
    <p className="mb-1.5 -ml-2.5 print:hidden">
      <Link href={href} scroll={false} className={buttonClasses({ variant: "quiet", size: "small" })}>
        {showZero ? "Hide" : "Show"} {count} {what}
      </Link>
    </p>
  );
}

const opened = cache(async (organisation: string, id: string, cell: string | undefined, cursor: string | undefined) => {
  const scope = await requireScope(organisation);
  permit(scope, "reports:read");
  return (await read(scope, (q) => openReport(q, id, cell, cursor))) ?? notFound();
});
