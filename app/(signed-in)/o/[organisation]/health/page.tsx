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

const ledgers = [
  { name: "For hledger and ledger, on accrual basis", query: "format=hledger&basis=accrual" },
  { name: "For hledger and ledger, on cash basis", query: "format=hledger&basis=cash" },
  { name: "For Beancount, on accrual basis", query: "format=beancount&basis=accrual" },
  { name: "For Beancount, on cash basis", query: "format=beancount&basis=cash" },
];

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
      <Card title="Have another program add it up" description="The whole ledger as plain text, every entry with its lines. It proves the adding up and not the posting." className="mt-6">
        <ul className="list-disc pl-5">
          {ledgers.map(({ name, query }) => (
            <li key={query}>
              <a href={`/api/o/${tenantId}/ledger?${query}`} download className="inline-block py-1 text-accent-strong underline underline-offset-4">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Card>
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
