// A budget as the doors hand it out: where it comes from, how far it reaches, and its lines.
import { z } from "zod";
import { budgetSources } from "#db/vocabulary.ts";
import type { ReachingBudget } from "#lib/budgets/queries.ts";
import { wireInstant, wireMoney } from "#lib/wire-values.ts";

const month = z.string().regex(/^\d{4}-\d{2}$/);

export const budgetSchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    source: z.enum(budgetSources),
    /** Null for an own one. */
    xeroId: z.string().nullable(),
    name: z.string(),
    /** OVERALL, or TRACKING for a budget of some tracking options only. */
    type: z.string(),
    tracking: z.string().nullable(),
    /** Who imported an own one, and what they were called then. */
    userId: z.uuid().nullable(),
    importedBy: z.string().nullable(),
    fileName: z.string().nullable(),
    /** SHA-256 of the file's text. */
    fileHash: z.string().nullable(),
    /** The first and the last month that have a figure; null where there is none. */
    firstMonth: month.nullable(),
    lastMonth: month.nullable(),
    /** How many accounts have a figure. */
    accounts: z.int(),
    /** SHA-256 of what it says. */
    contentHash: z.string(),
    xeroUpdatedAt: wireInstant.nullable(),
    createdAt: wireInstant,
    updatedAt: wireInstant,
  })
  .meta({ id: "Budget" });
export type Budget = z.output<typeof budgetSchema>;

const line = z.strictObject({
  accountId: z.uuid(),
  accountCode: z.string().nullable(),
  accountName: z.string(),
  month,
  /** In the sign in which a profit and loss prints the account: income and costs are both positive. */
  amount: wireMoney,
  note: z.string().nullable(),
  /** The line of the file that it was read from; null for Xero's. */
  lineNumber: z.int().nullable(),
});
export type BudgetLine = z.output<typeof line>;

export const budgetWithLinesSchema = budgetSchema.extend({ lines: z.array(line) }).meta({ id: "BudgetWithLines" });

export function toBudget({ readFrom: _readFrom, ...budget }: ReachingBudget): Budget {
  return budget;
}
