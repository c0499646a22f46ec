import { expect, test } from "vitest";
import { blocksOf } from "#components/reports/aged-blocks.ts";
import type { Row } from "#lib/reports/report.ts";

function row(id: string, kind: Row["kind"], parent: string | null = null): Row {
  return { id, parent, kind, label: id, level: 0, accountId: null, accountCode: null, sign: 1, cells: [] };
}

test("every document folds under its own contact, and no row is lost between two contacts", () => {
  const rows = [row("a", "contact"), row("a1", "document", "a"), row("a2", "document", "a"), row("b", "contact"), row("b1", "document", "b"), row("t", "total"), row("p", "share"), row("s", "section"), row("c", "contact", "s"), row("u", "subtotal", "s")];
  const drawn = blocksOf(rows).map((block) => ("rows" in block ? block.rows : [block.contact, ...block.documents]).map(({ id }) => id));
  expect(drawn).toEqual([["a", "a1", "a2"], ["b", "b1"], ["t", "p", "s"], ["c"], ["u"]]);
});
