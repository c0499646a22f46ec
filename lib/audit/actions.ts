// Everything the audit knows how to say, with where it belongs and how much attention it deserves. A word, once written, keeps its meaning.
import type { auditSeverities } from "#db/vocabulary.ts";

type Kind = { category: string; severity: (typeof auditSeverities)[number] };

export const actions = {
  "access.denied": { category: "access", severity: "warning" },
  "account.tagged": { category: "accounts", severity: "notice" },
  "alert.acknowledged": { category: "alerts", severity: "info" },
  "alert.ruleRemoved": { category: "alerts", severity: "notice" },
  "alert.mailStopped": { category: "alerts", severity: "info" },
  "alert.mailWanted": { category: "alerts", severity: "info" },
  "alert.ruleSet": { category: "alerts", severity: "notice" },
  "apiKey.created": { category: "access", severity: "notice" },
  "apiKey.revoked": { category: "access", severity: "notice" },
  "auth.linkMade": { category: "access", severity: "notice" },
  "auth.sessionEnded": { category: "access", severity: "info" },
  "auth.signedIn": { category: "access", severity: "info" },
  "auth.signedOut": { category: "access", severity: "info" },
  "auth.signInFailed": { category: "access", severity: "warning" },
  "budget.imported": { category: "budgets", severity: "notice" },
  "budget.removed": { category: "budgets", severity: "notice" },
  "installation.setUp": { category: "people", severity: "notice" },
  "invitation.accepted": { category: "people", severity: "notice" },
  "invitation.made": { category: "people", severity: "notice" },
  "invitation.refused": { category: "people", severity: "warning" },
  "invitation.withdrawn": { category: "people", severity: "notice" },
  "kpi.targetSet": { category: "alerts", severity: "notice" },
  "member.added": { category: "people", severity: "notice" },
  "member.deactivated": { category: "people", severity: "notice" },
  "member.reactivated": { category: "people", severity: "notice" },
  "member.removed": { category: "people", severity: "notice" },
  "member.roleChanged": { category: "people", severity: "notice" },
  "pack.drafted": { category: "reports", severity: "info" },
  "pack.issued": { category: "reports", severity: "notice" },
  "pack.removed": { category: "reports", severity: "info" },
  "packTemplate.removed": { category: "reports", severity: "info" },
  "packTemplate.saved": { category: "reports", severity: "info" },
  "person.passwordChanged": { category: "people", severity: "notice" },
  "person.passwordReset": { category: "people", severity: "notice" },
  "person.registered": { category: "people", severity: "notice" },
  "person.registrationRefused": { category: "people", severity: "notice" },
  "report.created": { category: "reports", severity: "info" },
  "reportDefinition.removed": { category: "reports", severity: "info" },
  "reportDefinition.saved": { category: "reports", severity: "info" },
  "sync.cancelled": { category: "sync", severity: "info" },
  "sync.cancelRequested": { category: "sync", severity: "info" },
  "sync.failed": { category: "sync", severity: "warning" },
  "sync.requested": { category: "sync", severity: "info" },
  "sync.succeeded": { category: "sync", severity: "info" },
  "tenant.connected": { category: "organisations", severity: "notice" },
  "tenant.connectionLost": { category: "organisations", severity: "warning" },
  "tenant.disconnected": { category: "organisations", severity: "notice" },
  "tenant.removalBegun": { category: "organisations", severity: "warning" },
  "tenant.removed": { category: "organisations", severity: "warning" },
  "tenant.switchedTo": { category: "organisations", severity: "info" },
  "webhook.changed": { category: "organisations", severity: "notice" },
  "webhook.created": { category: "organisations", severity: "notice" },
  "webhook.removed": { category: "organisations", severity: "notice" },
  "webhook.secretRotated": { category: "organisations", severity: "notice" },
} as const satisfies Record<string, Kind>;

export type Action = keyof typeof actions;
export const actionNames = Object.keys(actions).filter(isAction);

export function isAction(text: string): text is Action {
  return Object.hasOwn(actions, text);
}
