// The form of the definitions in lib/kpis/definitions: what a measure takes out of the books, and what a key figure makes of measures. They
// are data, so that a figure can be read, changed and compared without reading code.
import { z } from "zod";
import { tagSchema } from "#lib/accounts/account-tag.ts";
import { activities } from "#lib/reports/cash-flow/activity.ts";
import { units } from "#lib/reports/unit.ts";
import { sections } from "#lib/reports/sections.ts";

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "A name begins with a small letter and has letters and digits only: grossProfit.");
const words = z.string().min(3, "At least 3 characters are needed here.").max(300, "300 characters at most.");
const base = { id, label: words };

/** All that is given must be true of an account; of several choices the first that fits takes it. */
const choice = z.strictObject({
  sections: z.array(z.enum(sections)).min(1).optional(),
  types: z.array(z.string()).min(1).optional(),
  /** As the chart of accounts has them. */
  codes: z.array(z.string()).min(1).optional(),
  systemAccounts: z.array(z.string()).min(1).optional(),
  tags: z.array(tagSchema).min(1).optional(),
  withoutTags: z.array(tagSchema).min(1).optional(),
  /** Of the statement of cash flows; banks have none. */
  activities: z.array(z.enum([...activities, "exchange"])).min(1).optional(),
  /** Only while its balance stands on this side. */
  side: z.enum(["debit", "credit"]).optional(),
});

export const ledgerMeasureSchema = z.strictObject({
  ...base,
  kind: z.literal("ledger"),
  /** The movement of the column's days, the balance at their end, or the balance before they began. */
  of: z.enum(["movement", "balance", "openingBalance"]),
  /** 1: debits are positive, -1: credits are. */
  sign: z.union([z.literal(1), z.literal(-1)]),
  accounts: z.array(choice).min(1, "Choose the accounts."),
  /** Only the lines of such journal entries: our own words, and Xero's where its journals are the ledger. */
  sources: z.array(z.string()).min(1).optional(),
  /** The same days so many months earlier. */
  monthsBack: z.int().min(1).max(12).optional(),
  /** So many months up to the column's, its own among them. */
  months: z.int().min(2).max(12).optional(),
  /** The ledger on this basis; accrual where nothing is said. */
  basis: z.literal("cash").optional(),
  /** Without what Xero's trial balance has besides, as on the statement of cash flows. */
  postedOnly: z.literal(true).optional(),
});

/** What is taken of lines added up by contact: those with a contact, those without one, the contacts that come to less than nothing, each contact's
 * amount to the cent times itself, the largest, or those with something in each of so many months up to the column's. */
const contactsPart = z.union([
  z.enum(["named", "unnamed", "belowNothing", "squares"]),
  z.strictObject({ largest: z.int().min(1).max(5) }),
  z.strictObject({ monthsInARow: z.int().min(2).max(12) }),
]);

/** The movement of the column's days in the posted ledger. */
export const contactsMeasureSchema = z.strictObject({ ...base, kind: z.literal("contacts"), of: contactsPart, sign: z.union([z.literal(1), z.literal(-1)]), accounts: z.array(choice).min(1) });

export const measureSchema = z.discriminatedUnion("kind", [
  ledgerMeasureSchema,
  contactsMeasureSchema,
  z.strictObject({ ...base, kind: z.literal("openDocuments"), type: z.enum(["INVOICE", "BILL"]), overdue: z.boolean() }),
  /** Documents whose last settlement is of the column's days: their amounts, or those times the days from the due date to that settlement. */
  z.strictObject({ ...base, kind: z.literal("settledDocuments"), type: z.enum(["INVOICE", "BILL"]), shows: z.enum(["amount", "amountTimesDays"]) }),
  /** What is open on the last day of all, credits set off, in a bucket of the aged reports. */
  z.strictObject({ ...base, kind: z.literal("aged"), side: z.enum(["receivables", "payables"]), bucket: z.string() }),
  /** The lowest cash of the weeks to come; said by the last day of all alone, and only while that is the latest. */
  z.strictObject({ ...base, kind: z.literal("lowestCashAhead") }),
  /** What the usual budget has for the column's days, in the sign of a profit and loss; none where it has no figure. */
  z.strictObject({ ...base, kind: z.literal("budget"), accounts: z.array(choice).min(1) }),
  z.strictObject({ ...base, kind: z.literal("unreconciled"), shows: z.enum(["count", "amount"]) }),
  z.strictObject({ ...base, kind: z.literal("days"), months: z.int().min(2).max(12).optional() }),
  z.strictObject({ ...base, kind: z.literal("accountCount"), accounts: z.array(choice).min(1) }),
  /** How far the ledger reaches back from the column's last day. */
  z.strictObject({ ...base, kind: z.literal("monthsOfBooks") }),
]);

export const notMeaningfulSchema = z.array(z.strictObject({ when: z.string(), reason: words })).default([]);

export const kpiSchema = z.strictObject({
  ...base,
  unit: z.enum(units),
  /** Over names of measures; a percentage as the share it is, 0.25. */
  formula: z.string(),
  /** The first condition that holds says why there is no figure. */
  notMeaningful: notMeaningfulSchema,
  /** Another formula for books of another kind; the first whose condition holds. */
  variants: z.array(z.strictObject({ when: z.string(), formula: z.string(), notMeaningful: notMeaningfulSchema })).default([]),
  /** Why there is no figure where a measure has none. */
  missing: words.default("A figure it is computed from is missing."),
  /** Which direction is good news. */
  good: z.enum(["up", "down", "neither"]),
  meaning: words,
  /** Where in the definitions it stands. */
  source: words,
});

export const groupSchema = z.strictObject({ id, label: words, kpis: z.array(kpiSchema).min(1) });

export type Choice = z.output<typeof choice>;
export type LedgerMeasure = z.output<typeof ledgerMeasureSchema>;
export type ContactsMeasure = z.output<typeof contactsMeasureSchema>;
export type Measure = z.output<typeof measureSchema>;
export type Kpi = z.output<typeof kpiSchema>;
export type KpiGroup = z.output<typeof groupSchema>;
