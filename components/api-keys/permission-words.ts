// What a permission lets a program do, as its owner is asked. The words are in the order of lib/permissions.ts.
import type { Permission } from "#lib/permissions.ts";

const words: Partial<Record<Permission, string>> = {
  "tenants:read": "See which organisations there are, and how fresh their data is",
  "sync:write": "Start and cancel syncs",
  "accounts:read": "Read the chart of accounts",
  "accounts:write": "Say what accounts are about, for key figures and cash flows",
  "contacts:read": "Read contacts",
  "transactions:read": "Read transactions",
  "transactions:write": "Code transactions and write notes",
  "rules:read": "Read rules",
  "rules:write": "Change rules",
  "journals:read": "Read the ledger's journals",
  "reports:read": "Read stored reports and their proof",
  "reports:write": "Make reports",
  "packs:issue": "Issue month-end packs",
  "budgets:read": "Read budgets",
  "budgets:write": "Import and remove budgets",
  "alerts:write": "Set targets and alert rules, and acknowledge alerts",
  "jobs:read": "Follow jobs",
  "webhooks:manage": "Manage webhooks",
  "audit:read": "Read the audit log",
  "mcp:use": "Work through MCP",
  "members:manage": "Manage members",
};

export function permissionInWords(permission: Permission): string {
  return words[permission] ?? permission;
}

/** Ticked beforehand: what only reads the books. */
export function onlyReads(permission: Permission): boolean {
  return permission.endsWith(":read") && permission !== "audit:read";
}
