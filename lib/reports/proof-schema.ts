// The proof of a cell as the doors hand it out. `total` is the cell; with `factor`, the inputs of a total sum to it, those of a key figure
// are what its formula names; the running total of the last line is the cell less the inputs that are differences to Xero.
import { z } from "zod";
import { units } from "#lib/reports/unit.ts";

/** The batch a payment is in: what the bank statement shows, and of how many payments. */
const batch = z.object({ id: z.uuid(), reference: z.string().nullable(), amount: z.string(), currencyCode: z.string().nullable(), payments: z.int() });

const document = z.object({
  id: z.uuid().nullable(),
  type: z.string(),
  xeroId: z.string(),
  number: z.string().nullable(),
  contactName: z.string().nullable(),
  url: z.string().nullable(),
  batch: batch.nullable(),
});

const line = z.object({
  entryId: z.uuid(),
  lineNumber: z.int(),
  date: z.string(),
  accountId: z.uuid(),
  accountName: z.string(),
  narration: z.string().nullable(),
  amount: z.string(),
  runningTotal: z.string(),
  unproven: z.boolean(),
  document: document.nullable(),
});

const input = z.object({
  cell: z.string().nullable(),
  label: z.string(),
  amount: z.string(),
  factor: z.union([z.literal(1), z.literal(-1)]),
  ledger: z.string().nullable(),
  xero: z.string().nullable(),
  evidence: z.string().nullable(),
  unit: z.enum(units),
  /** Our id of a document that is an input by itself. */
  documentId: z.uuid().nullable(),
});

export const proofSchema = z.object({
  formula: z.string(),
  inputs: z.array(input),
  lines: z.object({ data: z.array(line), next: z.string().nullable() }),
  /** Null where the cell is not meaningful; it says why. */
  total: z.string().nullable(),
});
