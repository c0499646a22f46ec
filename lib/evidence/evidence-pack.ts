// The evidence behind a stored report as one file, from one snapshot. The same report of unchanged documents is the same bytes.
import { z } from "zod";
import { read, readMany } from "#db/index.ts";
import { contentsOf, sealed } from "#lib/evidence/contents.ts";
import { gatherEvidence } from "#lib/evidence/gather.ts";
import { signed } from "#lib/evidence/signing.ts";
import { zipped } from "#lib/evidence/zip.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";
import { fileName } from "#lib/reports/export/file-name.ts";
import { findReport } from "#lib/reports/queries.ts";
import { toStoredReport } from "#lib/reports/stored-report.ts";
import { allows, many, scopeOf } from "#lib/scope.ts";

const mediaType = "application/zip";

export const exportEvidence = operation({
  name: "reports.evidence",
  describe: "The evidence behind one stored report as a zip: the report, the journal lines and documents that its proofs reach, and hashes, for npm run verify to add up again without a database.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: z.file(),
  http: { method: "GET", path: "/reports/{id}/evidence", files: [mediaType] },
  example: { input: { id: exampleStoredReport.id }, output: new File([], "Hāpuku Services, Profit and Loss, 2026-10-01 to 2026-10-31.zip") },
  async run(scopes, { id }) {
    const row = await readMany(scopes, (q) => findReport(q, id));
    const stored = toStoredReport(row ?? refuse("notFound", "There is no such report, or it is not yours."));
    const scope = scopeOf(scopes, stored.tenantId);
    const evidence = await read(scope, (q) => gatherEvidence(q, stored, allows(scope, "audit:read")));
    return new File([zipped(sealed(contentsOf(evidence), evidence, signed))], fileName(stored, "zip"), { type: mediaType });
  },
});
