// A link that signs one person in, once, within minutes. It is made on the machine that runs Daybook; only the hash of its token is kept.
import { systemTransaction, type SystemTransaction } from "#db/system.ts";
import { daybook, visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { randomToken, sha256 } from "#lib/crypto.ts";
import { env } from "#lib/env.ts";
import { findFirstAdmin, findOwnerOfLink, findUser, findUserByEmail, insertSignInLink, type Origin, useUpSignInLink } from "#lib/people/queries.ts";
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
    await record(tx, "auth.linkMade", { actor: daybook, resource: { type: "User", id: found.id } });
    return found;
  });
  return { url: `${env().APP_URL}/sign-in/link?token=${token}`, email: user.email, expiresAt };
}

/** The id of the new session. Refusal "notFound" when the link was used, has expired, or never was one. */
export async function redeemSignInLink(token: string, origin: Origin): Promise<string> {
  const session = await systemTransaction(async (tx) => {
    const userId = await useUpSignInLink(tx, sha256(token), new Date());
    const user = userId ? await findUser(tx, userId) : undefined;
    return user?.status === "active" ? begin(tx, user.id, origin) : recordDeadLink(tx, token, origin);
  });
  return session ?? refuse("notFound", "This link has been used, or has expired. Sign in with your password, or ask for a new link.");
}

async function begin(tx: SystemTransaction, userId: string, origin: Origin): Promise<string> {
  const session = await beginSession(tx, userId, origin);
  await record(tx, "auth.signedIn", { actor: visitor(userId, origin), resource: { type: "Session", id: session }, details: { by: "link" } });
  return session;
}

/** A link that was made once says whose it was; one that never was says nothing, and nothing is written. */
async function recordDeadLink(tx: SystemTransaction, token: string, origin: Origin): Promise<undefined> {
  const userId = await findOwnerOfLink(tx, sha256(token));
  if (!userId) return;
  await record(tx, "auth.signInFailed", { actor: visitor(userId, origin), status: "denied", details: { reason: "The link had been used, or had expired." } });
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
