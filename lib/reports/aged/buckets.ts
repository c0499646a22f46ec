// How old a debt is, and which column that is. Days are counted on the calendar from the day it was due, or from the day of the document
// where nobody said when it is due; a credit is due to nobody and ages from its own day.
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import { type Day, daysBetween } from "#lib/day.ts";
import type { AgedParameters, Column } from "#lib/reports/report.ts";

/** `upTo` is the last day of a bucket; the last one has none. */
type Bucket = { id: string; label: string; upTo: number | null };
export type Aged = { document: OpenDocument; from: Day; days: number; bucket: string };

const notDue: Bucket = { id: "current", label: "Current", upTo: 0 };

const buckets: Record<AgedParameters["buckets"], readonly Bucket[]> = {
  days: [
    notDue,
    { id: "1-30", label: "1–30 days", upTo: 30 },
    { id: "31-60", label: "31–60 days", upTo: 60 },
    { id: "61-90", label: "61–90 days", upTo: 90 },
    { id: "over-90", label: "Over 90 days", upTo: null },
  ],
  // Xero prints months. What was seen of it fits thirty days each as well as calendar months; until somebody knows, it is thirty days.
  xeroMonths: [
    notDue,
    { id: "under-1-month", label: "< 1 month", upTo: 30 },
    { id: "1-month", label: "1 month", upTo: 60 },
    { id: "2-months", label: "2 months", upTo: 90 },
    { id: "3-months", label: "3 months", upTo: 120 },
    { id: "older", label: "Older", upTo: null },
  ],
};

export const total = "total";
export const percent = "percent";

/** The buckets, their total, and what each contact's share of it is. */
export function agedColumns({ buckets: kind, asAt }: Pick<AgedParameters, "buckets" | "asAt">): Column[] {
  const ages = buckets[kind].map(({ id, label }) => ({ id, kind: "bucket" as const, label, start: null, end: asAt }));
  return [...ages, { id: total, kind: "total", label: "Total", start: null, end: asAt }, { id: percent, kind: "percent", label: "Percentage of total", start: null, end: asAt }];
}

export function aged(document: OpenDocument, { ageBy, asAt, buckets: kind }: Omit<AgedParameters, "showCredits" | "knownOn">): Aged {
  const from = document.standing === "owed" && ageBy === "dueDate" ? (document.dueDate ?? document.date) : document.date;
  const days = daysBetween(from, asAt);
  return { document, from, days, bucket: bucketOf(kind, days) };
}

export function bucketOf(kind: AgedParameters["buckets"], days: number): string {
  return buckets[kind].find(({ upTo }) => upTo === null || days <= upTo)?.id ?? "";
}
