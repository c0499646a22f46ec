// Removing an organisation on the machine itself, where nobody waits for a page: begun and brought to its end in one go.
import { z } from "zod";
import { systemRead } from "#db/system.ts";
import { eraseOrganisation } from "#lib/organisations/erase.ts";
import { findErasure } from "#lib/organisations/erasure-queries.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { beginRemoval } from "#lib/organisations/remove-organisation.ts";
import { refuse } from "#lib/refusal.ts";

/** Gone on with where it was begun before. Refusal "notFound" naming those that there are. */
export async function removeForGood(id: string): Promise<{ name: string; rows: number }> {
  const all = await everyOrganisation();
  const found = z.uuid().safeParse(id).success ? all.find((organisation) => organisation.id === id) : undefined;
  const { name } = found ?? refuse("notFound", `There is no organisation with the id ${id}. There ${all.length === 0 ? "are none" : `are:\n${all.map((one) => `${one.id}  ${one.name}`).join("\n")}`}`);
  if (!(await systemRead((q) => findErasure(q, id)))) await beginRemoval(id);
  return { name, rows: await eraseOrganisation(id) };
}
