// What every organisation finds without asking: profit and loss and balance sheet by month, of the financial year to the last closed month.
// Made after a sync; nothing is made twice of the same data.
import { read } from "#db/index.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { hasReports } from "#lib/reports/queries.ts";
import { statementTypes } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import type { Scope } from "#lib/scope.ts";

/** Whether the organisation has no stored report at all yet. */
export function lacksReports(scope: Pick<Scope, "tenantId">): Promise<boolean> {
  return read(scope, async (q) => !(await hasReports(q)));
}

export async function standardStatements(scope: Pick<Scope, "userId" | "tenantId">): Promise<StoredReport[]> {
  const made: StoredReport[] = [];
  for (const type of statementTypes) made.push(await makeReport(scope, { type, name: null, wishes: { hideZero: false } }));
  return made;
}
