import { redirect } from "next/navigation";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireCaller } from "#app/session.ts";
import { listOrganisations } from "#lib/organisations/list-organisations.ts";

/** The start: the active organisation, or the choice of one. */
export default async function Start() {
  const caller = await requireCaller();
  const { data: organisations } = await listOrganisations.run(caller, {});
  const active = organisations.find(({ isActive }) => isActive);
  redirect(active ? addressOf(active.id) : "/organisations");
}
