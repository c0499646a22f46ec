import Link from "next/link";
import { Awaited } from "#components/shell/awaited.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

export type RecentReport = { id: string; href: string; name: string; madeAt: Date; stale: boolean; final: boolean };
type Props = { reports: readonly RecentReport[]; allHref: string; now: Date; timeZone: string };

/** The statements kept last. */
export function RecentReports({ reports, allHref, now, timeZone }: Props) {
  const all = (
    <Link href={allHref} prefetch={false} className={buttonClasses({ variant: "quiet", size: "small" })}>
      All reports
    </Link>
  );
  return (
    <Card title="Stored statements" actions={all} flush>
      {reports.length === 0 ? <None /> : <Reports reports={reports} now={now} timeZone={timeZone} />}
    </Card>
  );
}

function None() {
  return (
    <Empty title="No statement stored yet">
      The first complete sync stores a profit and loss and a balance sheet here. You can make others under Reports at any time.
    </Empty>
  );
}

function Reports({ reports, now, timeZone }: Omit<Props, "allHref">) {
  return (
    <Table caption="Stored statements">
      <thead>
        <tr>
          <HeadCell>Statement</HeadCell>
          <HeadCell>Made</HeadCell>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <RowHead>
              <Link href={report.href} prefetch={false} className="text-accent underline-offset-4 hover:underline">
                {report.name}
                <Awaited page="report" />
              </Link>
            </RowHead>
            <Cell>
              <span className="flex flex-wrap items-center gap-2 whitespace-nowrap">
                <Ago at={report.madeAt} now={now} timeZone={timeZone} />
                {!report.final && <Badge tone="warning">Incomplete</Badge>}
                {report.stale && <Badge tone="warning">Stale</Badge>}
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
