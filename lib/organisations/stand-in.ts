import { env, loopbackOf } from "#lib/env.ts";

/** Where the stand-in for Xero is that this installation reads from; null where it reads from Xero. Xero is on nobody's own machine. */
export function standInUrl(): string | null {
  const { XERO_AUTHORIZE_URL } = env();
  return loopbackOf(XERO_AUTHORIZE_URL) === undefined ? null : new URL(XERO_AUTHORIZE_URL).origin;
}
