// Everybody who stands in a chain, by name, to choose from.
import { read } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { actorsOfInstallation, actorsWithin } from "#lib/audit/queries.ts";
import { namesOf } from "#lib/people/names.ts";
import { type Caller, permit, type Scope } from "#lib/scope.ts";

export type NamedActor = { id: string; name: string };

export async function actorsOf(scope: Scope): Promise<NamedActor[]> {
  permit(scope, "audit:read");
  return named(await read(scope, actorsWithin));
}

export async function installationActors(caller: Caller): Promise<NamedActor[]> {
  permit(caller, "members:manage");
  return named(await systemRead(actorsOfInstallation));
}

async function named(ids: readonly string[]): Promise<NamedActor[]> {
  const names = await namesOf(ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? "Somebody who has left" })).toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}
