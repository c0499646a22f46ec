// How a cell says what proves it: which accounts and days its journal lines are of, which rows it sums, which formula it is, which documents it
// counts, or where Xero's own trial balance says otherwise.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { amount, count, daySchema, sign } from "#lib/reports/values.ts";
import { trackedOption } from "#lib/tracking/tracking.ts";

export const partSchema = z.strictObject({ label: z.string(), accounts: z.array(z.string()), from: daySchema.nullable(), to: daySchema, amount });
export const differenceSchema = z.strictObject({
  accountId: z.string(),
  accountName: z.string(),
  from: daySchema,
  to: daySchema,
  ledger: amount,
  xero: amount,
  amount,
  evidence: z.string().nullable(),
});

export const placeSchema = z.strictObject({ row: z.string(), column: z.string() });

/** A month of a budget within the days of a cell. `budgeted` is null where it has no figure; what counts of a month that is cut goes by its `days`. */
const budgetMonth = z.strictObject({
  month: z.string(),
  budgeted: amount.nullable(),
  counted: amount,
  days: z.strictObject({ counted: count, of: count }).nullable(),
  lineNumber: count.nullable(),
  note: z.string().nullable(),
});

/** Narrows the lines of a cell to some of them. */
const lineFilterSchema = z.strictObject({
  /** Debits alone, or credits alone, of entries that nothing has taken back. */
  side: z.enum(["debit", "credit"]).optional(),
  taxType: z.string().nullable().optional(),
  /** On a tax account: what came as the tax of a line, or what was coded there itself. */
  isTax: z.boolean().optional(),
  /** Of documents of these of Xero's types; where there are none, of no document. */
  documentTypes: z.array(z.string()).optional(),
  /** With one of these contacts, by Xero's ids. */
  contacts: z.array(z.string()).optional(),
  /** With any contact, or with none. */
  hasContact: z.boolean().optional(),
  /** Of documents in this currency. */
  documentCurrency: z.string().length(3).optional(),
});
export type LineFilter = z.output<typeof lineFilterSchema>;

export const cellProofSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("lines"),
    accounts: z.array(z.string()),
    from: daySchema.nullable(),
    to: daySchema,
    /** Where given, only the lines of such journal entries. */
    sources: z.array(z.string()).optional(),
    /** Where it is another than the report's. */
    basis: z.enum(bases).optional(),
    /** Where given, only the lines that name one of these documents. */
    transactions: z.array(z.string()).optional(),
    only: lineFilterSchema.optional(),
    /** Where given, only the lines of these options: of the sets that the report's `tracking` has for them. */
    tracking: z.array(trackedOption).optional(),
    /** Where it is another than the row's. */
    sign: sign.optional(),
    /** Where given, the amounts of the lines in their own currency are summed. */
    amounts: z.literal("foreign").optional(),
  }),
  z.strictObject({ kind: z.literal("sum"), of: z.array(z.strictObject({ row: z.string(), factor: sign })) }),
  /** Other cells of the same row. */
  z.strictObject({ kind: z.literal("across"), of: z.array(z.strictObject({ column: z.string(), factor: sign })) }),
  z.strictObject({ kind: z.literal("tieOut"), differences: z.array(differenceSchema) }),
  z.strictObject({ kind: z.literal("earnings"), parts: z.array(partSchema), differences: z.array(differenceSchema) }),
  /** What is left of the row's own document. */
  z.strictObject({ kind: z.literal("outstanding") }),
  z.strictObject({ kind: z.literal("share"), part: placeSchema, whole: placeSchema }),
  /** An amount in another currency, from a cell of the same row, at a rate that somebody stated: units of that currency for one of the books'. */
  z.strictObject({ kind: z.literal("valued"), column: z.string(), rate: z.string() }),
  /** By how much one cell is more than another, in hundredths of the other without its sign. */
  z.strictObject({ kind: z.literal("change"), now: placeSchema, before: placeSchema }),
  /** Each name of the formula is a row of the same column. */
  z.strictObject({ kind: z.literal("formula"), formula: z.string(), inputs: z.array(z.strictObject({ name: z.string(), row: z.string() })) }),
  /** The largest documents each by itself, the others together. */
  z.strictObject({ kind: z.literal("documents"), largest: z.array(z.strictObject({ id: z.string(), label: z.string(), amount })), others: z.strictObject({ count, amount }) }),
  /** Lines added up by contact, and each sum above nothing, to the cent, times itself. The largest sums by their contacts, the others together, squared. */
  z.strictObject({ kind: z.literal("squares"), accounts: z.array(z.string()), from: daySchema, to: daySchema, largest: z.array(z.strictObject({ contact: z.string(), amount })), others: z.strictObject({ count, amount }) }),
  /** Documents that were settled: each amount times the days from `due` to `settled`. Those that weigh most each by itself, the products of the others together. */
  z.strictObject({ kind: z.literal("late"), largest: z.array(z.strictObject({ id: z.string(), label: z.string(), amount, due: daySchema, settled: daySchema })), others: z.strictObject({ count, amount }) }),
  /** Another cell of this report, carried over. */
  z.strictObject({ kind: z.literal("cell"), ...placeSchema.shape }),
  z.strictObject({ kind: z.literal("words"), sentence: z.string() }),
  z.strictObject({ kind: z.literal("budget"), months: z.array(budgetMonth) }),
  /** Actual less budget. */
  z.strictObject({ kind: z.literal("variance"), actual: placeSchema, budget: placeSchema }),
  /** In hundredths of the budget without its sign. */
  z.strictObject({ kind: z.literal("variancePercent"), variance: placeSchema, budget: placeSchema }),
]);
