// For tests: a sync whose Xero answers what the test says, address by address, and remembers what it was asked.
import { transaction } from "#db/index.ts";
import { XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { claimJob } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { idOf } from "#lib/ledger/testing/queries.ts";
import { sources } from "#lib/sync/sources.ts";
import { type SyncContext, together } from "#lib/sync/sync-context.ts";
import { syncObject } from "#lib/sync/sync-object.ts";
import type { Ask } from "#lib/xero/client.ts";
import { parseExactly } from "#lib/xero/exact-json.ts";

/** Address → objects; a function is asked each time. What is not named is empty. */
export type Answers = Record<string, readonly object[] | ((ask: Ask) => readonly object[] | Promise<never>)>;
type Asking = SyncContext & { asked: Ask[] };

const owner = "worker";

/** An organisation of which nothing but its name is known, with a job that its syncs belong to and that is theirs to write under. */
export async function newOrganisation(name: string): Promise<{ tenantId: string; jobId: string }> {
  const tenantId = idOf(name);
  const facts = { baseCurrency: "NZD", financialYearEndDay: 31, financialYearEndMonth: 3, timezone: "Pacific/Auckland" };
  await transaction({ tenantId }, (tx) => tx.insert(XeroTenants).values({ id: tenantId, tenantId: name, tenantName: name, tenantType: "Organization", ...facts }).then(() => undefined));
  const jobId = await systemTransaction((tx) => queueSync(tx, { tenantId, userId: null, mode: "incremental" }));
  await systemTransaction((tx) => claimJob(tx, owner, new Date(), new Date("2999-01-01")));
  return { tenantId, jobId };
}

/** Each one begins after everything before it has ended. */
export function asking({ tenantId, jobId }: { tenantId: string; jobId: string }, answers: Answers, more: Partial<SyncContext> = {}): Asking {
  const asked: Ask[] = [];
  const get = async (ask: Ask) => {
    asked.push(ask);
    const given = answers[ask.path] ?? [];
    const read = parseExactly(JSON.stringify({ [wrapperOf(ask.path)]: typeof given === "function" ? await given(ask) : given }));
    return typeof read === "object" && read !== null ? { ...read, ...onePage } : {};
  };
  const fixed = { jobId, owner, userId: null, mode: "incremental", commit: together, warnings: [], signal: new AbortController().signal } as const;
  return { ...fixed, warnings: [], scope: { tenantId }, startedAt: later(), progress: { phase: "documents", objects: {}, waiting: null }, client: { get }, asked, ...more };
}

export async function syncOf(context: SyncContext, ...objects: string[]): Promise<void> {
  for (const source of sources.filter(({ object }) => objects.includes(object))) await syncObject(context, source);
}

/** A trial balance as Xero prints it: account → debit less credit. */
export function trialBalance(balances: Record<string, string>): object[] {
  const cells = (id: string, net: string) => [{ Value: id, Attributes: [{ Id: "account", Value: id }] }, {}, {}, ...(net.startsWith("-") ? [{}, { Value: net.slice(1) }] : [{ Value: net }, {}])];
  return [{ Rows: [{ RowType: "Section", Rows: Object.entries(balances).map(([id, net]) => ({ RowType: "Row", Cells: cells(id, net) })) }] }];
}

function wrapperOf(path: string): string {
  if (path.startsWith("Reports/")) return "Reports";
  return path === "Organisation" ? "Organisations" : (path.split("/")[0] ?? path);
}

const onePage = { pagination: { itemCount: "1", pageCount: "1" } };

let soon = 0;

/** A job begins after the one before it has ended; here that is an hour, so that no clock has to be waited for. */
function later(): Date {
  soon += 60 * 60_000;
  return new Date(Date.now() + soon);
}
