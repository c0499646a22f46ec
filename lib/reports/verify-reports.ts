// Is every stored report what its hash says? The document is hashed again as canonical JSON, one report in memory at a time.
import { read } from "#db/index.ts";
import { contentHash } from "#lib/canonical.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { findReport, reportIds } from "#lib/reports/queries.ts";
import { refuse } from "#lib/refusal.ts";

/** How many there are. Refusal "conflict" with a sentence that names the first that was changed. */
export async function verifyReports(): Promise<number> {
  let reports = 0;
  for (const { id: tenantId, name } of await everyOrganisation()) {
    for (const { id } of await read({ tenantId }, reportIds)) {
      await verifyReport(tenantId, name, id);
      reports += 1;
    }
  }
  return reports;
}

async function verifyReport(tenantId: string, organisation: string, id: string): Promise<void> {
  const report = await read({ tenantId }, (q) => findReport(q, id));
  if (!report || contentHash(report.data) === report.contentHash) return;
  refuse("conflict", `The report "${report.name}" of ${organisation} (${id}) was changed after it was stored: its content is not what its hash says.`);
}
