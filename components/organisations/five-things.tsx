import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

type Props = { tileHref: string | null; tieOutHref: string; standIn: string; keysHref: string; curl: string; portfolioHref: string };

/** For books that come from the stand-in: what to try first, each with its place. */
export function FiveThings({ tileHref, tieOutHref, standIn, keysHref, curl, portfolioHref }: Props) {
  return (
    <Card title="Try these five things" description="These books come from a stand-in for Xero on this computer: nothing can go wrong." className="mb-6 print:hidden">
      <ol className="flex list-decimal flex-col gap-2.5 pl-5">
        <Thing href={tileHref} label="Ask a figure where it comes from">
          Cash at bank leads to its formula, on to journal lines, and to documents. Every tile above does.
        </Thing>
        <Thing href={tieOutHref} label="See why a statement differs from Xero">
          Account by account and month by month, with the evidence for each difference.
        </Thing>
        <Thing href={standIn} label="Change a document in the stand-in" away>
          Void an invoice of a past month, and open a stored statement a few seconds later: it says by which document it turned stale, and which cells would be others.
        </Thing>
        <Thing href={keysHref} label="Make a key and ask from a terminal">
          The key figures of this organisation, for your own programs:
          <span className="mt-1.5 flex flex-wrap items-start gap-2">
            <code className="min-w-0 rounded-md bg-sunken px-2 py-1.5 text-xs break-all">{curl}</code>
            <CopyButton text={curl} label="Copy the command" />
          </span>
        </Thing>
        <Thing href={portfolioHref} label="Look at all your clients">
          Ranked by who needs you, each with another trouble.
        </Thing>
      </ol>
    </Card>
  );
}

function Thing({ href, label, away = false, children }: { href: string | null; label: string; away?: boolean; children: ReactNode }) {
  const look = "font-medium text-accent-strong underline underline-offset-4";
  return (
    <li>
      {href === null && <span className="font-medium">{label}</span>}
      {href !== null && away && (
        <a href={href} className={look}>
          {label}
        </a>
      )}
      {href !== null && !away && (
        <Link href={href} prefetch={false} className={look}>
          {label}
        </Link>
      )}
      <span className="block text-muted">{children}</span>
    </li>
  );
}
