// For tests: the settings that people need, and people.
import { vi } from "vitest";
import { systemTransaction } from "#db/system.ts";
import type { Role } from "#db/vocabulary.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { hashPassword } from "#lib/people/passwords.ts";
import { insertUser, type Origin } from "#lib/people/queries.ts";
import { signIn } from "#lib/people/sign-in.ts";
import type { Caller } from "#lib/scope.ts";

export const goodPassword = "seven green teapots";
export const home: Origin = { ipAddress: "203.0.113.7", userAgent: "A browser" };
export const elsewhere: Origin = { ipAddress: "198.51.100.23", userAgent: "Another browser" };

export function stubSettings(more: Record<string, string> = {}): void {
  const settings = { APP_URL: "http://localhost:3000", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`, ...more };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}

export async function makePerson(email: string, role: Role = "Standard", password: string = goodPassword): Promise<string> {
  const passwordHash = await hashPassword(password);
  const id = await systemTransaction((tx) => insertUser(tx, { email, passwordHash, firstName: null, lastName: null, role }));
  if (!id) throw new Error(`${email} exists already.`);
  return id;
}

export async function callerFor(email: string, origin: Origin = home): Promise<Caller> {
  const caller = await callerOfSession(await signIn({ email, password: goodPassword }, origin), new Date(), origin);
  if (!caller) throw new Error(`${email} was not let in.`);
  return caller;
}

/** The refusal that something ends in, to look at. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}
