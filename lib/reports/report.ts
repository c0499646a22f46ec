// Report JSON, schemaVersion 1: a statement as it is kept, hashed and drawn. Amounts are decimal strings, days are YYYY-MM-DD, numbers are
// safe integers, so that its canonical form is the same everywhere. Every cell says how it is proved: which accounts and days its journal
// lines are of, which rows it sums, which formula it is, which documents it counts, or where Xero's own trial balance says otherwise. A type of
// report has its own parameters, and is a choice of its own at the end. Described for readers in docs/report-format.md.
import { z } from "zod";
import { allocationKinds, bases, budgetSources, transactionTypes } from "#db/vocabulary.ts";
import { presentations } from "#lib/reports/cash-flow/activity.ts";
import { cellProofSchema, type differenceSchema, type partSchema } from "#lib/reports/cell-proof.ts";
import { methods } from "#lib/reports/cash-flow/method.ts";
import { customRowSchema } from "#lib/reports/custom/custom-row.ts";
import { namedParametersSchema } from "#lib/reports/named/named-parameters.ts";
import { units } from "#lib/reports/unit.ts";
import { amount, count, daySchema, figure, instant, sign } from "#lib/reports/values.ts";
import { trackedOption } from "#lib/tracking/tracking.ts";
import { agedTypes, cashFlowType, customType, dashboardType, statementTypes, varianceType } from "#lib/reports/report-types.ts";

export const schemaVersion = 1;
/** Rises when the meaning of a figure changes: the definitions a stored report was built by. */
export const definitionsVersion = 1;

export const verdicts = ["favourable", "adverse", "neutral"] as const;
export type Verdict = (typeof verdicts)[number];

export const cellSchema = z.strictObject({
  column: z.string(),
  value: figure.nullable(),
  reason: z.string().nullable(),
  unit: z.enum(units),
  proof: cellProofSchema.nullable(),
  /** Of a variance: good or bad for the profit. */
  verdict: z.enum(verdicts).optional(),
  /** Of a budget: months of accounts that have no figure in it and count as nothing. */
  missingMonths: count.optional(),
});

/** What settled a document, with the sign of the document's total. The other end is a payment, or the document at the other end of a credit. */
const settled = z.strictObject({
  kind: z.enum(allocationKinds),
  /** The day it counts from. */
  date: daySchema,
  documentId: z.string().nullable(),
  xeroId: z.string(),
  number: z.string().nullable(),
  amount,
  baseAmount: amount,
});

/** Credits are negative. `amount`s are in the document's currency; the cell is `baseTotal` less what the settlements took in base currency. */
const openDocument = z.strictObject({
  id: z.string(),
  xeroId: z.string(),
  type: z.enum(transactionTypes),
  xeroType: z.string(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  date: daySchema,
  dueDate: daySchema.nullable(),
  agedFrom: daySchema,
  /** Days from then to the day of the report; not positive while nothing is due. */
  days: z.int(),
  currency: z.string().length(3),
  rate: z.string(),
  total: amount,
  outstanding: amount,
  baseTotal: amount,
  settlements: z.array(settled),
});

export const rowSchema = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(["section", "account", "contact", "document", "subtotal", "total", "share", "residual", "kpi", "measure"]),
  label: z.string(),
  level: count,
  accountId: z.string().nullable(),
  accountCode: z.string().nullable(),
  sign,
  /** Of a row of the kind document. */
  document: openDocument.optional(),
  cells: z.array(cellSchema),
});

const column = z.strictObject({
  id: z.string(),
  kind: z.enum(["period", "compare", "budget", "variance", "percent", "total", "tracking", "bucket", "week", "forecast", "figure", "foreign", "count"]),
  label: z.string(),
  start: daySchema.nullable(),
  end: daySchema,
  /** Where given, only what is of these options of the report's `tracking`; of what the report is within, as every column. */
  tracking: z.array(trackedOption).optional(),
});

const heap = z.strictObject({ count, amount });

export const comparisons = ["none", "previousPeriod", "previousYear"] as const;
/** A profit and loss can be held against a budget as well. */
export const statementComparisons = [...comparisons, "budget"] as const;
export const columnKinds = ["total", "month", "quarter", "year"] as const;
export type ColumnKind = (typeof columnKinds)[number];
/** A profit and loss can have a column an option of a tracking category as well. */
export const statementColumnKinds = [...columnKinds, "tracking"] as const;

