// Why a client needs somebody, in words, and how pressing it is.
import { wholeUnits } from "#components/reports/figures.ts";
import { countInWords } from "#lib/amount-label.ts";
import type { Tone } from "#components/ui/tone.ts";
import { dayLabel } from "#lib/day-label.ts";
import { type Money, portion, money } from "#lib/money.ts";
import type { Client } from "#lib/portfolio/client.ts";
import type { Reason, ReasonKind } from "#lib/portfolio/needs-you.ts";

export function reasonInWords({ kind }: Reason, client: Client, ago: string): string {
  return words[kind](client, ago);
}

/** By weight alone: red is what cannot wait. */
export function toneOf({ weight }: Reason): Tone {
  if (weight >= 60) return "error";
  return weight >= 20 ? "warning" : "neutral";
}

const words: Record<ReasonKind, (client: Client, ago: string) => string> = {
  reconnect: ({ connection }) => (connection === "disconnected" ? "Disconnected from Xero" : "Xero has to be connected again"),
  neverSynced: () => "Never synced completely",
  syncFailed: () => "The last sync failed",
  stale: (_client, ago) => `Synced ${ago}`,
  untied: ({ tieOut }) => `${countInWords(tieOut?.differing ?? 0)} accounts differ from Xero, unexplained`,
  unchecked: () => "Not checked against Xero since the books changed",
  overdrawn: () => "The bank is overdrawn",
  cashRunsOut: ({ low }) => `Cash runs out by ${dayLabel(low?.day ?? "")}`,
  cashRunsLow: ({ low }) => `Cash falls to ${signed(low?.amount ?? 0n)} by ${dayLabel(low?.day ?? "")}`,
  overdueReceivables: ({ receivables }) => `${share(receivables.overdue, receivables.amount)} of receivables are overdue`,
  overduePayables: ({ payables }) => `${share(payables.overdue, payables.amount)} of payables are overdue`,
  unreconciled: ({ unreconciled: { old } }) => `${countInWords(old)} bank ${old === 1 ? "line" : "lines"} not reconciled for two weeks`,
  drafts: ({ drafts: { count } }) => `${countInWords(count)} ${count === 1 ? "document waits" : "documents wait"} for approval`,
};

/** Whole units with a minus sign. */
export function signed(amount: Money): string {
  const whole = wholeUnits(amount);
  return amount < 0n && whole !== "0" ? `−${whole}` : whole;
}

function share(part: Money, whole: Money): string {
  return `${whole === 0n ? 0 : Number(portion(money("100"), part, whole) / money("1"))}%`;
}
