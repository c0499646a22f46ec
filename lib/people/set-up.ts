// An empty installation belongs to whoever sets it up: they become its first Admin, and the door closes behind them.
import type { z } from "zod";
import { systemRead, systemTransaction } from "#db/system.ts";
import { visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { accept } from "#lib/operation.ts";
import { nowhere } from "#lib/people/caller.ts";
import { newPerson, requireStrength } from "#lib/people/details.ts";
import { hashPassword } from "#lib/people/passwords.ts";
import { hasUsers, insertUser, type NewUser, type Origin, takeTurn } from "#lib/people/queries.ts";
import { refuse } from "#lib/refusal.ts";

export async function isSetUp(): Promise<boolean> {
  return systemRead(hasUsers);
}

/** The id of the first Admin. Refusal "conflict" when anybody exists. */
export async function createFirstAdmin(input: z.input<typeof newPerson>, origin: Origin = nowhere): Promise<string> {
  const { password, ...person } = accept(newPerson, input);
  requireStrength(password, person, "password");
  if (await isSetUp()) return refuseSecond();
  return keepFirstAdmin({ ...person, passwordHash: await hashPassword(password), role: "Admin" }, origin);
}

/** Of several who come at once, one is kept. */
export async function keepFirstAdmin(person: NewUser, origin: Origin = nowhere): Promise<string> {
  return systemTransaction(async (tx) => {
    await takeTurn(tx, "admins");
    if (await hasUsers(tx)) return refuseSecond();
    const id = (await insertUser(tx, person)) ?? refuseSecond();
    await record(tx, "installation.setUp", { actor: visitor(id, origin), resource: { type: "User", id } });
    return id;
  });
}

function refuseSecond(): never {
  return refuse("conflict", "Daybook has been set up already. Sign in instead.");
}
