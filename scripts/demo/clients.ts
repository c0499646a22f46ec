// The clients of the demo: connected by real consent, each by the login that has access to it, synced by the worker and shown line by line.
// One of them loses its consent again, which is its trouble.
import type { Job } from "#lib/jobs/job.ts";
import { type Api, lastSync, type Listed, reports, syncAgain } from "./api.ts";
import { connect, offeredOrganisations, signedIn } from "./consent.ts";
import { type Consents, endConsents } from "./stand-in.ts";

type Who = { appUrl: string; email: string; password: string };
type Lapsing = { tenantId: string; user: string };

/** Connects what is not connected; gives what was connected just now and is to lose its consent again. One that lost it before stays as it is. */
export async function connectMissing(before: Map<string, { needsConsent: boolean }>, consents: Consents, who: Who, say: (line: string) => void): Promise<Lapsing[]> {
  const browser = await signedIn(who);
  const lapsing: Lapsing[] = [];
  for (const organisation of await offeredOrganisations(browser, who.appUrl)) {
    const { User: user, Lapses: lapses } = consents.get(organisation) ?? { User: "demo", Lapses: false };
    const known = before.get(organisation);
    if (known && (lapses || !known.needsConsent)) continue;
    const tenantId = await connect(browser, who.appUrl, organisation, user);
    if (lapses) lapsing.push({ tenantId, user });
    say("Connected an organisation through Xero's consent.");
  }
  return lapsing;
}

/** The trouble of one client: whoever connected it has left, and their access has run out. The sync that finds out changes nothing. */
export async function letLapse(api: Api, name: string, { sandboxUrl, tenantId, user }: Lapsing & { sandboxUrl: string }, say: (line: string) => void): Promise<void> {
  await endConsents(sandboxUrl, user);
  const { error } = await syncAgain(api, tenantId, () => {});
  say(`${name}: its consent has run out since, as happens: ${error?.message ?? "and nobody has noticed yet."}`);
}

export async function showOrganisation(api: Api, { id: tenantId, name, connectionStatus }: Listed, say: (line: string) => void): Promise<void> {
  if (connectionStatus === "reauthRequired") say(`${name}: waits for somebody to connect it again; what was read before is kept.`);
  else await showSync(api, tenantId, name, say);
  for (const report of (await api(`/reports?tenantId=${tenantId}&limit=10`, reports)).data) say(`${name}: stored ${report.name}`);
}

async function showSync(api: Api, tenantId: string, name: string, say: (line: string) => void): Promise<void> {
  const sync = await lastSync(api, tenantId, (job) => say(`${name}: ${phaseLine(job)}`));
  if (sync.status !== "succeeded") return say(`${name}: the sync ended as ${sync.status}. ${sync.error?.message ?? ""} What was read before is kept; sync it again on its page.`);
  const documents = Object.values(sync.result?.objects ?? {}).reduce((total, { fetched }) => total + fetched, 0);
  say(`${name}: read ${documents.toLocaleString("en-NZ")} objects from Xero in ${sync.result?.calls ?? 0} calls.`);
  if (sync.result?.tieOut) say(`${name}: ${tieOutLine(sync.result.tieOut)}`);
}

function tieOutLine({ accounts, differing, ties }: NonNullable<NonNullable<Job["result"]>["tieOut"]>): string {
  const agreeing = `ties to Xero in ${accounts - differing} of ${accounts} accounts`;
  if (differing === 0) return `${agreeing}.`;
  return `${agreeing}; ${differing} differ, ${ties ? "all explained" : "not all explained"}, and the differences stand in rows of their own.`;
}

function phaseLine({ progress, status }: Job): string {
  const lines = { queued: "waiting for the worker", settings: "reading settings", documents: "reading documents", ledger: "posting the ledger", trialBalance: "reading Xero's trial balances", reports: "storing statements", done: "synced." };
  if (status === "queued") return lines.queued;
  return progress.phase === "done" ? lines.done : `${lines[progress.phase]} …`;
}
