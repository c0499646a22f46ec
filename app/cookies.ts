// The cookies of Daybook, all of one kind: unreadable to scripts, and not sent along by other sites.
import { env } from "#lib/env.ts";

/** `__Host-` binds a cookie to https and to this host alone; over plain http on the loopback address browsers refuse it. */
export function cookieNamed(name: string) {
  const secure = env().APP_URL.startsWith("https://");
  return { name: `${secure ? "__Host-" : ""}daybook.${name}`, options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const };
}
