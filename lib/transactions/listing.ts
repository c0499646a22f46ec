// What a list of documents can be asked for: how it is narrowed, in which order, and from where on. An address of ours and one of the API ask in
// the same words.
import { z } from "zod";
import { type TransactionType, transactionTypes } from "#db/vocabulary.ts";
import { paging } from "#lib/listing.ts";
import { wireDay, wireInstant, wireMoney, wireText } from "#lib/wire-values.ts";

export const sorts = ["-date", "date", "-amount", "amount", "-updatedAt", "updatedAt"] as const;
export type Sort = (typeof sorts)[number];

/** What is matched with a bank statement; nothing else is reconciled or not. */
export const reconcilable: readonly TransactionType[] = ["SPEND", "RECEIVE", "TRANSFER", "PAYMENT"];

const filters = {
  type: z.array(z.enum(transactionTypes)).optional(),
  /** As Xero says it: AUTHORISED, PAID, VOIDED … */
  status: z.array(wireText(50)).optional(),
  dateFrom: wireDay.optional(),
  dateTo: wireDay.optional(),
  updatedSince: wireInstant.optional(),
  contactId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  accountCode: wireText(50).optional(),
  category: wireText(100).optional(),
  isReconciled: z.boolean().optional(),
  hasAttachments: z.boolean().optional(),
  q: wireText(500).optional(),
  amountMin: wireMoney.optional(),
  amountMax: wireMoney.optional(),
};

export const listing = z
  .strictObject({ ...paging, sort: z.enum(sorts).default("-date"), ...filters })
  .refine(({ dateFrom, dateTo }) => dateFrom === undefined || dateTo === undefined || dateFrom <= dateTo, { path: ["dateTo"], error: "The last day lies before the first." })
  .refine(({ amountMin, amountMax }) => amountMin === undefined || amountMax === undefined || amountMin <= amountMax, { path: ["amountMax"], error: "The largest amount is below the smallest." });
export type Listing = z.output<typeof listing>;
export type Filter = Pick<Listing, keyof typeof filters>;
