import Link from "next/link";
import { type AuditFilter, AuditFilters } from "#components/audit/audit-filters.tsx";
import { AuditList } from "#components/audit/audit-list.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { AuditLog } from "#lib/audit/audit-log.ts";

type Props = {
  description: string;
  rows: readonly AuditLog[];
  chosen: AuditFilter;
  actors: readonly { id: string; name: string }[];
  timeZone: string;
  clearHref: string;
  csvHref: string;
  olderHref: string | null;
};

export function AuditPage({ description, rows, chosen, actors, timeZone, clearHref, csvHref, olderHref }: Props) {
  return (
    <div className="grid gap-6">
      <Card title="Who did what" description={description} actions={<Download href={csvHref} />}>
        <AuditFilters chosen={chosen} actors={actors} clearHref={clearHref} />
      </Card>
      <Card flush>
        {rows.length === 0 && <Empty title="Nothing of this kind">Nothing on record is what these filters ask for.</Empty>}
        {rows.length > 0 && <AuditList rows={rows} timeZone={timeZone} caption="Who did what, latest first" />}
        {olderHref && (
          <p className="border-t border-line p-4 text-center">
            <Link href={olderHref} className={buttonClasses({ size: "small" })}>
              Older
            </Link>
          </p>
        )}
      </Card>
    </div>
  );
}

/** A file, not a page: the browser fetches it by itself. */
function Download({ href }: { href: string }) {
  return (
    <a href={href} download className={buttonClasses({ size: "small" })}>
      Download CSV
    </a>
  );
}
