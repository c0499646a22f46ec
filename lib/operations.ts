// Every operation that a door may serve: a door is a loop over this list. What must not be done by key (members, passwords) is left out
// of it and called by pages only.
import { showKey } from "#lib/api-keys/show-key.ts";
import { getAccount, listStoredAccounts } from "#lib/accounts/read-accounts.ts";
import { tagAccount } from "#lib/accounts/tag-account.ts";
import { acknowledgeAlert } from "#lib/alerts/acknowledge.ts";
import { getAlert, listAlerts, listRules } from "#lib/alerts/list-alerts.ts";
import { chooseMail } from "#lib/alerts/choose-mail.ts";
import { removeRule } from "#lib/alerts/remove-rule.ts";
import { setRule } from "#lib/alerts/set-rule.ts";
import { listAudit } from "#lib/audit/list-audit.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { getBudget, listStoredBudgets } from "#lib/budgets/read-budgets.ts";
import { removeBudget } from "#lib/budgets/remove-budget.ts";
import { getContact, listStoredContacts } from "#lib/contacts/read-contacts.ts";
import { exportEvidence } from "#lib/evidence/evidence-pack.ts";
import { showEvidenceKey } from "#lib/evidence/evidence-key.ts";
import { exportLedger } from "#lib/ledger/export/export-ledger.ts";
import { listInvariants } from "#lib/invariants/list-invariants.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { getJob, listJobs } from "#lib/jobs/get-job.ts";
import { listKpis } from "#lib/kpis/list-kpis.ts";
import { setTarget } from "#lib/kpis/set-target.ts";
import type { Operation } from "#lib/operation.ts";
import { getOrganisation } from "#lib/organisations/get-organisation.ts";
import { listOrganisations } from "#lib/organisations/list-organisations.ts";
import { addToPack, changePack, commentOnPack, reorderPack, takeFromPack } from "#lib/packs/change-pack.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { issuePack } from "#lib/packs/issue-pack.ts";
import { exportPack, getPack, listStoredPacks } from "#lib/packs/read-packs.ts";
import { reissuePack } from "#lib/packs/reissue-pack.ts";
import { removePack } from "#lib/packs/remove-pack.ts";
import { changeTemplate, createTemplate, getTemplate, listTemplates, removeTemplate } from "#lib/packs/templates/own-templates.ts";
import { getReportDefinition, listReportDefinitions } from "#lib/reports/custom/saved/read.ts";
import { removeReportDefinition } from "#lib/reports/custom/saved/remove.ts";
import { saveReportDefinition } from "#lib/reports/custom/saved/save.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { exportReport, getReport, getReportRows, listStoredReports, proveReportCell } from "#lib/reports/read-reports.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";
import { startSync } from "#lib/sync/start-sync.ts";
import { listTracking } from "#lib/tracking/list-tracking.ts";
import { getTransaction, listStoredTransactions } from "#lib/transactions/read-transactions.ts";
import { changeWebhook, createWebhook, removeWebhook } from "#lib/webhooks/change-webhooks.ts";
import { getWebhook, listStoredWebhooks, listWebhookDeliveries } from "#lib/webhooks/read-webhooks.ts";
import { rotateSecret } from "#lib/webhooks/rotate-secret.ts";
import { replayDelivery, testWebhook } from "#lib/webhooks/send-again.ts";

export const operations: readonly Operation[] = [
  showKey,
  listOrganisations,
  getOrganisation,
  startSync,
  listJobs,
  getJob,
  cancelJob,
  listStoredAccounts,
  getAccount,
  tagAccount,
  listTracking,
  listStoredContacts,
  getContact,
  listStoredTransactions,
  getTransaction,
  importBudget,
  listStoredBudgets,
  getBudget,
  createReport,
  listReportDefinitions,
  getReportDefinition,
  saveReportDefinition,
  removeReportDefinition,
  reissueReport,
  listStoredReports,
  getReport,
  getReportRows,
  exportReport,
  exportEvidence,
  showEvidenceKey,
  proveReportCell,
  createPack,
  listStoredPacks,
  getPack,
  exportPack,
  changePack,
  commentOnPack,
  reorderPack,
  addToPack,
  takeFromPack,
  issuePack,
  reissuePack,
  removePack,
  createTemplate,
  listTemplates,
  getTemplate,
  changeTemplate,
  removeTemplate,
  removeBudget,
  listKpis,
  setTarget,
  listAlerts,
  getAlert,
  acknowledgeAlert,
  listRules,
  setRule,
  chooseMail,
  removeRule,
  listInvariants,
  exportLedger,
  listAudit,
  listStoredWebhooks,
  createWebhook,
  getWebhook,
  changeWebhook,
  testWebhook,
  rotateSecret,
  listWebhookDeliveries,
  replayDelivery,
  removeWebhook,
];
