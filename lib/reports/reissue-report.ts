// A stored report made once more, of the books as they are now. What was stored stays as it is; the new one names the one whose place it takes, and is
// found from it.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";
import { kindOf } from "#lib/reports/kinds.ts";
import { findReport } from "#lib/reports/queries.ts";
import { typeSchema } from "#lib/reports/report-types.ts";
import { type StoredReport, storedReportSchema, toStoredReport } from "#lib/reports/stored-report.ts";
import { many, type Scope, scopeOf } from "#lib/scope.ts";

export const reissueReport = operation({
  name: "reports.reissue",
  describe: "Makes a stored report once more, as it was ordered, of the books as they are now. The new one names the one whose place it takes; of unchanged books the answer is the one that is stored.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: storedReportSchema,
  http: { method: "POST", path: "/reports/{id}/reissue", status: 201, location: "/reports/{id}" },
  example: {
    input: { id: exampleStoredReport.id },
    output: { ...exampleStoredReport, id: "01990000-0000-7000-8000-0000000000f2", supersedesId: exampleStoredReport.id, dataVersion: 42, createdAt: "2026-11-23T08:15:00.000Z" },
  },
  async run(scopes, { id }) {
    const row = await readMany(scopes, (q) => findReport(q, id));
    const report = toStoredReport(row ?? refuse("notFound", "There is no such report, or it is not yours."));
    return makeOnceMore(scopeOf(scopes, report.tenantId), report);
  },
});

/** The permission has been checked. */
export function makeOnceMore(scope: Scope, { id, type, name, parameters }: StoredReport): Promise<StoredReport> {
  const known = typeSchema.safeParse(type).data ?? refuse("invalid", "This kind of report cannot be made again yet.");
  const { shape } = kindOf(known, parameters).wishes;
  // What its type did not need stands there as null; what follows from something else, as the basis of cash flows from their method, is not asked for.
  const wishes = Object.fromEntries(Object.entries(parameters).filter(([asked, value]) => value !== null && asked in shape));
  return makeReport(scope, { type: known, name, wishes, supersedesId: id });
}
