import type { Section } from "#components/shell/place.ts";
import { allows, type Scope } from "#lib/scope.ts";

const sections = [
  { label: "Dashboard", path: "", needs: "tenants:read" },
  { label: "Transactions", path: "transactions", needs: "transactions:read" },
  { label: "Reports", path: "reports", needs: "reports:read" },
  { label: "Tie-out", path: "tie-out", needs: "journals:read" },
  { label: "Settings", path: "settings", needs: "organisations:manage" },
] as const;

/** The parts of an organisation that this person may see. */
export function sectionsFor(scope: Scope): Section[] {
  return sections.filter(({ needs }) => allows(scope, needs)).map(({ label, path }) => ({ label, path }));
}

/** Where a section of an organisation is. Of a section nobody knows, the first page. */
export function addressOf(tenantId: string, section = ""): string {
  return section !== "" && sections.some(({ path }) => path === section) ? `/o/${tenantId}/${section}` : `/o/${tenantId}`;
}
