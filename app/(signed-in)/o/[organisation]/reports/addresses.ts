// What the address of a report can say: which cell is open, from which line its proof goes on, whether nil accounts are shown, and which
// contacts show their documents.

/** What stays in the address whatever is opened: nil accounts, all documents, the documents of one contact. */
export type View = { zero: boolean; documents: boolean; contact: string | undefined };
export type Addresses = ReturnType<typeof addressesOf>;

export function addressesOf(page: string, view: View) {
  const to = (shown: View, asked: Record<string, string> = {}) => {
    const { zero, documents, contact } = shown;
    const kept = { ...(zero ? { zero: "show" } : {}), ...(documents ? { documents: "show" } : {}), ...(contact ? { contact } : {}) };
    const query = new URLSearchParams({ ...kept, ...asked }).toString();
    return query === "" ? page : `${page}?${query}`;
  };
  return {
    closedFrom: (contact: string | null) => to({ ...view, contact: contact ?? view.contact }),
    toggleZero: to({ ...view, zero: !view.zero }),
    toggleDocuments: to({ ...view, documents: !view.documents, contact: undefined }),
    cell: (cell: string) => to(view, { cell }),
    lines: (cell: string, cursor: string) => to(view, { cell, cursor }),
  };
}

/** Of what an address says several times, the first counts. */
export function first(given: string | string[] | undefined): string | undefined {
  return Array.isArray(given) ? given[0] : given;
}
