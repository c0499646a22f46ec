// Every organisation of this installation, whoever its members are: for commands on the machine itself, never for a page or a key.
import { systemRead } from "#db/system.ts";
import { allOrganisations } from "#lib/organisations/queries.ts";

export function everyOrganisation(): Promise<{ id: string; name: string }[]> {
  return systemRead(allOrganisations);
}
