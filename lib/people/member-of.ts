import { systemRead } from "#db/system.ts";
import { findMember } from "#lib/people/queries.ts";

/** Where to write to somebody about an organisation's books; undefined for who may not see them, or see them no more. */
export function memberOf(tenantId: string, userId: string): Promise<{ id: string; email: string; organisation: string } | undefined> {
  return systemRead((q) => findMember(q, tenantId, userId));
}
