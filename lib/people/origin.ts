// Where a request comes from. A proxy appends the address it saw to X-Forwarded-For, so the last one is the only one that the sender
// could not write.
import { isIP } from "node:net";
import { env, isBehindProxy } from "#lib/env.ts";
import type { Origin } from "#lib/people/queries.ts";

/** Without a proxy only the loopback is listened on, and whatever the header says was written by the sender. */
const thisMachine = "127.0.0.1";

export function originOf(headers: Headers, isProxied = isBehindProxy(env())): Origin {
  const userAgent = headers.get("user-agent");
  if (!isProxied) return { ipAddress: thisMachine, userAgent };
  // A server that listens on both families writes an IPv4 address as ::ffff:203.0.113.7.
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  return { ipAddress: isIP(last) ? last : null, userAgent };
}

/** A path on this site, or the start page: a link may not lead anybody elsewhere. */
export function pathWithin(next: unknown): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  const here = "http://here";
  const url = URL.canParse(next, here) ? new URL(next, here) : undefined;
  return url?.origin === here && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : "/";
}
