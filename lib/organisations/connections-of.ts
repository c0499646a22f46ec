import { systemRead } from "#db/system.ts";
import { connectionDetails } from "#lib/organisations/queries.ts";
import { permit, type Scope } from "#lib/scope.ts";

/** The connections by which an organisation is read, each by the person who made it. */
export async function connectionsOf(scope: Scope) {
  permit(scope, "organisations:manage");
  return systemRead((q) => connectionDetails(q, scope.tenantId));
}
