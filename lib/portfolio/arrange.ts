// Which clients are shown, and in which order: both stand in the address. An order or a state nobody knows is the usual one.
import { absolute, type Money } from "#lib/money.ts";
import type { Client } from "#lib/portfolio/client.ts";
import type { Need, ReasonKind } from "#lib/portfolio/needs-you.ts";

export const sortKeys = ["need", "name", "connection", "synced", "tieOut", "cash", "low", "overdue", "unreconciled"] as const;
export type SortKey = (typeof sortKeys)[number];
export const states = ["all", "attention", "reconnect", "stale", "untied", "cash", "overdue", "unreconciled"] as const;
export type State = (typeof states)[number];

export type Line = { client: Client; need: Need };
export type Arrangement = { sort: SortKey; descending: boolean; show: State };

/** `sort` is a key, with a minus in front for the largest first. */
export function arrangementIn({ sort = "", show }: { sort?: string | undefined; show?: string | undefined }): Arrangement {
  const key = sortKeys.find((known) => known === sort.replace(/^-/, ""));
  return { sort: key ?? "need", descending: key === undefined ? true : sort.startsWith("-"), show: states.find((known) => known === show) ?? "all" };
}

export function arranged(lines: readonly Line[], { sort, descending, show }: Arrangement): Line[] {
  const sign = descending ? -1 : 1;
  return lines.filter((line) => isOf(show, line)).toSorted((one, other) => inOrder(sort, sign, one, other) || byName(one, other));
}

/** How many each state has. */
export function countsOf(lines: readonly Line[]): Record<State, number> {
  const of = (state: State) => lines.filter((line) => isOf(state, line)).length;
  return { all: of("all"), attention: of("attention"), reconnect: of("reconnect"), stale: of("stale"), untied: of("untied"), cash: of("cash"), overdue: of("overdue"), unreconciled: of("unreconciled") };
}

const kindsOf: Record<Exclude<State, "all" | "attention">, readonly ReasonKind[]> = {
  reconnect: ["reconnect"],
  stale: ["neverSynced", "syncFailed", "stale"],
  untied: ["untied", "unchecked"],
  cash: ["overdrawn", "cashRunsOut", "cashRunsLow"],
  overdue: ["overdueReceivables"],
  unreconciled: ["unreconciled"],
};

/** Forty is what a single serious trouble weighs. */
const serious = 40;

function isOf(state: State, { need }: Line): boolean {
  if (state === "all") return true;
  if (state === "attention") return need.score >= serious;
  return need.reasons.some(({ kind }) => kindsOf[state].includes(kind));
}

/** What has no figure comes last either way. */
function inOrder(sort: SortKey, sign: 1 | -1, one: Line, other: Line): number {
  if (sort === "name") return byName(one, other) * sign;
  const [mine, theirs] = [figureOf(sort, one), figureOf(sort, other)];
  if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
  return mine === theirs ? 0 : (mine < theirs ? -1 : 1) * sign;
}

function byName(one: Line, other: Line): number {
  return one.client.name.localeCompare(other.client.name, "en");
}

/** Amounts are compared as they are stated, whatever their currency. */
function figureOf(sort: SortKey, { client, need }: Line): number | string | Money | null {
  const values: Record<SortKey, () => number | string | Money | null> = {
    need: () => need.score,
    name: () => client.name,
    connection: () => ["reauthRequired", "disconnected", "connected"].indexOf(client.connection),
    synced: () => client.lastSyncedAt?.getTime() ?? null,
    tieOut: () => (client.tieOut ? absolute(client.tieOut.amount) : null),
    cash: () => client.cash,
    low: () => client.low?.amount ?? null,
    overdue: () => client.receivables.overdue,
    unreconciled: () => client.unreconciled.count,
  };
  return values[sort]();
}
