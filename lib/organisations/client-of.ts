// Xero's accounting API for one organisation, by a token that reaches it and is renewed under way.
import { systemRead } from "#db/system.ts";
import { accessTokenFor } from "#lib/organisations/access-token.ts";
import { findOrganisationById, grantedScopes } from "#lib/organisations/queries.ts";
import { type ClientOptions, type XeroClient, xeroClient } from "#lib/xero/client.ts";

export function clientOf(options: Omit<ClientOptions, "accessToken">): XeroClient {
  let latest: string | null = null;
  return xeroClient({
    ...options,
    accessToken: async (renew) => {
      latest = await accessTokenFor(options.tenantId, renew ? latest : null);
      return latest;
    },
  });
}

/** What a call for an organisation needs to know: its id in Xero, and the scopes that somebody granted, none where no consent reaches it. Null when it is gone. */
export function grantedIn(tenantId: string): Promise<{ xeroTenantId: string; scopes: string[] } | null> {
  return systemRead(async (q) => {
    const organisation = await findOrganisationById(q, tenantId);
    return organisation ? { xeroTenantId: organisation.tenantId, scopes: (await grantedScopes(q, tenantId)).split(" ").filter(Boolean) } : null;
  });
}
