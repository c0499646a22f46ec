import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { choosePeriod } from "#app/(signed-in)/o/[organisation]/choose-period.ts";
import { makeAgain } from "#app/(signed-in)/o/[organisation]/reports/actions.ts";
import { addressesOf, first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { Figures } from "#app/(signed-in)/o/[organisation]/reports/figures.tsx";
import { OpenProof } from "#app/(signed-in)/o/[organisation]/reports/[report]/open-proof.tsx";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { ExportMenu } from "#components/reports/export-menu.tsx";
import { PeriodBar, type Shown } from "#components/reports/period-bar.tsx";
import { periodWords } from "#lib/reports/period-words.ts";
import { PrintButton } from "#components/reports/print-button.tsx";
import { ReportHead } from "#components/reports/report-head.tsx";
import { ReportNotes } from "#components/reports/report-notes.tsx";
import { StaleNotice } from "#components/reports/stale-notice.tsx";
import { Succession } from "#components/reports/succession.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { read } from "#db/index.ts";
import { firstDayOf, monthOf } from "#lib/day.ts";
import { formTypeLike } from "#lib/reports/custom/saved/in-forms.ts";
import { formTypeOf } from "#lib/reports/named/layouts.ts";
import type { NamedParameters } from "#lib/reports/named/named-parameters.ts";
import { ratesInWords } from "#lib/reports/named/stated-rates.ts";
import { trackingShown } from "#lib/reports/tracking/tracking-form.ts";
import { isOfSome } from "#lib/reports/tracking/tracking-words.ts";
import { openReport } from "#lib/reports/open-report.ts";
import { customType, dashboardType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { allows, permit } from "#lib/scope.ts";

type Asked = Partial<Record<"cell" | "cursor" | "zero" | "documents" | "contact", string | string[]>>;
type Props = { params: Promise<{ organisation: string; report: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation, report } = await params;
  const { cell, cursor } = await searchParams;
  return { title: (await opened(organisation, report, first(cell), first(cursor))).report.name };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { organisation, report: id } = await params;
  const { cell, cursor, zero, documents, contact } = await searchParams;
  const scope = await requireScope(organisation);
  const { report, open, changes } = await opened(organisation, id, first(cell), first(cursor));
  const view = { zero: first(zero) === "show", documents: first(documents) === "show", contact: first(contact) };
  const addresses = addressesOf(`/o/${organisation}/reports/${id}`, view);
  const { timezone } = await organisationAt(organisation);
  return (
    <>
      <ReportHead
        report={report.data}
        name={report.name}
        timeZone={timezone ?? "UTC"}
        actions={
          <>
            {allows(scope, "reports:write") && <Period stored={report} />}
            <PrintButton />
            <ExportMenu hrefOf={(format) => `/api/o/${organisation}/reports/${id}/export?format=${format}`} evidenceHref={`/api/o/${organisation}/reports/${id}/evidence`} />
          </>
        }
      />
      <Succession supersedesId={report.supersedesId} successorId={report.successorId} hrefOf={(other) => `/o/${organisation}/reports/${other}`} />
      {changes && (
        <StaleNotice changes={changes} currency={report.data.currency} documentHref={(document) => `/o/${organisation}/transactions/${document}`} cellHref={addresses.cell}>
          {allows(scope, "reports:write") && (
            <ActionForm action={makeAgain.bind(null, organisation)} hidden={{ tenantId: organisation, id }} className="mt-2">
              <SubmitButton size="small" pendingLabel="Making it again">
                Make it again
              </SubmitButton>
            </ActionForm>
          )}
        </StaleNotice>
      )}
      <Figures report={report.data} view={view} addresses={addresses} openCell={first(cell)} organisation={organisation} />
      <ReportNotes report={report.data} contentHash={report.contentHash} />
      {open && <OpenProof open={open} report={report.data} organisation={organisation} addresses={addresses} />}
    </>
  );
}

/** Of a statement; aged reports have a day instead, and a dashboard its own page. */
function Period({ stored }: { stored: StoredReport }) {
  const { tenantId, type, parameters, periodEnd, data } = stored;
  const from = data.period.start ?? firstDayOf(monthOf(periodEnd));
  const bar = (shown: Shown) => <PeriodBar label={periodWords(data)} shown={shown} action={choosePeriod.bind(null, tenantId)} />;
  if ("layout" in parameters) return bar({ tenantId, ...shownNamed(parameters), from, to: periodEnd, compare: null, columns: null, method: null });
  if (!("from" in parameters) || data.type === dashboardType) return null;
  const method = "method" in parameters ? parameters.method : null;
  const compare = "compare" in parameters ? parameters.compare : null;
  const basis = method === null && compare !== null ? parameters.basis : null;
  const budgetId = "budgetId" in parameters ? parameters.budgetId : "";
  const tracking = isOfSome(parameters) || parameters.columns === "tracking" ? trackingShown(parameters) : { columns: parameters.columns };
  const knownOn = "knownOn" in parameters && parameters.knownOn ? { knownOn: parameters.knownOn } : {};
  const asked = type === customType ? formTypeLike(stored.id) : type;
  return bar({ tenantId, type: asked, from, to: periodEnd, compare, ...tracking, basis, method, budgetId, ...knownOn });
}

/** What of a report under one of Xero's names goes on to its other periods. */
function shownNamed(parameters: NamedParameters) {
  const kept = { accountId: "accountId" in parameters ? (parameters.accountId ?? "") : "", rates: "rates" in parameters ? ratesInWords(parameters.rates) : "" };
  return { type: formTypeOf(parameters.layout), basis: "basis" in parameters ? parameters.basis : null, ...kept };
}

const opened = cache(async (organisation: string, id: string, cell: string | undefined, cursor: string | undefined) => {
  const scope = await requireScope(organisation);
  permit(scope, "reports:read");
  return (await read(scope, (q) => openReport(q, id, cell, cursor))) ?? notFound();
});
