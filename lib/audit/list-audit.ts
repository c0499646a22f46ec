// Reading the audit: of the organisations one may read it of, and of the installation itself for those who manage its members.
import { readMany } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { auditListing, auditLogSchema, installationListing } from "#lib/audit/audit-log.ts";
import { exampleAuditLog } from "#lib/audit/examples.ts";
import { auditRowsWithin, pageOfAudit } from "#lib/audit/page-of-audit.ts";
import { listInstallationRows } from "#lib/audit/queries.ts";
import { pageSchema } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { many, none } from "#lib/scope.ts";

export const listAudit = operation({
  name: "audit.list",
  describe: "Who did what in your organisations, latest first. `from` is included, `to` is not.",
  needs: "audit:read",
  scope: many,
  effect: "read",
  input: auditListing,
  output: pageSchema(auditLogSchema),
  http: { method: "GET", path: "/audit-logs" },
  example: { input: { action: ["report.created"], from: "2026-11-01T00:00:00Z" }, output: { data: [exampleAuditLog], nextCursor: null, hasMore: false } },
  run: (scopes, { tenantId: _chosen, ...asked }) => pageOfAudit(asked, (...wanted) => readMany(scopes, (q) => auditRowsWithin(q, ...wanted))),
});

/** No key manages members, so this one is for our page alone. */
export const listInstallationAudit = operation({
  name: "audit.listInstallation",
  describe: "What belongs to no organisation: sign-ins, members, keys, set-up. Latest first.",
  needs: "members:manage",
  scope: none,
  effect: "read",
  input: installationListing,
  output: pageSchema(auditLogSchema),
  http: { method: "GET", path: "/installation/audit-logs" },
  run: (_caller, asked) => pageOfAudit(asked, (...wanted) => systemRead((q) => listInstallationRows(q, ...wanted))),
});
