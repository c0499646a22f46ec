import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Address, askedBy, chosenIn, hrefWith } from "#app/audit-filter.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { AuditPage } from "#components/audit/audit-page.tsx";
import { actorsOf } from "#lib/audit/actors.ts";
import { listAudit } from "#lib/audit/list-audit.ts";
import { asRefusal } from "#lib/problem.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Audit" };

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<Address> };

export default async function OrganisationAudit({ params, searchParams }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  if (!allows(scope, "audit:read")) notFound();
  const timeZone = (await organisationAt(organisation)).timezone ?? "UTC";
  const address = await searchParams;
  const chosen = chosenIn(address);
  const { data, nextCursor } = await listAudit.run([scope], { ...askedBy(chosen, timeZone), cursor: [address.cursor].flat()[0] }).catch(missing);
  const path = `/o/${organisation}/settings/audit`;
  return (
    <AuditPage
      description="Written in the same transaction as what it records, and chained: a row that is changed or removed later is found by npm run audit:verify."
      rows={data}
      chosen={chosen}
      actors={await actorsOf(scope)}
      timeZone={timeZone}
      clearHref={path}
      csvHref={hrefWith(`/api/o/${organisation}/audit`, chosen)}
      olderHref={nextCursor && hrefWith(path, chosen, nextCursor)}
    />
  );
}

/** A cursor that somebody made up leads nowhere. */
function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
