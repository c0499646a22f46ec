// Whether each measure of a dashboard that comes from the ledger takes the accounts and days that its definition says: a proof may agree with its own
// lines and leave an account out. A definition that asks for the side an account stands on is not decided again.
import type { Evidence } from "#lib/evidence/pack.ts";
import type { Adder } from "#lib/evidence/verify/ledger.ts";
import type { ContactsMeasure, LedgerMeasure } from "#lib/kpis/definition.ts";
import { measureRowId } from "#lib/kpis/figure-rows.ts";
import { accountsOf } from "#lib/kpis/measure-accounts.ts";
import { spanOf, type Stretch } from "#lib/kpis/measure-figures.ts";
import type { Span } from "#lib/reports/books.ts";
import { presentationOf } from "#lib/reports/cash-flow/activity.ts";
import type { Proof, Report } from "#lib/reports/report.ts";

export function measureFaults(report: Report, evidence: Evidence, add: Adder): string[] {
  const measures = evidence.definitions.measures.filter((measure) => measure.kind === "ledger" || measure.kind === "contacts").filter(({ accounts }) => accounts.every(({ side }) => side === undefined));
  const columns = new Map(report.columns.map((column) => [column.id, column]));
  return measures.flatMap((measure) => {
    const cells = report.rows.find(({ id }) => id === measureRowId(measure.id))?.cells ?? [];
    return cells.flatMap(({ column: id, proof }) => {
      const column = columns.get(id);
      const span = column && spanOfMeasure(measure, { start: column.start ?? column.end, end: column.end });
      return span && proof ? faultsOf(measure, span, proof, report, evidence, add).map((fault) => `"${measure.label}" in ${column.label} ${fault}`) : [];
    });
  });
}

function spanOfMeasure(measure: LedgerMeasure | ContactsMeasure, days: Stretch): Span {
  return measure.kind === "ledger" ? spanOf(measure, days) : days;
}

function faultsOf(measure: LedgerMeasure | ContactsMeasure, { start, end }: Span, proof: Proof, report: Report, { accounts, organisation }: Evidence, add: Adder): string[] {
  const lines = linesOf(proof);
  if (!lines) return ["is not proved by lines, as its definition wants it."];
  const chosen = accountsOf(accounts, measure.accounts, { presentation: presentationOf(organisation.country), balanceOf: () => 0n });
  const [wanted, named] = [new Set(chosen.map(({ id }) => id)), new Set(lines.accounts)];
  const [basis, sources] = measure.kind === "ledger" ? [measure.basis, measure.sources] : [];
  const hasMoved = (id: string) => add(basis ?? report.basis, { accounts: [id], from: start, to: end, sources }) !== 0n;
  return [
    ...(lines.from === start && lines.to === end ? [] : ["is of other days than its definition says."]),
    ...chosen.filter(({ id }) => !named.has(id) && hasMoved(id)).map(({ name }) => `leaves out ${name}, which belongs to it.`),
    ...accounts.filter(({ id }) => named.has(id) && !wanted.has(id)).map(({ name }) => `takes ${name}, which does not belong to it.`),
  ];
}

/** With a difference to Xero the lines are the one part of it. */
function linesOf(proof: Proof) {
  return proof.kind === "lines" || proof.kind === "squares" ? proof : proof.kind === "earnings" ? proof.parts[0] : undefined;
}
