// What every organisation finds without asking: profit and loss and balance sheet by month, of the financial year to the last closed month.
// Made after a sync, each type as long as there is no final report of it: one that somebody made of half-fetched books does not count, and
// a worker that was killed between the two makes the other one next time.
import { read } from "#db/index.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { finalTypes } from "#lib/reports/queries.ts";
import { type StatementType, statementTypes } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import type { Scope } from "#lib/scope.ts";

/** The types of statement of which nothing final is stored yet. */
export async function lackingStatements(scope: Pick<Scope, "tenantId">): Promise<StatementType[]> {
  const made = await read(scope, finalTypes);
  return statementTypes.filter((type) => !made.includes(type));
}

export async function standardStatements(scope: Pick<Scope, "userId" | "tenantId">, types: readonly StatementType[] = statementTypes): Promise<StoredReport[]> {
  const made: StoredReport[] = [];
  for (const type of types) made.push(await makeReport(scope, { type, name: null, wishes: { hideZero: false } }));
  return made;
}
