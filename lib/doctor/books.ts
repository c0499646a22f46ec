import { readMany } from "#db/index.ts";
import { ago, broken, type Finding, look, ok } from "#lib/doctor/finding.ts";
import { asJob, lastCompleteSyncs } from "#lib/jobs/queries.ts";
import type { Job } from "#lib/jobs/job.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";

const day = 24 * 60 * 60_000;

/** How fresh each organisation is, and whether its last sync tied to Xero's trial balance. */
export async function examineBooks(now: Date): Promise<Finding[]> {
  const organisations = await everyOrganisation();
  if (organisations.length === 0) return [look("books", "No organisation is connected yet.")];
  const jobs = await readMany(organisations.map(({ id }) => ({ tenantId: id })), lastCompleteSyncs);
  const last = new Map(jobs.map((row) => [row.tenantId, asJob(row)]));
  return organisations.map(({ id, name }) => booksOf(name, last.get(id), now));
}

function booksOf(name: string, job: Job | undefined, now: Date): Finding {
  if (!job?.finishedAt) return broken("books", `${name} was never synced to the end. Start a sync; its job says what was in the way.`);
  const synced = new Date(job.finishedAt);
  const says = `${name} was synced ${ago(synced, now)}`;
  const { tieOut } = job.result ?? {};
  if (!tieOut) return look("books", `${says}, and was never held against Xero's trial balance. Start a full sync.`);
  if (!tieOut.ties) return look("books", `${says}; ${tieOut.differing} of ${tieOut.accounts} accounts do not tie as at ${tieOut.asAt}. Its page "Tie-out" shows them.`);
  if (now.getTime() - synced.getTime() > 2 * day) return look("books", `${says}, and ties as at ${tieOut.asAt}. Start a sync.`);
  return ok("books", `${says}, and ties as at ${tieOut.asAt}.`);
}
