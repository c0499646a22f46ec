// Jobs and how far a sync has come. A job is claimed by one conditional update and holds a lease; whoever finds the lease expired goes on
// from the cursors.
import { sql } from "drizzle-orm";
import { type Kit, oneOf } from "../dialect.ts";
import { jobStatuses, jobTypes, syncObjects } from "../vocabulary.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable } from "./references.ts";
import { stamps } from "./stamps.ts";

export function jobs(kit: Kit, { Users, XeroTenants }: ReturnType<typeof people> & ReturnType<typeof organisations>) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const Jobs = kit.table(
    "Jobs",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      /** Who asked for it; null when nobody did. */
      userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      type: kit.word(jobTypes).notNull(),
      status: kit.word(jobStatuses).notNull().default("queued"),
      parameters: kit.json<unknown>().notNull(),
      /** Of jobs that share one, one runs at a time: who is slow holds up nobody else. */
      lane: kit.varchar(100),
      progress: kit.json<unknown>(),
      error: kit.json<unknown>(),
      result: kit.json<unknown>(),
      /** How often it failed; parks, restarts and take-overs do not count. */
      attempts: kit.integer().notNull().default(0),
      leaseOwner: kit.varchar(100),
      leaseUntil: kit.instant(),
      /** Parked until: a quota or a failure asks for patience. */
      runAfter: kit.instant(),
      cancelRequestedAt: kit.instant(),
      startedAt: kit.instant(),
      finishedAt: kit.instant(),
      correlationId: kit.uuid().notNull(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "Jobs", t),
      kit.uniqueIndex("Jobs_one_live_sync").on(t.tenantId).where(sql`"type" = 'sync' and "status" in ('queued', 'running')`),
      kit.index("Jobs_status_runAfter_index").on(t.status, t.runAfter),
      kit.index("Jobs_tenantId_createdAt_index").on(t.tenantId, t.createdAt),
      kit.index("Jobs_userId_index").on(t.userId),
      oneOf(kit, t.type, jobTypes),
      oneOf(kit, t.status, jobStatuses),
    ],
  );

  const CursorStates = kit.table(
    "CursorStates",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      objectType: kit.word(syncObjects).notNull(),
      /** If-Modified-Since of the paging under way or, when none is, of the next one; null asks for everything. */
      since: kit.instant(),
      /** The next page to ask for; 0 when no paging is under way. For journals: the last journal number read. */
      page: kit.integer().notNull().default(0),
      itemCount: kit.integer(),
      /** The latest UpdatedDateUTC seen in the paging under way; becomes `since` only after the last page. For trial balances: the last day kept. */
      highWater: kit.instant(),
      completedAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [kit.unique("CursorStates_tenantId_objectType_unique").on(t.tenantId, t.objectType), referable(kit, "CursorStates", t), oneOf(kit, t.objectType, syncObjects)],
  );

  /** One row a call to Xero: what was asked, never what was said. */
  const XeroApiLogs = kit.table(
    "XeroApiLogs",
    {
      id: kit.id(),
      tenantId: kit.uuid().references(() => XeroTenants.id, { onDelete: "cascade" }),
      jobId: kit.uuid(),
      method: kit.varchar(10).notNull(),
      path: kit.varchar(255).notNull(),
      status: kit.integer().notNull(),
      durationMs: kit.integer().notNull(),
      bytes: kit.integer().notNull(),
      dayRemaining: kit.integer(),
      minuteRemaining: kit.integer(),
      correlationId: kit.varchar(100),
      createdAt: kit.instant().notNull().$defaultFn(() => new Date()),
    },
    (t) => [
      kit.index("XeroApiLogs_tenantId_createdAt_index").on(t.tenantId, t.createdAt),
      kit.index("XeroApiLogs_createdAt_index").on(t.createdAt),
      kit.index("XeroApiLogs_tenantId_jobId_index").on(t.tenantId, t.jobId),
    ],
  );

  /** The sign of life of each worker process. */
  const Workers = kit.table("Workers", {
    /** Host and process number. */
    name: kit.varchar(100).primaryKey(),
    mode: kit.varchar(20).notNull(),
    lastBeatAt: kit.instant().notNull(),
  });

  return { Jobs, CursorStates, XeroApiLogs, Workers };
}
