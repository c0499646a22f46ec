// Who needs somebody first. Each trouble weighs what it costs to leave it for a day: a connection that is lost makes every other figure old, so
// it weighs most; then what nobody can explain, cash that runs out, a sync that failed; habits like late debtors and unreconciled lines weigh
// by how bad they are. A client's score is the sum; its reasons are its troubles, the heaviest first. docs/portfolio.md has the table.
import { type Money, portion, money } from "#lib/money.ts";
import type { Client, Owed } from "#lib/portfolio/client.ts";

export const reasonKinds = ["reconnect", "neverSynced", "syncFailed", "stale", "untied", "unchecked", "overdrawn", "cashRunsOut", "cashRunsLow", "overdueReceivables", "overduePayables", "unreconciled", "drafts"] as const;
export type ReasonKind = (typeof reasonKinds)[number];
export type Reason = { kind: ReasonKind; weight: number };
export type Need = { score: number; reasons: Reason[] };

const day = 86_400_000;

/** A practice has no books, and needs nobody. */
export function needOf(client: Client, now: Date): Need {
  if (client.isPractice) return { score: 0, reasons: [] };
  const reasons = [...connection(client), ...freshness(client, now), ...tieOut(client), ...cash(client), ...owed(client), ...unfinished(client)];
  const ranked = reasons.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight || reasonKinds.indexOf(one.kind) - reasonKinds.indexOf(other.kind));
  return { score: ranked.reduce((sum, { weight }) => sum + weight, 0), reasons: ranked };
}

function connection({ connection: state }: Client): Reason[] {
  return state === "connected" ? [] : [{ kind: "reconnect", weight: state === "reauthRequired" ? 100 : 40 }];
}

/** Ten for a day without a sync and five for each one more, forty at most. */
function freshness({ lastSyncedAt, sync }: Client, now: Date): Reason[] {
  const failed: Reason[] = sync === "failed" ? [{ kind: "syncFailed", weight: 50 }] : [];
  if (lastSyncedAt === null) return [...failed, { kind: "neverSynced", weight: sync === "underWay" ? 0 : 60 }];
  const days = Math.floor((now.getTime() - lastSyncedAt.getTime()) / day);
  return [...failed, { kind: "stale", weight: days < 1 ? 0 : Math.min(10 + 5 * (days - 1), 40) }];
}

function tieOut({ tieOut: found }: Client): Reason[] {
  if (!found) return [];
  if (!found.ties) return [{ kind: "untied", weight: 70 }];
  return found.current ? [] : [{ kind: "unchecked", weight: 15 }];
}

/** What comes low is measured against what is there now: to less than a quarter is low. */
function cash({ cash: now, low }: Client): Reason[] {
  if (now === null) return [];
  if (now < 0n) return [{ kind: "overdrawn", weight: 60 }];
  if (!low) return [];
  if (low.amount < 0n) return [{ kind: "cashRunsOut", weight: 65 }];
  return low.amount * 4n < now ? [{ kind: "cashRunsLow", weight: 45 }] : [];
}

/** Of what customers owe, a point for each four percent that is overdue and for each two that has been for a month; of what suppliers are owed,
 * a quarter of that. */
function owed({ receivables, payables }: Client): Reason[] {
  return [
    { kind: "overdueReceivables", weight: lateness(receivables) },
    { kind: "overduePayables", weight: Math.floor(lateness(payables) / 4) },
  ];
}

function lateness({ amount, overdue, longOverdue }: Owed): number {
  return Math.floor(percent(overdue, amount) / 4) + Math.floor(percent(longOverdue, amount) / 2);
}

/** Bank lines of the last two weeks are the way of things: a point for each older one, 45 at most. A point for each draft, eight at most. */
function unfinished({ unreconciled: { old }, drafts }: Client): Reason[] {
  return [
    { kind: "unreconciled", weight: Math.min(old, 45) },
    { kind: "drafts", weight: Math.min(drafts.count, 8) },
  ];
}

function percent(part: Money, whole: Money): number {
  return whole <= 0n ? 0 : Number(portion(money("100"), part, whole) / money("1"));
}
