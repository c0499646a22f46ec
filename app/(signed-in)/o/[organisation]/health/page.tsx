import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireScope } from "#app/session.ts";
import { LedgerChecksTable } from "#components/invariants/ledger-checks-table.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type LedgerCheck, listInvariants } from "#lib/invariants/list-invariants.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Health of the books" };

type Props = { params: Promise<{ organisation: string }> };

export default async function HealthPage({ params }: Props) {
  const { organisation: tenantId } = await params;
  const scope = await requireScope(tenantId);
  if (!allows(scope, "journals:read")) notFound();
  const organisation = await organisationAt(tenantId);
  const { data: checks } = await listInvariants.run(scope, { tenantId });
  const [first] = checks;
  return (
    <>
      <PageHead title="Health of the books" context={first ? <State checks={checks} checkedAt={first.checkedAt} timeZone={organisation.timezone ?? "UTC"} /> : organisation.name} />
      <p className="mb-6 max-w-prose text-muted">
        These must hold in any books, whatever is posted to them. Each side is come to in another way, and both are compared after every sync, to the last decimal. They show that Daybook adds up; that
        the right entries were posted is what the <TextLink href={addressOf(tenantId, "tie-out")}>tie-out with Xero</TextLink> shows.
      </p>
      <Card flush>{first ? <LedgerChecksTable checks={checks} currency={organisation.baseCurrency ?? ""} /> : <Empty title="Not checked yet">The next sync ends with these checks. They stand here after it.</Empty>}</Card>
    </>
  );
}

function State({ checks, checkedAt, timeZone }: { checks: readonly LedgerCheck[]; checkedAt: string; timeZone: string }) {
  const broken = checks.filter(({ holds }) => !holds).length;
  return (
    <>
      <Badge tone={broken === 0 ? "success" : "error"}>{broken === 0 ? "All hold" : `${broken} of ${checks.length} do not hold`}</Badge>
      <span>
        Checked <Moment at={new Date(checkedAt)} timeZone={timeZone} />
      </span>
    </>
  );
}
