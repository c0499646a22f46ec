import { systemRead } from "#db/system.ts";
import { allUsers } from "#lib/people/queries.ts";

type Named = { firstName: string | null; lastName: string | null; email: string };

/** Their name, or their e-mail where they gave none. */
export function nameOf({ firstName, lastName, email }: Named): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email;
}

/** What people are called, by their id. */
export async function namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
  const users = await systemRead(allUsers);
  return new Map(users.filter(({ id }) => userIds.includes(id)).map((user) => [user.id, nameOf(user)]));
}
