// Jobs of the API reference: a sync that waits, and one that is done.
import type { Job } from "#lib/jobs/job.ts";
import { exampleOrganisation, exampleTieOut } from "#lib/organisations/examples.ts";

const plain = { id: "01990000-0000-7000-8000-0000000000f1", type: "sync", tenantId: exampleOrganisation.id, error: null, createdAt: "2026-11-21T07:11:00.000Z" } as const;

export const exampleQueuedJob: Job = {
  ...plain,
  status: "queued",
  done: false,
  progress: { phase: "queued", objects: {}, waiting: null },
  result: null,
  startedAt: null,
  finishedAt: null,
};

const objects = { Invoices: { fetched: 12, written: 3, total: 12, calls: 1 } };

export const exampleDoneJob: Job = {
  ...plain,
  status: "succeeded",
  done: true,
  progress: { phase: "done", objects, waiting: null },
  result: { calls: 14, bytes: 48210, objects, tieOut: exampleTieOut, warnings: [] },
  startedAt: "2026-11-21T07:11:01.000Z",
  finishedAt: "2026-11-21T07:12:00.000Z",
};

export const exampleCancelledJob: Job = { ...exampleQueuedJob, status: "cancelled", done: true, finishedAt: "2026-11-21T07:11:01.000Z" };
