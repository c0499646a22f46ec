import type { Metadata } from "next";
import type { ReactNode } from "react";
import { syncChosen } from "#app/(signed-in)/organisations/actions.ts";
import { WatchSyncs } from "#app/(signed-in)/organisations/watch-syncs.tsx";
import { ownOrganisations } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { makeActive } from "#app/(signed-in)/switch-organisation.ts";
import { connectProblem } from "#app/api/xero/answer-browser.ts";
import { requireCaller } from "#app/session.ts";
import { ConnectXero } from "#components/organisations/connect-xero.tsx";
import { PortfolioTable } from "#components/portfolio/portfolio-table.tsx";
import type { Places } from "#components/portfolio/portfolio-columns.tsx";
import { StateLinks } from "#components/portfolio/state-links.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { readMany } from "#db/index.ts";
import { type Arrangement, arranged, arrangementIn, countsOf } from "#lib/portfolio/arrange.ts";
import type { Client } from "#lib/portfolio/client.ts";
import { needOf } from "#lib/portfolio/needs-you.ts";
import { readPortfolio } from "#lib/portfolio/read-portfolio.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Organisations" };

type Props = { searchParams: Promise<{ sort?: string | string[]; show?: string | string[] }> };

const bulkForm = "sync-chosen";

export default async function Organisations({ searchParams }: Props) {
  const caller = await requireCaller();
  const organisations = await ownOrganisations();
  const now = new Date();
  const readable = caller.scopes.filter((scope) => allows(scope, "reports:read"));
  const clients = organisations.length > 0 ? await readMany(readable, (q) => readPortfolio(q, organisations, now)) : [];
  const lines = clients.map((client) => ({ client, need: needOf(client, now) }));
  const arrangement = arrangementIn(one(await searchParams));
  const shown = arranged(lines, arrangement);
  const maySync = ({ id, connection, isPractice }: Client) => !isPractice && connection === "connected" && caller.scopes.some((scope) => scope.tenantId === id && allows(scope, "sync:write"));
  const syncable = clients.filter(maySync);
  const connect = allows(caller, "organisations:manage") ? <ConnectXero href="/api/xero/connect" variant={lines.length > 0 ? "secondary" : "primary"} /> : null;

  return (
    <>
      <PageHead title="Organisations" context={lines.length > 0 && "Your clients, who needs you most first."} actions={lines.length > 0 && connect} />
      <ConnectProblem problem={await connectProblem()} />
      {lines.length > 0 && (
        <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <StateLinks counts={countsOf(lines)} shown={arrangement.show} hrefOf={(show) => at({ ...arrangement, show })} />
          {syncable.length > 0 && <BulkSync syncable={syncable} />}
        </div>
      )}
      <Card flush>
        {lines.length === 0 && <None connect={connect} />}
        {lines.length > 0 && shown.length === 0 && <NothingMatches href="/organisations" />}
        {shown.length > 0 && (
          <PortfolioTable
            lines={shown}
            arrangement={arrangement}
            now={now}
            placesOf={placesOf}
            orderHref={(sort, descending) => at({ ...arrangement, sort, descending })}
            bulkForm={syncable.length > 0 ? bulkForm : null}
            maySync={maySync}
            makeActive={makeActive}
          />
        )}
      </Card>
      {shown.length > 0 && <Notes />}
      {clients.some(({ sync }) => sync === "underWay") && <WatchSyncs />}
    </>
  );
}

function BulkSync({ syncable }: { syncable: readonly Client[] }) {
  return (
    <ActionForm action={syncChosen} id={bulkForm} className="print:hidden">
      {syncable.map(({ id }) => (
        <input key={id} type="hidden" name="syncable" value={id} />
      ))}
      <div className="flex flex-wrap gap-2">
        <SubmitButton size="small" name="which" value="chosen" pendingLabel="Asking for syncs …">
          Sync chosen
        </SubmitButton>
        <SubmitButton size="small" name="which" value="all" variant="primary" pendingLabel="Asking for syncs …">
          Sync all
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What the figures are, and what they are not. */
function Notes() {
  return (
    <div className="mt-4 max-w-prose text-sm text-muted">
      <p>
        Amounts are in each organisation's own currency, as its last sync left them; sorting compares them as they are stated. Cash at bank is Xero's own balance. The lowest cash counts what
        is open today, each document paid as late as its contact usually pays: wages, taxes, and what nobody has invoiced yet are not in it.
      </p>
    </div>
  );
}

function ConnectProblem({ problem }: { problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <Notice tone="error" title="Xero was not connected" className="mb-6">
      <p>{problem}</p>
    </Notice>
  );
}

function NothingMatches({ href }: { href: string }) {
  return (
    <Empty title="No organisation is like that now">
      Nothing is wrong with the others either, as far as this goes. <TextLink href={href}>Show all of them.</TextLink>
    </Empty>
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

function placesOf({ id }: Client): Places {
  const transactions = addressOf(id, "transactions");
  return {
    overview: addressOf(id),
    tieOut: addressOf(id, "tie-out"),
    unreconciled: `${transactions}?status=AUTHORISED&isReconciled=false`,
    openInvoices: `${transactions}?type=INVOICE&status=AUTHORISED&sort=date`,
  };
}

function at({ sort, descending, show }: Arrangement): string {
  const order = `${descending ? "-" : ""}${sort}`;
  const query = new URLSearchParams({ ...(order === "-need" ? {} : { sort: order }), ...(show === "all" ? {} : { show }) }).toString();
  return query === "" ? "/organisations" : `/organisations?${query}`;
}

function one({ sort, show }: Awaited<Props["searchParams"]>) {
  return { sort: [sort].flat()[0], show: [show].flat()[0] };
}
