"use server";

import { redirect } from "next/navigation";
import { forgetSession } from "#app/auth.ts";
import { currentCaller } from "#app/session.ts";
import { signOut } from "#lib/people/sessions.ts";

/** Ends the session in the database, then the cookie that names it. */
export async function signOutHere(): Promise<void> {
  const caller = await currentCaller();
  if (caller) await signOut(caller);
  await forgetSession();
  redirect("/sign-in");
}
