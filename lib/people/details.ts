// What people tell us about themselves, as every form and script reads it.
import { z } from "zod";
import { type Owner, weakness } from "#lib/people/passwords.ts";
import { Refusal } from "#lib/refusal.ts";

const longestEmail = 255;
const longestName = 100;

export const email = z
  .string({ error: "Give your e-mail address." })
  .trim()
  .toLowerCase()
  .max(longestEmail, { error: `Use at most ${longestEmail} characters.` })
  .pipe(z.email({ error: "This is not an e-mail address. It looks like name@example.com." }));

/** An empty name is none. */
export const personName = z
  .string()
  .trim()
  .max(longestName, { error: `Use at most ${longestName} characters.` })
  .transform((name) => name || null);

/** A password as it is typed in; whether it is a good one depends on whose it is. */
export const password = z.string({ error: "Give a password." }).min(1, { error: "Give a password." }).max(4096, { error: "Use at most 256 characters." });

export const newPerson = z.strictObject({ email, firstName: personName.default(null), lastName: personName.default(null), password });

/** Refusal "invalid" at the field, when this password is too weak for this person. */
export function requireStrength(secret: string, owner: Owner, field: string): void {
  const reason = weakness(secret, owner);
  if (reason) throw new Refusal("invalid", reason, { faults: [{ pointer: `/${field}`, detail: reason }] });
}
