import { headers } from "next/headers";

/** What a script of our own in the page must carry (proxy.ts); Next gives it to its scripts by itself. */
export async function scriptNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
}
