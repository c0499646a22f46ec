// Whether each measure that is taken by contact takes the contacts that its definition says: the lines of its accounts are added up by contact once more, and
// what the definition makes of them must be what the report says. That its proof names those accounts is looked at where all measures are.
import { canonicalJson } from "#lib/canonical.ts";
import { type Day, monthOf } from "#lib/day.ts";
import type { Evidence } from "#lib/evidence/pack.ts";
import { type ByContact, contactsFigure } from "#lib/kpis/contacts-figure.ts";
import type { ContactsMeasure } from "#lib/kpis/definition.ts";
import { measureRowId } from "#lib/kpis/figure-rows.ts";
import { chosenBy } from "#lib/kpis/measure-figures.ts";
import { presentationOf } from "#lib/reports/cash-flow/activity.ts";
import type { Column, Proof, Report } from "#lib/reports/report.ts";

export function contactFaults(report: Report, evidence: Evidence): string[] {
  const columns = new Map(report.columns.map((column) => [column.id, column]));
  return evidence.definitions.measures.filter((measure) => measure.kind === "contacts").flatMap((measure) => {
    const cells = report.rows.find(({ id }) => id === measureRowId(measure.id))?.cells ?? [];
    return cells.flatMap(({ column: id, proof }) => {
      const column = columns.get(id);
      return column && proof ? faultsOf(measure, column, proof, evidence) : [];
    });
  });
}

function faultsOf(measure: ContactsMeasure, { label, start, end }: Column, proof: Proof, evidence: Evidence): string[] {
  const accounts = chosenBy(measure, { accounts: evidence.accounts, presentation: presentationOf(evidence.organisation.country) }).map(({ id }) => id);
  const again = contactsFigure(measure, accounts, linesTo(end, accounts, evidence), { start: start ?? end, end });
  return isSame(again.proof, proof) ? [] : [`"${measure.label}" in ${label} is not of the contacts that its definition says: the lines added up by contact come to ${again.value}.`];
}

/** In which order its accounts stand is no matter: the chart may have been put in another since. */
function isSame(one: Proof, other: Proof): boolean {
  return canonicalJson({ ...one, accounts: [] }) === canonicalJson({ ...other, accounts: [] });
}

function linesTo(end: Day, accounts: readonly string[], { entries }: Evidence): ByContact {
  const chosen = new Set(accounts);
  const own = entries.filter(({ basis, date }) => basis === "accrual" && date <= end);
  const lines = own.flatMap(({ date, lines: some }) => some.filter(({ account }) => chosen.has(account)).map((line) => ({ accountId: line.account, contactId: line.contact, month: monthOf(date), net: line.amount })));
  return new Map([[end, Map.groupBy(lines, ({ month }) => month)]]);
}
