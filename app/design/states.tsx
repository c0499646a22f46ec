import { refuse } from "#app/design/actions.ts";
import { Part, Specimen } from "#app/design/specimen.tsx";
import { ConnectionBadge } from "#components/organisations/connection-badge.tsx";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { StaleNotice } from "#components/reports/stale-notice.tsx";
import { DeadEnd } from "#components/shell/dead-end.tsx";
import { Outline } from "#components/shell/outline.tsx";
import { FailedNotice } from "#components/sync/failed-notice.tsx";
import { SyncBrief } from "#components/sync/sync-brief.tsx";
import { SyncPanel } from "#components/sync/sync-panel.tsx";
import type { SyncJob } from "#components/sync/sync-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { exampleDoneJob, exampleQueuedJob } from "#lib/jobs/examples.ts";

const objects = { Invoices: { fetched: 1_200, written: 900, total: 2_400, calls: 12 }, Accounts: { fetched: 40, written: 40, total: 40, calls: 1 } };
const running: SyncJob = { ...exampleQueuedJob, status: "running", progress: { phase: "documents", waiting: null, objects } };
const failed: SyncJob = { ...exampleQueuedJob, status: "failed", done: true, error: { code: "upstream", message: "Xero did not answer.", retryable: true } };
const tieOut = { accounts: 60, differing: 0, amount: 0n, ties: true, current: true };
const shown = { currency: "NZD", documentHref: (id: string) => `#${id}`, cellHref: (cell: string) => `#${cell}` };

/** What is said when something happened, waits, went wrong, or is not there. */
export function States() {
  return (
    <Part title="States">
      <Badges />
      <Specimen name="Notices">
        <div className="grid gap-3 lg:grid-cols-2">
          {(["info", "success", "warning", "error"] as const).map((tone) => (
            <Notice key={tone} tone={tone} title="What happened" actions={<Button type="button" size="small">What to do</Button>}>
              <p>What is safe, in a sentence.</p>
            </Notice>
          ))}
        </div>
      </Specimen>
      <Specimen name="Failed: why, the last good time, and the way to try again; old figures stay">
        <FailedNotice tenantId="1" job={failed} synced="12 minutes ago" retry={refuse} />
      </Specimen>
      <Specimen name="Stale: by what">
        <StaleNotice
          {...shown}
          changes={{
            documents: [{ id: "1", type: "INVOICE", number: "INV-7", contactName: "Kauri & Sons", what: "changed", date: "2026-10-03", dateBefore: "2026-09-30", isLocked: true }],
            cells: [{ row: "account:sales", column: "total", label: "Sales", columnLabel: "Oct 2026", before: "135500.03", after: "135635.53" }],
            newAccounts: 1,
          }}
        >
          <Button type="button" size="small" className="mt-2">
            Make it again
          </Button>
        </StaleNotice>
      </Specimen>
      <Syncs />
      <div className="grid gap-6 lg:grid-cols-2">
        <Specimen name="Empty">
          <Card>
            <Empty title="No dashboard yet" action={<Button type="button">Sync now</Button>}>
              The first complete sync makes one.
            </Empty>
          </Card>
        </Specimen>
        <Specimen name="Nothing here, and broken">
          <Card>
            <DeadEnd title="Nothing is here" actions={<a href="#start" className={buttonClasses({ variant: "primary" })}>Go to the start</a>}>
              <p>There is nothing at this address, or it is not yours.</p>
            </DeadEnd>
          </Card>
        </Specimen>
        {(["dashboard", "report", "list", "portfolio"] as const).map((page) => (
          <Specimen key={page} name={`On its way: ${page}`}>
            <Outline of={page} />
          </Specimen>
        ))}
      </div>
    </Part>
  );
}

function Badges() {
  return (
    <Specimen name="Badges: tones, tie-out, connection, a sync in the head of each page">
      <div className="flex flex-wrap items-center gap-2">
        {(["neutral", "info", "success", "warning", "error"] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <TieOutBadge tieOut={tieOut} />
        <TieOutBadge tieOut={{ ...tieOut, differing: 3, amount: 1_205_000n, ties: false }} />
        <TieOutBadge tieOut={{ ...tieOut, current: false }} />
        <TieOutBadge tieOut={null} />
        {(["connected", "reauthRequired", "disconnected"] as const).map((connection) => (
          <ConnectionBadge key={connection} connection={connection} />
        ))}
        <SyncBrief job={running} href="#sync" />
      </div>
    </Specimen>
  );
}

function Syncs() {
  const jobs: readonly [string, SyncJob | null][] = [
    ["none yet", null],
    ["waits", exampleQueuedJob],
    ["runs", running],
    ["is tried again", { ...exampleQueuedJob, error: { code: "upstream", message: "Xero is busy. It is asked again at 07:15.", retryable: true } }],
    ["complete", exampleDoneJob],
    ["failed", failed],
  ];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {jobs.map(([state, job]) => (
        <Specimen key={state} name={`A sync: ${state}`}>
          <SyncPanel tenantId="1" job={job} lastSynced="Last complete sync 12 minutes ago" start={refuse} cancel={refuse} />
        </Specimen>
      ))}
    </div>
  );
}
