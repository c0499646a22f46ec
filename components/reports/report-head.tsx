import { Check, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { controlWords } from "#lib/reports/aged/aged-words.ts";
import { headWords } from "#lib/reports/head-words.ts";
import { syncedWords } from "#lib/reports/synced-words.ts";
import { tieOutSentence, type TieOutWords } from "#lib/reports/tie-out-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { Report } from "#lib/reports/report.ts";
import { warningWords } from "#lib/reports/warning-words.ts";

type Props = { report: Report; name: string; timeZone: string; actions: ReactNode };

/** What every statement says of itself, on screen and on paper: whose, what, when, on which basis, from which data, and how well it ties. */
export function ReportHead({ report, name, timeZone, actions }: Props) {
  const { tenant, title, source } = report;
  const given = name.startsWith(title) ? null : name;
  return (
    <div className="mb-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="font-medium text-muted">{tenant.name}</p>
          <h1 className="text-xl font-semibold tracking-tight">{given ?? title}</h1>
          <p className="mt-1 text-muted">
            {given && `${title}, `}
            {headWords(report, "whole units").join(" · ")}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {"control" in report && report.control && <Tied words={controlWords(report.control)} />}
        <Tied words={tieOutSentence(report)} />
        {warningWords(report).map((warning) => (
          <Badge key={warning} tone="warning">
            {warning}
          </Badge>
        ))}
        <span className="text-sm text-muted">
          {source.lastSyncedAt ? (
            <>
              from Xero data synced <Moment at={new Date(source.lastSyncedAt)} timeZone={timeZone} />
            </>
          ) : (
            syncedWords(report)
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
