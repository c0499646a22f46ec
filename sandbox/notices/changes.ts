// What of an edit Xero tells a webhook: invoices, credit notes and contacts that are new or were touched. It has no word for payments and bank
// transactions, whose invoices are touched by them.

import type { Living } from "../store.ts";

export type Change = {
  readonly collection: "Invoices" | "CreditNotes" | "Contacts";
  readonly id: string;
  readonly type: "CREATE" | "UPDATE";
  readonly at: number;
};

type Stamped = { readonly UpdatedDateUTC: number };

export function changesBetween({ view: before }: Living, { view: after }: Living): readonly Change[] {
  return [
    ...changed("Invoices", before.Invoices, after.Invoices, ({ InvoiceID }) => InvoiceID),
    ...changed("CreditNotes", before.CreditNotes, after.CreditNotes, ({ CreditNoteID }) => CreditNoteID),
    ...changed("Contacts", before.Contacts, after.Contacts, ({ ContactID }) => ContactID),
  ];
}

function changed<One extends Stamped>(collection: Change["collection"], before: readonly One[], after: readonly One[], idOf: (one: One) => string): readonly Change[] {
  const known = new Map(before.map((one) => [idOf(one), one.UpdatedDateUTC]));
  return after
    .filter((one) => known.get(idOf(one)) !== one.UpdatedDateUTC)
    .map((one) => ({ collection, id: idOf(one), type: known.has(idOf(one)) ? "UPDATE" : "CREATE", at: one.UpdatedDateUTC }));
}
