// What a receiver knows us by. The key is 48 hexadecimal letters, and it is these letters that sign (Standard Webhooks 1.0 takes any bytes). It
// can be written in two ways: as `whsec_…`, which libraries of the standard take, and as the letters, for tools that take a text. It is shown when
// it is made and kept encrypted. After a rotation both sign for a day, so that a receiver can change over without missing anything.
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { decrypt, encrypt, type Place } from "#lib/crypto.ts";

export type Secret = { secret: string; secretText: string };
type Kept = { id: string; secret: string; previousSecret: string | null; previousSecretExpiresAt: Date | null };

/** How long the secret before still signs. */
export const overlap = 24 * 60 * 60_000;

export function makeKey(): string {
  return randomBytes(24).toString("hex");
}

export function shown(key: string): Secret {
  return { secret: standardForm(key), secretText: key };
}

export function seal(key: string, webhookId: string): string {
  return encrypt(key, placeOf(webhookId, "secret"));
}

export function open(sealed: string, webhookId: string): string {
  return decrypt(sealed, placeOf(webhookId, "secret"));
}

export function sealHeaders(headers: Record<string, string>, webhookId: string): string {
  return encrypt(JSON.stringify(headers), placeOf(webhookId, "headers"));
}

export function openHeaders(sealed: string | null, webhookId: string): Record<string, string> {
  return sealed === null ? {} : JSON.parse(decrypt(sealed, placeOf(webhookId, "headers")));
}

/** The headers that prove a message, by the present secret and the one before while it counts. */
export function signatureOf({ id: webhookId, secret, previousSecret, previousSecretExpiresAt }: Kept, message: { id: string; body: string }, now: Date): Record<string, string> {
  const before = previousSecret !== null && previousSecretExpiresAt !== null && previousSecretExpiresAt > now ? [previousSecret] : [];
  const signatures = [secret, ...before].map((sealed) => new Webhook(standardForm(open(sealed, webhookId))).sign(message.id, now, message.body));
  return { "webhook-id": message.id, "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)), "webhook-signature": signatures.join(" ") };
}

/** One place for both secrets: a rotation moves the sealed one from one column to the other. */
export function placeOf(webhookId: string, column: "secret" | "headers"): Place {
  return { table: "Webhooks", column, row: webhookId };
}

function standardForm(key: string): string {
  return `whsec_${Buffer.from(key).toString("base64")}`;
}
