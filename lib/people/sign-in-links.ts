// A link that signs one person in, once, within minutes. It is made on the machine that runs Daybook; only the hash of its token is kept.
import { systemTransaction, type SystemTransaction } from "#db/system.ts";
import { randomToken, sha256 } from "#lib/crypto.ts";
import { env } from "#lib/env.ts";
import { findFirstAdmin, findUser, findUserByEmail, insertSignInLink, type Origin, useUpSignInLink } from "#lib/people/queries.ts";
import { beginSession } from "#lib/people/sessions.ts";
import { refuse } from "#lib/refusal.ts";

type SignInLink = { url: string; email: string; expiresAt: Date };

const usualMinutes = 15;

/** `person` is an e-mail or an id; without one the link is for the first active Admin. Refusal "notFound" when there is nobody such. */
export async function createSignInLink(person?: string, { expiresInMinutes = usualMinutes } = {}): Promise<SignInLink> {
  const token = randomToken();
  const expiresAt = new Date(Date.now() + expiresInMinutes * 60 * 1000);
  const user = await systemTransaction(async (tx) => {
    const found = await findActive(tx, person);
    await insertSignInLink(tx, { userId: found.id, tokenHash: sha256(token), expiresAt });
    return found;
  });
  return { url: `${env().APP_URL}/sign-in/link?token=${token}`, email: user.email, expiresAt };
}

/** The id of the new session. Refusal "notFound" when the link was used, has expired, or never was one. */
export async function redeemSignInLink(token: string, origin: Origin): Promise<string> {
  return systemTransaction(async (tx) => {
    const userId = await useUpSignInLink(tx, sha256(token), new Date());
    const user = userId ? await findUser(tx, userId) : undefined;
    if (user?.status !== "active") return refuse("notFound", "This link has been used, or has expired. Sign in with your password, or ask for a new link.");
    return beginSession(tx, user.id, origin);
  });
}

async function findActive(tx: SystemTransaction, person?: string) {
  const found = await find(tx, person);
  if (found?.status === "active") return found;
  if (person) return refuse("notFound", `Nobody active here is ${person}.`);
  return refuse("notFound", "There is no active Admin yet. Open Daybook in a browser to set it up first.");
}

function find(tx: SystemTransaction, person?: string) {
  if (!person) return findFirstAdmin(tx);
  return person.includes("@") ? findUserByEmail(tx, person.trim().toLowerCase()) : findUser(tx, person);
}
