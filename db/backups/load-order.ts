/** A row of `from` may point at one of `to`. */
export type Reference = { from: string; to: string };

/** Tables so that each comes after all those it points at; a table may point at itself. */
export function inLoadOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const waiting = new Set(tables);
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) => !references.some(({ from, to }) => from === table && to !== table && waiting.has(to)));
    if (ready.length === 0) throw new Error(`The tables ${[...waiting].join(", ")} point at each other in a circle, so none of them can be loaded first.`);
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}