/** Only lines that carry one of these options: of whatever is not by tracking itself, or of a second category at once. */
export const trackingWithinSchema = z.strictObject({ categoryId: z.uuid(), optionIds: z.array(trackedOption) });

export const statementParametersSchema = z.strictObject({
  from: daySchema.nullable(),
  to: daySchema,
  columns: z.enum(statementColumnKinds),
  compare: z.enum(statementComparisons),
  /** The category that a profit and loss is told apart by, or that the options are of. */
  trackingCategoryId: z.uuid().optional(),
  /** Where given, of these options only. */
  trackingOptionIds: z.array(trackedOption).optional(),
  trackingWithin: trackingWithinSchema.optional(),
  /** Only where it is compared with one. */
  budgetId: z.uuid().optional(),
  basis: z.enum(bases),
  hideZero: z.boolean(),
  /** Where given, of what had been posted by the end of that day. */
  knownOn: daySchema.optional(),
});

const byTracking = { trackingCategoryId: true, trackingOptionIds: true } as const;
const ofTracking = { ...byTracking, trackingWithin: true } as const;

/** By the direct method on cash basis, by the indirect one on accrual basis. */
const cashFlowParametersSchema = statementParametersSchema.omit({ budgetId: true, ...ofTracking }).extend({ columns: z.enum(columnKinds), from: daySchema, compare: z.enum(comparisons), method: z.enum(methods), presentation: z.enum(presentations) });

/** Always by month. */
const dashboardParametersSchema = statementParametersSchema.omit({ budgetId: true, knownOn: true, ...ofTracking }).extend({ from: daySchema, columns: z.literal("month"), compare: z.enum(comparisons) });

export const ageingDays = ["dueDate", "invoiceDate"] as const;
export const bucketKinds = ["days", "xeroMonths"] as const;

export const agedParametersSchema = z.strictObject({
  asAt: daySchema,
  ageBy: z.enum(ageingDays),
  buckets: z.enum(bucketKinds),
  showCredits: z.boolean(),
  /** Where given, of what had been posted by the end of that day. */
  knownOn: daySchema.optional(),
});

export const varianceParametersSchema = z.strictObject({
  budgetId: z.uuid(),
  from: daySchema,
  to: daySchema,
  columns: z.enum(columnKinds),
  basis: z.enum(bases),
  hideZero: z.boolean(),
  trackingWithin: trackingWithinSchema.optional(),
});

/** Those of a dashboard are a statement's as well. */
export const customParametersSchema = statementParametersSchema.omit({ budgetId: true, hideZero: true, knownOn: true, ...byTracking }).extend({ columns: z.enum(columnKinds), from: daySchema, compare: z.enum(comparisons), title: z.string(), rows: z.array(customRowSchema) });

export const parametersSchema = z.union([statementParametersSchema, cashFlowParametersSchema, agedParametersSchema, varianceParametersSchema, customParametersSchema, namedParametersSchema]);

/** What the documents of an aged report come to, and what the account they stand on has. `allowed` is a cent for each open document in another currency. */
const control = z.strictObject({ accountId: z.string(), accountName: z.string(), documents: amount, ledger: amount, difference: amount, allowed: amount });

/** What every report has, of whatever type. */
export const commonSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  tenant: z.strictObject({ id: z.string(), name: z.string() }),
  title: z.string(),
  basis: z.enum(bases),
  currency: z.string().length(3),
  period: z.strictObject({ start: daySchema.nullable(), end: daySchema, complete: z.boolean() }),
  comparison: z.strictObject({ kind: z.enum(statementComparisons), start: daySchema.nullable(), end: daySchema }).nullable(),
  columns: z.array(column),
  rows: z.array(rowSchema),
  quality: z.strictObject({
    /** False before the first complete sync: figures may still be missing. */
    final: z.boolean(),
    hiddenAccounts: count,
    /** What of the tie-out nobody can name; part of its amount. */
    unexplained: amount,
    /** No account has more than five cents unexplained, and nothing changed since. */
    tiesToXero: z.boolean(),
    /** False when documents changed after the comparison with Xero, or there was none. */
    checkedSinceChange: z.boolean(),
    drafts: heap,
    unreconciled: heap,
    /** Xero lets nobody change these books up to this day. */
    lockedTo: daySchema.nullable(),
    notes: z.array(z.string()),
  }),
  tieOut: z.strictObject({ asAt: daySchema.nullable(), checkedAt: instant.nullable(), accounts: count, differing: count, amount }),
  source: z.strictObject({
    lastSyncedAt: instant.nullable(),
    dataVersion: count,
    ledgerSequence: count,
    definitionsVersion: count,
    /** Sequence and hash of the organisation's last audit row; see docs/audit.md. */
    auditHead: z.string().nullable(),
  }),
});

