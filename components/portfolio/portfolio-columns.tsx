// What the portfolio says of each client beside why it needs somebody. On a phone the same facts stand beneath its name.
import Link from "next/link";
import type { ReactNode } from "react";
import { ConnectionBadge } from "#components/organisations/connection-badge.tsx";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { signed } from "#components/portfolio/reason-words.ts";
import { inFull } from "#components/reports/figures.ts";
import { countInWords } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { dayLabel } from "#lib/day-label.ts";
import type { Money } from "#lib/money.ts";
import type { SortKey } from "#lib/portfolio/arrange.ts";
import type { Client } from "#lib/portfolio/client.ts";

/** Where the figures of a client can be looked into. */
export type Places = { overview: string; tieOut: string; unreconciled: string; openInvoices: string };
type Facts = { client: Client; places: Places; now: Date };
export type PortfolioColumn = { key: SortKey; head: string; numeric: boolean; largestFirst: boolean; cell: (facts: Facts) => ReactNode };

export const portfolioColumns: readonly PortfolioColumn[] = [
  { key: "synced", head: "Xero", numeric: false, largestFirst: false, cell: ({ client, now }) => <Freshness client={client} now={now} /> },
  { key: "tieOut", head: "Tie-out", numeric: false, largestFirst: true, cell: ({ client, places }) => <TieOut client={client} href={places.tieOut} /> },
  { key: "cash", head: "Cash at bank", numeric: true, largestFirst: false, cell: ({ client, places }) => <Figure amount={client.cash} href={places.overview} /> },
  { key: "low", head: "Lowest in 13 weeks", numeric: true, largestFirst: false, cell: ({ client }) => <Low client={client} /> },
  { key: "overdue", head: "Overdue", numeric: true, largestFirst: true, cell: ({ client, places }) => <Figure amount={hasBooks(client) ? client.receivables.overdue : null} href={places.openInvoices} /> },
  { key: "unreconciled", head: "Not reconciled", numeric: true, largestFirst: true, cell: ({ client, places }) => <Unreconciled client={client} href={places.unreconciled} /> },
];

function hasBooks({ isPractice, lastSyncedAt }: Client): boolean {
  return !isPractice && lastSyncedAt !== null;
}

function Freshness({ client: { isPractice, connection, lastSyncedAt, sync, timeZone }, now }: Pick<Facts, "client" | "now">) {
  if (isPractice) return <span className="text-muted">has no books</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {sync === "underWay" ? <Badge tone="info">Syncing</Badge> : <ConnectionBadge connection={connection} />}
      <span className="text-sm whitespace-nowrap text-muted">{lastSyncedAt ? <Ago at={lastSyncedAt} now={now} timeZone={timeZone} /> : "not synced yet"}</span>
    </span>
  );
}

function TieOut({ client: { tieOut, isPractice }, href }: { client: Client; href: string }) {
  if (isPractice) return null;
  return (
    <Link href={href} prefetch={false} className="inline-block rounded-sm hover:underline">
      <TieOutBadge tieOut={tieOut} brief />
    </Link>
  );
}

function Figure({ amount, href }: { amount: Money | null; href: string }) {
  if (amount === null) return <span className="text-muted">n/a</span>;
  if (amount === 0n) return <span className="text-muted">–</span>;
  return (
    <Link href={href} prefetch={false} title={inFull(amount)} className="rounded-sm underline-offset-4 hover:underline">
      {signed(amount)}
    </Link>
  );
}

/** With the day it falls on, where it falls. */
function Low({ client: { low, cash } }: { client: Client }) {
  if (!low) return <span className="text-muted">n/a</span>;
  return (
    <span title={inFull(low.amount)}>
      {signed(low.amount)}
      <span className="block text-sm text-muted">{low.amount === cash ? "now" : dayLabel(low.day)}</span>
    </span>
  );
}

function Unreconciled({ client, href }: { client: Client; href: string }) {
  const { count, amount } = client.unreconciled;
  if (!hasBooks(client)) return <span className="text-muted">n/a</span>;
  if (count === 0) return <span className="text-muted">–</span>;
  return (
    <>
      <Link href={href} prefetch={false} className="rounded-sm underline-offset-4 hover:underline">
        {countInWords(count)}
        <span className="sr-only"> {count === 1 ? "line" : "lines"}</span>
      </Link>
      <span className="block text-sm text-muted" title={inFull(amount)}>
        {signed(amount)}
      </span>
    </>
  );
}
