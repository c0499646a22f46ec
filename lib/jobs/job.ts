// A job as everybody sees it: what it is doing, how far it is, and what came of it.
import { z } from "zod";
import { jobStatuses, type SyncObject } from "#db/vocabulary.ts";

export const syncModes = ["incremental", "full"] as const;
export type SyncMode = (typeof syncModes)[number];

export const syncParameters = z.object({ mode: z.enum(syncModes) });

const objectProgress = z.object({ fetched: z.int(), written: z.int(), total: z.int().nullable(), calls: z.int() });
export type ObjectProgress = z.output<typeof objectProgress>;

const phases = ["queued", "settings", "documents", "ledger", "trialBalance", "reports", "done"] as const;
export type Phase = (typeof phases)[number];

export const jobProgress = z.object({
  phase: z.enum(phases),
  objects: z.record(z.string(), objectProgress),
  /** Why nothing moves for a moment, when nothing does. */
  waiting: z.string().nullable(),
});
export type JobProgress = { phase: Phase; objects: Partial<Record<SyncObject, ObjectProgress>>; waiting: string | null };

export const jobError = z.object({ code: z.string(), message: z.string(), retryable: z.boolean() });
export type JobError = z.output<typeof jobError>;

export const syncResult = z.object({
  calls: z.int(),
  bytes: z.int(),
  objects: z.record(z.string(), objectProgress),
  tieOut: z.object({ asAt: z.string(), accounts: z.int(), differing: z.int(), amount: z.string(), ties: z.boolean() }).nullable(),
  warnings: z.array(z.string()),
});
export type SyncResult = z.output<typeof syncResult>;

export const job = z
  .strictObject({
    id: z.uuid(),
    type: z.enum(["sync"]),
    tenantId: z.uuid(),
    status: z.enum(jobStatuses),
    done: z.boolean(),
    progress: jobProgress,
    error: jobError.nullable(),
    result: syncResult.nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.output<typeof job>;
