// Every operation that a door may serve: a door is a loop over this list. What must not be done by key (members, passwords) is left out
// of it and called by pages only.
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { getJob, listJobs } from "#lib/jobs/get-job.ts";
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
];
