import { systemRead } from "#db/system.ts";
import { organisationsHere } from "#lib/organisations/queries.ts";

/** Every organisation of this installation, by name; for commands that look after all of them. */
export function everyOrganisation(): Promise<{ id: string; name: string }[]> {
  return systemRead(organisationsHere);
}
