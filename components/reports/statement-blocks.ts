// A statement in blocks, each a body of its table: a section folds away the rows that stand directly in it, while what they come to stays in sight.
import type { Row } from "#lib/reports/report.ts";

/** `section` is null for rows that nothing folds. */
export type Block = { section: Row | null; rows: readonly Row[] };

export function statementBlocks(rows: readonly Row[]): Block[] {
  const blocks: { section: Row | null; rows: Row[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const last = blocks.at(-1);
    if (row.kind === "section" && isWithin(rows[index + 1], row)) blocks.push({ section: row, rows: [] });
    else if (last && (last.section === null || isWithin(row, last.section))) last.rows.push(row);
    else blocks.push({ section: null, rows: [row] });
  }
  return blocks;
}

function isWithin(row: Row | undefined, section: Row): boolean {
  return row !== undefined && row.parent === section.id && folded.includes(row.kind);
}

const folded: readonly Row["kind"][] = ["account", "residual", "kpi", "measure", "document"];
