// How far the proofs of a report reach: on which bases, up to which day, and which documents they name by themselves. Balances go back to the
// first entry, so a pack has every entry up to that day: openings folded into one figure could not be added up again by anybody.
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Proof, Report } from "#lib/reports/report.ts";

export type Reach = { bases: Basis[]; upTo: Day; documents: string[] };

export function reachOf(report: Report): Reach {
  const proofs = report.rows.flatMap(({ cells }) => cells.flatMap(({ proof }) => proof ?? []));
  const bases = new Set([report.basis, ...proofs.flatMap((proof) => (proof.kind === "lines" && proof.basis ? [proof.basis] : []))]);
  const upTo = [report.period.end, ...proofs.flatMap(daysOf)].toSorted().at(-1) ?? report.period.end;
  return { bases: [...bases].toSorted(), upTo, documents: [...new Set([...proofs.flatMap(documentsOf), ...openDocuments(report)])] };
}

function daysOf(proof: Proof): Day[] {
  if (proof.kind === "lines" || proof.kind === "squares") return [proof.to];
  return proof.kind === "earnings" ? proof.parts.map(({ to }) => to) : [];
}

function documentsOf(proof: Proof): string[] {
  if (proof.kind === "documents" || proof.kind === "late") return proof.largest.map(({ id }) => id);
  return proof.kind === "lines" ? (proof.transactions ?? []) : [];
}

/** Of an aged report, with what settled them. */
export function openDocuments({ rows }: Report): string[] {
  return rows.flatMap(({ document }) => (document ? [document.id, ...document.settlements.flatMap(({ documentId }) => documentId ?? [])] : []));
}
