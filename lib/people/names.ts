import { systemRead } from "#db/system.ts";
import { allUsers } from "#lib/people/queries.ts";

/** What people are called, by their id: their name, or their e-mail where they gave none. */
export async function namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
  const users = await systemRead(allUsers);
  const asked = users.filter(({ id }) => userIds.includes(id));
  return new Map(asked.map(({ id, firstName, lastName, email }) => [id, [firstName, lastName].filter(Boolean).join(" ") || email]));
}
