import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { makeReport } from "#app/(signed-in)/o/[organisation]/reports/actions.ts";
import { remove } from "#app/(signed-in)/o/[organisation]/reports/budgets/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { reachOf } from "#components/budgets/budget-list.tsx";
import { RemoveBudget } from "#components/budgets/remove-budget.tsx";
import { Statement } from "#components/reports/statement.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { read } from "#db/index.ts";
import type { Budget } from "#lib/budgets/budget.ts";
import { openBudgetPage } from "#lib/budgets/open-budget.ts";
import { visibleColumns } from "#lib/reports/visible-rows.ts";
import { allows, permit, type Scope } from "#lib/scope.ts";

type Props = { params: Promise<{ organisation: string; budget: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, budget } = await params;
  return { title: (await opened(organisation, budget)).budget.name };
}

export default async function BudgetPage({ params }: Props) {
  const { organisation, budget: id } = await params;
  const scope = await requireScope(organisation);
  const { name, baseCurrency, timezone } = await organisationAt(organisation);
  const { budget, summary } = await opened(organisation, id);
  const report = summary && { ...summary, columns: visibleColumns(summary.columns), title: `Budget Summary, ${budget.name}`, tenant: { id: organisation, name }, currency: baseCurrency ?? "", basis: "accrual" as const };
  return (
    <>
      <PageHead
        title={budget.name}
        context={<span><TextLink href={`/o/${organisation}/reports/budgets`}>Budgets</TextLink> · <Origin budget={budget} timeZone={timezone ?? "UTC"} /> · {reachOf(budget)}{budget.tracking && ` · ${budget.tracking} only`}</span>}
        actions={<Actions scope={scope} budget={budget} />}
      />
      {report ? <Statement report={report} hrefOf={() => ""} openCell={undefined} /> : <p className="text-muted">This budget has no figures for income or costs.</p>}
      <p className="mt-4 text-sm break-all text-muted">
        {budget.fileHash && `File SHA-256 ${budget.fileHash} · `}SHA-256 {budget.contentHash}
      </p>
    </>
  );
}

function Origin({ budget: { source, fileName, importedBy, updatedAt }, timeZone }: { budget: Budget; timeZone: string }) {
  return (
    <>
      {source === "xero" ? "read from Xero " : `imported${fileName ? ` from ${fileName}` : ""}${importedBy ? ` by ${importedBy}` : ""} `}
      <Moment at={updatedAt} timeZone={timeZone} />
    </>
  );
}

/** A variance of the last month against it; and away with it, where it is an own one. */
function Actions({ scope, budget: { id, tenantId, name, source, type } }: { scope: Scope; budget: Budget }) {
  const order = { tenantId, type: "BUDGET_VARIANCE", period: "lastMonth", from: "", to: "", columns: "total", compare: "none", budgetId: id };
  return (
    <>
      {allows(scope, "reports:write") && type !== "TRACKING" && (
        <ActionForm action={makeReport.bind(null, tenantId)} hidden={order}>
          <SubmitButton variant="primary" size="small" pendingLabel="Making the report">
            Variance of last month
          </SubmitButton>
        </ActionForm>
      )}
      {allows(scope, "budgets:write") && source === "file" && (
        <RemoveBudget name={name} remove={remove.bind(null, tenantId)} hidden={{ tenantId, id }} />
      )}
    </>
  );
}

const opened = cache(async (organisation: string, id: string) => {
  const scope = await requireScope(organisation);
  permit(scope, "budgets:read");
  return (await read(scope, (q) => openBudgetPage(q, id))) ?? notFound();
});
