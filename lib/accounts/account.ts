// An account as the API hands it out, with what it is about and what says so, and what a list of them can be narrowed by.
import { z } from "zod";
import { accountClasses } from "#db/vocabulary.ts";
import { tagAndOrigin, tagOrigins, tagSchema } from "#lib/accounts/account-tag.ts";
import type { AccountRow } from "#lib/accounts/queries.ts";
import { paging } from "#lib/listing.ts";
import { activityAndOrigin, activityOrigins, cashPlaces, presentationOf } from "#lib/reports/cash-flow/activity.ts";
import { sectionOf } from "#lib/reports/sections.ts";
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
    /** What it is about; null where it is what its type says. */
    tag: tagSchema.nullable(),
    tagBy: z.enum(tagOrigins),
    /** Where its cash stands in the statement of cash flows; null for a bank account, which is the cash itself. */
    activity: z.enum(cashPlaces).nullable(),
    activityBy: z.enum(activityOrigins).nullable(),
    /** Who last chose a tag or an activity here, and when; null where nobody did. */
    chosenBy: z.string().nullable(),
    chosenAt: wireInstant.nullable(),
    xeroUpdatedAt: wireInstant.nullable(),
    createdAt: wireInstant,
    updatedAt: wireInstant,
  })
  .meta({ id: "Account" });

export type StoredAccount = z.output<typeof accountSchema>;

export function toAccount(row: AccountRow): StoredAccount {
  const { contentHash: _hash, chosenTag: _tag, chosenActivity: _activity, countryCode, ...account } = row;
  const { tag, by: tagBy } = tagAndOrigin(row);
  if (sectionOf(row) === "bank") return { ...account, tag, tagBy, activity: null, activityBy: null };
  const { activity, by: activityBy } = activityAndOrigin(row, presentationOf(countryCode));
  return { ...account, tag, tagBy, activity, activityBy };
}
