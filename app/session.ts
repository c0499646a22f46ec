// Who asks, once a request. Pages and actions begin here: without a caller they lead to the way in, and an organisation that is not the
// caller's is not there.
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { callerOfCookie } from "#app/auth.ts";
import type { SignedIn } from "#lib/people/caller.ts";
import { originOf, pathWithin } from "#lib/people/origin.ts";
import type { Origin } from "#lib/people/queries.ts";
import { isSetUp } from "#lib/people/set-up.ts";
import type { Scope } from "#lib/scope.ts";

export const currentCaller = cache(callerOfCookie);

/** Leads to /sign-in, and back here afterwards; to /set-up where nobody exists yet. */
export async function requireCaller(): Promise<SignedIn> {
  return (await currentCaller()) ?? leadIn();
}

/** `organisationId` is our id of the organisation, from the address. */
export async function requireScope(organisationId: string): Promise<Scope> {
  const caller = await requireCaller();
  return caller.scopes.find(({ tenantId }) => tenantId === organisationId) ?? notFound();
}

export async function currentOrigin(): Promise<Origin> {
  return originOf(await headers());
}

async function leadIn(): Promise<never> {
  if (!(await isSetUp())) redirect("/set-up");
  // proxy.ts writes this one; a page is not told its own address.
  const path = pathWithin((await headers()).get("x-daybook-path"));
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
