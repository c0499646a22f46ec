// Contacts of a proof by what they were called when the report was made: they may have been named anew since.
import { countInWords } from "#lib/amount-label.ts";
import type { Report } from "#lib/reports/report.ts";

const most = 5;

/** "Kauri & Sons, Rimu Ltd and 12 other contacts". */
export function contactWords(report: Report, ids: readonly string[]): string {
  if (ids.length === 0) return "no contact: there is none of this kind";
  const names = ids.slice(0, most).map((id) => contactName(report, id));
  const others = ids.length - names.length;
  return others === 0 ? names.join(", ") : `${names.join(", ")} and ${countInWords(others)} other ${others === 1 ? "contact" : "contacts"}`;
}

export function contactName(report: Report, id: string): string {
  const named = "contacts" in report ? (report.contacts ?? []) : [];
  return named.find((contact) => contact.id === id)?.name ?? "a contact without a name";
}
