import { addressOf } from "#app/(signed-in)/sections.ts";
import type { Alert } from "#lib/alerts/alert.ts";

/** The proof of the figure, or the document. Null for what has no page here. */
export function placeOfAlert({ tenantId, facts }: Alert): string | null {
  if (facts.kind === "figure") return `${addressOf(tenantId, "reports")}/${facts.latest.reportId}?${new URLSearchParams({ cell: facts.latest.cell })}`;
  return facts.document.id && `${addressOf(tenantId, "transactions")}/${facts.document.id}`;
}
