// The rows of an aged report in the blocks it is drawn in: a contact with the documents beneath it, which fold, or rows that stand by themselves.
import type { Row } from "#lib/reports/report.ts";

export type Block = { contact: Row; documents: Row[] } | { rows: Row[] };

export function blocksOf(rows: readonly Row[]): Block[] {
  const beneath = Map.groupBy(rows.filter(({ kind }) => kind === "document"), ({ parent }) => parent);
  const blocks: Block[] = [];
  for (const row of rows.filter(({ kind }) => kind !== "document")) {
    const last = blocks.at(-1);
    if (row.kind === "contact") blocks.push({ contact: row, documents: beneath.get(row.id) ?? [] });
    else if (last && "rows" in last) last.rows.push(row);
    else blocks.push({ rows: [row] });
  }
  return blocks;
}
