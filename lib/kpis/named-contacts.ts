// The contacts that a dashboard calls by name: the largest of each proof. The others are counted.
import { fewNamed } from "#lib/kpis/contacts-figure.ts";
import type { Proof, Row } from "#lib/reports/report.ts";

/** Xero's ids of them, each once. */
export function namedContacts(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ proof }) => (proof ? contactsOf(proof) : []))))];
}

function contactsOf(proof: Proof): string[] {
  if (proof.kind === "squares") return proof.largest.map(({ contact }) => contact);
  return proof.kind === "lines" ? (proof.only?.contacts ?? []).slice(0, fewNamed) : [];
}