/** The budget that figures were held against, as it was then: where it came from, and what it said as a hash. */
const heldAgainst = z.strictObject({
  id: z.string(),
  name: z.string(),
  source: z.enum(budgetSources),
  xeroId: z.string().nullable(),
  fileName: z.string().nullable(),
  fileHash: z.string().nullable(),
  importedBy: z.string().nullable(),
  /** When it was imported, or last read from Xero. */
  readAt: instant,
  contentHash: z.string(),
  /** Months of accounts that have no figure in it, of the whole period or of the year to date, whichever has more. */
  missingMonths: count,
});

/** A tracking category with those of its options that the report is of. `sets` are our ids of the sets of options that its lines carry, as they were then:
 * each set with that option in it. `unassigned` has those without any of the category, and lines that carry no set at all. */
const tracked = z.strictObject({ categoryId: z.uuid(), category: z.string(), options: z.array(z.strictObject({ id: trackedOption, name: z.string(), sets: z.array(z.uuid()) })) });

/** With a `budget` where it is compared with one, with `tracking` where it is by tracking, and with `trackingWithin` where all of it is within options of a category: beside `tracking`, of a second one. */
const statementSchema = commonSchema.extend({ type: z.enum(statementTypes), parameters: statementParametersSchema, budget: heldAgainst.optional(), tracking: tracked.optional(), trackingWithin: tracked.optional() });
const cashFlowSchema = commonSchema.extend({ type: z.literal(cashFlowType), parameters: cashFlowParametersSchema });
/** `control` is null where the chart has no such account. */
const agedSchema = commonSchema.extend({ type: z.enum(agedTypes), parameters: agedParametersSchema, control: control.nullable() });

const varianceSchema = commonSchema.extend({ type: z.literal(varianceType), parameters: varianceParametersSchema, budget: heldAgainst, trackingWithin: tracked.optional() });

/** What a key figure was to come to when the dashboard was made, in its unit. */
const target = z.strictObject({ kpi: z.string(), value: figure });

/** A contact that proofs name by its id: what it was called when the dashboard was made. */
const namedContact = z.strictObject({ id: z.string(), name: z.string() });

/** With `targets` and `contacts` where there are any. */
export const dashboardSchema = commonSchema.extend({ type: z.literal(dashboardType), parameters: dashboardParametersSchema, budget: heldAgainst.optional(), targets: z.array(target).optional(), contacts: z.array(namedContact).optional() });

/** Rows that somebody chose, or a layout that has a name. */
const customSchema = commonSchema.extend({ type: z.literal(customType), parameters: z.union([customParametersSchema, namedParametersSchema]), trackingWithin: tracked.optional() });

export const reportSchema = z.discriminatedUnion("type", [statementSchema, cashFlowSchema, agedSchema, varianceSchema, dashboardSchema, customSchema]);

export type Report = z.output<typeof reportSchema>;
export type Row = z.output<typeof rowSchema>;
export type Cell = z.output<typeof cellSchema>;
export type Column = z.output<typeof column>;
export type Proof = z.output<typeof cellProofSchema>;
export type Difference = z.output<typeof differenceSchema>;
export type EarningsPart = z.output<typeof partSchema>;
export type OpenDocumentFacts = z.output<typeof openDocument>;
export type SettledFacts = z.output<typeof settled>;
export type AgedReport = z.output<typeof agedSchema>;
export type CustomReport = z.output<typeof customSchema>;
export type CustomParameters = z.output<typeof customParametersSchema>;
export type CashFlowReport = z.output<typeof cashFlowSchema>;
export type DashboardReport = z.output<typeof dashboardSchema>;
export type VarianceReport = z.output<typeof varianceSchema>;
export type VarianceParameters = z.output<typeof varianceParametersSchema>;
export type Tracked = z.output<typeof tracked>;
export type HeldAgainst = z.output<typeof heldAgainst>;
export type StatementReport = z.output<typeof statementSchema>;
export type StatementParameters = z.output<typeof statementParametersSchema>;
export type CashFlowParameters = z.output<typeof cashFlowParametersSchema>;
export type DashboardParameters = z.output<typeof dashboardParametersSchema>;
export type AgedParameters = z.output<typeof agedParametersSchema>;
export type Parameters = z.output<typeof parametersSchema>;
export type Comparison = (typeof comparisons)[number];
