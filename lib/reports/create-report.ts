// A report is computed from one consistent snapshot of the books and then stored for good. Asked again for the same report of the same state
// of the data, the stored one is the answer. What a type asks for and how it is computed is the affair of its kind.
import { z } from "zod";
import { type Query, read, type Transaction, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { contentHash } from "#lib/canonical.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import type { Plan } from "#lib/reports/kind.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";
import { kindOf } from "#lib/reports/kinds.ts";
import { findReportMadeFrom, insertReport, type ReportRow } from "#lib/reports/queries.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { definitionsVersion, type Report, schemaVersion } from "#lib/reports/report.ts";
import { type ReportableType, typeSchema } from "#lib/reports/report-types.ts";
import { type StoredReport, storedReportSchema, toStoredReport } from "#lib/reports/stored-report.ts";
import { one, type Scope } from "#lib/scope.ts";

type Wishes = Record<string, unknown>;
/** `supersedesId`: in whose place it is made. */
type Order = { type: ReportableType; name: string | null; wishes: Wishes; supersedesId?: string };
type Follow = (tx: Transaction, stored: StoredReport) => Promise<void>;
/** What a wish may be is said by the type that is asked for. */
const wishes = z.record(z.string(), z.unknown());

export const createReport = operation({
  name: "reports.create",
  describe: "Makes a report and keeps it. The same report of unchanged books is answered with the stored one.",
  needs: "reports:write",
  scope: one,
  effect: "write",
  input: z
    .strictObject({ tenantId: z.uuid(), type: typeSchema, name: z.string().trim().min(1).max(255).optional(), parameters: wishes.prefault({}) })
    .superRefine(({ type, parameters }, context) => {
      const read = kindOf(type, parameters).wishes.safeParse(parameters);
      for (const issue of read.error?.issues ?? []) context.addIssue({ ...issue, path: ["parameters", ...issue.path] });
    }),
  output: storedReportSchema,
  http: { method: "POST", path: "/reports", status: 201, location: "/reports/{id}" },
  example: {
    input: { tenantId: exampleStoredReport.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-10-01", to: "2026-10-31", columns: "total" } },
    output: exampleStoredReport,
  },
  run: (scope, { type, name, parameters }) => makeReport(scope, { type, name: name ?? null, wishes: parameters }),
});

/** The permission has been checked. `follow` is what comes of it, in the transaction that stores it. */
export async function makeReport(scope: Pick<Scope, "userId" | "tenantId" | "trace">, order: Order, follow?: Follow): Promise<StoredReport> {
  const drawn = await read(scope, (q) => drawUp(q, order));
  if (drawn.stored) return found(scope, asOfNow(drawn.stored), follow);
  return transaction(scope, async (tx) => {
    const stored = await store(tx, scope.userId, drawn, order.supersedesId ?? null);
    await follow?.(tx, stored);
    const { id, type, name, contentHash: hash, supersedesId } = stored;
    await record(tx, "report.created", { actor: actorOf(scope), resource: { type: "Report", id }, details: { type, name, contentHash: hash, ...(supersedesId ? { supersedesId } : {}) } });
    return stored;
  });
}

/** Somebody may have made it before: what comes of it is due all the same. */
async function found(scope: Pick<Scope, "tenantId">, stored: StoredReport, follow: Follow | undefined): Promise<StoredReport> {
  if (follow) await transaction(scope, (tx) => follow(tx, stored));
  return stored;
}

async function drawUp(q: Query, order: Order) {
  const organisation = await readOrganisation(q);
  const plan = await kindOf(order.type, order.wishes).plan(order.wishes, organisation, q);
  const name = order.name ?? plan.name;
  const inputsHash = hashOfInputs(organisation, order.type, name, plan);
  const stored = await findReportMadeFrom(q, inputsHash);
  if (stored && answers(stored, order)) return { stored };
  return { name, inputsHash, plan, report: await plan.compute(q) };
}

/** In the place of another report only that one itself, whose books have not changed, or what was made in its place already. */
function answers({ id, supersedesId }: ReportRow, order: Order): boolean {
  return order.supersedesId === undefined || [id, supersedesId].includes(order.supersedesId);
}

/** Running and finished periods, finished and unfinished first syncs, and other definitions make another report of the same days. */
function hashOfInputs({ dataVersion, today, lastSyncedAt }: Organisation, type: ReportableType, name: string, { parameters, end, definitions = "" }: Plan): string {
  return contentHash({ type, name, parameters, dataVersion, complete: end < today, final: lastSyncedAt !== null, schemaVersion, definitionsVersion, definitions });
}

type Drawn = { name: string; inputsHash: string; report: Report; plan: Plan };

async function store(tx: Transaction, userId: string, { name, inputsHash, report, plan: { parameters, end } }: Drawn, supersedesId: string | null): Promise<StoredReport> {
  const stored = await insertReport(tx, {
    userId,
    supersedesId,
    name,
    type: report.type,
    parameters,
    data: report,
    schemaVersion: report.schemaVersion,
    periodStart: report.period.start,
    periodEnd: end,
    currency: report.currency,
    dataVersion: report.source.dataVersion,
    contentHash: contentHash(report),
    inputsHash,
  });
  const kept = asOfNow(stored ?? refuse("unavailable", "The report could not be stored; nothing was changed. Try again."));
  const { id, periodStart, periodEnd, currency, contentHash: hash } = kept;
  await recordEvent(tx, tx.tenantId, { type: "report.ready", data: { id, type: kept.type, name, periodStart, periodEnd, currency, contentHash: hash } });
  return kept;
}

/** A report that was just made, or found to be what would be made now. */
function asOfNow(row: ReportRow): StoredReport {
  return toStoredReport({ ...row, currentDataVersion: row.dataVersion, successorId: null });
}
