// An account as the API hands it out, and what a list of them can be narrowed by.
import { z } from "zod";
import { accountClasses } from "#db/vocabulary.ts";
import type { AccountRow } from "#lib/accounts/queries.ts";
import { paging } from "#lib/listing.ts";
import { wireInstant, wireText } from "#lib/wire-values.ts";

const filters = {
  /** Xero's types: BANK, REVENUE, DIRECTCOSTS … */
  type: z.array(wireText(50)).optional(),
  class: z.array(z.enum(accountClasses)).optional(),
  status: z.array(wireText(50)).optional(),
  accountCode: wireText(50).optional(),
  updatedSince: wireInstant.optional(),
  q: wireText(500).optional(),
};
export const accountListing = z.strictObject({ ...paging, ...filters });
export type AccountFilter = Pick<z.output<typeof accountListing>, keyof typeof filters>;

export const accountSchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    xeroId: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    type: z.string(),
    class: z.enum(accountClasses),
    status: z.string(),
    systemAccount: z.string().nullable(),
    taxType: z.string().nullable(),
    /** Of a bank account; elsewhere null. */
    currencyCode: z.string().nullable(),
    bankAccountType: z.string().nullable(),
    reportingCode: z.string().nullable(),
    xeroUpdatedAt: wireInstant.nullable(),
    createdAt: wireInstant,
    updatedAt: wireInstant,
  })
  .meta({ id: "Account" });

export function toAccount({ contentHash: _hash, ...account }: AccountRow): z.output<typeof accountSchema> {
  return account;
}
