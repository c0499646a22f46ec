// What the address of a report can say: which cell is open, from which line its proof goes on, and whether nil accounts are shown.

export type Addresses = ReturnType<typeof addressesOf>;

export function addressesOf(page: string, showZero: boolean) {
  const at = (asked: Record<string, string>) => {
    const query = new URLSearchParams({ ...(showZero ? { zero: "show" } : {}), ...asked }).toString();
    return query === "" ? page : `${page}?${query}`;
  };
  return {
    closed: at({}),
    toggleZero: showZero ? page : `${page}?zero=show`,
    cell: (cell: string) => at({ cell }),
    lines: (cell: string, cursor: string) => at({ cell, cursor }),
  };
}

/** Of what an address says several times, the first counts. */
export function first(given: string | string[] | undefined): string | undefined {
  return Array.isArray(given) ? given[0] : given;
}
