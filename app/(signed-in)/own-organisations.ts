import { notFound } from "next/navigation";
import { cache } from "react";
import { requireCaller } from "#app/session.ts";
import { listOrganisations } from "#lib/organisations/list-organisations.ts";

/** Once a request: the organisations of whoever asks. */
export const ownOrganisations = cache(async () => (await listOrganisations.run(await requireCaller(), {})).data);

/** The organisation of an address; one that is not the caller's is not there. */
export async function organisationAt(tenantId: string) {
  return (await ownOrganisations()).find(({ id }) => id === tenantId) ?? notFound();
}
