// A sync from its first call to its last: settings, documents, budgets, the ledger, Xero's own trial balances to hold it against, what must hold
// in any books, and after the first complete one the statements everybody looks for, and a dashboard of key figures whenever the books have moved. Whatever an
// interrupted run has completed is not done again.
import { read, transaction } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { tellLockedChanges } from "#lib/alerts/tell-locked-changes.ts";
import type { SyncResult } from "#lib/jobs/job.ts";
import { confirmLease } from "#lib/jobs/queries.ts";
import { checkLedger } from "#lib/invariants/check-ledger.ts";
import { renewDashboard } from "#lib/kpis/renew-dashboard.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { grantedScopes } from "#lib/organisations/queries.ts";
import { lackingStatements, standardStatements } from "#lib/reports/standard-statements.ts";
import { markSynced } from "#lib/sync/cursor-queries.ts";
import { sources } from "#lib/sync/sources.ts";
import { syncBudgets } from "#lib/sync/sync-budgets.ts";
import { syncCashTrialBalance } from "#lib/sync/sync-cash-trial-balance.ts";
import { enterPhase, type SyncContext } from "#lib/sync/sync-context.ts";
import { syncJournals } from "#lib/sync/sync-journals.ts";
import { syncObject } from "#lib/sync/sync-object.ts";
import { syncTrialBalances, tieOutOf } from "#lib/sync/sync-trial-balances.ts";
import { callsOfJob } from "#lib/xero/queries.ts";

const mostWarnings = 200;

export async function runSync(context: SyncContext): Promise<SyncResult> {
  for (const phase of ["settings", "documents"] as const) {
    await enterPhase(context, phase);
    for (const source of sources.filter((candidate) => candidate.phase === phase)) await syncObject(context, source);
  }
  const granted = await systemRead((q) => grantedScopes(q, context.scope.tenantId));
  await syncBudgets(context, granted);
  await syncJournals(context, granted);
  await enterPhase(context, "ledger");
  context.warnings.push(...(await postPending(context.scope, { follow: tellLockedChanges, confirm: (tx) => confirmLease(tx, context) })).warnings);
  await enterPhase(context, "trialBalance");
  await syncTrialBalances(context);
  await syncCashTrialBalance(context);
  await finish(context);
  return resultOf(context);
}

/** Only now is the sync complete; what is made of the books after it is final. They are as new as the first call: it may have been parked for
 * a day since. */
async function finish(context: SyncContext): Promise<void> {
  const { scope, userId, startedAt } = context;
  await transaction(scope, async (tx) => {
    await markSynced(tx, startedAt);
    await confirmLease(tx, context);
  });
  await checkLedger(scope, (tx) => confirmLease(tx, context));
  const lacking = userId ? await lackingStatements(scope) : [];
  if (userId && lacking.length > 0) {
    await enterPhase(context, "reports");
    await standardStatements({ tenantId: scope.tenantId, userId }, lacking);
  }
  await renewDashboard({ tenantId: scope.tenantId, userId });
  await enterPhase(context, "done");
}

async function resultOf({ scope, jobId, progress, warnings }: SyncContext): Promise<SyncResult> {
  const { calls, bytes } = await systemRead((q) => callsOfJob(q, jobId));
  const tieOut = await read(scope, tieOutOf);
  return { calls, bytes, objects: progress.objects, tieOut, warnings: [...new Set(warnings)].slice(0, mostWarnings) };
}
