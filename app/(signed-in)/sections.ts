import type { Section } from "#components/shell/place.ts";
import { allows, type Scope } from "#lib/scope.ts";

const sections = [
  { label: "Dashboard", path: "", keys: "g d", needs: "tenants:read" },
  { label: "Transactions", path: "transactions", keys: "g t", needs: "transactions:read" },
  { label: "Reports", path: "reports", keys: "g r", needs: "reports:read" },
  { label: "Alerts", path: "alerts", keys: "g l", needs: "reports:read" },
  { label: "Accounts", path: "accounts", keys: "g a", needs: "accounts:read" },
  { label: "Tie-out", path: "tie-out", keys: "g x", needs: "journals:read" },
  { label: "Settings", path: "settings", keys: "g s", needs: "organisations:manage" },
] as const;

/** The parts of an organisation that this person may see. */
export function sectionsFor(scope: Scope): Section[] {
  return sections.filter(({ needs }) => allows(scope, needs)).map(({ label, path, keys }) => ({ label, path, keys }));
}

/** Where a section of an organisation is. Of a section nobody knows, the first page. */
export function addressOf(tenantId: string, section = ""): string {
  return section !== "" && sections.some(({ path }) => path === section) ? `/o/${tenantId}/${section}` : `/o/${tenantId}`;
}
