import Link from "next/link";
import { agedChoices } from "#lib/reports/aged/aged-words.ts";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";
import { Awaited } from "#components/shell/awaited.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import type { ListedReport } from "#lib/reports/stored-report.ts";

type Props = { reports: readonly ListedReport[]; titleOf: (report: ListedReport) => string; authors: ReadonlyMap<string, string>; timeZone: string; hrefOf: (id: string) => string };

/** On a phone everything stands beneath the name. */
export function ReportList({ reports, titleOf, authors, timeZone, hrefOf }: Props) {
  return (
    <Table caption="Stored reports, newest first">
      <thead>
        <tr>
          <HeadCell>Report</HeadCell>
          <HeadCell className="max-sm:hidden">Made</HeadCell>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => {
          const made = <Made report={report} author={authors.get(report.userId)} timeZone={timeZone} />;
          return (
            <tr key={report.id} className="align-top">
              <RowHead>
                <Link href={hrefOf(report.id)} prefetch={false} className="text-accent-strong underline-offset-4 hover:underline">
                  {report.name}
                  <Awaited page="report" />
                </Link>
                <span className="mt-0.5 block text-sm font-normal text-muted">{contentOf(report, titleOf(report))}</span>
                <States report={report} />
                <span className="mt-1.5 block text-sm font-normal sm:hidden">{made}</span>
              </RowHead>
              <Cell className="max-sm:hidden">{made}</Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Made({ report, author, timeZone }: { report: ListedReport; author: string | undefined; timeZone: string }) {
  return (
    <>
      <Moment at={new Date(report.createdAt)} timeZone={timeZone} />
      <span className="block text-sm text-muted">by {author ?? "somebody who has left"}</span>
    </>
  );
}

function States({ report }: { report: ListedReport }) {
  const { tone, sentence } = tieOutSentence(report);
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      <Badge tone={tone}>{sentence}</Badge>
      {!report.period.complete && <Badge tone="warning">Incomplete</Badge>}
      {!report.quality.final && <Badge tone="warning">Not final</Badge>}
      {report.stale && <Badge tone="warning">Stale: the books have changed</Badge>}
    </span>
  );
}

/** What the name does not say already. */
function contentOf(report: ListedReport, title: string): string {
  const named = report.name.startsWith(title) ? [] : [`${title}, ${periodOf(report)}`];
  return [...named, ...choicesOf(report.parameters)].join(" · ");
}

function choicesOf(parameters: ListedReport["parameters"]): string[] {
  if ("ageBy" in parameters) return agedChoices(parameters);
  if ("layout" in parameters) return [];
  const { columns } = parameters;
  const compare = "compare" in parameters ? parameters.compare : "none";
  return [inColumns[columns], ...(compare === "none" ? [] : [comparedWith[compare]])];
}

const inColumns = { month: "by month", quarter: "by quarter", year: "by financial year", total: "one column", tracking: "by tracking" } as const;
const comparedWith = { previousPeriod: "compared with the period before", previousYear: "compared with last year", budget: "against a budget" } as const;

function periodOf({ type, period }: ListedReport): string {
  return period.start === null || type === "BALANCE_SHEET" ? `as at ${dayLabel(period.end)}` : rangeLabel(period.start, period.end);
}
