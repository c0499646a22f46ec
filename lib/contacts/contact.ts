// A contact as the API hands it out, and what a list of them can be narrowed by.
import { z } from "zod";
import type { ContactRow } from "#lib/contacts/queries.ts";
import { paging } from "#lib/listing.ts";
import { wireInstant, wireText } from "#lib/wire-values.ts";

const filters = {
  status: z.array(wireText(50)).optional(),
  isSupplier: z.boolean().optional(),
  isCustomer: z.boolean().optional(),
  updatedSince: wireInstant.optional(),
  q: wireText(500).optional(),
};
export const contactListing = z.strictObject({ ...paging, ...filters });
export type ContactFilter = Pick<z.output<typeof contactListing>, keyof typeof filters>;

export const contactSchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    xeroId: z.string(),
    name: z.string(),
    status: z.string(),
    emailAddress: z.string().nullable(),
    isSupplier: z.boolean(),
    isCustomer: z.boolean(),
    defaultCurrency: z.string().nullable(),
    xeroUpdatedAt: wireInstant.nullable(),
    createdAt: wireInstant,
    updatedAt: wireInstant,
  })
  .meta({ id: "Contact" });

export function toContact({ contentHash: _hash, ...contact }: ContactRow): z.output<typeof contactSchema> {
  return contact;
}
