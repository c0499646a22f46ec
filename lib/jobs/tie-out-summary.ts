import type { Job } from "#lib/jobs/job.ts";
import { type Money, money } from "#lib/money.ts";

/** Null where nothing has been compared yet. `amount` is a sum without sign; `ties` allows what differs to be explained; `current` says that
 * nothing changed since it was checked. */
export type TieOutSummary = { accounts: number; differing: number; amount: Money; ties: boolean; current: boolean } | null;

/** What the last complete sync found. It is no longer current once a later one, which did not get as far as comparing, has written. */
export function tieOutSummary(lastComplete: Pick<Job, "id" | "result"> | undefined, latest?: Pick<Job, "id" | "progress"> | null): TieOutSummary {
  const found = lastComplete?.result?.tieOut;
  if (!found) return null;
  const isLater = latest !== undefined && latest !== null && latest.id !== lastComplete.id;
  const current = !(isLater && Object.values(latest.progress.objects).some(({ written }) => written > 0));
  return { accounts: found.accounts, differing: found.differing, amount: money(found.amount), ties: found.ties, current };
}
