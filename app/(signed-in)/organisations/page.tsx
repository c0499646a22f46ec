import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { makeActive } from "#app/(signed-in)/switch-organisation.ts";
import { connectProblem } from "#app/api/xero/answer-browser.ts";
import { requireCaller } from "#app/session.ts";
import { ConnectXero } from "#components/organisations/connect-xero.tsx";
import { OrganisationList } from "#components/organisations/organisation-list.tsx";
import { tieOutSummary } from "#components/organisations/tie-out-summary.ts";
import { PageHead } from "#components/shell/page-head.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readMany } from "#db/index.ts";
import { asJob, lastCompleteSyncs } from "#lib/jobs/queries.ts";

export const metadata: Metadata = { title: "Organisations" };

export default async function Organisations() {
  const caller = await requireCaller();
  const organisations = await ownOrganisations();
  const syncs = caller.scopes.length > 0 ? await readMany(caller.scopes, lastCompleteSyncs) : [];
  const problem = await connectProblem();
  const connect = caller.permissions.includes("organisations:manage") ? <ConnectXero href="/api/xero/connect" /> : null;
  const lines = organisations.map((organisation) => ({
    ...organisation,
    href: addressOf(organisation.id),
    currency: organisation.baseCurrency,
    isPractice: organisation.tenantType === "Practice",
    timeZone: organisation.timezone ?? "UTC",
    connection: organisation.connectionStatus,
    lastSyncedAt: organisation.lastSyncedAt === null ? null : new Date(organisation.lastSyncedAt),
    tieOut: tieOutSummary(syncs.filter(({ tenantId }) => tenantId === organisation.id).map(asJob)[0]),
  }));

  return (
    <>
      <PageHead title="Organisations" context={organisations.length > 0 && "Those you belong to, how fresh their books are, and whether they tie to Xero."} actions={organisations.length > 0 && connect} />
      {problem !== undefined && (
        <Notice tone="error" title="Xero was not connected" className="mb-6">
          <p>{problem}</p>
        </Notice>
      )}
      <Card flush>{lines.length > 0 ? <OrganisationList organisations={lines} now={new Date()} makeActive={makeActive} /> : <None connect={connect} />}</Card>
    </>
  );
}

function None({ connect }: { connect: ReactNode }) {
  return (
    <Empty title="No organisation yet" action={connect}>
      {connect
        ? "Daybook reads your books from Xero: it fetches every document, builds its own ledger from them and compares it with Xero's trial balance. Connect an organisation to begin."
        : "You belong to no organisation yet. Ask an administrator to add you to one."}
    </Empty>
  );
}
