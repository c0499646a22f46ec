// Every operation there is. A door is a loop over this list.
import { listAudit, listInstallationAudit } from "#lib/audit/list-audit.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { getJob, listJobs } from "#lib/jobs/get-job.ts";
import { changeRole, deactivateMember, listMembers, reactivateMember } from "#lib/people/members.ts";
import type { Operation } from "#lib/operation.ts";
import { listOrganisations } from "#lib/organisations/list-organisations.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { getReport, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import { startSync } from "#lib/sync/start-sync.ts";

export const operations: readonly Operation[] = [
  listOrganisations,
  startSync,
  listJobs,
  getJob,
  cancelJob,
  createReport,
  listStoredReports,
  getReport,
  proveReportCell,
  listAudit,
  listInstallationAudit,
  listMembers,
  changeRole,
  deactivateMember,
  reactivateMember,
];
