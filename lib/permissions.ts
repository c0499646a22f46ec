// Who may do what, in one table. The words are the API keys' permissions as well; a key never has more than its owner has at the moment
// of the request. Being Admin is not membership: books are read only by members of their organisation.
import type { Role } from "#db/vocabulary.ts";

export const permissions = [
  "tenants:read",
  "sync:write",
  "accounts:read",
  "accounts:write",
  "contacts:read",
  "transactions:read",
  "transactions:write",
  "rules:read",
  "rules:write",
  "journals:read",
  "reports:read",
  "reports:write",
  "packs:issue",
  "budgets:read",
  "budgets:write",
  "alerts:write",
  "jobs:read",
  "webhooks:manage",
  "audit:read",
  "mcp:use",
  "organisations:manage",
  "keys:manage",
  "members:manage",
] as const;
export type Permission = (typeof permissions)[number];

const reading: Permission[] = ["tenants:read", "accounts:read", "contacts:read", "transactions:read", "rules:read", "journals:read", "reports:read", "budgets:read", "jobs:read"];

const byRole: Record<Role, readonly Permission[]> = {
  Admin: permissions,
  Accountant: [...reading, "sync:write", "accounts:write", "transactions:write", "rules:write", "reports:write", "packs:issue", "budgets:write", "alerts:write", "webhooks:manage", "audit:read", "mcp:use", "organisations:manage", "keys:manage"],
  Standard: [...reading, "transactions:write", "rules:write", "reports:write", "alerts:write", "mcp:use", "keys:manage"],
  Executive: [...reading, "reports:write", "alerts:write", "mcp:use"],
  ReadOnly: reading,
};

/** What a person does at the screen and no program for them: connecting organisations, and making keys. */
const inPersonOnly: readonly Permission[] = ["organisations:manage", "keys:manage"];
const mayLetProgramsWrite: readonly Role[] = ["Admin", "Accountant"];

export function permissionsOf(role: Role): readonly Permission[] {
  return byRole[role];
}

/** What the keys of somebody with this role may do at most. */
export function keyPermissionsOf(role: Role): readonly Permission[] {
  return (mayLetProgramsWrite.includes(role) ? byRole[role] : reading).filter((permission) => !inPersonOnly.includes(permission));
}
