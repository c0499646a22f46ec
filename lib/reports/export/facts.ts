// What a file says of the report in it, so that it can be understood and checked by whoever finds it alone.
import { controlWords } from "#lib/reports/aged/aged-words.ts";
import { filterWords } from "#lib/reports/head-words.ts";
import { noteWords } from "#lib/reports/note-words.ts";
import { periodWords } from "#lib/reports/period-words.ts";
import type { Report } from "#lib/reports/report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";
import { staleWords } from "#lib/reports/warning-words.ts";

export type Fact = readonly [name: string, value: string];

export function reportFacts(stored: StoredReport): Fact[] {
  const { data: report, name } = stored;
  const { tenant, title, basis, currency, source } = report;
  return [
    ["Organisation", tenant.name],
    ["Report", name.startsWith(title) ? title : `${name}, ${title}`],
    ["Period", periodFact(report)],
    ["Basis", basis],
    ["Currency", currency],
    ["Filters", filterWords(report).join("; ") || "none"],
    ["Xero data synced at", source.lastSyncedAt ?? "before the first complete sync"],
    ["Tie-out", tieOutSentence(report).sentence],
    ...controlFacts(report),
    ...originFacts(stored),
    ...(stored.stale ? [["Note", staleWords] as const] : []),
    ...noteWords(report).map((note): Fact => ["Note", note]),
  ];
}

/** By what the report can be found and recognised. */
export function originFacts({ data: { source }, id, contentHash, createdAt }: StoredReport): Fact[] {
  return [
    ["Report made at", createdAt],
    ["Report id", id],
    ["Report hash (SHA-256)", contentHash],
    ["Definitions version", String(source.definitionsVersion)],
    ["Audit head", source.auditHead ?? "none"],
  ];
}

export function periodFact(report: Report): string {
  return `${periodWords(report)}${report.period.complete ? "" : ", incomplete"}`;
}

function controlFacts(report: Report): Fact[] {
  return "control" in report && report.control ? [["Control account", controlWords(report.control).sentence]] : [];
}
