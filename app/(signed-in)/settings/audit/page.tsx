import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Address, askedBy, chosenIn, hrefWith } from "#app/audit-filter.ts";
import { requireCaller } from "#app/session.ts";
import { AuditPage } from "#components/audit/audit-page.tsx";
import { installationActors } from "#lib/audit/actors.ts";
import { listInstallationAudit } from "#lib/audit/list-audit.ts";
import { asRefusal } from "#lib/problem.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Audit" };

type Props = { searchParams: Promise<Address> };

export default async function InstallationAudit({ searchParams }: Props) {
  const caller = await requireCaller();
  if (!allows(caller, "members:manage")) notFound();
  const address = await searchParams;
  const chosen = chosenIn(address);
  const { data, nextCursor } = await listInstallationAudit.run(caller, { ...askedBy(chosen, "UTC"), cursor: [address.cursor].flat()[0] }).catch(missing);
  return (
    <AuditPage
      description="What belongs to no organisation: sign-ins, members, keys. What happens in an organisation stands in its own settings. Times are UTC."
      rows={data}
      chosen={chosen}
      actors={await installationActors(caller)}
      timeZone="UTC"
      clearHref="/settings/audit"
      csvHref={hrefWith("/api/installation/audit", chosen)}
      olderHref={nextCursor && hrefWith("/settings/audit", chosen, nextCursor)}
    />
  );
}

/** A cursor that somebody made up leads nowhere. */
function missing(error: unknown): never {
  if (asRefusal(error)) notFound();
  throw error;
}
