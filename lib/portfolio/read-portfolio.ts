// The clients of whoever asks, in as many questions as there are subjects. Every figure is of today: the documents and Xero's trial balance as
// the last sync left them. What cannot be said is null.
import type { Reader } from "#db/index.ts";
import { cashAhead, expectations, lowPoint, type OpenAmount, type PaidDocument } from "#lib/cash-ahead/cash-ahead.ts";
import { readOpenAndPaid } from "#lib/cash-ahead/read-cash-ahead.ts";
import { addDays, type Day, todayIn } from "#lib/day.ts";
import type { Job } from "#lib/jobs/job.ts";
import { asJob, lastSyncs } from "#lib/jobs/queries.ts";
import { syncsOf } from "#lib/jobs/syncs-of.ts";
import { tieOutSummary } from "#lib/jobs/tie-out-summary.ts";
import { type Money, sum } from "#lib/money.ts";
import type { listOrganisations } from "#lib/organisations/list-organisations.ts";
import type { Client, Heap, Owed } from "#lib/portfolio/client.ts";
import { bankBalances, waitingDocuments } from "#lib/portfolio/queries.ts";

/** In days. */
const twoWeeks = 14;
const aMonth = 30;

type Organisation = Awaited<ReturnType<typeof listOrganisations.run>>["data"][number];
type Facts = { jobs: Job[]; cash: Map<string, Money>; open: Map<string, OpenAmount[]>; paid: Map<string, PaidDocument[]>; waiting: Awaited<ReturnType<typeof waitingDocuments>> };

export async function readPortfolio(q: Reader, organisations: readonly Organisation[], now: Date): Promise<Client[]> {
  const facts = await readFacts(q, now);
  return organisations.map((organisation) => clientOf(organisation, facts, now));
}

async function readFacts(q: Reader, now: Date): Promise<Facts> {
  const jobs = (await lastSyncs(q)).map(asJob);
  const balances = await bankBalances(q);
  const today = todayIn("UTC", now);
  const { open, paid } = await readOpenAndPaid(q, today);
  return {
    jobs,
    cash: new Map(balances.map(({ tenantId, balance }) => [tenantId, balance])),
    open: Map.groupBy(open, ({ tenantId }) => tenantId),
    paid: Map.groupBy(paid, ({ tenantId }) => tenantId),
    waiting: await waitingDocuments(q, addDays(today, -twoWeeks)),
  };
}

function clientOf({ id, name, baseCurrency, timezone, tenantType, connectionStatus, lastSyncedAt, isActive }: Organisation, facts: Facts, now: Date): Client {
  const timeZone = timezone ?? "UTC";
  const today = todayIn(timeZone, now);
  const [cash, open] = [facts.cash.get(id) ?? null, facts.open.get(id) ?? []];
  const { latest, complete } = syncsOf(id, facts.jobs);
  return {
    ...{ id, name, currency: baseCurrency, timeZone, isPractice: tenantType === "Practice", isActive, connection: connectionStatus },
    lastSyncedAt: lastSyncedAt === null ? null : new Date(lastSyncedAt),
    sync: stateOf(latest),
    tieOut: tieOutSummary(complete, latest),
    cash,
    low: cash === null || lastSyncedAt === null ? null : lowPoint(cash, cashAhead(cash, expectations(open, facts.paid.get(id) ?? [], today), today), today),
    receivables: owed(open.filter(({ isBill }) => !isBill), today),
    payables: owed(open.filter(({ isBill }) => isBill), today),
    unreconciled: heap(facts, id, (status) => status === "AUTHORISED"),
    drafts: heap(facts, id, (status) => status !== "AUTHORISED"),
  };
}

function stateOf(latest: Job | undefined): Client["sync"] {
  if (!latest) return "none";
  if (!latest.done) return "underWay";
  return latest.status === "failed" ? "failed" : "ended";
}

/** Without a due day a document is due on its own. */
function owed(open: readonly OpenAmount[], today: Day): Owed {
  const dueBefore = (day: Day) => sum(open.filter(({ dueDate, date }) => (dueDate ?? date) < day).map(({ amount }) => amount));
  return { amount: sum(open.map(({ amount }) => amount)), overdue: dueBefore(today), longOverdue: dueBefore(addDays(today, -aMonth)) };
}

function heap({ waiting }: Facts, id: string, isOfIt: (status: string) => boolean): Heap & { old: number } {
  const own = waiting.filter(({ tenantId, status }) => tenantId === id && isOfIt(status));
  const counted = (of: (row: (typeof own)[number]) => number) => own.reduce((total, row) => total + of(row), 0);
  return { count: counted(({ documents }) => Number(documents)), old: counted(({ old }) => old), amount: sum(own.map(({ amount }) => amount)) };
}
