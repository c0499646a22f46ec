import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { disconnect, remove } from "#app/(signed-in)/o/[organisation]/actions.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireCaller, requireScope } from "#app/session.ts";
import { ConnectionCard } from "#components/organisations/connection-card.tsx";
import { RemoveOrganisation } from "#components/organisations/remove-organisation.tsx";
import { inMegabytes } from "#components/sync/sync-state.ts";
import { countInWords } from "#lib/amount-label.ts";
import { Moment } from "#components/ui/moment.tsx";
import { type Query, read } from "#db/index.ts";
import { asJob, lastCompleteSyncs } from "#lib/jobs/queries.ts";
import { connectionsOf } from "#lib/organisations/connections-of.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Settings" };

type Props = { params: Promise<{ organisation: string }> };

export default async function OrganisationSettings({ params }: Props) {
  const { organisation: tenantId } = await params;
  const scope = await requireScope(tenantId);
  if (!allows(scope, "organisations:manage")) notFound();
  const organisation = await organisationAt(tenantId);
  const connections = await connectionsOf(scope);
  const { permissions } = await requireCaller();
  const { lastSync, isDemo } = await read(scope, findFacts);
  const timeZone = organisation.timezone ?? "UTC";

  const facts = [
    { term: "Connected by", value: <Connectors connections={connections} timeZone={timeZone} /> },
    { term: "Permissions given by Xero", value: <Scopes scopes={[...new Set(connections.flatMap(({ scopes }) => scopes.split(" ")))]} /> },
    { term: "Last complete sync", value: organisation.lastSyncedAt ? <Moment at={new Date(organisation.lastSyncedAt)} timeZone={timeZone} /> : "Not yet" },
    { term: "Cost of that sync", value: lastSync?.result ? `${countInWords(lastSync.result.calls)} calls to Xero, ${inMegabytes(lastSync.result.bytes)} MB` : "Not known yet" },
  ];

  return (
    <>
      <ConnectionCard
        tenantId={tenantId}
        name={organisation.name}
        connection={organisation.connectionStatus}
        facts={facts}
        connectHref="/api/xero/connect"
        disconnect={disconnect.bind(null, tenantId)}
      />
      {permissions.includes("members:manage") && <RemoveOrganisation tenantId={tenantId} name={organisation.name} isDemo={isDemo} remove={remove.bind(null, tenantId)} />}
    </>
  );
}

function Connectors({ connections, timeZone }: { connections: Awaited<ReturnType<typeof connectionsOf>>; timeZone: string }) {
  return (
    <ul>
      {connections.map(({ id, firstName, lastName, email, connectedAt }) => (
        <li key={id}>
          {[firstName, lastName].filter(Boolean).join(" ") || email}, <Moment at={connectedAt} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  if (scopes.length === 0) return "None";
  return (
    <details>
      <summary className="w-fit rounded-sm">{scopes.length} scopes</summary>
      <ul className="mt-1 text-sm text-muted sm:columns-2">
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
    </details>
  );
}

async function findFacts(q: Query) {
  const [complete] = await lastCompleteSyncs(q);
  const organisation = await findOrganisation(q);
  return { lastSync: complete && asJob(complete), isDemo: organisation?.isDemo ?? false };
}
