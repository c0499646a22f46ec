// A report is computed from one consistent snapshot of the books and then stored for good. Asked again for the same statement of the same
// state of the data, the stored one is the answer.
import { z } from "zod";
import { type Query, read, type Transaction, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { contentHash } from "#lib/canonical.ts";
import type { Day } from "#lib/day.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { buildReport, columnsOf, type Organisation } from "#lib/reports/build-report.ts";
import { defaultName } from "#lib/reports/default-name.ts";
import { resolveParameters, type StatementType, typeSchema, wishesSchema, type Wishes } from "#lib/reports/parameters.ts";
import { countDrafts, countUnreconciled, findReportsMadeFrom, insertReport } from "#lib/reports/queries.ts";
import { readMovements, readOrganisation } from "#lib/reports/read-books.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import { definitionsVersion, type Parameters, type Report, reportSchema } from "#lib/reports/report.ts";
import { type StoredReport, storedReportSchema, toStoredReport } from "#lib/reports/stored-report.ts";
import { one, type Scope } from "#lib/scope.ts";

type Order = { type: StatementType; name: string | null; wishes: Wishes };

export const createReport = operation({
  name: "reports.create",
  describe: "Makes a profit and loss or a balance sheet and keeps it. The same statement of unchanged books is answered with the stored one.",
  needs: "reports:write",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), type: typeSchema, name: z.string().trim().min(1).max(255).optional(), parameters: wishesSchema.prefault({}) }),
  output: storedReportSchema,
  http: { method: "POST", path: "/reports", status: 201 },
  run: (scope, { type, name, parameters }) => makeReport(scope, { type, name: name ?? null, wishes: parameters }),
});

/** The permission has been checked. */
export async function makeReport(scope: Pick<Scope, "userId" | "tenantId" | "trace">, order: Order): Promise<StoredReport> {
  const drawn = await read(scope, (q) => drawUp(q, order));
  if (drawn.stored) return toStoredReport(drawn.stored);
  const { report, name } = drawn;
  return transaction(scope, async (tx) => {
    const stored = await store(tx, scope.userId, name, report);
    const { id, type, contentHash: hash } = stored;
    await record(tx, "report.created", { actor: actorOf(scope), resource: { type: "Report", id }, details: { type, name, contentHash: hash } });
    return stored;
  });
}

async function drawUp(q: Query, { type, name: asked, wishes }: Order) {
  const organisation = await readOrganisation(q);
  const parameters = resolveParameters(type, wishes, organisation.today, organisation.yearEnd);
  const name = asked ?? defaultName(type, parameters);
  const stored = await findSame(q, organisation, type, name, parameters);
  if (stored) return { stored };
  return { name, report: await compute(q, organisation, type, parameters) };
}

async function compute(q: Query, organisation: Organisation, type: StatementType, parameters: Parameters): Promise<Report> {
  const columns = columnsOf(type, parameters, organisation.today);
  // A balance rests on everything up to its day.
  const span = { start: type === "BALANCE_SHEET" ? null : parameters.from, end: parameters.to };
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, parameters.basis, columns, type === "BALANCE_SHEET" ? organisation.yearEnd : null);
  const { summary, residuals } = await readTieOut(q, parameters.basis, columns);
  const drafts = await countDrafts(q, span);
  const unreconciled = await countUnreconciled(q, span);
  return buildReport({ type, parameters, organisation, books: { accounts, movements, residuals }, drafts, unreconciled, tieOut: summary });
}

/** Running and finished periods, finished and unfinished first syncs, and other definitions make another statement of the same days. */
async function findSame(q: Query, organisation: Organisation, type: StatementType, name: string, parameters: Parameters) {
  const candidates = await findReportsMadeFrom(q, type, organisation.dataVersion, parameters.to);
  const asked = contentHash(parameters);
  return candidates.find((candidate) => {
    const { data } = candidate;
    const report = reportSchema.parse(data);
    const same = contentHash(report.parameters) === asked && candidate.name === name;
    return same && isStillTrue(report, organisation, parameters.to);
  });
}

function isStillTrue(report: Report, { today, lastSyncedAt }: Organisation, end: Day): boolean {
  const { period, quality, source } = report;
  return period.complete === end < today && quality.final === (lastSyncedAt !== null) && source.definitionsVersion === definitionsVersion;
}

async function store(tx: Transaction, userId: string, name: string, report: Report): Promise<StoredReport> {
  const stored = await insertReport(tx, {
    userId,
    name,
    type: report.type,
    parameters: report.parameters,
    data: report,
    schemaVersion: report.schemaVersion,
    periodStart: report.period.start,
    periodEnd: report.period.end,
    currency: report.currency,
    dataVersion: report.source.dataVersion,
    contentHash: contentHash(report),
  });
  return toStoredReport(stored ?? refuse("unavailable", "The report could not be stored; nothing was changed. Try again."));
}
