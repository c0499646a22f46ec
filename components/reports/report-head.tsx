import { Check, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { agedChoices, controlWords } from "#components/reports/aged-words.ts";
import { periodWords } from "#components/reports/period-words.ts";
import { tieOutSentence, type TieOutWords } from "#components/reports/tie-out-sentence.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { dayLabel, rangeLabel, shortDayLabel } from "#lib/day-label.ts";
import type { HeldAgainst, Report } from "#lib/reports/report.ts";

type Props = { report: Report; name: string; timeZone: string; actions: ReactNode };

/** What every statement says of itself, on screen and on paper: whose, what, when, on which basis, from which data, and how well it ties. */
export function ReportHead({ report, name, timeZone, actions }: Props) {
  const { tenant, title, period, basis, currency, source } = report;
  const given = name.startsWith(title) ? null : name;
  const missing = budgetOf(report)?.missingMonths ?? 0;
  return (
    <div className="mb-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="font-medium text-muted">{tenant.name}</p>
          <h1 className="text-xl font-semibold tracking-tight">{given ?? title}</h1>
          <p className="mt-1 text-muted">
            {given && `${title}, `}
            {periodWords(report)} · {basis} basis · {currency}, whole units
            {comparisonOf(report)}
            {budgetWords(report)}
            {"ageBy" in report.parameters && ` · ${agedChoices(report.parameters).join(", ")}`}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {"control" in report && report.control && <Tied words={controlWords(report.control)} />}
        <Tied words={tieOutSentence(report)} />
        {missing > 0 && <Badge tone="warning">{missing === 1 ? "1 month of an account has" : `${missing} months of accounts have`} no budget</Badge>}
        {!period.complete && <Badge tone="warning">Incomplete: to {shortDayLabel(period.end)}</Badge>}
        {!report.quality.final && <Badge tone="warning">Not final: before the first complete sync</Badge>}
        <span className="text-sm text-muted">
          {source.lastSyncedAt ? (
            <>
              from Xero data synced <Moment at={new Date(source.lastSyncedAt)} timeZone={timeZone} />
            </>
          ) : (
            "from Xero data of a sync that is not complete"
          )}
        </span>
      </div>
    </div>
  );
}

function Tied({ words: { tone, sentence } }: { words: TieOutWords }) {
  return (
    <Badge tone={tone}>
      {tone === "success" && <Check aria-hidden />}
      {tone === "warning" && <TriangleAlert aria-hidden />}
      {sentence}
    </Badge>
  );
}

/** The budget that the statement is held against. */
function budgetOf(report: Report): HeldAgainst | undefined {
  return "budget" in report && report.type !== "KPI_DASHBOARD" ? report.budget : undefined;
}

function budgetWords(report: Report): string {
  const budget = budgetOf(report);
  if (!budget) return "";
  return ` · against the budget “${budget.name}”, ${budget.source === "xero" ? "from Xero" : `imported${budget.fileName ? ` from ${budget.fileName}` : ""}`}`;
}

function comparisonOf({ type, comparison }: Report): string {
  if (!comparison || comparison.kind === "budget") return "";
  const { start, end } = comparison;
  return ` · compared with ${start === null || type === "BALANCE_SHEET" ? dayLabel(end) : rangeLabel(start, end)}`;
}
