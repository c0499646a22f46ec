import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { makeReport } from "#app/(signed-in)/o/[organisation]/reports/actions.ts";
import { first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { NewReportForm } from "#components/reports/new-report-form.tsx";
import { ReportList } from "#components/reports/report-list.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { accountChoices } from "#lib/accounts/account-choices.ts";
import { budgetChoices } from "#lib/budgets/budget-choices.ts";
import { namesOf } from "#lib/people/names.ts";
import { asRefusal } from "#lib/problem.ts";
import { listStoredReports } from "#lib/reports/read-reports.ts";
import { definitionChoices } from "#lib/reports/custom/saved/read.ts";
import { titleOf } from "#lib/reports/title-of.ts";
import { trackingChoices } from "#lib/tracking/tracking-choices.ts";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<Partial<Record<"cursor" | "new", string | string[]>>> };

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({ params, searchParams }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  const { timezone } = await organisationAt(organisation);
  const { cursor, new: chosen } = await searchParams;
  const { data, nextCursor } = await listStoredReports.run([scope], { limit: 20, cursor: first(cursor) }).catch(missing);
  const authors = await namesOf(data.map(({ userId }) => userId));
  const address = `/o/${organisation}/reports`;
  const mayMake = allows(scope, "reports:write");
  const [budgets, accounts, tracking, written] = mayMake ? [await budgetChoices(scope), await accountChoices(scope), await trackingChoices(scope), await definitionChoices(scope)] : [[], [], [], []];
  return (
    <>
      <PageHead
        title="Reports"
        context="Statements as they were on the day they were made. Each keeps its figures, and the proof of them."
        actions={
          <>
            <Link href={`${address}/packs`} className={buttonClasses({ size: "small" })}>
              Month-end packs
            </Link>
            <Link href={`${address}/budgets`} className={buttonClasses({ size: "small" })}>
              Budgets
            </Link>
            <Link href={`${address}/custom`} className={buttonClasses({ size: "small" })}>
              Custom reports
            </Link>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <Card flush>
          {data.length === 0 && <NoReports mayMake={mayMake} />}
          {data.length > 0 && <ReportList reports={data} titleOf={titleOf} authors={authors} timeZone={timezone ?? "UTC"} hrefOf={(id) => `${address}/${id}`} />}
          {nextCursor && (
            <p className="border-t border-line p-4 text-center">
              <Link href={`${address}?cursor=${nextCursor}`} className={buttonClasses({ size: "small" })}>
                Older reports
              </Link>
            </p>
          )}
        </Card>
        {mayMake && (
          <Card title="New report">
            <NewReportForm key={first(chosen)} action={makeReport.bind(null, organisation)} tenantId={organisation} chosen={first(chosen)} budgets={budgets} accounts={accounts} tracking={tracking} written={written} />
          </Card>
        )}
      </div>
    </>
  );
}

function NoReports({ mayMake }: { mayMake: boolean }) {
  return (
    <Empty title="No reports yet">
      <p>
        The first sync makes a profit and loss and a balance sheet of the financial year to last month.
        {mayMake ? " You can make others with the form on this page." : " Somebody who may make reports can add others."}
      </p>
    </Empty>
  );
}

/** A cursor that somebody made up leads nowhere. */
function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
