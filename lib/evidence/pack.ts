// An evidence pack: a stored report with everything in the ledger that its proofs reach, as files that a program without a database can add up
// again. What each file holds is said here once, for who writes it and for who reads it. docs/evidence.md describes it for people.
import { z } from "zod";
import { accountClasses, auditActorTypes, auditSeverities, auditStatuses, bases, cashActivities, choosableTags } from "#db/vocabulary.ts";
import { groupSchema, measureSchema } from "#lib/kpis/definition.ts";
import { money, rate } from "#lib/money.ts";
import { reportSchema } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";

export const packVersion = 1;
/** A pack is made in memory: so many lines at most, some two hundred bytes each. */
export const mostLines = 100_000;

const amount = z.string().max(50).regex(/^-?\d+\.\d{2,4}$/).transform(money);
const rateText = z.string().max(50).regex(/^\d+(\.\d+)?$/).transform(rate);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int().min(0);

export const fileNames = {
  manifest: "manifest.json",
  signature: "signature.json",
  report: "report.json",
  organisation: "organisation.json",
  accounts: "ledger/accounts.json",
  entries: "ledger/entries.jsonl",
  documents: "ledger/documents.jsonl",
  trialBalance: "ledger/trial-balance.json",
  /** Only where lines carry some. */
  tracking: "ledger/tracking.json",
  definitions: "definitions.json",
  audit: "audit.json",
  readMe: "READ-ME.txt",
} as const;

/** What the manifest is of: `sha256` of each file's bytes. */
export const manifestSchema = z.strictObject({
  pack: z.literal(packVersion),
  report: z.strictObject({ id: z.uuid(), type: z.string(), contentHash: hash }),
  ledger: z.strictObject({ sequence: whole, upTo: daySchema, bases: z.array(z.enum(bases)), entries: whole, lines: whole }),
  definitionsVersion: whole,
  files: z.array(z.strictObject({ name: z.string(), bytes: whole, sha256: hash })),
});

/** The members of a stored report that say the same whenever they are asked for. */
export const packedReportSchema = z.strictObject({ id: z.uuid(), tenantId: z.uuid(), type: z.string(), name: z.string(), createdAt: z.iso.datetime(), contentHash: hash, data: reportSchema });

export const organisationSchema = z.strictObject({ id: z.uuid(), name: z.string(), currency: z.string(), country: z.string().nullable(), yearEnd: z.strictObject({ day: z.int().min(1).max(31), month: z.int().min(1).max(12) }) });

/** What somebody chose to say of it only where somebody did: key figures and cash flows were made by that. */
const accountSchema = z.strictObject({
  id: z.uuid(),
  xeroId: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  type: z.string(),
  class: z.enum(accountClasses),
  status: z.string(),
  systemAccount: z.string().nullable(),
  reportingCode: z.string().nullable(),
  chosenTag: z.enum(choosableTags).optional(),
  chosenActivity: z.enum(cashActivities).optional(),
});

/** `amount` is debit positive, in base currency; `document` is our id of the document that the line names. */
const lineSchema = z.strictObject({
  account: z.uuid(),
  amount,
  currency: z.string().nullable(),
  currencyAmount: amount.nullable(),
  rate: rateText.nullable(),
  taxType: z.string().nullable(),
  taxAmount: amount.nullable(),
  tracking: z.string().nullable(),
  contact: z.string().nullable(),
  document: z.uuid().nullable(),
});

export const entrySchema = z.strictObject({
  id: z.uuid(),
  sequence: whole,
  basis: z.enum(bases),
  date: daySchema,
  sourceType: z.string(),
  sourceXeroId: z.string(),
  sourceVersion: whole,
  reverses: z.uuid().nullable(),
  narration: z.string().nullable(),
  unproven: z.boolean(),
  postedAt: z.iso.datetime(),
  contentHash: hash,
  lines: z.array(lineSchema),
});

/** `sourceHash` is of what Xero said of it when it was last fetched. */
export const documentSchema = z.strictObject({
  id: z.uuid().nullable(),
  type: z.string(),
  /** Xero's own word, which tells more kinds of documents apart. */
  xeroType: z.string().nullable(),
  xeroId: z.string(),
  number: z.string().nullable(),
  date: daySchema,
  dueDate: daySchema.nullable(),
  contactName: z.string().nullable(),
  currency: z.string().nullable(),
  amount: amount.nullable(),
  sourceHash: z.string(),
});

/** The tracking sets that lines of the pack carry, each with its options. */
export const trackingSchema = z.array(z.strictObject({ set: z.uuid(), options: z.array(z.strictObject({ id: z.uuid(), name: z.string(), categoryId: z.uuid(), category: z.string() })) }));

/** On each basis of the pack, every account that has a balance: from the kept balances by month, not from the lines. */
export const trialBalanceSchema = z.array(z.strictObject({ basis: z.enum(bases), asAt: daySchema, balances: z.array(z.strictObject({ account: z.uuid(), amount })) }));

/** Those of key figures only where the report has some. */
export const definitionsSchema = z.strictObject({ version: whole, groups: z.array(groupSchema), measures: z.array(measureSchema) });

/** The chain from the head that the report saw to the row of its making; no rows for who may not read the audit. */
export const auditSchema = z.strictObject({
  head: z.string().nullable(),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      action: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
      ipAddress: z.string().nullable(),
      userAgent: z.string().nullable(),
      actorId: z.string().nullable(),
      organisationId: z.string().nullable(),
      actorType: z.enum(auditActorTypes),
      category: z.string(),
      severity: z.enum(auditSeverities),
      status: z.enum(auditStatuses),
      resourceType: z.string().nullable(),
      resourceId: z.string().nullable(),
      correlationId: z.string().nullable(),
      sequence: whole,
      createdAt: z.iso.datetime(),
      prevHash: hash.nullable(),
      hash,
    }),
  ),
});

export const signatureSchema = z.strictObject({ algorithm: z.literal("Ed25519"), publicKey: z.string().max(200), signature: z.string().max(200) });

export type Manifest = z.output<typeof manifestSchema>;
export type PackedReport = z.output<typeof packedReportSchema>;
export type PackedOrganisation = z.output<typeof organisationSchema>;
export type PackedAccount = z.output<typeof accountSchema>;
export type PackedLine = z.output<typeof lineSchema>;
export type PackedEntry = z.output<typeof entrySchema>;
export type PackedDocument = z.output<typeof documentSchema>;
export type PackedTrialBalance = z.output<typeof trialBalanceSchema>[number];
export type PackedTracking = z.output<typeof trackingSchema>;
export type PackedDefinitions = z.output<typeof definitionsSchema>;
export type PackedAudit = z.output<typeof auditSchema>;
export type Signature = z.output<typeof signatureSchema>;

export const accountsSchema = z.array(accountSchema);

/** A pack as values: amounts are exact. */
export type Evidence = {
  report: PackedReport;
  organisation: PackedOrganisation;
  accounts: PackedAccount[];
  entries: PackedEntry[];
  documents: PackedDocument[];
  trialBalances: PackedTrialBalance[];
  tracking: PackedTracking;
  definitions: PackedDefinitions;
  audit: PackedAudit;
};
