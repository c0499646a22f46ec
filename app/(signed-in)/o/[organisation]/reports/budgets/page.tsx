import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { importFile } from "#app/(signed-in)/o/[organisation]/reports/budgets/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { BudgetList } from "#components/budgets/budget-list.tsx";
import { ImportForm } from "#components/budgets/import-form.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listStoredBudgets } from "#lib/budgets/read-budgets.ts";
import { asRefusal } from "#lib/problem.ts";
import { allows } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ cursor?: string | string[] }> };

export const metadata: Metadata = { title: "Budgets" };

export default async function BudgetsPage({ params, searchParams }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  const { timezone } = await organisationAt(organisation);
  const { data, nextCursor } = await listStoredBudgets.run([scope], { limit: 50, cursor: first((await searchParams).cursor) }).catch(missing);
  const address = `/o/${organisation}/reports/budgets`;
  const mayImport = allows(scope, "budgets:write");
  return (
    <>
      <PageHead title="Budgets" context={<span><TextLink href={`/o/${organisation}/reports`}>Reports</TextLink> are held against these. Xero's come with the sync; own ones are imported.</span>} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <Card flush>
          {data.length === 0 && <NoBudgets mayImport={mayImport} />}
          {data.length > 0 && <BudgetList budgets={data} timeZone={timezone ?? "UTC"} hrefOf={(id) => `${address}/${id}`} />}
          {nextCursor && (
            <p className="border-t border-line p-4 text-center">
              <Link href={`${address}?cursor=${nextCursor}`} className={buttonClasses({ size: "small" })}>
                Older budgets
              </Link>
            </p>
          )}
        </Card>
        {mayImport && (
          <Card title="Import a budget">
            <ImportForm action={importFile.bind(null, organisation)} tenantId={organisation} />
          </Card>
        )}
      </div>
    </>
  );
}

function NoBudgets({ mayImport }: { mayImport: boolean }) {
  return (
    <Empty title="No budgets yet">
      <p>
        Xero has none, or has not let this app read them.
        {mayImport ? " Import one from a CSV file with the form on this page." : " An Accountant or an Admin can import one from a CSV file."}
      </p>
    </Empty>
  );
}

/** A cursor that somebody made up leads nowhere. */
function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
