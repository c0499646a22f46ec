// Registration, where an installation allows it. Who registers an e-mail that is taken hears the same as everybody, so that nobody can
// ask this form who is known here.
import { systemTransaction } from "#db/system.ts";
import { visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { env } from "#lib/env.ts";
import { accept } from "#lib/operation.ts";
import { countVisit } from "#lib/people/attempts.ts";
import { newPerson, requireStrength } from "#lib/people/details.ts";
import { hashPassword } from "#lib/people/passwords.ts";
import { insertUser, type Origin } from "#lib/people/queries.ts";
import { isSetUp } from "#lib/people/set-up.ts";
import { refuse } from "#lib/refusal.ts";

/** Only with REGISTRATION=open, and only after somebody has set the installation up. */
export async function isRegistrationOpen(): Promise<boolean> {
  return env().REGISTRATION === "open" && (await isSetUp());
}

/** Makes a person with the role Standard, unless the e-mail is taken; the answer does not say which. */
export async function register(input: unknown, origin: Origin): Promise<void> {
  if (!(await isRegistrationOpen())) return refuse("notFound", "Registration is closed. Ask an Admin for access.");
  const { password, ...person } = accept(newPerson, input);
  requireStrength(password, person, "password");
  await countVisit(origin.ipAddress);
  const passwordHash = await hashPassword(password);
  await systemTransaction(async (tx) => {
    const id = await insertUser(tx, { ...person, passwordHash, role: "Standard" });
    // The same work whether the e-mail was taken or not.
    if (id) await record(tx, "person.registered", { actor: visitor(id, origin), resource: { type: "User", id } });
    else await record(tx, "person.registrationRefused", { actor: visitor(null, origin), status: "denied", details: { reason: "Somebody has this e-mail." } });
  });
}
