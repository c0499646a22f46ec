// Report JSON, schemaVersion 1: a statement as it is kept, hashed and drawn. Amounts are decimal strings, days are YYYY-MM-DD, numbers are
// safe integers, so that its canonical form is the same everywhere. Every cell says how it is proved: which accounts and days its journal
// lines are of, which rows it sums, or where Xero's own trial balance says otherwise. Described for readers in docs/report-format.md.
import { z } from "zod";
import { bases, reportTypes } from "#db/vocabulary.ts";
import { isDay } from "#lib/day.ts";

export const schemaVersion = 1;
/** Rises when the meaning of a figure changes: the definitions a stored report was built by. */
export const definitionsVersion = 1;

export const daySchema = z.string().refine(isDay, "This is no calendar day in the form YYYY-MM-DD.");
const instant = z.iso.datetime();
const amount = z.string().regex(/^-?\d+\.\d{2,4}$/);
const count = z.int().min(0);
const sign = z.union([z.literal(1), z.literal(-1)]);

const part = z.strictObject({ label: z.string(), accounts: z.array(z.string()), from: daySchema.nullable(), to: daySchema, amount });
const difference = z.strictObject({
  accountId: z.string(),
  accountName: z.string(),
  from: daySchema,
  to: daySchema,
  ledger: amount,
  xero: amount,
  amount,
  evidence: z.string().nullable(),
});

const proof = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("lines"), accounts: z.array(z.string()), from: daySchema.nullable(), to: daySchema }),
  z.strictObject({ kind: z.literal("sum"), of: z.array(z.strictObject({ row: z.string(), factor: sign })) }),
  z.strictObject({ kind: z.literal("tieOut"), differences: z.array(difference) }),
  z.strictObject({ kind: z.literal("earnings"), parts: z.array(part), differences: z.array(difference) }),
]);

const cell = z.strictObject({
  column: z.string(),
  value: amount.nullable(),
  reason: z.string().nullable(),
  unit: z.enum(["money", "percent", "days", "ratio", "count"]),
  proof: proof.nullable(),
});

const row = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(["section", "account", "subtotal", "total", "residual", "kpi"]),
  label: z.string(),
  level: count,
  accountId: z.string().nullable(),
  accountCode: z.string().nullable(),
  sign,
  cells: z.array(cell),
});

const column = z.strictObject({
  id: z.string(),
  kind: z.enum(["period", "compare", "variance", "percent", "total", "tracking"]),
  label: z.string(),
  start: daySchema.nullable(),
  end: daySchema,
});

const heap = z.strictObject({ count, amount });

export const comparisons = ["none", "previousPeriod", "previousYear"] as const;
export const columnKinds = ["total", "month"] as const;

export const parametersSchema = z.strictObject({
  from: daySchema.nullable(),
  to: daySchema,
  columns: z.enum(columnKinds),
  compare: z.enum(comparisons),
  basis: z.enum(bases),
  hideZero: z.boolean(),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  type: z.enum(reportTypes),
  tenant: z.strictObject({ id: z.string(), name: z.string() }),
  title: z.string(),
  basis: z.enum(bases),
  currency: z.string().length(3),
  period: z.strictObject({ start: daySchema.nullable(), end: daySchema, complete: z.boolean() }),
  comparison: z.strictObject({ kind: z.enum(comparisons), start: daySchema.nullable(), end: daySchema }).nullable(),
  columns: z.array(column),
  rows: z.array(row),
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
  parameters: parametersSchema,
});

export type Report = z.output<typeof reportSchema>;
export type Row = z.output<typeof row>;
export type Cell = z.output<typeof cell>;
export type Column = z.output<typeof column>;
export type Proof = z.output<typeof proof>;
export type Difference = z.output<typeof difference>;
export type EarningsPart = z.output<typeof part>;
export type Parameters = z.output<typeof parametersSchema>;
export type Comparison = (typeof comparisons)[number];
