// Who owes most at the end of the last month, credits set off.
import { documentsFigure } from "#lib/kpis/documents-figure.ts";
import { openLabel } from "#lib/kpis/measure-figures.ts";
import { largerFirst, sum } from "#lib/money.ts";
import type { Aged } from "#lib/reports/aged/buckets.ts";
import type { Column, Row } from "#lib/reports/report.ts";
import { heading, written } from "#lib/reports/statement.ts";

const mostShown = 5;

export function debtorRows(receivables: readonly Aged[], [last]: readonly Column[]): Row[] {
  if (!last) return [];
  const byContact = Map.groupBy(receivables.map(({ document }) => document), ({ contactId, contactName }) => contactId ?? contactName ?? "");
  const debtors = [...byContact].map(([id, documents]) => ({ id, documents, owed: sum(documents.map(({ baseOutstanding }) => baseOutstanding)) })).filter(({ owed }) => owed > 0n);
  const largest = debtors.toSorted((one, other) => largerFirst(one.owed, other.owed)).slice(0, mostShown);
  const rows = largest.map(({ id, documents }): Row => {
    const figure = documentsFigure(documents.map((document) => ({ id: document.id, label: () => openLabel(document), amount: document.baseOutstanding })), "amount");
    const label = documents.at(0)?.contactName ?? "Without a contact";
    return { id: `contact:${id}`, parent: "section:debtors", kind: "contact", label, level: 1, accountId: null, accountCode: null, sign: 1, cells: [{ column: last.id, reason: null, ...figure }] };
  });
  return [written(heading("section:debtors", "Largest debtors", null, 0), []), ...rows];
}
