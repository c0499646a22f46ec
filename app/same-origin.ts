import { env } from "#lib/env.ts";
import { Refusal } from "#lib/refusal.ts";

/** A request that carries a cookie and changes something must come from a page of ours. */
export function requireSameOrigin(request: Request): void {
  if (request.headers.get("origin") !== ownOrigin()) throw foreign();
}

/** One that only reads may come without an origin, as browsers send it from our own pages, but not with another one's. */
export function requireSameSite(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== ownOrigin()) throw foreign();
  if (request.headers.get("sec-fetch-site") === "cross-site") throw foreign();
}

function ownOrigin(): string {
  return new URL(env().APP_URL).origin;
}

function foreign(): Refusal {
  return new Refusal("forbidden", "This request did not come from a page of Daybook.");
}
